import { expect, test } from "vitest";
import { pageOf } from "../../shared/contract/pages.ts";
import { Me } from "../../shared/contract/routes/me.ts";
import { addDays } from "../../shared/domain/calendar/calendar.ts";
import { calendarYears } from "../../shared/store/rows/calendars.ts";
import { people } from "../../shared/store/rows/people.ts";
import { allAlsoListed } from "../../shared/store/rows/alsoListed.ts";
import { begunRequests, requests } from "../../shared/store/rows/requests.ts";
import { loose } from "../harness/loose.ts";
import { newPartnership } from "../harness/service.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { movesIn } from "./moving.ts";
import { agreeWork } from "./agreedWork.ts";
import { offered, step } from "./offering.ts";
import { setScene } from "./scene.ts";
import { deliver, draftRecord, endWork, outcomeNote } from "./workSteps.ts";

const service = await serviceForTests();
const { get, post, put } = service;

/** What an account reads of itself; whatever waits for it, in any of these tests, has a page. */
async function me(account: string) {
  const read = Me.parse((await get(account, "/me")).body);
  expect(read.waiting.filter(({ path }) => pageOf(path) === undefined)).toEqual([]);
  return read;
}
/** What waits beside claims: those of made-up people have not been confirmed for long, and nobody has endorsed them. */
const waiting = async (account: string) =>
  (await me(account)).waiting.filter(({ what }) => what !== "confirm-claims" && what !== "endorse-claims");
const whats = async (account: string) => (await waiting(account)).map(({ what }) => what);

test("an account reads who it is: its school or practitioner by name, and nothing of another partnership", async () => {
  const scene = await setScene(service);
  const { person, request } = await offered(scene);
  expect(await me(person.account)).toMatchObject({
    roles: ["practitioner"],
    partnership: { name: "Partnership" },
    school: null,
    practitioner: { personId: person.personId, name: expect.stringMatching(/\w/) },
  });
  expect(await me(request.head)).toMatchObject({
    school: { schoolId: scene.schoolAt(0), name: expect.stringMatching(/\w/) },
    practitioner: null,
  });
  expect(await me(newPartnership(service).broker)).toMatchObject({
    partnership: { name: null },
    waiting: [],
    waitingCount: 0,
    incomplete: [],
  });
});

test("proposals wait for the broker until an offer may take each place that somebody is proposed for", async () => {
  const scene = await setScene(service);
  const [person, request] = [await scene.addPerson(1), await scene.addRequest(0)];
  expect(await whats(scene.broker)).toEqual([]);
  const runId = await scene.run();
  const [first] = await waiting(scene.broker);
  expect(first).toMatchObject({ what: "confirm-proposals", path: `/match-runs/${runId}/proposals` });
  expect([await whats(person.account), await whats(scene.director)]).toEqual([[], []]);
  await scene.confirm(runId, request, person);
  expect(await whats(scene.broker)).toEqual([]);
});

test("an offer waits for the party whose turn it is, by its deadline, where it can be read", async () => {
  const scene = await setScene(service);
  const made = await offered(scene);
  const { person, request, offer } = made;
  const path = `/requests/${offer.requestId}/offers/${offer.offerId}`;
  const others = () => Promise.all([request.head, scene.broker, scene.director].map(whats));
  const [first] = await waiting(person.account);
  expect(first).toMatchObject({ what: "answer-offer", path, schoolName: expect.stringMatching(/\w/) });
  expect(first?.need).toBe((await scene.request(request))?.codes.primary);
  expect(first?.dueOn).toMatch(/^20/);
  expect([await whats(person.homeHead), ...(await others())]).toEqual([[], [], [], []]);
  expect((await get(person.account, path)).status).toBe(200);
  await step(made, "acceptance")(person.account);
  expect([await whats(person.account), await whats(person.homeHead)]).toEqual([[], ["answer-offer"]]);
  const terms = { days: 1, window: (await scene.request(request))?.window, mode: "remote" };
  await step(made, "counter")(person.homeHead, { terms, message: "One day is what we can spare" });
  expect([await whats(person.homeHead), await whats(scene.broker)]).toEqual([[], ["settle-counter"]]);
});

test("a calendar of a school that somebody has no part in is not read for them, whatever stands in it", async () => {
  const scene = await setScene(service);
  const made = await offered(scene);
  const holder = scene.schoolAt(5);
  await scene.store.stage(loose(calendarYears), [
    { holder, academicYear: "2026-27", spans: "of another release" },
  ]);
  expect(await whats(made.person.account)).toEqual(["answer-offer"]);
  await step(made, "acceptance")(made.person.account);
  expect(await whats(made.person.homeHead)).toEqual(["answer-offer"]);
});

