import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../calendar/calendar.ts";
import { usualCalendar } from "../calendar/calendarInForce.ts";
import { addWorkingDaysAt, workingDaysBetweenAt } from "../calendar/calendarOfSchool.ts";
import { madeUpDeployment, madeUpVisit } from "./deployment.testdata.ts";
import { checkNote, lastVisitOn, submitRecord, workingDaysLate } from "./visit.ts";

const today = "2026-11-30";
const now = `${today}T10:00:00.000Z`;
const supportedSchool = usualCalendar;
const sentNow = { now, homeSchool: usualCalendar };

describe("a record of visit", () => {
  const deployment = madeUpDeployment();
  const checkedOn = (visitedOn: string, on = today) =>
    checkNote({ deployment, others: [], note: madeUpVisit({ visitedOn }), today: on, supportedSchool }).kind;

  it("lies within the agreed window or ten working days after it", () => {
    const { from, to } = deployment.agreement.window;
    const last = addWorkingDaysAt(supportedSchool, to, 10);
    const late = "2027-08-01";
    expect(checkedOn(from)).toBe("possible");
    expect(checkedOn(addDays(from, -1))).toBe("impossible-dates");
    expect(checkedOn(last, late)).toBe("possible");
    expect(checkedOn(addDays(last, 1), late)).toBe("impossible-dates");
  });

  it("lies on or before the final date of the review where that comes later still, and never on fewer days for it", () => {
    const grace = addWorkingDaysAt(supportedSchool, deployment.agreement.window.to, 10);
    const reviewed = (finalDate: string) =>
      lastVisitOn(
        madeUpDeployment({
          midTermReview: {
            heldOn: "2026-10-12",
            working: true,
            changes: "",
            continues: true,
            exitStrategy: "The subject lead goes on",
            finalDate,
          },
        }),
        supportedSchool,
      );
    expect(reviewed(addDays(grace, 20))).toBe(addDays(grace, 20));
    expect(reviewed(addDays(grace, -20))).toBe(grace);
  });

  it("is not written before the visit was made", () => {
    expect(checkedOn("2026-09-14", "2026-09-14")).toBe("possible");
    expect(checkedOn("2026-09-14", "2026-09-13")).toBe("impossible-dates");
  });

  it("names the next visit only when that comes later", () => {
    const note = madeUpVisit({ nextVisitOn: "2026-09-14" });
    expect(checkNote({ deployment, others: [], note, today, supportedSchool })).toMatchObject({
      kind: "impossible-dates",
      faults: [{ field: "nextVisitOn" }],
    });
  });

  it("says how many days can still be recorded when it claims too many", () => {
    const others = [madeUpVisit({ days: 4.5 }, 2)];
    expect(checkNote({ deployment, others, note: madeUpVisit({ days: 2 }), today, supportedSchool })).toEqual(
      {
        kind: "too-many-days",
        daysLeft: 1.5,
        daysPlanned: 6,
      },
    );
  });

  it("is late by the working days after the fifth, and not before", () => {
    fc.assert(
      fc.property(fc.nat({ max: 400 }), fc.nat({ max: 40 }), (start, gap) => {
        const visitedOn = addDays("2026-01-01", start);
        const recordedOn = addDays(visitedOn, gap);
        const expected = Math.max(0, workingDaysBetweenAt(usualCalendar, visitedOn, recordedOn) - 5);
        expect(workingDaysLate(usualCalendar, visitedOn, recordedOn)).toBe(expected);
      }),
    );
  });

  it("keeps its first lateness when it is sent again after a correction", () => {
    const inaccurate = madeUpVisit({ state: "inaccurate", submittedAt: now, workingDaysLate: 2 });
    const again = submitRecord(deployment, inaccurate, { ...sentNow, now: "2026-12-20T10:00:00.000Z" });
    expect(again).toMatchObject({ kind: "moved", visit: { workingDaysLate: 2, response: null } });
  });
});
