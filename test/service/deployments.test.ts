import * as z from "zod";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays } from "../../shared/domain/calendar.ts";
import { capacities } from "../../shared/store/rows/people.ts";
import { requests } from "../../shared/store/rows/requests.ts";
import { type Answered, type Service, startService } from "../harness/service.ts";
import { agreeWork, type AgreedWork } from "./agreedWork.ts";
import { deliver, endWork, visitNote } from "./workSteps.ts";

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const WithVisitId = z.object({ visitId: z.string() });
const Page = z.object({ items: z.array(z.unknown()), nextCursor: z.string().nullable() });
const Sentence = z.object({ detail: z.string() });

const post = (account: string, path: string, body?: unknown): Promise<Answered> =>
  service.ask(account, { method: "POST", path, ...(body === undefined ? {} : { body }) });
const get = (account: string, path: string): Promise<Answered> =>
  service.ask(account, { method: "GET", path });
const itemsOf = (answered: Answered): number => Page.parse(answered.body).items.length;
const requestOf = (work: AgreedWork) => work.store.get(requests, { requestId: work.requestId });
const capacityOf = ({ store, personId, academicYear }: AgreedWork) =>
  store.get(capacities, { personId, academicYear });
const curtailed = ({ today }: AgreedWork) => ({ as: "curtailed", on: today, reason: "It broke off" });
const draft = async (work: AgreedWork, days = 1): Promise<string> => {
  const drafted = await post(work.accounts.practitioner, `${work.at()}/visits`, visitNote(work, days));
  return `${work.at()}/visits/${WithVisitId.parse(drafted.body).visitId}`;
};

describe("records of visit", () => {
  it("are a draft for their author alone, then the school's to mark, and count only once accurate", async () => {
    const work = await agreeWork(service);
    const { practitioner, receiving, broker } = work.accounts;
    const record = await draft(work, 1.5);
    expect(itemsOf(await get(practitioner, `${work.at()}/visits`))).toBe(1);
    for (const other of [receiving, broker]) expect(itemsOf(await get(other, `${work.at()}/visits`))).toBe(0);
    expect((await post(receiving, `${record}/response`, { accurate: true, note: "" })).status).toBe(404);

    const sent = await post(practitioner, `${record}/submission`);
    expect(sent).toMatchObject({ status: 200, body: { state: "submitted", workingDaysLate: 0 } });
    expect(await requestOf(work)).toMatchObject({ state: "in-delivery" });
    const refused = await post(receiving, `${record}/response`, { accurate: false, note: "It was one day" });
    expect(refused.body).toMatchObject({ state: "inaccurate", response: { note: "It was one day" } });

    const edited = await service.ask(practitioner, { method: "PUT", path: record, body: visitNote(work, 1) });
    expect(edited).toMatchObject({ status: 200, body: { days: 1, state: "inaccurate" } });
    expect((await post(practitioner, `${record}/submission`)).status).toBe(200);
    const accurate = await post(receiving, `${record}/response`, { accurate: true, note: "" });
    expect(accurate.body).toMatchObject({ state: "accurate" });
    expect((await get(broker, work.at())).body).toMatchObject({
      state: "in-delivery",
      daysDelivered: 1,
      daysCharged: 1,
    });
  });

  it("are drafted once for one Idempotency-Key", async () => {
    const work = await agreeWork(service);
    const asked = {
      method: "POST" as const,
      path: `${work.at()}/visits`,
      body: visitNote(work),
      headers: { "idempotency-key": "first-visit" },
    };
    const first = await service.ask(work.accounts.practitioner, asked);
    const again = await service.ask(work.accounts.practitioner, asked);
    expect(again).toMatchObject({ status: 201, body: first.body });
    const other = await service.ask(work.accounts.practitioner, { ...asked, body: visitNote(work, 2) });
    expect(other).toMatchObject({ status: 422, body: { type: expect.stringContaining("idempotency") } });
    expect(itemsOf(await get(work.accounts.practitioner, `${work.at()}/visits`))).toBe(1);
  });

  it("are refused with the field's place when dates, days or fields cannot be right", async () => {
    const work = await agreeWork(service);
    const note = visitNote(work);
    for (const [wrong, pointer] of [
      [{ visitedOn: addDays(work.today, 1) }, "/visitedOn"],
      [{ visitedOn: addDays(work.today, -29) }, "/visitedOn"],
      [{ nextVisitOn: note.visitedOn }, "/nextVisitOn"],
      [{ days: 4.5 }, "/days"],
      [{ days: 0.75 }, "/days"],
      [{ visitedOn: "2026-02-30" }, "/visitedOn"],
      [{ mileage: 12 }, "/mileage"],
    ] as const) {
      const answer = await post(work.accounts.practitioner, `${work.at()}/visits`, { ...note, ...wrong });
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
    }
    expect(itemsOf(await get(work.accounts.practitioner, `${work.at()}/visits`))).toBe(0);
  });

  it("leave room for the days that other records claim already", async () => {
    const work = await agreeWork(service);
    await draft(work, 3);
    const second = await post(work.accounts.practitioner, `${work.at()}/visits`, visitNote(work, 1.5));
    expect(second.status).toBe(422);
    expect(Sentence.parse(second.body).detail).toContain("Agree more days first");
  });

  it("cannot be sent or answered twice", async () => {
    const work = await agreeWork(service);
    const record = await draft(work);
    await post(work.accounts.practitioner, `${record}/submission`);
    expect((await post(work.accounts.practitioner, `${record}/submission`)).status).toBe(409);
    const answer = { accurate: true, note: "" };
    const both = await Promise.all([
      post(work.accounts.receiving, `${record}/response`, answer),
      post(work.accounts.receiving, `${record}/response`, answer),
    ]);
    expect(new Set(both.map((each) => each.status))).toEqual(new Set([200, 409]));
    expect((await get(work.accounts.broker, work.at())).body).toMatchObject({ daysDelivered: 1 });
  });
});

