import * as z from "zod";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TaskView } from "../../shared/contract/routes/tasks.ts";
import { AuditView, pageOf } from "../../shared/contract/routes/views.ts";
import { type DeploymentId, RegisterImportId, SchoolUrn, TaskId } from "../../shared/domain/ids.ts";
import { openTask } from "../../shared/domain/task.ts";
import { deployments, deploymentsOfRequest } from "../../shared/store/rows/deployments.ts";
import { capacities, people } from "../../shared/store/rows/people.ts";
import { offers, requests } from "../../shared/store/rows/requests.ts";
import { tasks } from "../../shared/store/rows/tasks.ts";
import { newPartnership, type Service, startService } from "../harness/service.ts";
import { someOffer, somePolicy } from "../harness/rows.ts";
import { agreeWork, type AgreedWork } from "./agreedWork.ts";
import { problemIn } from "./withSchools.ts";
import { deliver, endWork, visitNote } from "./workSteps.ts";

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const get = (account: string, path: string) => service.ask(account, { method: "GET", path });
const post = (account: string, path: string, body: unknown) =>
  service.ask(account, { method: "POST", path, body });

/** A conflict that a register brought about, on the first deployment of that work. */
async function withConflict(work: AgreedWork) {
  const { world } = service.host;
  const [deployment] = await work.store.all(deploymentsOfRequest(work.requestId));
  if (!deployment) throw new Error("Work was agreed");
  const taskId = world.fresh(TaskId);
  const { deploymentId, requestId, personId, schoolId } = deployment;
  await work.store.stage(tasks, [
    openTask({
      taskId,
      raisedAt: world.now(),
      schoolId,
      requestId,
      deploymentId,
      personId,
      evidence: {
        kind: "conflict",
        importId: world.fresh(RegisterImportId),
        side: "supported",
        urnBefore: SchoolUrn.parse("100001"),
        urnAfter: SchoolUrn.parse("100001"),
        conflicts: [
          { rule: "same-trust", why: "Both schools belong to trust 7001.", evidence: [], causes: [] },
        ],
      },
    }),
  ]);
  return { deploymentId, path: `/tasks/${taskId}` };
}
/** The offer that the first deployment of that work was agreed by. */
async function withOffer(work: AgreedWork): Promise<void> {
  const [request, person, [deployment]] = await Promise.all([
    work.store.get(requests, work),
    work.store.get(people, work),
    work.store.all(deploymentsOfRequest(work.requestId)),
  ]);
  if (!request || !person || !deployment) throw new Error("Work was agreed");
  const offer = someOffer(request, person, { policy: somePolicy(), now: service.host.world.now() });
  await work.store.stage(offers, [{ ...offer, offerId: deployment.offerId, state: "agreed" }]);
}
const taskAt = async (account: string, path: string) => TaskView.parse((await get(account, path)).body);
const deploymentNow = (work: AgreedWork, deploymentId: DeploymentId) =>
  work.store.get(deployments, { requestId: work.requestId, deploymentId });
const trailOf = async (work: AgreedWork) => {
  const path = `/requests/${work.requestId}/audit?limit=200`;
  return pageOf(AuditView).parse((await get(work.accounts.director, path)).body).items;
};
const goesOn = { as: "goes-on", reason: "Both governing bodies were told and agree" };

