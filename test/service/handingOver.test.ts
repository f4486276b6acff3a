import * as z from "zod";
import { describe, expect, test } from "vitest";
import type { DeploymentId } from "../../shared/domain/ids.ts";
import { deployments, deploymentsOfRequest } from "../../shared/store/rows/deployments.ts";
import { capacities, people } from "../../shared/store/rows/people.ts";
import { offers, requests } from "../../shared/store/rows/requests.ts";
import { someOffer, somePolicy } from "../harness/rows.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { taskAt, trailOfWork, withConflict } from "./tasksOfWork.ts";
import { agreeWork, type AgreedWork } from "./agreedWork.ts";
import { problemIn } from "./withSchools.ts";
import { deliver, outcomeNote, visitNote } from "./workSteps.ts";

const service = await serviceForTests();
const { post } = service;

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

const deploymentNow = (work: AgreedWork, deploymentId: DeploymentId) =>
  work.store.get(deployments, { requestId: work.requestId, deploymentId });

describe("handing work over", () => {
  const handedOver = { as: "handed-over", reason: "A colleague takes it on" };
  test("ends it, gives its days back, and opens its place again for the days that are left", async () => {
    const work = await agreeWork(service);
    const { path, deploymentId } = await withConflict(service, work);
    const other = await withConflict(service, work);
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
    expect(await taskAt(service, accounts.broker, other.path)).toMatchObject({ settledAs: "work-ended" });
    const [last] = (await trailOfWork(service, work)).slice(-1);
    expect(last).toMatchObject({ action: "deployment-handed-over", facts: { as: "curtailed", daysBack: 3 } });
  });

  test("leaves a request that is not made a draft again: its objectives are those of the delivered days", async () => {
    const work = await agreeWork(service);
    const { path } = await withConflict(service, work);
    await deliver(service, work, 1);
    const { broker, receiving } = work.accounts;
    await post(broker, `${path}/settlement`, handedOver);
    const before = await work.store.get(requests, work);
    expect(before).toMatchObject({ state: "open" });
    for (const account of [broker, receiving]) {
      const back = await post(account, `/requests/${work.requestId}/return`, { message: "Other dates" });
      expect(problemIn(back)).toMatchObject({ code: "wrong-state" });
    }
    expect(await work.store.get(requests, work)).toEqual(before);
  });

  test("and then withdrawing the request leaves it in review, to close by what became of the delivered days", async () => {
    const work = await agreeWork(service);
    const { path } = await withConflict(service, work);
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
      expect((await service.ask(broker, { method: "PUT", path, body: outcomeNote })).status).toBe(200);
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
      const { path } = await withConflict(service, work);
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
    const { path } = await withConflict(service, work);
    await deliver(service, work, 1);
    const { broker } = work.accounts;
    await post(broker, `${path}/settlement`, handedOver);
    for (const objectiveId of work.objectiveIds) {
      const outcome = `${work.at()}/outcomes/${objectiveId}`;
      expect((await service.ask(broker, { method: "PUT", path: outcome, body: outcomeNote })).status).toBe(
        200,
      );
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
    const { path } = await withConflict(service, work);
    await post(work.accounts.broker, `${path}/settlement`, handedOver);
    const withdrawal = { reason: "The school will go on by itself" };
    const withdrawn = await post(work.accounts.broker, `/requests/${work.requestId}/withdrawal`, withdrawal);
    expect(withdrawn.body).toMatchObject({ state: "closed", closure: { as: "withdrawn" } });
  });

  test("of which every day was delivered is refused, and changes nothing", async () => {
    const work = await agreeWork(service);
    const { path, deploymentId } = await withConflict(service, work);
    await deliver(service, work, 4);
    const refused = await post(work.accounts.broker, `${path}/settlement`, handedOver);
    expect(problemIn(refused)).toMatchObject({ status: 409, code: "wrong-state" });
    expect(await deploymentNow(work, deploymentId)).toMatchObject({ state: "in-delivery", daysDelivered: 4 });
    expect(await taskAt(service, work.accounts.broker, path)).toMatchObject({ state: "open" });
  });

  test("of which nothing was told calls the work not started", async () => {
    const work = await agreeWork(service);
    const { path, deploymentId } = await withConflict(service, work);
    await post(work.accounts.broker, `${path}/settlement`, handedOver);
    expect(await deploymentNow(work, deploymentId)).toMatchObject({ state: "not-started" });
  });
});
