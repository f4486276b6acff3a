import { describe, expect, test } from "vitest";
import { TaskView } from "../../shared/contract/routes/tasks.ts";
import { newPartnership } from "../harness/service.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { taskAt, trailOfWork, withConflict } from "./tasksOfWork.ts";
import { agreeWork } from "./agreedWork.ts";
import { problemIn } from "./withSchools.ts";
import { endWork } from "./workSteps.ts";

const service = await serviceForTests();
const { get, post } = service;

const goesOn = { as: "goes-on", reason: "Both governing bodies were told and agree" };

describe("a task about work under way", () => {
  test("is settled with a reason, once, and can be taken back while the work goes on", async () => {
    const work = await agreeWork(service);
    const { path } = await withConflict(service, work);
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
    const trail = (await trailOfWork(service, work)).filter(({ action }) => action.startsWith("task-"));
    expect(trail.map(({ action }) => action)).toEqual(["task-settled", "task-reopened"]);
    expect(JSON.stringify(trail)).not.toMatch(/governing|One did not/);
  });

  test("is its broker's alone: no other role reads or settles it, and no other partnership knows of it", async () => {
    const work = await agreeWork(service);
    const { path } = await withConflict(service, work);
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
    const { path } = await withConflict(service, work);
    const { broker } = work.accounts;
    await endWork(service, work, { as: "not-started" });
    expect(await taskAt(service, broker, path)).toMatchObject({ state: "settled", settledAs: "work-ended" });
    for (const answer of [
      await post(broker, `${path}/settlement`, goesOn),
      await post(broker, `${path}/reopening`, { reason: "It was too soon" }),
    ])
      expect(problemIn(answer)).toMatchObject({ code: "wrong-state" });
  });

  test("ages by the day until it is settled, and no longer", async () => {
    const work = await agreeWork(service);
    const { path } = await withConflict(service, work);
    const { broker } = work.accounts;
    await service.advance({ days: 3 });
    expect((await taskAt(service, broker, path)).ageDays).toBe(3);
    await post(broker, `${path}/settlement`, goesOn);
    await service.advance({ days: 2 });
    expect((await taskAt(service, broker, path)).ageDays).toBe(3);
  });
});
