import * as z from "zod";

/** Each kind of thing that has an identity, with the prefix its ids carry. */
export const idPrefixes = {
  partnership: "par",
  school: "sch",
  person: "per",
  request: "req",
  objective: "obj",
  run: "run",
  wave: "wav",
  offer: "ofr",
  deployment: "dep",
  visit: "vis",
  followUp: "fol",
  registerImport: "imp",
  upload: "upl",
  task: "tsk",
  event: "evt",
} as const;

export type IdKind = keyof typeof idPrefixes;

const idOf = <Kind extends IdKind>(kind: Kind) =>
  z
    .string()
    .regex(new RegExp(`^${idPrefixes[kind]}_[a-z0-9]{8,32}$`))
    .meta({ id: `${kind.charAt(0).toUpperCase()}${kind.slice(1)}Id`, description: `Id of a ${kind}` });

export const PartnershipId = idOf("partnership").brand("PartnershipId");
export type PartnershipId = z.infer<typeof PartnershipId>;
export const SchoolId = idOf("school").brand("SchoolId");
export type SchoolId = z.infer<typeof SchoolId>;
export const PersonId = idOf("person").brand("PersonId");
export type PersonId = z.infer<typeof PersonId>;
export const RequestId = idOf("request").brand("RequestId");
export type RequestId = z.infer<typeof RequestId>;
export const ObjectiveId = idOf("objective").brand("ObjectiveId");
export type ObjectiveId = z.infer<typeof ObjectiveId>;
export const RunId = idOf("run").brand("RunId");
export type RunId = z.infer<typeof RunId>;
export const WaveId = idOf("wave").brand("WaveId");
export type WaveId = z.infer<typeof WaveId>;
export const OfferId = idOf("offer").brand("OfferId");
export type OfferId = z.infer<typeof OfferId>;
export const DeploymentId = idOf("deployment").brand("DeploymentId");
export type DeploymentId = z.infer<typeof DeploymentId>;
export const VisitId = idOf("visit").brand("VisitId");
export type VisitId = z.infer<typeof VisitId>;
export const FollowUpId = idOf("followUp").brand("FollowUpId");
export type FollowUpId = z.infer<typeof FollowUpId>;
export const RegisterImportId = idOf("registerImport").brand("RegisterImportId");
export type RegisterImportId = z.infer<typeof RegisterImportId>;
export const UploadId = idOf("upload").brand("UploadId");
export type UploadId = z.infer<typeof UploadId>;
export const TaskId = idOf("task").brand("TaskId");
export type TaskId = z.infer<typeof TaskId>;
export const EventId = idOf("event").brand("EventId");
export type EventId = z.infer<typeof EventId>;

/** Unique Reference Number of a school in the national register (GIAS). A dated alias, never an identity. */
export const SchoolUrn = z
  .string()
  .regex(/^[1-9]\d{5}$/)
  .brand("SchoolUrn")
  .meta({ id: "SchoolUrn", description: "Six-digit Unique Reference Number in GIAS" });
export type SchoolUrn = z.infer<typeof SchoolUrn>;

const kinds: readonly (readonly [string, z.ZodType])[] = Object.entries({
  partnership: PartnershipId,
  school: SchoolId,
  person: PersonId,
  request: RequestId,
  objective: ObjectiveId,
  run: RunId,
  wave: WaveId,
  offer: OfferId,
  deployment: DeploymentId,
  visit: VisitId,
  followUp: FollowUpId,
  registerImport: RegisterImportId,
  upload: UploadId,
  task: TaskId,
  event: EventId,
});

/** Makes an id of a schema from its tail of 8 to 32 lower-case letters and digits. */
export function idWith<Id extends z.ZodType>(schema: Id, tail: string): z.output<Id> {
  const kind = kinds.find(([, each]) => each === schema)?.[0];
  if (kind === undefined) throw new Error("That schema is not one of an id");
  return schema.parse(`${prefixes.get(kind) ?? ""}_${tail}`);
}

const prefixes = new Map<string, string>(Object.entries(idPrefixes));
