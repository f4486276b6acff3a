import { counted } from "../../shared/domain/counted.ts";
import type { Asker } from "../../shared/domain/deployments/parties.ts";
import type { TaskKind, TaskSettlement } from "../../shared/domain/tasks/task.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { inWords } from "../terms.ts";
import { longDate } from "../words.ts";

export type Task = AnswerOf<"getTask">;
type Evidence = Task["evidence"];

/** What a task is, in a few words. */
const kindsInWords: Readonly<Record<Exclude<TaskKind, "broker-asked">, string>> = {
  succession: "Decide which school follows one that closed",
  "payer-changed": "Somebody else may be the payer now",
  conflict: "A rule stands against work under way",
  "moved-practitioner": "A practitioner moves school while work goes on",
  "absent-practitioner": "A practitioner is away while work goes on",
  "record-late": "A record of visit is late",
  "record-unanswered": "A record of visit is not answered",
  "evaluation-late": "An evaluation is late",
  "follow-up-unanswered": "Nobody has said whether an outcome lasted",
  "bank-holidays": "Confirm next year's bank holidays",
};

/** How old a task is; its age stops growing once it is settled. */
export function ageInWords({ raisedAt, ageDays, settledAs }: Task): string {
  const raised = `Raised on ${longDate(raisedAt)}`;
  if (settledAs !== null) return `${raised}, open for ${counted(ageDays, "day")}`;
  return ageDays === 0 ? `${raised}, today` : `${raised}, ${counted(ageDays, "day")} ago`;
}

/** How a task came to rest. */
export const settledInWords: Readonly<Record<TaskSettlement, string>> = {
  "goes-on": "The work goes on as it is",
  "handed-over": "The work was handed over: somebody else is looked for",
  "successors-decided": "It is decided which schools follow",
  waived: "It is waited for no longer",
  released: "The new head releases them",
  "work-ended": "The work has ended",
  "no-longer-so": "It is so no more",
};

const ambiguitiesInWords: Readonly<
  Record<Extract<Evidence, { kind: "succession" }>["succession"]["outcome"], string>
> = {
  single: "The register now names one school.",
  cycle: "By the register, schools follow one another in a circle.",
  split: "By the register, several schools came of it.",
  several: "The register names several schools that may follow it.",
  merger: "By the register, several schools became one.",
  undated: "The register does not say since when another follows it.",
  undirected: "The register links schools without saying which follows which.",
};

/** How ids are told to a broker. */
export interface Names {
  readonly school: (schoolId: string) => string;
  readonly schoolOf: (urn: string) => string;
  readonly practitioner: string;
}

type LateKind = Exclude<
  TaskKind,
  | "succession"
  | "payer-changed"
  | "conflict"
  | "moved-practitioner"
  | "absent-practitioner"
  | "broker-asked"
  | "bank-holidays"
>;
type Late = Extract<Evidence, { kind: LateKind }>;

const asksFor: Readonly<Record<LateKind, string>> = {
  "record-late": "the practitioner to write and send their record of visit",
  "record-unanswered": "the school to say whether a record of visit is accurate",
  "evaluation-late": "one side to evaluate the support",
  "follow-up-unanswered": "the school to say whether what changed has lasted",
};

const waits = ({ kind, since, dueOn, ...about }: Late): string[] => [
  `This waits for ${asksFor[kind]}.`,
  `Awaited since ${longDate(since)}, and due by ${longDate(dueOn)}. A reminder was sent before that.`,
  ...("side" in about
    ? [
        about.side === "school"
          ? "The school's evaluation is missing."
          : "The practitioner's evaluation is missing.",
      ]
    : []),
];

const askersInWords: Readonly<Record<Asker, string>> = {
  practitioner: "The practitioner",
  "supported-school": "The school that has the support",
  "home-school": "The practitioner's own head",
  broker: "A broker",
};

/** What a task is, in a few words; of a question, also whose. */
export const taskInWords = (evidence: Evidence): string =>
  evidence.kind === "broker-asked"
    ? `${askersInWords[evidence.by]} asks how work is to go on`
    : kindsInWords[evidence.kind];

const refusals = (conflicts: readonly { readonly why: string }[], { school }: Names): string[] =>
  conflicts.map(({ why }) => inWords(why.replace(/\bsch_\w+/g, school)));

/** What made a task, in sentences. */
export function whatMadeIt(evidence: Evidence, names: Names): readonly string[] {
  switch (evidence.kind) {
    case "succession":
      return [
        `${evidence.name} (URN ${evidence.urn}) is closed, and the register does not say plainly what follows it.`,
        ambiguitiesInWords[evidence.succession.outcome],
      ];
    case "payer-changed":
      return [
        `${names.schoolOf(evidence.urnAfter)} became another school, or belongs to another group, by a register that was imported. Whom to invoice may have changed.`,
      ];
    case "conflict":
      return [
        evidence.importId === null
          ? `It follows from what ${names.practitioner} declared.`
          : "It follows from a register that was imported.",
        ...refusals(evidence.conflicts, names),
      ];
    case "moved-practitioner":
      return [
        `${names.practitioner} leaves ${names.school(evidence.formerSchoolId)} on ${longDate(evidence.from)} for ${evidence.toSchoolId === null ? "no school of the partnership" : names.school(evidence.toSchoolId)}. From then on the former school releases them no longer.`,
        ...refusals(evidence.conflicts, names),
        ...(evidence.toSchoolId === null
          ? []
          : [
              "The work goes on once the new head releases them: on the page of the work you answer in their place.",
            ]),
      ];
    case "absent-practitioner":
      return [`${names.practitioner} takes no work on until ${longDate(evidence.until)} has passed.`];
    case "broker-asked":
      return [
        `${askersInWords[evidence.by]} wrote: ${evidence.words}`,
        "Where it goes on, whoever asked is written to. Why you decide so is told to nobody.",
      ];
    case "bank-holidays":
      return [
        `Nobody has confirmed the bank holidays of ${evidence.academicYear} yet: they are computed, without any that is proclaimed.`,
        "It settles itself once the partnership's calendar speaks of that year.",
      ];
    case "record-late":
    case "record-unanswered":
    case "evaluation-late":
    case "follow-up-unanswered":
      return waits(evidence);
  }
}
