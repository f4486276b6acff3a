import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { VisiblePerson } from "../../shared/contract/routes/peopleViews.ts";
import { TaskView } from "../../shared/contract/routes/tasks.ts";
import { AuditView, CapacityView, pageOf } from "../../shared/contract/routes/views.ts";
import { addDays, addMonths, dateAt } from "../../shared/domain/calendar.ts";
import type { SchoolId } from "../../shared/domain/ids.ts";
import { deployments, deploymentsOfRequest } from "../../shared/store/rows/deployments.ts";
import { people } from "../../shared/store/rows/people.ts";
import { schoolContacts } from "../../shared/store/rows/partnership.ts";
import type { Answered, Service } from "../harness/service.ts";
import { startService } from "../harness/service.ts";
import { problemIn, read } from "./read.ts";
import { type Asked, type Scene, setScene, type Someone } from "./scene.ts";

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const put = (account: string, path: string, body: unknown): Promise<Answered> =>
  service.ask(account, { method: "PUT", path, body });
const today = (): string => dateAt(service.host.world.now());
const personIn = (answer: Answered) => VisiblePerson.parse(answer.body);

interface Made {
  readonly scene: Scene;
  readonly person: Someone;
  readonly request: Asked;
  readonly offerPath: string;
}

/** Somebody of school 1, one claim of whom their head endorsed, with an offer of a request of school 0. */
async function offered(): Promise<Made> {
  const scene = await setScene(service);
  const person = await scene.addPerson(1);
  await scene.post(person.homeHead, `/people/${person.personId}/claims/CT-02/endorsement`, { note: "Seen" });
  const request = await scene.addRequest(0);
  const { requestId, offerId } = read.offer(await scene.confirm(await scene.run(), request, person));
  return { scene, person, request, offerPath: `/requests/${requestId}/offers/${offerId}` };
}

/** The same, agreed by all three. */
async function agreed() {
  const made = await offered();
  const { scene, person, request, offerPath } = made;
  await scene.post(person.account, `${offerPath}/acceptance`, {});
  await scene.post(person.homeHead, `${offerPath}/release`, { released: true });
  const body = { agreed: true, objectives: [request.objectiveId] };
  const last = read.offer(await scene.post(request.head, `${offerPath}/agreement`, body));
  expect(last.state).toBe("agreed");
  const [deployment] = await scene.store.all(deploymentsOfRequest(request.requestId));
  if (!deployment) throw new Error("The third yes makes a deployment");
  const { requestId, deploymentId } = deployment;
  return { ...made, deployment, at: `/requests/${requestId}/deployments/${deploymentId}` };
}

const schoolAt = ({ schools }: Scene, index: number): SchoolId => {
  const schoolId = schools[index];
  if (!schoolId) throw new Error(`The scene has no school ${index}`);
  return schoolId;
};
const move = async ({ scene, person }: Pick<Made, "scene" | "person">, to: unknown) => {
  const answer = await put(scene.broker, `/people/${person.personId}/move`, { move: to });
  await service.settle();
  return answer;
};
const offerNow = async ({ scene, offerPath }: Made) => read.offer(await scene.get(scene.broker, offerPath));
const tasksNow = async ({ scene }: Pick<Made, "scene">, query = "") =>
  pageOf(TaskView).parse((await scene.get(scene.broker, `/tasks?limit=50${query}`)).body).items;
const capacityNow = async ({ scene, person }: Made) =>
  CapacityView.parse((await scene.get(scene.broker, `/people/${person.personId}/capacity`)).body);
const trailOf = async (scene: Scene, path: string) =>
  pageOf(AuditView).parse((await scene.get(scene.director, `${path}/audit?limit=200`)).body).items;

