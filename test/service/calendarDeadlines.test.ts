import { describe, expect, test } from "vitest";
import { academicYearOf, addMonths, dateAt } from "../../shared/domain/calendar/calendar.ts";
import { type SchoolCalendar, usualCalendar } from "../../shared/domain/calendar/calendarInForce.ts";
import { addWorkingDaysAt, workingDaysBetweenAt } from "../../shared/domain/calendar/calendarOfSchool.ts";
import { DeploymentId, FollowUpId } from "../../shared/domain/ids.ts";
import type { FollowUp } from "../../shared/domain/outcomes/outcome.ts";
import { startingPolicies } from "../../shared/domain/partnership.ts";
import { calendarYears } from "../../shared/store/rows/calendars.ts";
import { followUps } from "../../shared/store/rows/deployments.ts";
import { toWorkingDay } from "../harness/workingDay.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { read } from "./read.ts";
import { setScene } from "./scene.ts";

const service = await serviceForTests();

const scene = await setScene(service);
const { schoolAt } = scene;

const policyDays = () =>
  startingPolicies("2020-04-01").find(({ name }) => name === "traded-improvement")?.consentWorkingDays
    .practitioner;

describe("deadlines by the calendar of the school that answers", () => {
  const wholeYear = (academicYear: string) => {
    const first = Number(academicYear.slice(0, 4));
    return { kind: "term", name: "All year", from: `${first}-09-01`, to: `${first + 1}-08-31` } as const;
  };
  const closedOn = (date: string) => ({ kind: "closed", name: "Flood", from: date, to: date }) as const;

  const rowsOf = (holder: string, closed: readonly string[], revision: number) => {
    const today = dateAt(service.host.world.now());
    const years = [academicYearOf(today), academicYearOf(addMonths(today, 12))];
    return years.map((academicYear) => ({
      holder,
      academicYear,
      spans: [
        wholeYear(academicYear),
        ...closed.filter((date) => academicYearOf(date) === academicYear).map(closedOn),
      ],
      spansBefore: null,
      revision,
    }));
  };
  /** Puts a calendar in the store as if it had been written, with any number of closed days. */
  const stage = (...written: Parameters<typeof rowsOf>): Promise<void> =>
    scene.store.stage(calendarYears, rowsOf(...written));
  const openAllYear = (): SchoolCalendar => ({ ...usualCalendar, school: rowsOf(schoolAt(5), [], 0) });
  const daysAfter = (date: string, days: number): string => addWorkingDaysAt(openAllYear(), date, days);

  test("an offer skips the home school's closed days, and moves on when one is closed after it was sent", async () => {
    const person = await scene.addPerson(5);
    const request = await scene.addRequest(4);
    const today = dateAt(service.host.world.now());
    const closed = [daysAfter(today, 1), daysAfter(today, 2)];
    await stage(schoolAt(5), closed, 0);
    const offer = read.offer(await scene.confirm(await scene.run(), request, person));
    expect(offer.deadlineCalendar).toEqual({ source: "school", notice: null });
    const asked = dateAt(offer.expiresAt ?? "");
    const days = workingDaysBetweenAt(openAllYear(), today, asked);
    expect(days).toBe((policyDays() ?? 0) + closed.length);

    await stage(schoolAt(5), [...closed, asked], 1);
    const path = `/requests/${offer.requestId}/offers/${offer.offerId}`;
    const shown = read.offer(await scene.get(person.account, path));
    expect(dateAt(shown.expiresAt ?? "")).toBe(daysAfter(asked, 1));
    for (const list of ["/offers?limit=200", `/requests/${offer.requestId}/offers`]) {
      const { body } = await scene.get(scene.broker, list);
      expect(body).toMatchObject({ items: expect.arrayContaining([shown]) });
    }
    await service.fire("hour");
    await service.settle();
    const moved = read.offer(await scene.get(person.account, path));
    expect(dateAt(moved.expiresAt ?? "")).toBe(daysAfter(asked, 1));
    expect(moved.state).toBe("sent");

    const accepted = read.offer(await scene.post(person.account, `${path}/acceptance`, { note: null }));
    expect(accepted.state).toBe("accepted");
  });

  test("nobody is asked after on a day on which their school is closed", async () => {
    const { requestId, objectiveId } = await scene.addRequest(0);
    const { world } = service.host;
    await toWorkingDay(service);
    const today = dateAt(world.now());
    const followUp: FollowUp = {
      followUpId: world.fresh(FollowUpId),
      deploymentId: world.fresh(DeploymentId),
      requestId,
      objectiveId,
      schoolId: schoolAt(0),
      after: "one-term",
      dueOn: "2020-01-06",
      state: "due",
      answer: null,
      revision: 0,
    };
    await scene.store.stage(followUps, [followUp]);
    const stateAfterAnHour = async () => {
      await service.fire("hour");
      await service.settle();
      return (await scene.store.get(followUps, followUp))?.state;
    };
    await stage(schoolAt(0), [today], 0);
    expect(await stateAfterAnHour()).toBe("due");
    await stage(schoolAt(0), [], 1);
    expect(await stateAfterAnHour()).toBe("asked");
  });
});
