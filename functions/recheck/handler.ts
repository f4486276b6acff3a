import { dateAt } from "../../shared/domain/calendar.ts";
import { type Deployment, hasEnded } from "../../shared/domain/deployment.ts";
import type { DomainEvent } from "../../shared/domain/events.ts";
import type { RegisterImportId, SchoolId } from "../../shared/domain/ids.ts";
import type { School } from "../../shared/domain/school.ts";
import { payerChanged, type SchoolChange, standsElsewhere } from "../../shared/domain/schoolChange.ts";
import { eventQueueFunction } from "../../shared/runtime/queue.ts";
import { serviceActor } from "../../shared/runtime/session.ts";
import type { World } from "../../shared/runtime/world.ts";
import { deploymentList, schoolChanges } from "../../shared/store/rows/deployments.ts";
import { registerImportList, type SchoolFacts, schoolFactsOf } from "../../shared/store/rows/partnership.ts";
import { schoolsUnder } from "../../shared/store/schools.ts";
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
  const record = (await store.all(registerImportList)).findLast((each) => each.importId === importId);
  if (!record?.replacedImportId) return;
  const before = await store.all(schoolFactsOf(record.replacedImportId));
  // Of this import and not of the one in force: one that came meanwhile has an event, and flags, of its own.
  const schools = await schoolsUnder(store, importId);
  const changed = changedSchools(before, schools);
  if (changed.size === 0) return;
  const touched = (await store.all(deploymentList)).filter(
    (each) => !hasEnded(each) && (changed.has(each.schoolId) || changed.has(each.homeSchoolId)),
  );
  const today = dateAt(world.now());
  for (const deployment of touched) await flag({ store, importId, schools, changed, today }, deployment);
}

interface Standing {
  readonly before: SchoolFacts;
  readonly after: School;
}

/** Schools that an import changed in what a payer or a conflict hangs on. */
function changedSchools(
  before: readonly SchoolFacts[],
  after: readonly School[],
): ReadonlyMap<SchoolId, Standing> {
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
  readonly store: Store;
  readonly importId: RegisterImportId;
  readonly schools: readonly School[];
  readonly changed: ReadonlyMap<SchoolId, Standing>;
  readonly today: string;
}

async function flag(judging: Recheck, deployment: Deployment): Promise<void> {
  const { store, importId, changed, today } = judging;
  const { deploymentId, requestId, schoolId } = deployment;
  if (await store.get(schoolChanges, { deploymentId, importId })) return;
  const supported = changed.get(schoolId);
  const isPayerChanged = supported !== undefined && payerChanged(supported.before, supported.after);
  const conflicts = await registerConflicts(judging, deployment);
  if (!isPayerChanged && conflicts.length === 0) return;
  const standing = supported ?? changed.get(deployment.homeSchoolId);
  if (!standing) return;
  const change: SchoolChange = {
    deploymentId,
    requestId,
    schoolId: standing.after.schoolId,
    importId,
    on: today,
    side: supported ? "supported" : "home",
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
      { type: "school-changed", subject: { requestId, deploymentId, importId }, tell: [{ to: "brokers" }] },
    ],
  });
  if (committed !== "committed" && !(await store.get(schoolChanges, { deploymentId, importId })))
    throw new Error(`${deploymentId} could not be flagged`);
}