describe("a move to another school that is in force", () => {
  test("withdraws what was offered, gives the place and the days back, and says no reason", async () => {
    const made = await offered();
    const { scene, person, request, offerPath } = made;
    await scene.post(person.account, `${offerPath}/acceptance`, {});
    expect(await scene.request(request)).toMatchObject({ slotsOpen: 0 });
    for (const _time of [1, 2])
      expect((await move(made, { homeSchoolId: schoolAt(scene, 2), from: today() })).status).toBe(200);
    expect(await offerNow(made)).toMatchObject({ state: "withdrawn" });
    expect(await scene.request(request)).toMatchObject({ slotsOpen: 1, state: "open", declinedBy: [] });
    expect(await capacityNow(made)).toMatchObject({ daysLeft: 20, deploymentsLeft: 4 });
    const seen = await scene.get(request.head, offerPath);
    expect([seen.status, JSON.stringify(seen.body).includes("available")]).toEqual([200, false]);
    const steps = (await trailOf(scene, `/people/${person.personId}`)).map(({ action }) => action);
    expect(steps).toEqual(["claim-endorsed", "person-moved"]);
    const ended = (await trailOf(scene, `/requests/${request.requestId}`)).filter(
      ({ action }) => action === "offer-withdrawn",
    );
    expect(ended).toMatchObject([{ actor: { role: "service" } }]);
  });

  test("keeps the claims, to be endorsed anew by the new head, whom it tells and who can", async () => {
    const made = await offered();
    const { scene, person } = made;
    const [former, next] = [schoolAt(scene, 1), schoolAt(scene, 2)];
    const headEmail = `head-${next.slice(4)}@new.example`;
    const contact = { schoolId: next, headEmail, inCategoryOfConcern: false, revision: 0 };
    await scene.store.stage(schoolContacts, [contact]);
    await move(made, { homeSchoolId: next, from: today() });
    const path = `/people/${person.personId}`;
    expect(personIn(await scene.get(scene.broker, path))).toMatchObject({
      homeSchoolId: next,
      employment: [
        { schoolId: former, to: today() },
        { schoolId: next, to: null },
      ],
      claims: [{ code: "CT-02", endorsement: null, endorsementEnded: { bySchoolId: former, on: today() } }],
      assurance: null,
    });
    const letters = (await service.letters()).filter(({ to }) => to.includes(headEmail));
    expect(letters.map(({ subject }) => subject)).toEqual(["A practitioner has joined your school"]);
    expect((await scene.get(person.homeHead, path)).status).toBe(404);
    const endorsing = `${path}/claims/CT-02/endorsement`;
    expect(problemIn(await scene.post(person.homeHead, endorsing, { note: "" }))).toBe("not-found");
    const [claim] = personIn(await scene.post(scene.head(next), endorsing, { note: "Seen again" })).claims;
    expect(claim?.endorsement).toMatchObject({ bySchoolId: next, note: "Seen again" });
    expect(claim?.endorsementEnded).toBeUndefined();
  });

  test.each([
    ["a conflict for months", 23, { status: 404, names: true }],
    ["no conflict once they are over", 25, { status: 201, names: false }],
  ])("leaves the former school as %s", async (_what, months, expected) => {
    const scene = await setScene(service);
    const person = await scene.addPerson(1);
    const from = addMonths(today(), -months);
    await move({ scene, person }, { homeSchoolId: schoolAt(scene, 2), from });
    const assurance = {
      confirmedBySchoolId: schoolAt(scene, 2),
      confirmedOn: from,
      validUntil: "2099-08-31",
    };
    await put(scene.broker, `/people/${person.personId}/standing`, { designations: [], assurance });
    const request = await scene.addRequest(1);
    const runId = await scene.run();
    const told = await scene.get(scene.broker, `/match-runs/${runId}/practitioners/${person.personId}`);
    const confirmed = await scene.confirm(runId, request, person);
    const names = JSON.stringify(told.body).includes("past-employer");
    expect({ status: confirmed.status, names }).toEqual(expected);
  });

  test("is the broker's alone, to a school of the register that works, after what is on record", async () => {
    const scene = await setScene(service);
    const person = await scene.addPerson(1);
    const path = `/people/${person.personId}/move`;
    const body = { move: { homeSchoolId: schoolAt(scene, 2), from: today() } };
    for (const account of [scene.director, person.account, person.homeHead])
      expect(problemIn(await put(account, path, body))).toBe("forbidden");
    const other = await setScene(service);
    expect(problemIn(await put(other.broker, path, body))).toBe("not-found");
    for (const [wrong, code, pointer] of [
      [{ homeSchoolId: "sch_nosuchschool", from: today() }, "unknown-school", "/move/homeSchoolId"],
      [{ homeSchoolId: schoolAt(scene, 2), from: "2019-08-31" }, "invalid-request", "/move/from"],
      [{ homeSchoolId: schoolAt(scene, 1), from: today() }, "wrong-state", undefined],
    ] as const) {
      const refused = await put(scene.broker, path, { move: wrong });
      expect([problemIn(refused), read.problem(refused).errors?.[0]?.pointer]).toEqual([code, pointer]);
    }
  });
});

