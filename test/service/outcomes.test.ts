import * as z from "zod";
import { describe, expect, it } from "vitest";
import { Impact } from "../../shared/contract/routes/outcomes.ts";
import { usualCalendar } from "../../shared/domain/calendar/calendarInForce.ts";
import { termAfter } from "../../shared/domain/calendar/terms.ts";
import { requests } from "../../shared/store/rows/requests.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { agreeWork, type AgreedWork } from "./agreedWork.ts";
import { curtailedWork, deliver, outcomeNote } from "./workSteps.ts";

const service = await serviceForTests();
const { get, post, put } = service;

const FollowUps = z.object({
  items: z.array(
    z.object({ followUpId: z.string(), objectiveId: z.string(), after: z.string(), dueOn: z.string() }),
  ),
  nextCursor: z.string().nullable(),
});

const requestOf = (work: AgreedWork) => work.store.get(requests, { requestId: work.requestId });

const delivered = () => curtailedWork(service);

const outcome = (direction: "better" | "no-change" | "worse" | "too-early" = "better") => ({
  ...outcomeNote,
  direction,
});

const outcomePath = (work: AgreedWork, objective: 0 | 1): string =>
  `${work.at()}/outcomes/${work.objectiveIds[objective]}`;

describe("outcomes", () => {
  it("stand beside their baseline, are asked after twice, and close the request with the last", async () => {
    const work = await delivered();
    const { receiving, broker } = work.accounts;
    const first = await put(receiving, outcomePath(work, 0), outcome("better"));
    expect(first).toMatchObject({ status: 200, body: { baseline: "2 of 6", direction: "better" } });
    expect(await requestOf(work)).toMatchObject({ state: "review" });
    const asked = FollowUps.parse((await get(receiving, "/follow-ups")).body).items;
    expect(asked.map(({ after, dueOn }) => ({ after, dueOn }))).toEqual([
      { after: "one-term", dueOn: termAfter(usualCalendar, work.today, 1) },
      { after: "three-terms", dueOn: termAfter(usualCalendar, work.today, 3) },
    ]);
    expect((await put(broker, outcomePath(work, 1), outcome("no-change"))).status).toBe(200);
    expect(await requestOf(work)).toMatchObject({ state: "closed", closure: { as: "part-met" } });
    for (const account of ["broker", "director", "receiving", "practitioner", "home"] as const)
      expect((await get(work.accounts[account], `/requests/${work.requestId}/outcomes`)).body).toMatchObject({
        items: [{ personId: work.personId }, { personId: work.personId }],
      });
    for (const stranger of ["otherSchool", "otherPerson"] as const)
      expect((await get(work.accounts[stranger], `/requests/${work.requestId}/outcomes`)).status).toBe(404);
  });

  it("close the request once when the last two are recorded at the same moment", async () => {
    const work = await delivered();
    const both = await Promise.all([
      put(work.accounts.receiving, outcomePath(work, 0), outcome("better")),
      put(work.accounts.broker, outcomePath(work, 1), outcome("better")),
    ]);
    expect(both.map((each) => each.status)).toEqual([200, 200]);
    expect(await requestOf(work)).toMatchObject({ state: "closed", closure: { as: "met" } });
    await service.settle();
    const closed = (await service.letters()).filter(
      (each) =>
        each.subject.startsWith("A request for support is closed") &&
        each.to.includes(work.mailbox.receiving),
    );
    expect(closed).toHaveLength(1);
  });

  it("are recorded once, for agreed objectives of ended work, by the school or the broker", async () => {
    const ongoing = await agreeWork(service);
    await deliver(service, ongoing, 1);
    expect((await put(ongoing.accounts.receiving, outcomePath(ongoing, 0), outcome())).status).toBe(409);
    const work = await delivered();
    const { receiving, practitioner, otherSchool, home } = work.accounts;
    expect((await put(practitioner, outcomePath(work, 0), outcome())).status).toBe(403);
    for (const stranger of [otherSchool, home])
      expect((await put(stranger, outcomePath(work, 0), outcome())).status).toBe(404);
    expect((await put(receiving, `${work.at()}/outcomes/obj_99999999`, outcome())).status).toBe(404);
    expect((await put(receiving, outcomePath(work, 0), { ...outcome(), level: 6 })).status).toBe(422);
    expect((await put(receiving, outcomePath(work, 0), outcome())).status).toBe(200);
    expect((await put(receiving, outcomePath(work, 0), outcome("worse"))).status).toBe(409);
  });
});

