import * as z from "zod";
import { describe, expect, it } from "vitest";
import { addDays } from "../../shared/domain/calendar/calendar.ts";
import { capacities } from "../../shared/store/rows/people.ts";
import { requests } from "../../shared/store/rows/requests.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { agreeWork, type AgreedWork } from "./agreedWork.ts";
import { deliver, endWork, visitNote, draftRecord } from "./workSteps.ts";

const service = await serviceForTests();
const { get, post } = service;

const Sentence = z.object({ detail: z.string() });

const requestOf = (work: AgreedWork) => work.store.get(requests, { requestId: work.requestId });

const capacityOf = ({ store, personId, academicYear }: AgreedWork) =>
  store.get(capacities, { personId, academicYear });

const curtailed = ({ today }: AgreedWork) => ({ as: "curtailed", on: today, reason: "It broke off" });

const draft = (work: AgreedWork, days?: number) => draftRecord(service, work, days);

describe("the end of a deployment", () => {
  it("gives unspent days and the place back, and takes the request to review, in one step", async () => {
    const work = await agreeWork(service);
    await deliver(service, work, 1.5);
    expect(await capacityOf(work)).toMatchObject({ daysLeft: 11, deploymentsLeft: 1 });
    await endWork(service, work, { as: "complete" });
    expect(await capacityOf(work)).toMatchObject({ daysLeft: 13.5, deploymentsLeft: 2 });
    expect(await requestOf(work)).toMatchObject({ state: "review" });
    const { accounts } = work;
    expect((await post(accounts.practitioner, `${work.at()}/visits`, visitNote(work))).status).toBe(409);
    const again = { as: "curtailed", on: work.today, reason: "Once more" };
    expect((await post(accounts.broker, `${work.at()}/ending`, again)).status).toBe(409);
    expect(await capacityOf(work)).toMatchObject({ daysLeft: 13.5, deploymentsLeft: 2 });
  });

  it("is not complete before every record is settled, and says which are not", async () => {
    const work = await agreeWork(service);
    await deliver(service, work, 1);
    await draft(work);
    const answer = await post(work.accounts.broker, `${work.at()}/ending`, {
      as: "complete",
      on: work.today,
      reason: "",
    });
    expect(answer.status).toBe(409);
    expect(Sentence.parse(answer.body).detail).toContain("1 still a draft");
  });

  it("waits for the school's word on what it was sent, for the school and the practitioner alike", async () => {
    const work = await agreeWork(service);
    const record = await draft(work, 2);
    await post(work.accounts.practitioner, `${record}/submission`);
    for (const account of [work.accounts.receiving, work.accounts.practitioner]) {
      const refused = await post(account, `${work.at()}/ending`, curtailed(work));
      expect(refused.status).toBe(409);
      expect(Sentence.parse(refused.body).detail).toContain("1 waiting for the school to say");
    }
    await post(work.accounts.receiving, `${record}/response`, { accurate: true, note: "" });
    expect((await post(work.accounts.receiving, `${work.at()}/ending`, curtailed(work))).body).toMatchObject({
      state: "curtailed",
      daysDelivered: 2,
    });
  });

  it("by the broker leaves what was sent answerable, and an answer then counts or gives its days back", async () => {
    const work = await agreeWork(service);
    const records = [await draft(work, 2), await draft(work, 0.5)];
    for (const each of records) await post(work.accounts.practitioner, `${each}/submission`);
    await endWork(service, work, { as: "curtailed" });
    expect(await capacityOf(work)).toMatchObject({ daysLeft: 12.5, deploymentsLeft: 2 });
    expect(await requestOf(work)).toMatchObject({ state: "review", closure: null });

    const word = { accurate: true, note: "" };
    expect((await post(work.accounts.receiving, `${records[0]}/response`, word)).status).toBe(200);
    expect((await get(work.accounts.broker, work.at())).body).toMatchObject({
      state: "curtailed",
      daysDelivered: 2,
      daysCharged: 2,
      daysUnanswered: 0.5,
    });
    const not = { accurate: false, note: "Nobody came" };
    expect((await post(work.accounts.receiving, `${records[1]}/response`, not)).status).toBe(200);
    expect(await capacityOf(work)).toMatchObject({ daysLeft: 13, deploymentsLeft: 2 });
    expect(await requestOf(work)).toMatchObject({ state: "review", closure: null });
  });

  it("closes the request as unmet only when the last record that was left unanswered was found wrong", async () => {
    const work = await agreeWork(service);
    const record = await draft(work, 1);
    await post(work.accounts.practitioner, `${record}/submission`);
    await endWork(service, work, { as: "curtailed" });
    expect(await requestOf(work)).toMatchObject({ state: "review" });
    await post(work.accounts.receiving, `${record}/response`, { accurate: false, note: "Nobody came" });
    expect(await requestOf(work)).toMatchObject({ state: "closed", closure: { as: "unmet" } });
    expect(await capacityOf(work)).toMatchObject({ daysLeft: 15, deploymentsLeft: 2 });
  });

  it("is never that it was not started once a day was delivered", async () => {
    const work = await agreeWork(service);
    await deliver(service, work, 0.5);
    const ending = { as: "not-started", on: work.today, reason: "It never began" };
    expect((await post(work.accounts.practitioner, `${work.at()}/ending`, ending)).status).toBe(409);
  });

  it("needs a reason where it is complete with fewer days than were agreed, and nothing is written without", async () => {
    const work = await agreeWork(service);
    await deliver(service, work, 1.5);
    const complete = { as: "complete", on: work.today, reason: "" };
    for (const account of [work.accounts.practitioner, work.accounts.receiving, work.accounts.broker])
      expect(await post(account, `${work.at()}/ending`, complete)).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: "/reason", detail: expect.stringContaining("1.5 of 4 agreed days") }] },
      });
    expect(await requestOf(work)).toMatchObject({ state: "in-delivery" });
    await deliver(service, work, 2.5);
    expect((await post(work.accounts.receiving, `${work.at()}/ending`, complete)).status).toBe(200);
  });

  it("needs a reason when it comes early, and a date that can be", async () => {
    const work = await agreeWork(service);
    const early = { as: "curtailed", on: work.today, reason: "" };
    expect(await post(work.accounts.broker, `${work.at()}/ending`, early)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "/reason" }] },
    });
    const tomorrow = { as: "curtailed", on: addDays(work.today, 1), reason: "It will break off" };
    expect(await post(work.accounts.broker, `${work.at()}/ending`, tomorrow)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "/on" }] },
    });
  });

  it("closes a request to which nobody delivered anything as unmet", async () => {
    const work = await agreeWork(service);
    await endWork(service, work, { as: "not-started" });
    expect(await requestOf(work)).toMatchObject({ state: "closed", closure: { as: "unmet" } });
    expect(await capacityOf(work)).toMatchObject({ daysLeft: 15, deploymentsLeft: 2 });
  });

  it("moves the request on exactly once when its two deployments end at the same moment", async () => {
    const work = await agreeWork(service, { people: 2 });
    await deliver(service, work, 1);
    await Promise.all([
      endWork(service, work, { as: "complete", deployment: 0 }),
      endWork(service, work, { as: "not-started", deployment: 1 }),
    ]);
    expect(await requestOf(work)).toMatchObject({ state: "review" });
  });

  it("is told to all who had a part, and to the broker for a school without an address", async () => {
    const work = await agreeWork(service);
    await deliver(service, work, 1);
    await endWork(service, work, { as: "complete" });
    await service.settle();
    const letters = (await service.letters()).filter((each) => each.subject.startsWith("The support at"));
    const to = (address: string) => letters.filter((each) => each.to.includes(address));
    expect(to(work.mailbox.practitioner)).toHaveLength(1);
    expect(to(work.mailbox.receiving)).toHaveLength(1);
    const brokers = to(work.mailbox.broker).map((each) => each.text ?? "");
    expect(brokers).toHaveLength(2);
    expect(brokers.filter((text) => text.includes("no address is on record"))).toHaveLength(1);
  });
});
