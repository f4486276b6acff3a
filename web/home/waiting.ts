import { academicYearOf } from "../../shared/domain/calendar/calendar.ts";
import { counted } from "../../shared/domain/counted.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { away, html, type Html } from "../html.ts";
import type { Shell } from "../layout.ts";
import { mayAsk } from "../requests/mayAsk.ts";
import { codeInWords } from "../terms.ts";
import { longDate } from "../words.ts";
import { whatIsMissing } from "./incomplete.ts";
import { headingOf, type Reader } from "./reasons.ts";
import type { TaskTold } from "./tasksTold.ts";

type Me = AnswerOf<"getMe">;

type TasksTold = ReadonlyMap<string, TaskTold>;

/** One thing that waits, as it is told. */
interface Told {
  readonly path: string;
  readonly kind: string;
  readonly about: string;
  readonly when: readonly Html[];
}

function toldOf(me: Reader, waiting: Me["waiting"][number], tasks: TasksTold): Told {
  const { path, dueOn, schoolName, need } = waiting;
  const task = tasks.get(path);
  return {
    path,
    kind: task?.kind ?? headingOf(me, waiting),
    about: [task?.whom, schoolName, need && codeInWords(need)].filter((each) => each).join(", "),
    when: [
      ...(dueOn === null ? [] : [html`By the end of <strong>${longDate(dueOn)}</strong>`]),
      ...(task ? [html`A task that only a broker can settle. ${task.since}.`] : []),
    ],
  };
}

const cardOf = ({ path, kind, about, when }: Told): Html =>
  html`<li>
    <h3><a href="/pages${path}">${[kind, about].filter((each) => each !== "").join(": ")}</a></h3>
    ${when.map((each) => html`<p>${each}</p>`)}
  </li>`;

/** Things of one kind, each told by what it is about. */
const cardOfMany = (told: readonly Told[]): Html =>
  html`<li>
    <h3>${told[0]?.kind} (${told.length})</h3>
    <ul class="plain">
      ${told.map(
        ({ path, kind, about, when }) =>
          html`<li>
            <a href="/pages${path}">${away(`${kind}: `, "")}${about}</a>${when.map((each) => html`. ${each}`)}
          </li>`,
      )}
    </ul>
  </li>`;

/**
 * What waits for somebody, each with a link to where it is done and by when. Several things of one kind stand together
 * where the first of them does, unless nothing tells them apart.
 */
export function waitingCards(me: Reader, waiting: Me["waiting"], tasks: TasksTold = new Map()): Html {
  const byKind = new Map<string, Told[]>();
  for (const each of waiting) {
    const told = toldOf(me, each, tasks);
    const key = told.about === "" ? told.path : told.kind;
    byKind.set(key, [...(byKind.get(key) ?? []), told]);
  }
  return html`<ul class="cards">
    ${Array.from(byKind.values(), (told) => (told.length > 1 ? cardOfMany(told) : told.map(cardOf)))}
  </ul>`;
}

function cards(me: Me, tasks: TasksTold): Html {
  const { waiting, waitingCount, incomplete } = me;
  if (waiting.length === 0)
    return incomplete.length > 0
      ? html`<p>Nothing else is known to wait for you.</p>`
      : html`<p>Nothing waits for you. We write to you as soon as something does.</p>`;
  return html`${waitingCount > waiting.length && html`<p>The first ${waiting.length} of ${waitingCount}.</p>`}
  ${waitingCards(me, waiting, tasks)}`;
}

const asWhom = ({ account, practitioner, school, partnership }: Me): string =>
  [practitioner?.name ?? school?.name ?? account, partnership.name].filter((each) => each).join(", ");

/** Where a partnership that nobody has set up begins. */
const notSetUp = ({ roles, partnership }: Me): Html | false =>
  partnership.name === null &&
  roles.includes("broker") &&
  html`<div class="notice">
    <p>Your partnership is not set up yet, and until then nobody can ask for support.</p>
    <p><a href="/pages/partnership">Set up your partnership</a></p>
  </div>`;

/** The first page of somebody signed in: what waits for them, what is due first before all else. */
export const whatWaits = (
  me: Me,
  { today, tasks }: { readonly today: string; readonly tasks: TasksTold },
): Shell => ({
  title: "What waits for you",
  body: html`<h1>What waits for you</h1>
    <p class="quiet">You are signed in as ${asWhom(me)}.</p>
    ${whatIsMissing(me)} ${notSetUp(me)}
    ${me.waiting.length > 0 && html`<h2>${counted(me.waitingCount, "thing")} to do</h2>`} ${cards(me, tasks)}
    ${mayAsk(me) && html`<p><a href="/pages/requests/new">Ask for support</a></p>`}
    ${
      me.school &&
      html`<p>
        <a href="/pages/calendars/${me.school.schoolId}/${academicYearOf(today)}"
          >INSET and closed days of your school</a
        >
      </p>`
    }`,
});
