import { assuranceWarnings, availabilityWarnings } from "../../shared/domain/people/availability.ts";
import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import { peopleTemplate as template, readPeople } from "../../shared/registers/peopleCsv.ts";
import type { Refusal } from "../../shared/contract/problems.ts";
import { act, type Decision } from "../../shared/runtime/act.ts";
import { sha256 } from "../../shared/runtime/identity.ts";
import { isRefusal, refuse } from "../../shared/runtime/refusal.ts";
import { lookAgain, seenOf, unseen } from "../../shared/runtime/seenRows.ts";
import { byRow, fileFaults, refuseFile } from "../../shared/runtime/refusedFile.ts";
import type { Context, Handler } from "../../shared/runtime/serve.ts";
import type { Routes } from "../../shared/contract/manifest.ts";
import { calendarsOfAll } from "../../shared/store/calendars.ts";
import { capacityOf } from "../../shared/store/capacity.ts";
import { people, personAddresses } from "../../shared/store/rows/people.ts";
import { changeOf, type Entry, type PersonChange, planPeople } from "./peopleImportPlan.ts";

export const peopleTemplate: Handler<"peopleTemplate"> = async () => ({ status: 200, body: template() });

// More would not be written within the half minute that a caller is kept waiting.
const mostPeople = 1000;
const writtenAtOnce = 8;

type Here = Pick<Context<Routes["importPeople"]>, "world" | "store" | "actor">;

type PlannedPerson = Entry & PersonChange;

/** Their row as it stands: a new one and one that was never changed are told apart by what becomes of them. */
const met = ({ personId, home, change, person }: PlannedPerson) => ({
  change,
  standing: [personId, home.schoolId, person.revision],
});

interface FileOfPeople {
  readonly digest: string;
  readonly seen: string | undefined;
}

/** Writes one person of the file as planned or, when they have changed since and nobody said what they saw, as they stand now. */
async function writeEntry(here: Here, entry: PlannedPerson, { digest, seen }: FileOfPeople) {
  const { world, store, actor } = here;
  const { personId, home } = entry;
  let planned: PersonChange | undefined = entry;
  const asMet = seenOf([met(entry)]);
  const asTheyStand = async () =>
    changeOf(entry, {
      person: await store.get(people, { personId }),
      find: (person, year) => capacityOf(store, person, year),
      findAddress: (addressDigest) => store.get(personAddresses, { addressDigest }),
      now: world.now(),
    });
  return act({ store }, async () => {
    const changed = planned ?? (await asTheyStand());
    planned = undefined;
    if (isRefusal(changed)) return changed;
    if (seen !== undefined && unseen(asMet, [met({ ...entry, ...changed })])) return lookAgain;
    const { change, writes, announce = [] } = changed;
    const decision: Decision<{ status: 200; body: string }> = { reply: { status: 200, body: change } };
    if (writes.length === 0) return decision;
    const facts = { personId, homeSchoolId: home.schoolId, change, digest };
    const chain = `person:${personId}` as const;
    return { ...decision, action: { chain, action: "people-imported", actor, facts, writes, announce } };
  });
}

async function writeEach(
  here: Here,
  planned: readonly PlannedPerson[],
  file: FileOfPeople,
): Promise<Refusal | undefined> {
  for (let start = 0; start < planned.length; start += writtenAtOnce) {
    const some = planned.slice(start, start + writtenAtOnce);
    const written = await Promise.all(some.map((entry) => writeEntry(here, entry, file)));
    if (written.some(isRefusal))
      return refuse(
        "busy",
        "Others changed these people meanwhile. Send the same file again to complete it.",
      );
  }
  return undefined;
}

/**
 * Imports people. The whole file is checked against the rows as they stand before anything is written. A write
 * takes at most 100 rows, so each person is then written in one of their own, under an id that follows from the
 * key in the file: after a crash the same file again completes what is missing and repeats nothing.
 */
export const importPeople: Handler<"importPeople"> = async ({ query, body }, context) => {
  const { world, store, actor } = context;
  const reading = readPeople(body);
  if (reading.people.length > mostPeople)
    return refuse("file-refused", `A file may hold ${mostPeople} people. Send it in parts.`);
  const { planned, faults: against } = await planPeople(store, reading, world.now());
  const faults = byRow([...fileFaults(reading.problems), ...against]);
  if (faults.length > 0) return refuseFile(faults);
  const calendarAt = await calendarsOfAll(store);
  const today = dateAt(world.now());
  const shown = planned.map(({ row, personId, change, person }) => {
    const warnings = [
      ...availabilityWarnings(person, calendarAt(person.homeSchoolId), today),
      ...assuranceWarnings(person, today),
    ];
    return { key: row.personKey, personId, change, warnings };
  });
  const seen = seenOf(planned.map(met));
  if (query.preview === "true") return { status: 200, body: { people: shown, seen, applied: false } };
  const changed = unseen(query.seen, planned.map(met));
  if (changed) return changed;
  const digest = sha256(body);
  const interrupted = await writeEach(context, planned, { digest, seen: query.seen });
  if (interrupted) return interrupted;
  const count = (change: string): number => planned.filter((each) => each.change === change).length;
  const facts = { digest, added: count("added"), changed: count("changed"), unchanged: count("unchanged") };
  const action = { chain: "partnership" as const, action: "people-imported", actor, facts, writes: [] };
  return context.act(async () => ({
    reply: { status: 201, body: { people: shown, seen, applied: true } },
    ...(facts.added + facts.changed > 0 ? { action } : {}),
  }));
};
