import { describe, expect, test } from "vitest";
import { addDays } from "../../shared/domain/calendar/calendar.ts";
import { allAlsoListed } from "../../shared/store/rows/alsoListed.ts";
import { people } from "../../shared/store/rows/people.ts";
import { create } from "../../shared/store/store.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { problemIn, read } from "./read.ts";
import { personIn } from "./groundForPeople.ts";
import { movesIn } from "./moving.ts";
import { setScene } from "./scene.ts";

const service = await serviceForTests();
const { today, offered, agreed, move, offerNow, tasksNow, trailOf } = movesIn(service);

describe("a move that is announced", () => {
  test("ends offers that reach beyond it and none that do not, and later offers end with it", async () => {
    const made = await offered();
    const { scene, person } = made;
    const { terms } = await offerNow(made);
    await move(made, { homeSchoolId: scene.schoolAt(2), from: addDays(terms.window.to, 1) });
    expect(await offerNow(made)).toMatchObject({ state: "sent" });
    const from = addDays(terms.window.from, 40);
    await move(made, { homeSchoolId: scene.schoolAt(2), from });
    expect(await offerNow(made)).toMatchObject({ state: "withdrawn" });
    expect(personIn(await scene.get(person.homeHead, `/people/${person.personId}`)).homeSchoolId).toBe(
      scene.schoolAt(1),
    );
    const again = read.offer(await scene.confirm(await scene.run(), made.request, person));
    expect(again.terms.window).toEqual({ ...terms.window, to: addDays(from, -1) });
    const late = await scene.addRequest(3, { window: { from, to: addDays(from, 60) } });
    expect(problemIn(await scene.confirm(await scene.run(), late, person))).toBe("not-found");
  });

  test("takes effect on its date by itself, once, however often the hour comes", async () => {
    const made = await offered();
    const { scene, person } = made;
    const from = addDays(today(), 3);
    await move(made, { homeSchoolId: scene.schoolAt(2), from });
    await service.fire("hour");
    await service.settle();
    expect(personIn(await scene.get(scene.broker, `/people/${person.personId}`))).toMatchObject({
      homeSchoolId: scene.schoolAt(1),
      move: { from },
    });
    await service.advance({ days: 3 });
    for (const _time of [1, 2]) {
      await service.fire("hour");
      await service.settle();
    }
    const moved = personIn(await scene.get(scene.broker, `/people/${person.personId}`));
    expect(moved).toMatchObject({ homeSchoolId: scene.schoolAt(2), assurance: null });
    expect(moved.move).toBeUndefined();
    const steps = (await trailOf(scene, `/people/${person.personId}`)).map(({ action }) => action);
    expect(steps.filter((step) => step.includes("move"))).toEqual(["move-announced", "person-moved"]);
  });

  test("has offers of its day go to the new head, also before the hour brings it into force", async () => {
    const scene = await setScene(service);
    const [former, next] = [scene.schoolAt(1), scene.schoolAt(2)];
    const person = await scene.addPerson(1);
    const request = await scene.addRequest(0);
    const other = await scene.addRequest(3);
    const before = await scene.run();
    // Recorded for today, and no hour has come since.
    const row = await scene.store.get(people, person);
    if (!row) throw new Error("The scene has this person");
    const assurance = { confirmedBySchoolId: next, confirmedOn: today(), validUntil: "2099-08-31" };
    await scene.store.stage(people, [{ ...row, assurance, move: { homeSchoolId: next, from: today() } }]);
    expect(problemIn(await scene.confirm(before, request, person))).toBe("out-of-date");
    const swapped = await scene.post(
      scene.broker,
      `/match-runs/${before}/proposals/${other.requestId}/${person.personId}/swap`,
      { withPersonId: person.personId, reason: "They know the school", overrideRules: [] },
    );
    const confirmed = await scene.confirm(await scene.run(), request, person);
    expect([swapped, confirmed].map((each) => read.offer(each).homeSchoolId)).toEqual([next, next]);
    expect(former).not.toBe(next);
  });

  test("to no school has nobody proposed for what begins after it", async () => {
    const scene = await setScene(service);
    const person = await scene.addPerson(1);
    await move({ scene, person }, { homeSchoolId: null, from: addDays(today(), 1) });
    const request = await scene.addRequest(0);
    expect(problemIn(await scene.confirm(await scene.run(), request, person))).toBe("not-found");
  });

  test("makes work under way a task and asks the new head, until it is taken back", async () => {
    const made = await agreed();
    const { scene, deployment, at } = made;
    const now = service.host.world.now();
    await scene.store.note(create(allAlsoListed, { of: "work", listedAt: now, againAt: now }));
    const next = scene.schoolAt(2);
    const from = addDays(deployment.agreement.window.from, 10);
    await move(made, { homeSchoolId: next, from });
    const [task, ...more] = await tasksNow(made);
    expect(more).toEqual([]);
    expect(task).toMatchObject({
      deploymentId: deployment.deploymentId,
      evidence: { kind: "moved-practitioner", from, toSchoolId: next, formerSchoolId: scene.schoolAt(1) },
    });
    expect((await scene.get(scene.head(next), at)).body).toMatchObject({
      newRelease: { schoolId: next, from, answer: "awaited" },
    });
    const listed = await scene.get(scene.head(next), "/deployments");
    expect(listed.body).toMatchObject({ items: [{ deploymentId: deployment.deploymentId }] });
    for (const _time of [1, 2]) await move(made, null);
    expect(await tasksNow(made)).toEqual([]);
    expect(await tasksNow(made, "&state=settled")).toMatchObject([{ settledAs: "no-longer-so" }]);
    expect((await scene.get(scene.head(next), at)).status).toBe(404);
    await move(made, { homeSchoolId: next, from });
    expect(await tasksNow(made)).toMatchObject([{ taskId: task?.taskId }]);
  });

  test("leaves work alone that ends before it", async () => {
    const made = await agreed();
    const from = addDays(made.deployment.agreement.window.to, 1);
    await move(made, { homeSchoolId: made.scene.schoolAt(2), from });
    expect(await tasksNow(made)).toEqual([]);
  });
});
