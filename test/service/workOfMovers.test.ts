import { describe, expect, test } from "vitest";
import * as z from "zod";
import { addDays } from "../../shared/domain/calendar/calendar.ts";
import { deployments } from "../../shared/store/rows/deployments.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { problemIn, read } from "./read.ts";
import { movesIn } from "./moving.ts";

const service = await serviceForTests();
const { today, agreed, move, tasksNow } = movesIn(service);

describe("work of somebody who moved", () => {
  const note = (visitedOn: string) => ({
    visitedOn,
    days: 1,
    focus: "Reading",
    whatHappened: "Two lessons were seen.",
    agreedActions: "",
    nextVisitOn: null,
  });

  test("goes on once the new head releases them, from whose day on it is that school's", async () => {
    const made = await agreed();
    const { scene, person, deployment, at } = made;
    const next = scene.schoolAt(2);
    const { from } = deployment.agreement.window;
    await move(made, { homeSchoolId: next, from: addDays(from, 1) });
    await service.advance({ days: 12 });
    await service.fire("hour");
    await service.settle();
    const visits = `${at}/visits`;
    const late = await scene.post(person.account, visits, note(addDays(from, 1)));
    expect([problemIn(late), read.problem(late).errors?.[0]?.pointer]).toEqual([
      "invalid-request",
      "/visitedOn",
    ]);
    expect((await scene.post(person.account, visits, note(from))).status).toBe(201);
    const [task] = await tasksNow(made);
    const goesOn = { as: "goes-on", reason: "It is going well" };
    expect(problemIn(await scene.post(scene.broker, `/tasks/${task?.taskId}/settlement`, goesOn))).toBe(
      "wrong-state",
    );
    const release = `${at}/release`;
    expect(problemIn(await scene.post(person.homeHead, release, { released: true }))).toBe("forbidden");
    const stranger = scene.head(scene.schoolAt(4));
    expect(problemIn(await scene.post(stranger, release, { released: true }))).toBe("not-found");
    const refused = await scene.post(scene.head(next), release, { released: false });
    expect(refused.body).toMatchObject({ newRelease: { answer: "no" } });
    expect(await tasksNow(made)).toHaveLength(1);
    for (const _time of [1, 2]) {
      const released = await scene.post(scene.head(next), release, { released: true });
      expect(released.body).toMatchObject({
        homeSchoolId: next,
        formerHomeSchools: [{ schoolId: scene.schoolAt(1), until: addDays(from, 1) }],
      });
    }
    const byBroker = await scene.post(scene.broker, release, { released: true });
    expect([byBroker.status, byBroker.body]).toMatchObject([200, { homeSchoolId: next }]);
    expect(await tasksNow(made)).toEqual([]);
    expect(await tasksNow(made, "&state=settled")).toMatchObject([{ settledAs: "released" }]);
    expect((await scene.post(person.account, visits, note(addDays(from, 1)))).status).toBe(201);
  });

  test("that a head released before the day becomes the new school's on the day", async () => {
    const made = await agreed();
    const { scene, deployment, at } = made;
    const next = scene.schoolAt(2);
    await move(made, { homeSchoolId: next, from: addDays(today(), 2) });
    await scene.post(scene.head(next), `${at}/release`, { released: true });
    const now = () => scene.store.get(deployments, deployment);
    expect(await now()).toMatchObject({ homeSchoolId: scene.schoolAt(1), newRelease: { answer: "yes" } });
    await service.advance({ days: 2 });
    await service.fire("hour");
    await service.settle();
    expect(await now()).toMatchObject({ homeSchoolId: next });
    expect(await tasksNow(made)).toEqual([]);
  });

  test("is the broker's again where the head takes a release back, or the move is announced anew", async () => {
    const made = await agreed();
    const { scene, at } = made;
    const next = scene.schoolAt(2);
    const toNext = { homeSchoolId: next, from: addDays(today(), 2) };
    const answer = (released: boolean) => scene.post(scene.head(next), `${at}/release`, { released });
    await move(made, toNext);
    expect((await answer(true)).status).toBe(200);
    expect(await tasksNow(made)).toEqual([]);
    for (const _time of [1, 2])
      expect((await answer(false)).body).toMatchObject({ newRelease: { answer: "no" } });
    const [again, ...others] = await tasksNow(made, "&kind=moved-practitioner");
    expect(again?.decisions.map(({ action }) => action)).toEqual(["released", "reopened"]);
    expect(others).toEqual([]);
    await answer(true);
    await move(made, null);
    await move(made, toNext);
    expect((await scene.get(scene.broker, at)).body).toMatchObject({ newRelease: { answer: "awaited" } });
    expect(await tasksNow(made)).toMatchObject([{ taskId: again?.taskId, state: "open" }]);
  });

  test("is handed over where nobody releases them: its place is open again for others, for the days left", async () => {
    const made = await agreed();
    const { scene, request, person, deployment, at } = made;
    const { from } = deployment.agreement.window;
    await service.advance({ days: 12 });
    await service.fire("hour");
    await service.settle();
    const visit = z.object({ visitId: z.string() });
    const drafted = await scene.post(person.account, `${at}/visits`, note(from));
    const record = `${at}/visits/${visit.parse(drafted.body).visitId}`;
    expect((await scene.post(person.account, `${record}/submission`, {})).status).toBe(200);
    const accurate = await scene.post(request.head, `${record}/response`, { accurate: true, note: "" });
    expect(accurate.status).toBe(200);
    await move(made, { homeSchoolId: null, from: today() });
    const [task] = await tasksNow(made, "&kind=moved-practitioner");
    expect(task?.evidence).toMatchObject({ toSchoolId: null });
    const body = { as: "handed-over", reason: "They have left" };
    expect((await scene.post(scene.broker, `/tasks/${task?.taskId}/settlement`, body)).status).toBe(200);
    expect(await scene.request(request)).toMatchObject({ state: "open", slotsOpen: 1 });
    const other = await scene.addPerson(3);
    const runId = await scene.run();
    const next = read.offer(await scene.confirm(runId, request, other));
    expect(next.terms.days).toBe(deployment.agreement.daysPlanned - 1);
    expect(problemIn(await scene.confirm(runId, request, person))).toBe("not-found");
  });
});
