import { describe, expect, test } from "vitest";
import { addDays, dateAt, daysBetween } from "../../shared/domain/calendar/calendar.ts";
import { usualCalendar } from "../../shared/domain/calendar/calendarInForce.ts";
import { addWorkingDaysAt, isWorkingDayAt } from "../../shared/domain/calendar/calendarOfSchool.ts";
import { auditOf } from "../../shared/store/rows/trail.ts";
import { visitsOf, deploymentsOfRequest } from "../../shared/store/rows/deployments.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { agreeWork, type AgreedWork } from "./agreedWork.ts";
import { hoursOf } from "./hours.ts";
import { read } from "./read.ts";
import { setScene } from "./scene.ts";
import { deliver, endWork, visitNote } from "./workSteps.ts";

const service = await serviceForTests();
const hours = hoursOf(service);

const stepsOf = async ({ store, requestId }: Pick<AgreedWork, "store" | "requestId">, action: string) =>
  (await store.all(auditOf(`request:${requestId}`))).filter((each) => each.action === action);
describe("whoever has to answer an offer", () => {
  test("is reminded once, on the working day before the deadline, and each party for its own", async () => {
    await hours.toSomeOpenDays();
    const scene = await setScene(service);
    const person = await scene.addPerson(1, { email: "asked@home.example" });
    const request = await scene.addRequest(0);
    const offer = read.offer(await scene.confirm(await scene.run(), request, person));
    const chased = () => stepsOf({ ...scene, ...request }, "offer-chased");
    await hours.twoHours();
    expect(await chased()).toEqual([]);
    await hours.goTo(addWorkingDaysAt(usualCalendar, hours.today(), 2));
    await hours.twoHours();
    expect((await chased()).map(({ facts }) => facts["party"])).toEqual(["practitioner"]);
    expect(await hours.lettersTo("asked@home.example", "still awaited")).toBe(1);
    const path = `/requests/${offer.requestId}/offers/${offer.offerId}`;
    const accepted = read.offer(await scene.post(person.account, `${path}/acceptance`, { note: null }));
    expect(accepted.state).toBe("accepted");
    await hours.twoHours();
    expect(await chased()).toHaveLength(1);
    const deadline = dateAt(accepted.expiresAt ?? "");
    await hours.goTo(deadline);
    await hours.twoHours();
    expect((await chased()).map(({ facts }) => facts["party"])).toEqual(["practitioner", "home-head"]);
    await hours.goTo(addDays(deadline, 1));
    await hours.twoHours();
    expect(read.offer(await scene.get(scene.broker, path)).state).toBe("expired");
    expect(await chased()).toHaveLength(2);
  });
});

test("nobody is reminded by night: whoever is due then is in the morning", async () => {
  await hours.toSomeOpenDays();
  const scene = await setScene(service);
  const person = await scene.addPerson(2, { email: "asleep@home.example" });
  const request = await scene.addRequest(0);
  await scene.confirm(await scene.run(), request, person);
  const chased = () => stepsOf({ ...scene, ...request }, "offer-chased");
  const days = daysBetween(hours.today(), addWorkingDaysAt(usualCalendar, hours.today(), 2));
  await service.advance({ hours: days * 24 - 6 });
  await hours.twoHours();
  expect(await chased()).toEqual([]);
  await service.advance({ hours: 6 });
  await hours.twoHours();
  expect(await chased()).toHaveLength(1);
});

describe("whoever has to write about the work", () => {
  test("is reminded once of a record that was not sent, and brokers are told once that it is late", async () => {
    await hours.toSomeOpenDays();
    const work = await agreeWork(service);
    const { practitioner } = work.accounts;
    const note = visitNote(work);
    const post = (path: string, body?: object) =>
      service.ask(practitioner, {
        method: "POST",
        path: `${work.at()}/visits${path}`,
        ...(body ? { body } : {}),
      });
    expect((await post("", note)).status).toBe(201);
    const dueOn = addWorkingDaysAt(usualCalendar, note.visitedOn, 5);
    if (hours.today() < dueOn) await hours.goTo(dueOn);
    await hours.twoHours();
    expect(await stepsOf(work, "record-chased")).toHaveLength(1);
    expect(await hours.lettersTo(work.mailbox.practitioner, "record of visit is due")).toBe(1);
    expect(await stepsOf(work, "record-late")).toEqual([]);
    let closed = addDays(hours.today(), 1);
    while (isWorkingDayAt(usualCalendar, closed)) closed = addDays(closed, 1);
    await hours.goTo(closed);
    await hours.twoHours();
    expect((await stepsOf(work, "record-late")).every(({ at }) => dateAt(at) !== closed)).toBe(true);
    await hours.goTo(addWorkingDaysAt(usualCalendar, closed, 1));
    await hours.twoHours();
    expect(await stepsOf(work, "record-late")).toHaveLength(1);
    expect(await hours.lettersTo(work.mailbox.broker, "record of visit is late")).toBe(1);
    const [record] = await work.store.all(visitsOf(work.requestId, (await deploymentOf(work)).deploymentId));
    expect((await post(`/${record?.visitId}/submission`)).status).toBe(200);
  });

  test("is reminded once of an evaluation, each side that has not written, and brokers told of those late", async () => {
    await hours.toSomeOpenDays();
    const work = await agreeWork(service);
    await deliver(service, work, 1);
    await endWork(service, work, { as: "curtailed" });
    const evaluation = { effectiveness: 4, overall: 4, impact: [], comment: "", causeForConcern: false };
    const evaluated = await service.ask(work.accounts.receiving, {
      method: "PUT",
      path: `${work.at()}/evaluation`,
      body: evaluation,
    });
    expect(evaluated.status).toBe(200);
    await hours.twoHours();
    expect(await stepsOf(work, "evaluation-chased")).toEqual([]);
    await hours.goTo(addWorkingDaysAt(usualCalendar, hours.today(), 10));
    await hours.twoHours();
    expect((await stepsOf(work, "evaluation-chased")).map(({ facts }) => facts["reminded"])).toEqual([
      "practitioner",
    ]);
    expect(await hours.lettersTo(work.mailbox.practitioner, "evaluation is still missing")).toBe(1);
    expect(await hours.lettersTo(work.mailbox.receiving, "evaluation is still missing")).toBe(0);
    await hours.goTo(addWorkingDaysAt(usualCalendar, hours.today(), 1));
    await hours.twoHours();
    expect((await stepsOf(work, "evaluation-chased")).map(({ facts }) => facts["late"])).toEqual([
      "",
      "practitioner",
    ]);
    expect(await hours.lettersTo(work.mailbox.broker, "evaluation is late")).toBe(1);
  });
});

async function deploymentOf({ store, requestId }: AgreedWork) {
  const [deployment] = await store.all(deploymentsOfRequest(requestId));
  if (!deployment) throw new Error("Work was agreed");
  return deployment;
}
