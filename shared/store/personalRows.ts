interface Kept {
  /** Whether a practitioner's export tells of it. */
  readonly exported: true;
}

interface Untold {
  readonly exported: false;
  /** Why not: that it speaks of nobody, or where the same is told. */
  readonly why: string;
}

const told: Kept = { exported: true };
const untold = (why: string): Untold => ({ exported: false, why });
const nobody = untold("It speaks of no practitioner.");

/** Of every kind of row, whether the export of what is held about a practitioner tells of it: one that is not named here fails a test. */
export const personalRows = {
  partnership: told,
  register: nobody,
  "register-import": nobody,
  "register-plan": nobody,
  "register-notice": nobody,
  "register-staging": nobody,
  "register-upload": nobody,
  school: nobody,
  "school-contact": told,
  calendar: nobody,
  person: told,
  "person-address": told,
  "erased-person": untold(
    "Of whoever was erased nothing is held but their id, and nobody asks for them any more.",
  ),
  "expertise-leaf": nobody,
  capacity: told,
  request: told,
  "begun-request": untold("The account and the time that the request tells itself."),
  "unfinished-request": untold(
    "What somebody has written of a request so far, by their account, for sixty days: it speaks of the school's need.",
  ),
  offer: told,
  deployment: told,
  "also-listed": nobody,
  "all-also-listed": nobody,
  visit: told,
  task: told,
  evaluation: told,
  outcome: told,
  "follow-up": told,
  "match-run": told,
  proposal: told,
  "unmet-need": untold("Who of all would need more days for an open place to fill: a run's numbers, by id."),
  "run-input": untold("A copy by id, as it was that night, of what stands in the other rows."),
  "solved-parts": untold("Numbers by position, which mean something beside a copy by id only."),
  wave: untold("Ids of the proposals that a wave tries, for two days."),
  audit: told,
  outbox: untold("Ids on their way to a queue, for moments."),
  answer: untold("What was answered to whoever asked, so that a repeat hears the same, for two days."),
  delivery: told,
} as const satisfies Record<string, Kept | Untold>;

type PersonalRows = typeof personalRows;

/** The kinds of row that an export tells of. */
export type ExportedRow = {
  [Row in keyof PersonalRows]: PersonalRows[Row]["exported"] extends true ? Row : never;
}[keyof PersonalRows];
