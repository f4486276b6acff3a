import * as z from "zod";
import { describe, expect, it } from "vitest";
import { addDays } from "../../shared/domain/calendar/calendar.ts";
import type { Answered } from "../harness/service.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { agreeWork, type AgreedWork } from "./agreedWork.ts";
import { deliver, visitNote, draftRecord } from "./workSteps.ts";

const service = await serviceForTests();
const { get, post } = service;

const Page = z.object({ items: z.array(z.unknown()), nextCursor: z.string().nullable() });

const itemsOf = (answered: Answered): number => Page.parse(answered.body).items.length;

const draft = (work: AgreedWork, days?: number) => draftRecord(service, work, days);

describe("who sees a deployment", () => {
  it("has a part in it: the two schools, the practitioner, the broker and the director", async () => {
    const work = await agreeWork(service);
    const { accounts } = work;
    for (const account of ["broker", "director", "practitioner", "receiving", "home"] as const) {
      expect((await get(accounts[account], work.at())).status).toBe(200);
      expect(itemsOf(await get(accounts[account], "/deployments"))).toBe(1);
      expect(itemsOf(await get(accounts[account], "/deployments?state=complete"))).toBe(0);
      expect(itemsOf(await get(accounts[account], `/deployments?requestId=${work.requestId}`))).toBe(1);
      expect(itemsOf(await get(accounts[account], `/deployments?personId=${work.personId}`))).toBe(1);
      expect(itemsOf(await get(accounts[account], "/deployments?requestId=req_00000000"))).toBe(0);
      expect(itemsOf(await get(accounts[account], "/deployments?personId=per_00000000"))).toBe(0);
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
      for (const query of ["", `?requestId=${work.requestId}`])
        expect(itemsOf(await get(stranger, `/deployments${query}`))).toBe(0);
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