test("a draft waits for whoever began it, and a request that triage held for the broker", async () => {
  const scene = await setScene(service);
  const request = await scene.addRequest(2, { state: "draft" });
  const leader = await scene.addPerson(3);
  const begun = await scene.addRequest(4, {
    state: "draft",
    initiatedBy: "leader",
    startedBy: leader.account,
  });
  const need = (await scene.request(request))?.codes.primary;
  const begunRow = await scene.request(begun);
  if (!begunRow) throw new Error("The request is there");
  expect(await waiting(request.head)).toMatchObject([
    { what: "send-request", path: `/requests/${request.requestId}`, need },
  ]);
  expect(await waiting(leader.account)).toMatchObject([{ path: `/requests/${begun.requestId}` }]);
  const listedAt = service.host.world.now();
  await scene.store.stage(begunRequests, [begunRow]);
  await scene.store.stage(allAlsoListed, [{ of: "requests", listedAt, againAt: listedAt }]);
  expect(await waiting(leader.account)).toMatchObject([{ path: `/requests/${begun.requestId}` }]);
  expect(await whats((await scene.addPerson(3)).account)).toEqual([]);
  const row = await scene.store.get(requests, request);
  if (!row) throw new Error("The request is there");
  await scene.store.stage(requests, [{ ...row, state: "triaged" }]);
  expect([await whats(request.head), await whats(scene.broker)]).toEqual([[], ["look-at-request"]]);
});

test("work waits for its record, the school's word on it, evaluations and outcomes, and then for nobody", async () => {
  const work = await agreeWork(service);
  const { practitioner, receiving, home, broker } = work.accounts;
  const record = await draftRecord(service, work);
  expect([await whats(practitioner), await whats(receiving)]).toEqual([["send-record"], []]);
  await post(practitioner, `${record}/submission`);
  expect([await whats(practitioner), await whats(receiving)]).toEqual([[], ["answer-record"]]);
  await post(receiving, `${record}/response`, { accurate: true, note: "" });
  await deliver(service, work, 1);
  await endWork(service, work, { as: "curtailed" });
  expect(await whats(receiving)).toEqual(["evaluate", "record-outcome"]);
  const evaluation = { effectiveness: 4, overall: 4, impact: [], comment: "", causeForConcern: false };
  for (const account of [receiving, practitioner]) await put(account, `${work.at()}/evaluation`, evaluation);
  for (const objective of work.objectiveIds)
    await put(receiving, `${work.at()}/outcomes/${objective}`, outcomeNote);
  for (const account of [practitioner, receiving, home, broker]) expect(await whats(account)).toEqual([]);
});

test("claims wait for a year's confirmation until it comes, whenever it was asked for", async () => {
  const scene = await setScene(service);
  const today = service.host.world.now().slice(0, 10);
  const { personId, account } = await scene.addPerson(1, { claimsConfirmedOn: today });
  expect((await me(account)).waiting).toEqual([]);
  const person = await scene.store.get(people, { personId });
  if (!person) throw new Error("The practitioner is there");
  const long = { claimsConfirmedOn: "2020-01-06", claimsAskedOn: today };
  await scene.store.stage(people, [{ ...person, ...long }]);
  expect((await me(account)).waiting).toMatchObject([
    { what: "confirm-claims", path: `/people/${personId}` },
  ]);
});

test("claims wait for the word of their head alone, until each has one, and never for whose they are", async () => {
  const scene = await setScene(service);
  const { personId, homeHead } = await scene.addPerson(1);
  const other = scene.head(scene.schoolAt(2));
  const both = service.enrol({
    account: `head-of-${personId}`,
    partnership: scene.partnershipId,
    roles: ["school", "practitioner"],
    school: scene.schoolAt(1),
    person: personId,
  });
  const asked = async (account: string) =>
    (await me(account)).waiting.filter(({ what }) => what === "endorse-claims").map(({ path }) => path);
  expect([await asked(homeHead), await asked(other), await asked(both)]).toEqual([["/people"], [], []]);
  const person = await scene.store.get(people, { personId });
  if (!person) throw new Error("The practitioner is there");
  for (const { code } of person.claims)
    await post(homeHead, `/people/${personId}/claims/${code}/endorsement/refusal`, { reason: "Not seen" });
  expect(await asked(homeHead)).toEqual([]);
});

test("the release of work that goes on waits for the new head alone, each time that it is asked for", async () => {
  const { agreed, move, today } = movesIn(service);
  const made = await agreed();
  const { scene, person, at } = made;
  const [next, other] = [scene.head(scene.schoolAt(2)), scene.head(scene.schoolAt(4))];
  const toNext = { homeSchoolId: scene.schoolAt(2), from: addDays(today(), 2) };
  const release = (released: boolean) => scene.post(next, `${at}/release`, { released });
  expect(await whats(next)).toEqual([]);
  await move(made, toNext);
  expect(await waiting(next)).toMatchObject([{ what: "answer-release", path: at }]);
  expect([await whats(other), await whats(person.homeHead)]).toEqual([[], []]);
  expect(await whats(scene.broker)).toEqual(["settle-task"]);
  await release(false);
  expect(await whats(next)).toEqual([]);
  await move(made, null);
  await move(made, toNext);
  expect(await whats(next)).toEqual(["answer-release"]);
  await release(true);
  expect(await whats(next)).toEqual([]);
});
