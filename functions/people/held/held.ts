import { dateAt } from "../../../shared/domain/calendar/calendar.ts";
import { readable } from "../../../shared/domain/people/readable.ts";
import { notFound } from "../../../shared/runtime/refusal.ts";
import type { Handler } from "../../../shared/runtime/serve.ts";
import type { Session } from "../../../shared/runtime/session.ts";
import { registeredSchools } from "../../../shared/store/schools.ts";
import { personToChange } from "../access.ts";
import { type Held, readHeld } from "./readHeld.ts";
import { sections } from "./sections.ts";

/** Everything that is stored about a practitioner, as whoever asks may read it, with what is left out and why. */
export const heldAboutPerson: Handler<"heldAboutPerson"> = async ({ params }, { world, store, session }) => {
  const person = await personToChange(store, session, params.personId);
  if (!person) return notFound("practitioner");
  const madeAt = world.now();
  const [held, schools] = await Promise.all([
    readHeld(store, person, dateAt(madeAt)),
    registeredSchools(store),
  ]);
  const nameOf = new Map<string, string>(schools.map(({ schoolId, name }) => [schoolId, name]));
  const inWords = (row: object) => Object.fromEntries(fieldsOf(row, (id) => nameOf.get(id)));
  return {
    status: 200,
    body: {
      personId: person.personId,
      name: person.name,
      madeAt,
      sections: Object.entries(sections).map(([rows, { title, entries }]) => ({
        title,
        rows,
        entries: entries(held, session).map(inWords),
      })),
      leftOut: leftOut(held, session),
    },
  };
};

const fieldsOf = (row: object, schoolName: (id: string) => string | undefined) =>
  Object.entries(readable(row, schoolName) ?? {});

const forAll = [
  {
    what: "Accounts and ids of others, beside steps on the record and on requests",
    why: "They are not about whom this file is for.",
  },
  {
    what: "The words of letters, and letters of more than 30 days ago",
    why: "Of a letter only what it was about is kept, for 30 days.",
  },
  {
    what: "What each match run read of claims, dates and interests, by id",
    why: "It is a copy of the record as it was that night, kept so that the run can be done again.",
  },
  {
    what: "Answers to requests that were sent with a key, and the proposals that a wave tries",
    why: "They are gone after two days.",
  },
];

const forThemself = [
  {
    what: "What brokers wrote for each other: pins, exclusions, rules set aside, tasks, proposals without an offer",
    why: "Brokers alone read it. Ask your broker, who looks at what can be given of it.",
  },
  {
    what: "What a school wrote later of an outcome, and how it was reminded",
    why: "The school and those who oversee the partnership read it.",
  },
  {
    what: "What a school wrote in its evaluation, before you wrote yours",
    why: "Neither side reads the other's before its own is written.",
  },
];

const forBroker = [
  {
    what: "Drafts of records of visits",
    why: "They are their author's alone: in the file that they make themself they stand.",
  },
];

function leftOut({ runs, proposals }: Held, { roles }: Session) {
  const read = new Set(proposals.map(({ runId }) => runId));
  const others = runs.filter(({ runId }) => !read.has(runId)).length;
  const earlier = {
    what: `Proposals of ${others} other match runs`,
    why: "Told here are the latest run and those that led to an offer; of another, ask GET /match-runs/{runId}/practitioners/{personId}.",
  };
  return [...forAll, earlier, ...(roles.includes("broker") ? forBroker : forThemself)];
}
