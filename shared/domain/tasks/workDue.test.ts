import { describe, expect, it } from "vitest";
import { someCalendarYear } from "../../../test/harness/rows.ts";
import { usualCalendar } from "../calendar/calendarInForce.ts";
import { madeUpDeployment, madeUpVisit } from "../deployments/deployment.testdata.ts";
import type { Deployment, Visit } from "../deployments/deployment.ts";
import { evaluationDue, recordDue, recordsAwaited } from "./workDue.ts";

const closedOn = (date: string) => ({
  ...usualCalendar,
  school: [
    someCalendarYear("sch_00000001", "2026-27", [{ kind: "closed", name: "Flood", from: date, to: date }]),
  ],
});
const usual = { homeSchool: usualCalendar, supportedSchool: usualCalendar };
const dueIn = (deployment: Deployment, ...visits: Visit[]) =>
  recordsAwaited(deployment, visits).map((each) => {
    const { since, dueOn } = recordDue(each, usual);
    return [each.of, since, dueOn];
  });
const dueOf = (...visits: Visit[]) => dueIn(madeUpDeployment({ state: "in-delivery" }), ...visits);

describe("records of visit that are due", () => {
  it("are those not sent, five working days of the home school after the visit", () => {
    expect(dueOf(madeUpVisit())).toEqual([["practitioner", "2026-09-14", "2026-09-21"]]);
    const [flooded] = recordsAwaited(madeUpDeployment(), [madeUpVisit()]);
    const calendars = { ...usual, homeSchool: closedOn("2026-09-16") };
    expect(flooded && recordDue(flooded, calendars).dueOn).toBe("2026-09-22");
  });

  it("are those sent back, from the day on which they were", () => {
    const response = { accurate: false, note: "Half a day", at: "2026-09-24T23:30:00.000Z" };
    expect(dueOf(madeUpVisit({ state: "inaccurate", response }))).toEqual([
      ["practitioner", "2026-09-25", "2026-10-02"],
    ]);
  });

  it("are those of a visit that was planned, until any later visit is written down", () => {
    const planned = madeUpVisit({ state: "accurate", nextVisitOn: "2026-10-05" });
    expect(dueOf(planned)).toEqual([["practitioner", "2026-10-05", "2026-10-12"]]);
    const later = madeUpVisit({ state: "accurate", visitedOn: "2026-10-06" }, 2);
    expect(dueOf(planned, later)).toEqual([]);
  });

  it("are, of the school, those that wait for its word: five working days of its own, and also once the work ended", () => {
    const sent = madeUpVisit({ state: "submitted", submittedAt: "2026-09-15T23:30:00.000Z" });
    expect(dueOf(sent)).toEqual([["school", "2026-09-16", "2026-09-23"]]);
    const [awaited] = recordsAwaited(madeUpDeployment(), [sent]);
    const calendars = { homeSchool: closedOn("2026-09-17"), supportedSchool: closedOn("2026-09-23") };
    expect(awaited && recordDue(awaited, calendars).dueOn).toBe("2026-09-24");
    expect(dueIn(madeUpDeployment({ state: "curtailed" }), sent, madeUpVisit({}, 2))).toEqual([
      ["school", "2026-09-16", "2026-09-23"],
    ]);
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