describe("a task about work under way", () => {
  test("is settled with a reason, once, and can be taken back while the work goes on", async () => {
    const work = await agreeWork(service);
    const { path } = await withConflict(work);
    const { broker } = work.accounts;
    for (const _time of [1, 2]) {
      const settled = TaskView.parse((await post(broker, `${path}/settlement`, goesOn)).body);
      expect(settled).toMatchObject({
        state: "settled",
        settledAs: "goes-on",
        decisions: [goesOn.reason].map((reason) => ({ reason })),
      });
    }
    for (const _time of [1, 2]) {
      const open = TaskView.parse((await post(broker, `${path}/reopening`, { reason: "One did not" })).body);
      expect(open).toMatchObject({ state: "open", settledAs: null });
      expect(open.decisions.map(({ action }) => action)).toEqual(["goes-on", "reopened"]);
    }
    const trail = (await trailOf(work)).filter(({ action }) => action.startsWith("task-"));
    expect(trail.map(({ action }) => action)).toEqual(["task-settled", "task-reopened"]);
    expect(JSON.stringify(trail)).not.toMatch(/governing|One did not/);
  });

  test("is its broker's alone: no other role reads or settles it, and no other partnership knows of it", async () => {
    const work = await agreeWork(service);
    const { path } = await withConflict(work);
    const { director, practitioner, receiving, home } = work.accounts;
    for (const account of [director, practitioner, receiving, home])
      for (const answer of [await get(account, path), await post(account, `${path}/settlement`, goesOn)])
        expect(problemIn(answer)).toMatchObject({ status: 403 });
    const stranger = newPartnership(service).broker;
    for (const answer of [await get(stranger, path), await post(stranger, `${path}/settlement`, goesOn)])
      expect(problemIn(answer)).toMatchObject({ status: 404 });
    expect((await get(stranger, "/tasks")).body).toEqual({ items: [], nextCursor: null });
  });

  test("is settled by the ending of the work, and then stays so", async () => {
    const work = await agreeWork(service);
    const { path } = await withConflict(work);
    const { broker } = work.accounts;
    await endWork(service, work, { as: "not-started" });
    expect(await taskAt(broker, path)).toMatchObject({ state: "settled", settledAs: "work-ended" });
    for (const answer of [
      await post(broker, `${path}/settlement`, goesOn),
      await post(broker, `${path}/reopening`, { reason: "It was too soon" }),
    ])
      expect(problemIn(answer)).toMatchObject({ code: "wrong-state" });
  });

  test("ages by the day until it is settled, and no longer", async () => {
    const work = await agreeWork(service);
    const { path } = await withConflict(work);
    const { broker } = work.accounts;
    await service.advance({ days: 3 });
    expect((await taskAt(broker, path)).ageDays).toBe(3);
    await post(broker, `${path}/settlement`, goesOn);
    await service.advance({ days: 2 });
    expect((await taskAt(broker, path)).ageDays).toBe(3);
  });
});