describe("who sees a deployment", () => {
  it("has a part in it: the two schools, the practitioner, the broker and the director", async () => {
    const work = await agreeWork(service);
    const { accounts } = work;
    for (const account of ["broker", "director", "practitioner", "receiving", "home"] as const) {
      expect((await get(accounts[account], work.at())).status).toBe(200);
      expect(itemsOf(await get(accounts[account], "/deployments"))).toBe(1);
      expect(itemsOf(await get(accounts[account], "/deployments?state=complete"))).toBe(0);
    }
  });

  it("learns nothing of it without a part: every address answers as for one that does not exist", async () => {
    const work = await agreeWork(service);
    const elsewhere = await agreeWork(service);
    const record = await draft(work);
    const nowhere = await get(work.accounts.broker, work.at(9));
    const strangers = [work.accounts.otherSchool, work.accounts.otherPerson, elsewhere.accounts.broker];
    for (const stranger of strangers) {
      const hidden = await get(stranger, work.at());
      expect(hidden.body).toEqual(nowhere.body);
      expect((await get(stranger, `${work.at()}/visits`)).status).toBe(404);
    }
    for (const stranger of [work.accounts.otherSchool, work.accounts.otherPerson])
      expect(itemsOf(await get(stranger, "/deployments"))).toBe(0);
    const { otherPerson, otherSchool } = work.accounts;
    expect((await post(otherPerson, `${work.at()}/visits`, visitNote(work))).status).toBe(404);
    expect((await post(otherPerson, `${record}/submission`)).status).toBe(404);
    const response = { accurate: true, note: "" };
    expect((await post(otherSchool, `${record}/response`, response)).status).toBe(404);
  });

  it("reads its records only as the school, the practitioner or an overseer: the report is the school's", async () => {
    const work = await agreeWork(service);
    await deliver(service, work, 1);
    const { accounts } = work;
    for (const account of ["broker", "director", "practitioner", "receiving"] as const)
      expect(itemsOf(await get(accounts[account], `${work.at()}/visits`))).toBe(1);
    expect((await get(accounts.home, `${work.at()}/visits`)).status).toBe(404);
    expect((await get(accounts.home, work.at())).body).toMatchObject({ daysDelivered: 1 });
  });

  it("may not all change it: a home head reads, a director reads, and only the author writes records", async () => {
    const work = await agreeWork(service);
    const { home, director, receiving, broker } = work.accounts;
    const ending = { as: "curtailed", on: work.today, reason: "It broke off" };
    expect((await post(home, `${work.at()}/ending`, ending)).status).toBe(404);
    expect((await post(director, `${work.at()}/ending`, ending)).status).toBe(403);
    for (const account of [receiving, broker])
      expect((await post(account, `${work.at()}/visits`, visitNote(work))).status).toBe(403);
  });
});

describe("the mid-term review", () => {
  it("is recorded once, by either side, while the work goes on", async () => {
    const work = await agreeWork(service);
    const review = {
      heldOn: work.today,
      working: true,
      changes: "",
      continues: true,
      exitStrategy: "The subject lead takes over",
      finalDate: addDays(work.today, 20),
    };
    const path = `${work.at()}/mid-term-review`;
    expect((await post(work.accounts.receiving, path, review)).status).toBe(409);
    await deliver(service, work, 1);
    const early = { ...review, heldOn: addDays(work.today, 1) };
    expect(await post(work.accounts.receiving, path, early)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "/heldOn" }] },
    });
    for (const [wrong, pointer] of [
      [{ heldOn: addDays(work.today, -29) }, "/heldOn"],
      [{ finalDate: addDays(work.today, -1) }, "/finalDate"],
      [{ finalDate: addDays(work.today, 28 + 150) }, "/finalDate"],
    ] as const)
      expect(await post(work.accounts.receiving, path, { ...review, ...wrong })).toMatchObject({
        status: 422,
        body: { errors: [{ pointer }] },
      });
    expect((await post(work.accounts.home, path, review)).status).toBe(404);
    expect((await post(work.accounts.receiving, path, review)).body).toMatchObject({ midTermReview: review });
    expect((await post(work.accounts.practitioner, path, review)).status).toBe(409);
  });
});

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
    expect(service.errors).toEqual([]);
  });
});
