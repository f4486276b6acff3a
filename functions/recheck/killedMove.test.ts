import { expect, test } from "vitest";
import { PartnershipId } from "../../shared/domain/ids.ts";
import type { Person } from "../../shared/domain/people/person.ts";
import { freshCapacity } from "../../shared/domain/people/capacity.ts";
import { freshId } from "../../shared/runtime/identity.ts";
import { deploymentList, deployments } from "../../shared/store/rows/deployments.ts";
import { registers, SchoolFacts, schoolFacts } from "../../shared/store/rows/partnership.ts";
import { capacities, capacitiesOf, people } from "../../shared/store/rows/people.ts";
import { offers, offersOfPerson, requests } from "../../shared/store/rows/requests.ts";
import { tasksIn } from "../../shared/store/rows/tasks.ts";
import { auditOf, outboxList } from "../../shared/store/rows/trail.ts";
import type { Store } from "../../shared/store/store.ts";
import type { Table } from "../../shared/store/table.ts";
import {
  numbered,
  someDeployment,
  someOffer,
  somePerson,
  somePolicy,
  someRequest,
  someSchool,
} from "../../test/harness/rows.ts";
import { moments, workUntilKilled } from "../../test/store/killedTable.ts";
import { memoryTable } from "../../test/store/memoryTable.ts";
import { storesOver } from "../../test/store/memoryWorld.ts";
import { lookAtPerson } from "./employment.ts";

const now = "2026-06-15T08:00:00.000Z";
const importId = numbered.registerImport(1);
const moved: Person = {
  ...somePerson(1, numbered.school(2)),
  employment: [
    { schoolId: numbered.school(1), from: "2019-09-01", to: "2026-06-15" },
    { schoolId: numbered.school(2), from: "2026-06-15", to: null },
  ],
};
const before = { personId: moved.personId, homeSchoolId: numbered.school(1) };
const asked = (index: number) => someRequest(index, numbered.school(index), "2026-06-01");
const first = asked(3);
const second = { ...asked(4), slotsOpen: 0 };
const third = { ...asked(5), slotsOpen: 0 };
const policy = somePolicy();
const sent = { ...someOffer(first, before, { policy, now }), offerId: numbered.offer(1) };
const accepted = {
  ...someOffer(second, before, { policy, now }),
  offerId: numbered.offer(2),
  state: "accepted" as const,
  consents: sent.consents.map((each) =>
    each.party === "practitioner" ? { ...each, answer: "yes" as const } : each,
  ),
};
const work = { ...someDeployment(third, before), offerId: numbered.offer(3) };
const held = { ...freshCapacity(moved, "2025-26"), daysLeft: 17, deploymentsLeft: 3 };

/** Somebody who moved with one offer sent, one accepted and one agreed by their former school. */
async function laidOut() {
  const open = memoryTable();
  // Of its own each time: a register in force is remembered under its partnership.
  const partnershipId = freshId(PartnershipId, Date.parse(now));
  const storeOver = (openTable: (prefix: string) => Table): Store =>
    storesOver(openTable, now)(partnershipId);
  const store = storeOver(open);
  const schools = [1, 2, 3, 4, 5].map((index) =>
    SchoolFacts.parse({ ...someSchool(index), importedBy: importId }),
  );
  await store.stage(schoolFacts, schools);
  await store.stage(registers, [{ importId, revision: 0 }]);
  await store.stage(people, [moved]);
  await store.stage(capacities, [held]);
  await store.stage(requests, [first, second, third]);
  await store.stage(offers, [sent, accepted]);
  await store.stage(deployments, [work]);
  return { open, store, storeOver };
}

const bare = <Row extends { revision: number }>({ revision: _revision, ...row }: Row) => row;

/** All that the worker leaves behind. */
const leftBy = async (store: Store) => ({
  offers: (await store.all(offersOfPerson(moved.personId))).map(bare),
  capacities: (await store.all(capacitiesOf("2025-26"))).map(bare),
  requests: await Promise.all([first, second, third].map((key) => store.get(requests, key))),
  work: (await store.all(deploymentList)).map(bare),
  tasks: (await store.all(tasksIn("open"))).map(bare),
  trail: await Promise.all(
    [first, second, third].map(async (each) =>
      (await store.all(auditOf(`request:${each.requestId}`))).map(({ action, facts }) => ({
        action,
        facts,
      })),
    ),
  ),
  told: (await store.all(outboxList))
    .map(({ type, subject, tell }) => JSON.stringify([type, subject, tell]))
    .toSorted(),
});

test.each(moments)(
  "a worker killed %s any call is gone on with, and each offer ends once",
  async (moment) => {
    const { store: unkilled } = await laidOut();
    await lookAtPerson({ store: unkilled, now }, moved.personId);
    const after = await leftBy(unkilled);
    expect(after.offers.map(({ state }) => state)).toEqual(["withdrawn", "withdrawn"]);
    expect(after.capacities).toMatchObject([{ daysLeft: 20, deploymentsLeft: 4 }]);
    expect(after.requests.map((each) => each?.slotsOpen)).toEqual([1, 1, 0]);
    expect(after.work).toMatchObject([{ newRelease: { schoolId: numbered.school(2), answer: "awaited" } }]);
    expect(after.tasks).toMatchObject([{ evidence: { kind: "moved-practitioner" } }]);
    for (let at = 0; ; at += 1) {
      const { open, store, storeOver } = await laidOut();
      const end = await workUntilKilled(storeOver, { open, at, moment }, (dying) =>
        lookAtPerson({ store: dying, now }, moved.personId),
      );
      await lookAtPerson({ store, now }, moved.personId);
      expect(await leftBy(store)).toEqual(after);
      if (end === "ended") break;
    }
  },
);