describe("the correction of an outcome", () => {
  const correct = (account: string, work: AgreedWork, change: object = {}) =>
    post(account, `${outcomePath(work, 0)}/correction`, {
      ...outcome("better"),
      reason: "Two figures were swapped",
      ...change,
    });

  it("puts it right by the school or the broker, and closes the request by what its outcomes say now", async () => {
    const work = await delivered();
    const { receiving, broker, practitioner, otherSchool, home } = work.accounts;
    expect((await correct(receiving, work)).status).toBe(404);
    await put(receiving, outcomePath(work, 0), outcome("worse"));
    expect((await correct(practitioner, work)).status).toBe(403);
    for (const stranger of [otherSchool, home]) expect((await correct(stranger, work)).status).toBe(404);
    expect((await correct(receiving, work, { reason: "" })).status).toBe(422);
    expect((await correct(receiving, work)).body).toMatchObject({
      direction: "better",
      correction: { reason: "Two figures were swapped", was: { direction: "worse" } },
    });
    expect(await requestOf(work)).toMatchObject({ state: "review", closure: null });
    await put(receiving, outcomePath(work, 1), outcome("better"));
    expect(await requestOf(work)).toMatchObject({ closure: { as: "met" } });
    expect((await correct(broker, work, { direction: "no-change" })).status).toBe(200);
    expect(await requestOf(work)).toMatchObject({ state: "closed", closure: { as: "part-met" } });
    const trail = JSON.stringify((await get(broker, `/requests/${work.requestId}/audit?limit=200`)).body);
    expect(trail).toContain('"directionBefore":"worse"');
    expect(trail).not.toContain("swapped");
    expect(FollowUps.parse((await get(receiving, "/follow-ups")).body).items).toHaveLength(4);
  });

  it("is refused once it was answered whether the outcome lasted", async () => {
    const work = await delivered();
    const { receiving } = work.accounts;
    await put(receiving, outcomePath(work, 0), outcome("better"));
    const [first] = FollowUps.parse((await get(receiving, "/follow-ups")).body).items;
    const answer = { direction: "better", evidenceStrength: 1, comment: "It holds" };
    await post(receiving, `/requests/${work.requestId}/follow-ups/${first?.followUpId}/answer`, answer);
    expect((await correct(receiving, work)).status).toBe(409);
  });
});

describe("follow-ups", () => {
  it("are answered once, by the school they ask or the broker", async () => {
    const work = await delivered();
    await put(work.accounts.receiving, outcomePath(work, 0), outcome());
    const [first, second] = FollowUps.parse((await get(work.accounts.receiving, "/follow-ups")).body).items;
    const answer = { direction: "no-change", evidenceStrength: 1, comment: "It has faded" };
    const path = (id: string | undefined) => `/requests/${work.requestId}/follow-ups/${id ?? ""}/answer`;
    expect((await post(work.accounts.otherSchool, path(first?.followUpId), answer)).status).toBe(404);
    expect((await post(work.accounts.receiving, path(first?.followUpId), answer)).body).toMatchObject({
      state: "answered",
      answer: { direction: "no-change" },
    });
    expect((await post(work.accounts.broker, path(first?.followUpId), answer)).status).toBe(409);
    expect((await post(work.accounts.broker, path(second?.followUpId), answer)).status).toBe(200);
  });

  it("are listed of one request alone, to its school and to those who oversee all", async () => {
    const work = await delivered();
    const { receiving, broker, director, otherSchool } = work.accounts;
    await put(receiving, outcomePath(work, 0), outcome());
    const count = async (account: string, requestId: string) =>
      FollowUps.parse((await get(account, `/follow-ups?requestId=${requestId}`)).body).items.length;
    for (const account of [receiving, broker, director]) expect(await count(account, work.requestId)).toBe(2);
    expect(await count(otherSchool, work.requestId)).toBe(0);
    expect(await count(broker, "req_00000000")).toBe(0);
    const [first] = FollowUps.parse((await get(receiving, "/follow-ups")).body).items;
    const one = `/requests/${work.requestId}/follow-ups/${first?.followUpId}`;
    for (const account of [receiving, broker, director])
      expect(await get(account, one)).toMatchObject({ status: 200, body: first });
    expect((await get(otherSchool, one)).status).toBe(404);
  });

  it("are listed page by page over every state, none twice and none left out", async () => {
    const work = await delivered();
    const { receiving, broker, otherSchool } = work.accounts;
    await put(receiving, outcomePath(work, 0), outcome());
    await put(receiving, outcomePath(work, 1), outcome());
    const all = FollowUps.parse((await get(receiving, "/follow-ups")).body).items;
    const answer = { direction: "better", evidenceStrength: 1, comment: "" };
    await post(
      receiving,
      `/requests/${work.requestId}/follow-ups/${all[0]?.followUpId ?? ""}/answer`,
      answer,
    );
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const path: string = `/follow-ups?limit=1${cursor === null ? "" : `&cursor=${cursor}`}`;
      const page = FollowUps.parse((await get(broker, path)).body);
      seen.push(...page.items.map((each) => each.followUpId));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen.toSorted()).toEqual(all.map((each) => each.followUpId).toSorted());
    expect(FollowUps.parse((await get(broker, "/follow-ups?state=answered")).body).items).toHaveLength(1);
    expect(FollowUps.parse((await get(otherSchool, "/follow-ups")).body).items).toEqual([]);
    for (const forged of ["9_", "zzz", "0_x"])
      expect(await get(broker, `/follow-ups?cursor=${forged}`)).toMatchObject({
        status: 422,
        body: { errors: [{ parameter: "cursor" }] },
      });
  });
});

describe("the impact of a partnership", () => {
  it("is computed from all that was done, for brokers and directors alone", async () => {
    const work = await delivered();
    await put(work.accounts.receiving, outcomePath(work, 0), outcome("better"));
    await put(work.accounts.receiving, outcomePath(work, 1), outcome("worse"));
    const impact = Impact.parse((await get(work.accounts.director, "/impact")).body);
    expect(impact).toMatchObject({
      requests: { closed: 1, open: 0 },
      closures: { "part-met": 1 },
      deployments: { curtailed: 1 },
      days: { planned: 4, delivered: 1.5, charged: 1.5 },
      chargedPence: 52_500,
      homeSchoolSharePence: 45_000,
      brokeragePence: 7_500,
      outcomesByLevel: { 4: 2 },
      outcomesByDirection: { better: 1, worse: 1 },
      followUps: { due: 4 },
      schoolsReceiving: 1,
      schoolsGiving: 1,
      memberSchools: 3,
      load: { practitioners: 1, active: 0, topFiveShare: 1 },
    });
    expect((await get(work.accounts.receiving, "/impact")).status).toBe(403);
  });
});
