import { describe, expect, test } from "vitest";
import { VisitDatesView } from "../../shared/contract/routes/visitDates.ts";
import { VisitView } from "../../shared/contract/routes/views.ts";
import { academicYearOf, addDays, dateAt } from "../../shared/domain/calendar/calendar.ts";
import { usualCalendar } from "../../shared/domain/calendar/calendarInForce.ts";
import { addWorkingDaysAt, dayAt } from "../../shared/domain/calendar/calendarOfSchool.ts";
import type { CalendarSpan } from "../../shared/domain/calendar/calendarYear.ts";
import { deployments, deploymentsOfRequest } from "../../shared/store/rows/deployments.ts";
import { calendarYears } from "../../shared/store/rows/calendars.ts";
import { people } from "../../shared/store/rows/people.ts";
import { toOpenWeeks } from "../harness/workingDay.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { agreeWork, type AgreedWork } from "./agreedWork.ts";
import { read } from "./read.ts";
import { setScene } from "./scene.ts";
import { endWork, visitNote } from "./workSteps.ts";

const service = await serviceForTests();
const { get, post } = service;

const statusFor = async (account: string, path: string): Promise<number> => (await get(account, path)).status;
const today = (): string => dateAt(service.host.world.now());
const inset = (date: string): CalendarSpan => ({ kind: "inset", name: "INSET day", from: date, to: date });

/** Work under way, with its only deployment, its path and what a party reads of it. */
async function workUnderWay() {
  await toOpenWeeks(service);
  const work = await agreeWork(service);
  const [deployment] = await work.store.all(deploymentsOfRequest(work.requestId));
  if (!deployment) throw new Error("Work was agreed");
  const path = `${work.at()}/visit-dates`;
  const dates = async (account: string, limit = 5) =>
    VisitDatesView.parse((await get(account, `${path}?limit=${limit}`)).body);
  return { work, deployment, path, dates };
}
const says = (work: AgreedWork, holder: string, spans: CalendarSpan[]): Promise<void> =>
  work.store.stage(calendarYears, [
    {
      holder,
      academicYear: academicYearOf(spans[0]?.from ?? today()),
      spans,
      spansBefore: null,
      revision: 0,
    },
  ]);

describe("dates of visits while work goes on", () => {
  test("are INSET days of the school that asked first, and none of the home school", async () => {
    const { work, deployment, dates } = await workUnderWay();
    const { receiving } = work.accounts;
    const before = await dates(receiving, 3);
    expect(before.items).toHaveLength(3);
    for (const { date, kind } of before.items) {
      expect(kind).toBe("pupils");
      expect(dayAt(usualCalendar, date)).toBe("pupils");
      expect(date > today() && date <= deployment.agreement.window.to).toBe(true);
    }
    expect(before.calendarNotices.homeSchool).toContain("the usual three terms are assumed");
    const [one, two] = [1, 2].map((days) => addWorkingDaysAt(usualCalendar, today(), days));
    if (one === undefined || two === undefined) throw new Error("There are two working days");
    await says(work, deployment.schoolId, [inset(one), inset(two)]);
    const items = (await dates(receiving, 3)).items;
    expect(items.map(({ kind }) => kind)).toEqual(["inset", "inset", "pupils"]);
    expect(items.slice(0, 2).map(({ date }) => date)).toEqual([one, two]);
    await says(work, deployment.homeSchoolId, [inset(two)]);
    const left = (await dates(work.accounts.practitioner, 20)).items;
    expect(left[0]).toEqual({ date: one, kind: "inset" });
    expect(left.map(({ date }) => date)).not.toContain(two);
  });

  test("are none of a long absence and none outside the practitioner's dates", async () => {
    const { work, dates } = await workUnderWay();
    const { personId, store } = work;
    const before = await store.get(people, { personId });
    if (!before) throw new Error("The practitioner is on record");
    const until = addDays(today(), 10);
    const to = addDays(today(), 18);
    const parked = { until, reason: "Parental leave", endsOffers: true };
    await store.stage(people, [{ ...before, parked, availability: [{ from: today(), to }] }]);
    const found = (await dates(work.accounts.broker, 20)).items;
    expect(found.every(({ date }) => until < date && date <= to)).toBe(true);
    await store.stage(people, [{ ...before, parked: { ...parked, until: addDays(today(), 60) } }]);
    expect((await dates(work.accounts.broker)).items).toEqual([]);
  });

  test("are none that a record plans already, and none for which no head releases the practitioner", async () => {
    const { work, deployment, dates } = await workUnderWay();
    const { practitioner } = work.accounts;
    const [one, two] = (await dates(practitioner, 20)).items.map(({ date }) => date);
    if (one === undefined || two === undefined) throw new Error("There are two dates");
    const drafted = await post(practitioner, `${work.at()}/visits`, { ...visitNote(work), nextVisitOn: one });
    const { visitId } = VisitView.parse(drafted.body);
    expect((await dates(practitioner, 20)).items[0]?.date).toBe(one);
    await post(practitioner, `${work.at()}/visits/${visitId}/submission`);
    expect((await dates(practitioner, 20)).items[0]?.date).toBe(two);
    const { requestId, deploymentId } = deployment;
    const row = await work.store.get(deployments, { requestId, deploymentId });
    if (!row) throw new Error("Work was agreed");
    const lapsed = { schoolId: null, from: two, answer: "awaited", answeredAt: null } as const;
    await work.store.stage(deployments, [{ ...row, newRelease: lapsed }]);
    expect((await dates(practitioner, 20)).items).toEqual([]);
  });

  test("are read by the parties and those who oversee, and are none once the work has ended", async () => {
    const { work, path, dates } = await workUnderWay();
    const { broker, director, practitioner, receiving, home, otherSchool, otherPerson } = work.accounts;
    for (const account of [broker, director, practitioner, receiving, home])
      expect((await dates(account)).items).toHaveLength(5);
    for (const account of [otherSchool, otherPerson]) expect(await statusFor(account, path)).toBe(404);
    await endWork(service, work, { as: "not-started" });
    expect((await dates(broker)).items).toEqual([]);
  });
});

test("dates of visits with an offer are for those who know of it, while it is open", async () => {
  await toOpenWeeks(service);
  const scene = await setScene(service);
  const person = await scene.addPerson(1);
  const asked = await scene.addRequest(0);
  const { requestId, offerId, terms } = read.offer(await scene.confirm(await scene.run(), asked, person));
  const offer = `/requests/${requestId}/offers/${offerId}`;
  const path = `${offer}/visit-dates`;
  const dates = async (account: string) => VisitDatesView.parse((await get(account, path)).body).items;
  for (const account of [scene.broker, scene.director, person.account, person.homeHead]) {
    const found = await dates(account);
    expect(found).toHaveLength(5);
    expect(found.every(({ date }) => terms.window.from <= date && date <= terms.window.to)).toBe(true);
  }
  expect(await statusFor(asked.head, path)).toBe(404);
  expect((await post(person.account, `${offer}/acceptance`, { note: null })).status).toBe(200);
  expect(await dates(asked.head)).toHaveLength(5);
  const stranger = await scene.addPerson(2);
  expect([await statusFor(stranger.account, path), await statusFor(stranger.homeHead, path)]).toEqual([
    404, 404,
  ]);
  expect((await post(scene.broker, `${offer}/withdrawal`, { reason: "No longer needed" })).status).toBe(200);
  expect(await dates(scene.broker)).toEqual([]);
});
