import { describe, expect, it } from "vitest";
import { someCalendarYear } from "../../test/harness/rows.ts";
import { usualCalendar } from "./calendarInForce.ts";
import { madeUpDeployment, madeUpVisit } from "./deployment.testdata.ts";
import { evaluationDue, recordsDue } from "./workDue.ts";

const closedOn = (date: string) => ({
  ...usualCalendar,
  school: [
    someCalendarYear("sch_00000001", "2026-27", [{ kind: "closed", name: "Flood", from: date, to: date }]),
  ],
});
const dueOf = (...visits: Parameters<typeof recordsDue>[0]) =>
  recordsDue(visits, usualCalendar).map(({ due }) => [due.since, due.dueOn]);

describe("records of visit that are due", () => {
  it("are those not sent, five working days of the home school after the visit", () => {
    expect(dueOf(madeUpVisit())).toEqual([["2026-09-14", "2026-09-21"]]);
    const [flooded] = recordsDue([madeUpVisit()], closedOn("2026-09-16"));
    expect(flooded?.due.dueOn).toBe("2026-09-22");
  });

  it("are those sent back, from the day on which they were, and none that wait for the school", () => {
    const response = { accurate: false, note: "Half a day", at: "2026-09-24T23:30:00.000Z" };
    expect(dueOf(madeUpVisit({ state: "inaccurate", response }))).toEqual([["2026-09-25", "2026-10-02"]]);
    expect(dueOf(madeUpVisit({ state: "submitted" }))).toEqual([]);
  });

  it("are those of a visit that was planned, until any later visit is written down", () => {
    const planned = madeUpVisit({ state: "accurate", nextVisitOn: "2026-10-05" });
    expect(dueOf(planned)).toEqual([["2026-10-05", "2026-10-12"]]);
    const later = madeUpVisit({ state: "submitted", visitedOn: "2026-10-06" }, 2);
    expect(dueOf(planned, later)).toEqual([]);
  });
});

describe("evaluations that are due", () => {
  const ended = (as: "complete" | "not-started") =>
    madeUpDeployment({ state: as, ending: { as, on: "2026-10-12", reason: "" } });

  it("count ten working days of each side's own school from the end", () => {
    const calendars = { homeSchool: closedOn("2026-10-14"), supportedSchool: usualCalendar };
    expect(evaluationDue(ended("complete"), "school", calendars)?.dueOn).toBe("2026-11-02");
    expect(evaluationDue(ended("complete"), "practitioner", calendars)?.dueOn).toBe("2026-11-03");
  });

  it("are none while work goes on and where it was not started", () => {
    const calendars = { homeSchool: usualCalendar, supportedSchool: usualCalendar };
    expect(evaluationDue(madeUpDeployment(), "school", calendars)).toBeNull();
    expect(evaluationDue(ended("not-started"), "school", calendars)).toBeNull();
  });
});
