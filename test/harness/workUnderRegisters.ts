import { expect } from "vitest";
import { lambdaContext } from "../../infra/local/lambdaContext.ts";
import type { Deployment } from "../../shared/domain/deployments/deployment.ts";
import { EventId, PartnershipId, SchoolUrn } from "../../shared/domain/ids.ts";
import {
  PlannedImport,
  recordOver,
  type RegisterImport,
} from "../../shared/domain/schools/registerImport.ts";
import { deployments } from "../../shared/store/rows/deployments.ts";
import { freshId } from "../../shared/runtime/identity.ts";
import { plannedImports, registers, SchoolFacts, schoolFacts } from "../../shared/store/rows/partnership.ts";
import { people } from "../../shared/store/rows/people.ts";
import { requests } from "../../shared/store/rows/requests.ts";
import { tasksIn } from "../../shared/store/rows/tasks.ts";
import { auditOf, outboxList } from "../../shared/store/rows/trail.ts";
import { numbered, someDeployment, somePerson, someRequest, someSchool } from "./rows.ts";
import { queueRecord } from "./queueRecord.ts";
import { memoryWorld } from "../store/memoryWorld.ts";
import { recheckFunction } from "../../functions/recheck/handler.ts";

export const now = "2026-09-01T08:00:00.000Z";

/** The imports before and after, and one that may come later still. */
export const [was, is, later] = [
  numbered.registerImport(1),
  numbered.registerImport(2),
  numbered.registerImport(3),
];

const person = somePerson(1, numbered.school(2));

/** What the work is for: the first school asked, and somebody of the second came. */
export const request = someRequest(1, numbered.school(1), "2026-06-01");

export const work = someDeployment(request, person);

/** The URN of a school that has become another. */
export const urn = SchoolUrn.parse("150001");

/** What a register says of a school that it did not say before. */
export type Facts = Partial<SchoolFacts>;

/** The schools of a register: the one that asked, that of the practitioner, and a third. */
export const supported = (facts: Facts, home: Facts = {}) =>
  [facts, home, {}].map((each, index) => SchoolFacts.parse({ ...someSchool(index + 1), ...each }));

/** An import by one register over another. */
export const importOf = (
  importId: RegisterImport["importId"],
  replacedImportId: RegisterImport["importId"],
) => ({
  importId,
  kind: "establishments" as const,
  digest: "",
  area: null,
  rowsRead: 3,
  schoolsRead: 3,
  added: 0,
  changed: 1,
  unchanged: 2,
  absent: 0,
  replacedImportId,
  importedAt: now,
});

const changeLists = [
  "opened",
  "closed",
  "changed",
  "changedTrust",
  "changedFederation",
  "succeeded",
  "absent",
  "concerns",
  "toDecide",
] as const;

/** The preview that was put in force as that import. */
export const plannedAs = (record: RegisterImport): PlannedImport =>
  PlannedImport.parse({
    ...Object.fromEntries(changeLists.map((list) => [list, []])),
    counts: Object.fromEntries(changeLists.map((list) => [list, 0])),
    warnings: [],
    importId: record.importId,
    import: record,
    appliedAt: now,
  });

type ThreeRegisters = readonly [readonly SchoolFacts[], readonly SchoolFacts[], (readonly SchoolFacts[])?];

/** Work between the first two schools, a register before and one after, and maybe a third that is in force by now. */
export async function workUnder(
  [before, now_, meanwhile]: ThreeRegisters,
  state: Deployment["state"] = "in-delivery",
) {
  // Of its own each time: a register in force is remembered under its partnership.
  const partnershipId = freshId(PartnershipId, Date.parse(now));
  const world = memoryWorld(now);
  const store = world.storeFor(partnershipId);
  await store.stage(
    schoolFacts,
    before.map((row) => ({ ...row, importedBy: was })),
  );
  await store.stage(
    schoolFacts,
    now_.map((row) => ({ ...row, importedBy: is })),
  );
  await store.stage(
    schoolFacts,
    (meanwhile ?? []).map((row) => ({ ...row, importedBy: later })),
  );
  const record = importOf(is, was);
  const last = meanwhile ? importOf(later, is) : record;
  await store.stage(plannedImports, [plannedAs(record), ...(meanwhile ? [plannedAs(last)] : [])]);
  await store.stage(registers, [
    { importId: last.importId, record: recordOver(last, undefined), revision: 0 },
  ]);
  await store.stage(people, [person]);
  await store.stage(requests, [request]);
  await store.stage(deployments, [{ ...work, state }]);
  const hear = async (
    importId: RegisterImport["importId"],
    type: "register-imported" | "register-rolled-back" = "register-imported",
  ) => {
    const event = {
      eventId: EventId.parse("evt_00000001"),
      partnershipId,
      type,
      at: now,
    };
    const body = JSON.stringify({ ...event, subject: { importId }, tell: [] });
    const { batchItemFailures } = await recheckFunction(world)(
      { Records: [queueRecord(body)] },
      lambdaContext("recheck"),
    );
    expect(batchItemFailures).toEqual([]);
  };
  return { store, hear };
}

/** What the second import's event leads to, heard twice. */
export async function after(three: ThreeRegisters, state?: Deployment["state"]) {
  const { store, hear } = await workUnder(three, state);
  await hear(is);
  await hear(is);
  const told = (await store.all(outboxList)).map(({ type, tell }) => [type, tell]);
  const trail = (await store.all(auditOf(`request:${request.requestId}`))).map(({ action }) => action);
  const raised = (await store.all(tasksIn("open")))
    .map(({ evidence, schoolId }) => ({ ...evidence, schoolId }))
    .toSorted((a, b) => b.kind.localeCompare(a.kind));
  return { raised, told, trail };
}