describe("a move that is announced", () => {
  test("ends offers that reach beyond it and none that do not, and later offers end with it", async () => {
    const made = await offered();
    const { scene, person } = made;
    const { terms } = await offerNow(made);
    await move(made, { homeSchoolId: schoolAt(scene, 2), from: addDays(terms.window.to, 1) });
    expect(await offerNow(made)).toMatchObject({ state: "sent" });
    const from = addDays(terms.window.from, 40);
    await move(made, { homeSchoolId: schoolAt(scene, 2), from });
    expect(await offerNow(made)).toMatchObject({ state: "withdrawn" });
    expect(personIn(await scene.get(person.homeHead, `/people/${person.personId}`)).homeSchoolId).toBe(
      schoolAt(scene, 1),
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
    await move(made, { homeSchoolId: schoolAt(scene, 2), from });
    await service.fire("hour");
    await service.settle();
    expect(personIn(await scene.get(scene.broker, `/people/${person.personId}`))).toMatchObject({
      homeSchoolId: schoolAt(scene, 1),
      move: { from },
    });
    await service.advance({ days: 3 });
    for (const _time of [1, 2]) {
      await service.fire("hour");
      await service.settle();
    }
    const moved = personIn(await scene.get(scene.broker, `/people/${person.personId}`));
    expect(moved).toMatchObject({ homeSchoolId: schoolAt(scene, 2), assurance: null });
    expect(moved.move).toBeUndefined();
    const steps = (await trailOf(scene, `/people/${person.personId}`)).map(({ action }) => action);
    expect(steps.filter((step) => step.includes("move"))).toEqual(["move-announced", "person-moved"]);
  });

  test("has offers of its day go to the new head, also before the hour brings it into force", async () => {
    const scene = await setScene(service);
    const [former, next] = [schoolAt(scene, 1), schoolAt(scene, 2)];
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
    const next = schoolAt(scene, 2);
    const from = addDays(deployment.agreement.window.from, 10);
    await move(made, { homeSchoolId: next, from });
    const [task, ...more] = await tasksNow(made);
    expect(more).toEqual([]);
    expect(task).toMatchObject({
      deploymentId: deployment.deploymentId,
      evidence: { kind: "moved-practitioner", from, toSchoolId: next, formerSchoolId: schoolAt(scene, 1) },
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
    await move(made, { homeSchoolId: schoolAt(made.scene, 2), from });
    expect(await tasksNow(made)).toEqual([]);
  });
});

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
    const next = schoolAt(scene, 2);
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
    const stranger = scene.head(schoolAt(scene, 4));
    expect(problemIn(await scene.post(stranger, release, { released: true }))).toBe("not-found");
    const refused = await scene.post(scene.head(next), release, { released: false });
    expect(refused.body).toMatchObject({ newRelease: { answer: "no" } });
    expect(await tasksNow(made)).toHaveLength(1);
    for (const _time of [1, 2]) {
      const released = await scene.post(scene.head(next), release, { released: true });
      expect(released.body).toMatchObject({
        homeSchoolId: next,
        formerHomeSchools: [{ schoolId: schoolAt(scene, 1), until: addDays(from, 1) }],
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
    const next = schoolAt(scene, 2);
    await move(made, { homeSchoolId: next, from: addDays(today(), 2) });
    await scene.post(scene.head(next), `${at}/release`, { released: true });
    const now = () => scene.store.get(deployments, deployment);
    expect(await now()).toMatchObject({ homeSchoolId: schoolAt(scene, 1), newRelease: { answer: "yes" } });
    await service.advance({ days: 2 });
    await service.fire("hour");
    await service.settle();
    expect(await now()).toMatchObject({ homeSchoolId: next });
    expect(await tasksNow(made)).toEqual([]);
  });

  test("is the broker's again where the head takes a release back, or the move is announced anew", async () => {
    const made = await agreed();
    const { scene, at } = made;
    const next = schoolAt(scene, 2);
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

describe("a long absence", () => {
  const away = { parked: { reason: "Ill since Monday", endsOffers: true } };
  const parking = async ({ scene, person }: Made, parked: unknown) => {
    const answer = await put(scene.broker, `/people/${person.personId}/parked`, { parked });
    await service.settle();
    return answer;
  };

  test("withdraws offers silently: nobody learns why, and whoever is away is not written to", async () => {
    const made = await offered();
    const { scene, person, request, offerPath } = made;
    await scene.post(person.account, `${offerPath}/acceptance`, {});
    await service.settle();
    const { email } = personIn(await scene.get(scene.broker, `/people/${person.personId}`));
    const before = (await service.letters()).length;
    await parking(made, { ...away.parked, until: addDays(today(), 60) });
    expect(await offerNow(made)).toMatchObject({ state: "withdrawn" });
    expect(await scene.request(request)).toMatchObject({ slotsOpen: 1 });
    const letters = (await service.letters()).slice(before);
    expect(letters.some(({ subject }) => subject.includes("withdrawn"))).toBe(true);
    expect(letters.filter(({ to }) => email !== null && to.includes(email))).toEqual([]);
    expect(JSON.stringify(letters)).not.toMatch(/Ill since|absen|leave|away/i);
    const seen = [
      await scene.get(request.head, offerPath),
      await scene.get(person.homeHead, `/people/${person.personId}`),
    ];
    expect(JSON.stringify(seen.map(({ body }) => body))).not.toMatch(/Ill since|endsOffers/);
    const trail = await trailOf(scene, `/requests/${request.requestId}`);
    expect(JSON.stringify(trail)).not.toMatch(/Ill since|away|park/);
  });

  test("makes work under way a task, which can go on, and which ends with the absence", async () => {
    const made = await agreed();
    const until = addDays(today(), 60);
    await parking(made, { ...away.parked, until });
    const [task] = await tasksNow(made);
    expect(task?.evidence).toEqual({ kind: "absent-practitioner", until });
    await parking(made, null);
    expect(await tasksNow(made)).toEqual([]);
    await parking(made, { ...away.parked, until });
    const body = { as: "goes-on", reason: "Back before the next visit" };
    const settled = await made.scene.post(made.scene.broker, `/tasks/${task?.taskId}/settlement`, body);
    expect(settled.status).toBe(200);
  });

  test("that is short leaves what is open as it is", async () => {
    const made = await offered();
    await parking(made, { until: addDays(today(), 60), reason: "Exams" });
    expect(await offerNow(made)).toMatchObject({ state: "sent" });
  });
});

test("nothing that was asked here went wrong on the service's side", () => {
  expect(service.errors).toEqual([]);
});
