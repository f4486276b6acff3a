import * as z from "zod";
import { describe, expect, it } from "vitest";
import { addDays } from "../../shared/domain/calendar/calendar.ts";
import { requests } from "../../shared/store/rows/requests.ts";
import type { Answered } from "../harness/service.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { agreeWork, type AgreedWork } from "./agreedWork.ts";
import { visitNote, draftRecord } from "./workSteps.ts";

const service = await serviceForTests();
const { get, post } = service;

const Page = z.object({ items: z.array(z.unknown()), nextCursor: z.string().nullable() });

const Sentence = z.object({ detail: z.string() });

const itemsOf = (answered: Answered): number => Page.parse(answered.body).items.length;

const requestOf = (work: AgreedWork) => work.store.get(requests, { requestId: work.requestId });

const draft = (work: AgreedWork, days?: number) => draftRecord(service, work, days);

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
    expect(Sentence.parse(second.body).detail).toContain("a request of their own");
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
