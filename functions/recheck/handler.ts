import { dateAt } from "../../shared/domain/calendar.ts";
import { type Deployment, hasEnded } from "../../shared/domain/deployment.ts";
import type { DomainEvent } from "../../shared/domain/events.ts";
import type { RegisterImportId, SchoolId } from "../../shared/domain/ids.ts";
import { payerChanged, type SchoolChange, standsElsewhere } from "../../shared/domain/schoolChange.ts";
import { eventQueueFunction } from "../../shared/runtime/queue.ts";
import { serviceActor } from "../../shared/runtime/session.ts";
import type { World } from "../../shared/runtime/world.ts";
import { deploymentList, schoolChanges } from "../../shared/store/rows/deployments.ts";
import { registerImportList, type SchoolFacts, schoolFactsOf } from "../../shared/store/rows/partnership.ts";
import { create, type Store } from "../../shared/store/store.ts";
import { registerConflicts } from "./conflicts.ts";

/**
 * Looks again at work under way when a register has changed one of its schools. Each deployment is flagged once per
 * import, so that an event that comes twice flags nothing twice.
 */
export const recheckFunction = (world: World) =>
  eventQueueFunction(world, "recheck", (event) => recheck(world, event));

async function recheck(world: World, { partnershipId, subject }: DomainEvent): Promise<void> {
  const { importId } = subject;
  if (!importId) throw new Error("The event names no register import");
  const store = world.storeFor(partnershipId);
  const changed = await changedSchools(store, importId);
  if (changed.size === 0) return;
  const touched = (await store.all(deploymentList)).filter(
    (each) => !hasEnded(each) && (changed.has(each.schoolId) || changed.has(each.homeSchoolId)),
  );
  for (const deployment of touched) await flag({ world, store, importId, changed }, deployment);
}

interface Standing {
  readonly before: SchoolFacts;
  readonly after: SchoolFacts;
}

/** Schools that the import changed in what a payer or a conflict hangs on; none at the first import. */
async function changedSchools(
  store: Store,
  importId: RegisterImportId,
): Promise<ReadonlyMap<SchoolId, Standing>> {
  const record = (await store.all(registerImportList)).findLast((each) => each.importId === importId);
  const base = record?.replacedImportId;
  if (!base) return new Map();
  const [before, after] = await Promise.all([
    store.all(schoolFactsOf(base)),
    store.all(schoolFactsOf(importId)),
  ]);
  const was = new Map(before.map((school) => [school.schoolId, school]));
  return new Map(
    after.flatMap((school) => {
      const known = was.get(school.schoolId);
      return known && standsElsewhere(known, school)
        ? [[school.schoolId, { before: known, after: school }] as const]
        : [];
    }),
  );
}

interface Recheck {
  readonly world: World;
  readonly store: Store;
  readonly importId: RegisterImportId;
  readonly changed: ReadonlyMap<SchoolId, Standing>;
}

async function flag({ world, store, importId, changed }: Recheck, deployment: Deployment): Promise<void> {
  const { deploymentId, requestId, schoolId } = deployment;
  if (await store.get(schoolChanges, { deploymentId, importId })) return;
  const today = dateAt(world.now());
  const supported = changed.get(schoolId);
  const isPayerChanged = supported !== undefined && payerChanged(supported.before, supported.after);
  const conflicts = await registerConflicts(store, deployment, world.now());
  if (!isPayerChanged && conflicts.length === 0) return;
  const standing = supported ?? changed.get(deployment.homeSchoolId);
  if (!standing) return;
  const change: SchoolChange = {
    deploymentId,
    requestId,
    schoolId: standing.after.schoolId,
    importId,
    on: today,
    urnBefore: standing.before.urn,
    urnAfter: standing.after.urn,
    payerChanged: isPayerChanged,
    conflicts,
  };
  const committed = await store.commit({
    chain: `request:${requestId}`,
    action: "school-changed",
    actor: serviceActor("recheck"),
    facts: { deploymentId, importId, payerChanged: isPayerChanged, conflicts: conflicts.length },
    writes: [create(schoolChanges, change)],
    announce: [
      { type: "payer-changed", subject: { requestId, deploymentId, importId }, tell: [{ to: "brokers" }] },
    ],
  });
  if (committed !== "committed" && !(await store.get(schoolChanges, { deploymentId, importId })))
    throw new Error(`${deploymentId} could not be flagged`);
}