describe("handing work over", () => {
  const handedOver = { as: "handed-over", reason: "A colleague takes it on" };
  const gotBetter = {
    result: "5 of 6",
    level: 4,
    direction: "better",
    evidenceStrength: 2,
    evidence: "Two rounds of visits to lessons",
    contribution: { whatChanged: "Teaching", whatWeDid: "Coaching", otherExplanations: "" },
  };

  test("ends it, gives its days back, and opens its place again for the days that are left", async () => {
    const work = await agreeWork(service);
    const { path, deploymentId } = await withConflict(work);
    const other = await withConflict(work);
    await deliver(service, work, 1);
    const { personId, academicYear, accounts } = work;
    const settled = await post(accounts.broker, `${path}/settlement`, handedOver);
    expect(settled.body).toMatchObject({ state: "settled", settledAs: "handed-over" });
    expect((await post(accounts.broker, `${path}/settlement`, handedOver)).status).toBe(200);
    expect(await deploymentNow(work, deploymentId)).toMatchObject({ state: "curtailed", daysDelivered: 1 });
    expect(await work.store.get(requests, work)).toMatchObject({
      state: "open",
      slotsOpen: 1,
      daysSought: 3,
      declinedBy: [personId],
    });
    const capacity = await work.store.get(capacities, { personId, academicYear });
    expect(capacity).toMatchObject({ daysLeft: 14, deploymentsLeft: 2 });
    expect(await taskAt(accounts.broker, other.path)).toMatchObject({ settledAs: "work-ended" });
    const [last] = (await trailOf(work)).slice(-1);
    expect(last).toMatchObject({ action: "deployment-handed-over", facts: { as: "curtailed", daysBack: 3 } });
  });

  test("and then withdrawing the request leaves it in review, to close by what became of the delivered days", async () => {
    const work = await agreeWork(service);
    const { path } = await withConflict(work);
    await deliver(service, work, 1);
    const { broker } = work.accounts;
    await post(broker, `${path}/settlement`, handedOver);
    const withdrawal = { reason: "The school will go on by itself" };
    const withdrawn = await post(broker, `/requests/${work.requestId}/withdrawal`, withdrawal);
    expect(withdrawn).toMatchObject({
      status: 200,
      body: { state: "review", people: 1, slotsOpen: 0, closure: null },
    });
    const { objectives = [] } = (await work.store.get(requests, work)) ?? {};
    for (const { objectiveId } of objectives) {
      const path = `${work.at()}/outcomes/${objectiveId}`;
      expect((await service.ask(broker, { method: "PUT", path, body: gotBetter })).status).toBe(200);
    }
    expect(await work.store.get(requests, work)).toMatchObject({ state: "closed", closure: { as: "met" } });
  });

  test.each([
    { accurate: true, sought: 3 },
    { accurate: false, sought: 4 },
  ])(
    "seeks days of a record that nobody had answered where it is not accurate: %o",
    async ({ accurate, sought }) => {
      const work = await agreeWork(service);
      const { path } = await withConflict(work);
      await withOffer(work);
      const { broker, practitioner, receiving } = work.accounts;
      const drafted = await post(practitioner, `${work.at()}/visits`, visitNote(work, 1));
      const { visitId } = z.object({ visitId: z.string() }).parse(drafted.body);
      const record = `${work.at()}/visits/${visitId}`;
      await post(practitioner, `${record}/submission`, {});
      expect((await post(broker, `${path}/settlement`, handedOver)).status).toBe(200);
      expect(await work.store.get(requests, work)).toMatchObject({ daysSought: 3 });
      expect(
        (await post(receiving, `${record}/response`, { accurate, note: "It was half a day" })).status,
      ).toBe(200);
      expect(await work.store.get(requests, work)).toMatchObject({ daysSought: sought });
    },
  );

  test("and withdrawing once outcomes are in closes the request by them, and says so", async () => {
    const work = await agreeWork(service);
    const { path } = await withConflict(work);
    await deliver(service, work, 1);
    const { broker } = work.accounts;
    await post(broker, `${path}/settlement`, handedOver);
    for (const objectiveId of work.objectiveIds) {
      const outcome = `${work.at()}/outcomes/${objectiveId}`;
      expect((await service.ask(broker, { method: "PUT", path: outcome, body: gotBetter })).status).toBe(200);
    }
    const withdrawal = { reason: "The school will go on by itself" };
    const closed = await post(broker, `/requests/${work.requestId}/withdrawal`, withdrawal);
    expect(closed.body).toMatchObject({ state: "closed", closure: { as: "met" } });
    await service.settle();
    const letters = (await service.letters()).filter(({ subject }) => subject.includes("is closed"));
    for (const address of [work.mailbox.broker, work.mailbox.receiving])
      expect(letters.filter(({ to }) => to.includes(address))).toHaveLength(1);
  });

  test("of which nothing was delivered, and withdrawing, closes it as withdrawn", async () => {
    const work = await agreeWork(service);
    const { path } = await withConflict(work);
    await post(work.accounts.broker, `${path}/settlement`, handedOver);
    const withdrawal = { reason: "The school will go on by itself" };
    const withdrawn = await post(work.accounts.broker, `/requests/${work.requestId}/withdrawal`, withdrawal);
    expect(withdrawn.body).toMatchObject({ state: "closed", closure: { as: "withdrawn" } });
  });

  test("of which every day was delivered is refused, and changes nothing", async () => {
    const work = await agreeWork(service);
    const { path, deploymentId } = await withConflict(work);
    await deliver(service, work, 4);
    const refused = await post(work.accounts.broker, `${path}/settlement`, handedOver);
    expect(problemIn(refused)).toMatchObject({ status: 409, code: "wrong-state" });
    expect(await deploymentNow(work, deploymentId)).toMatchObject({ state: "in-delivery", daysDelivered: 4 });
    expect(await taskAt(work.accounts.broker, path)).toMatchObject({ state: "open" });
  });

  test("of which nothing was told calls the work not started", async () => {
    const work = await agreeWork(service);
    const { path, deploymentId } = await withConflict(work);
    await post(work.accounts.broker, `${path}/settlement`, handedOver);
    expect(await deploymentNow(work, deploymentId)).toMatchObject({ state: "not-started" });
  });
});

test("nothing that was asked here went wrong on the service's side", () => {
  expect(service.errors).toEqual([]);
});
