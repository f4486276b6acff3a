import * as z from "zod";
import { AcademicYear } from "../calendar/calendarYear.ts";
import { askers } from "../deployments/parties.ts";
import { Conflict } from "./conflict.ts";
import { Decision, keepDecision } from "../requests/decision.ts";
import {
  DeploymentId,
  FollowUpId,
  PersonId,
  RegisterImportId,
  RequestId,
  SchoolId,
  SchoolUrn,
  TaskId,
  VisitId,
} from "../ids.ts";
import { SchoolSuccession } from "../schools/registerFacts.ts";
import { IsoDate } from "../vocabulary.ts";

const schoolChanged = {
  importId: RegisterImportId,
  side: z
    .enum(["supported", "home"])
    .describe("Which school of the work changed; the supported one where both did"),
  /** That school's URN before and after, the same where it goes on under its own. */
  urnBefore: SchoolUrn,
  urnAfter: SchoolUrn,
};

const lateShape = {
  since: IsoDate.describe("The day from which on it is awaited"),
  dueOn: IsoDate.describe("By the working days of the school of whoever it is awaited of"),
};

/** What made a task, one shape for each kind: the rows and dates on which whoever settles it decides. */
export const TaskEvidence = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.literal("succession"),
      urn: SchoolUrn,
      name: z.string().max(200),
      succession: SchoolSuccession,
    }),
    z.object({ kind: z.literal("payer-changed"), ...schoolChanged }),
    z.object({
      kind: z.literal("conflict"),
      importId: schoolChanged.importId
        .nullable()
        .describe("Null where the practitioner declared what stands against it"),
      side: schoolChanged.side.nullable(),
      urnBefore: schoolChanged.urnBefore.nullable(),
      urnAfter: schoolChanged.urnAfter.nullable(),
      conflicts: z.array(Conflict).describe("Rules that refuse the pair as the schools now stand"),
    }),
    z.object({
      kind: z.literal("moved-practitioner"),
      from: IsoDate.describe("From when the former school releases them no longer"),
      formerSchoolId: SchoolId,
      toSchoolId: SchoolId.nullable().describe("Null where they go to no member school"),
      conflicts: z.array(Conflict).describe("Rules that would refuse the pair from the new school"),
    }),
    z.object({
      kind: z.literal("absent-practitioner"),
      until: IsoDate.describe("They take no work on until this date has passed"),
    }),
    z.object({
      kind: z.literal("broker-asked"),
      by: z.enum(askers).describe("Whose side asks how the work is to go on"),
      schoolId: SchoolId.nullable().describe("Whose head asks, null where it is no head"),
      words: z.string().max(500).describe("What has changed, as they say it; empty once somebody was erased"),
    }),
    z.object({
      kind: z.literal("record-late"),
      visitId: VisitId.describe("The record that is not sent, or that plans the visit of which none came"),
      ...lateShape,
    }),
    z.object({
      kind: z.literal("record-unanswered"),
      visitId: VisitId.describe("The record that waits for the school's word"),
      ...lateShape,
    }),
    z.object({
      kind: z.literal("evaluation-late"),
      side: z.enum(["school", "practitioner"]),
      ...lateShape,
    }),
    z.object({
      kind: z.literal("follow-up-unanswered"),
      followUpId: FollowUpId.describe("The question whether an outcome has lasted"),
      ...lateShape,
    }),
    z.object({
      kind: z.literal("bank-holidays"),
      academicYear: AcademicYear.describe("Of which the partnership's calendar does not speak yet"),
    }),
  ])
  .meta({ id: "TaskEvidence" });
export type TaskEvidence = z.infer<typeof TaskEvidence>;

export const taskKinds = [
  "succession",
  "payer-changed",
  "conflict",
  "moved-practitioner",
  "absent-practitioner",
  "broker-asked",
  "record-late",
  "record-unanswered",
  "evaluation-late",
  "follow-up-unanswered",
  "bank-holidays",
] as const satisfies readonly TaskEvidence["kind"][];
export const TaskKind = z.enum(taskKinds).meta({ id: "TaskKind" });
export type TaskKind = z.infer<typeof TaskKind>;

export const taskStates = ["open", "settled"] as const;
export const TaskState = z.enum(taskStates).meta({ id: "TaskState" });

/** What a broker may answer to a task. */
export const taskAnswers = ["goes-on", "handed-over", "successors-decided", "waived"] as const;
type TaskAnswer = (typeof taskAnswers)[number];

/** What a broker may do about a task, by what made it. */
export const answersTo: Readonly<Record<TaskKind, readonly TaskAnswer[]>> = {
  succession: ["successors-decided"],
  "payer-changed": ["goes-on", "handed-over"],
  conflict: ["goes-on", "handed-over"],
  "absent-practitioner": ["goes-on", "handed-over"],
  "broker-asked": ["goes-on", "handed-over"],
  // It goes on once the new head releases them: by the deployment's release.
  "moved-practitioner": ["handed-over"],
  "record-late": ["waived", "handed-over"],
  "record-unanswered": ["waived"],
  "evaluation-late": ["waived"],
  "follow-up-unanswered": ["waived"],
  "bank-holidays": ["waived"],
};

/**
 * How a task came to rest. The broker: `goes-on`, `handed-over`, `successors-decided`, and `waived` where something
 * late is waited for no longer. By what others did: `released` by the new head, `work-ended`, and `no-longer-so` where
 * what had made the task is gone, or what was late has come.
 */
export const TaskSettlement = z
  .enum([...taskAnswers, "released", "work-ended", "no-longer-so"])
  .meta({ id: "TaskSettlement" });
export type TaskSettlement = z.infer<typeof TaskSettlement>;

/** Something that only a broker can decide: raised once, with its evidence, until it is settled. */
export const Task = z.object({
  taskId: TaskId,
  state: TaskState,
  raisedAt: z.iso.datetime(),
  /** Null where it is about the partnership as a whole. */
  schoolId: SchoolId.nullable(),
  requestId: RequestId.nullable(),
  deploymentId: DeploymentId.nullable(),
  personId: PersonId.nullable(),
  evidence: TaskEvidence,
  settledAs: TaskSettlement.nullable(),
  /** Every settling and reopening with its reason, oldest first. */
  decisions: z.array(Decision),
  revision: z.int().min(0),
});
export type Task = z.infer<typeof Task>;

/** A task as it is raised. */
export const openTask = (
  about: Pick<Task, "taskId" | "raisedAt" | "schoolId" | "evidence"> &
    Partial<Pick<Task, "requestId" | "deploymentId" | "personId">>,
): Task => ({
  requestId: null,
  deploymentId: null,
  personId: null,
  ...about,
  state: "open",
  settledAs: null,
  decisions: [],
  revision: 0,
});

interface Deciding {
  readonly at: string;
  /** The account or worker that decides. */
  readonly by: string;
  readonly reason: string;
}

/** The task once it is settled in that way; whoever calls looks first whether it is open. */
export const settled = (task: Task, as: TaskSettlement, decided: Deciding): Task => ({
  ...keepDecision(task, { ...decided, action: as }),
  state: "settled",
  settledAs: as,
});

/** The task open again; the age that it shows still counts from when it was raised. */
export const reopened = (task: Task, decided: Deciding): Task => ({
  ...keepDecision(task, { ...decided, action: "reopened" }),
  state: "open",
  settledAs: null,
});

/** Whether a broker's own word settled it and can be taken back: what others did cannot. */
export const mayReopen = ({ settledAs }: Pick<Task, "settledAs">): boolean =>
  settledAs === "goes-on" || settledAs === "waived";
