import { describe, expect, it } from "vitest";
import { someCalendarYear } from "../../../test/harness/rows.ts";
import { academicYearOf, addDays } from "../calendar/calendar.ts";
import { usualCalendar } from "../calendar/calendarInForce.ts";
import { addWorkingDaysAt } from "../calendar/calendarOfSchool.ts";
import { finish, reviewMidTerm } from "./deploymentSteps.ts";
import { madeUpDeployment, madeUpVisit } from "./deployment.testdata.ts";

const today = "2026-11-30";
const ending = (as: "complete" | "curtailed" | "not-started", on = today) => ({
  ending: { as, on, reason: "As agreed" },
  today,
  byBroker: false,
});
const delivering = madeUpDeployment({ state: "in-delivery", daysDelivered: 2.5, daysCharged: 2.5 });

describe("ending a deployment", () => {
  it("gives back the days that were planned and not delivered", () => {
    expect(finish(delivering, [], ending("curtailed"))).toMatchObject({
      kind: "finished",
      daysBack: 3.5,
      deployment: { state: "curtailed", ending: { on: today } },
    });
  });

  it("is not complete while a record is a draft, unanswered or inaccurate", () => {
    for (const state of ["draft", "submitted", "inaccurate"] as const)
      expect(finish(delivering, [madeUpVisit({ state })], ending("complete")).kind).toBe("records-unsettled");
    expect(finish(delivering, [madeUpVisit({ state: "accurate" })], ending("complete")).kind).toBe(
      "finished",
    );
  });

  it("is not complete when nothing was delivered", () => {
    expect(finish(madeUpDeployment(), [], ending("complete")).kind).toBe("nothing-delivered");
  });

  it("is complete with fewer days than were agreed only with a word on why", () => {
    const unexplained = {
      ...ending("complete"),
      ending: { as: "complete", on: today, reason: " - " },
    } as const;
    expect(finish(delivering, [], unexplained)).toEqual({ kind: "days-unexplained", deployment: delivering });
    const { daysPlanned } = delivering.agreement;
    expect(finish({ ...delivering, daysDelivered: daysPlanned }, [], unexplained).kind).toBe("finished");
    expect(finish(delivering, [], ending("complete")).kind).toBe("finished");
  });

  it("counts as not started only when nothing was delivered", () => {
    expect(finish(delivering, [], ending("not-started")).kind).toBe("something-delivered");
    expect(finish(madeUpDeployment(), [madeUpVisit()], ending("not-started")).kind).toBe("finished");
  });

  it("breaks off for the broker alone while a record is unanswered, and its days stay held", () => {
    const records = [madeUpVisit({ state: "submitted", days: 1.5 }), madeUpVisit({ state: "draft" }, 2)];
    expect(finish(delivering, records, ending("curtailed")).kind).toBe("records-unsettled");
    expect(finish(delivering, records, { ...ending("curtailed"), byBroker: true })).toMatchObject({
      kind: "finished",
      daysBack: 2,
      deployment: { state: "curtailed", daysUnanswered: 1.5 },
    });
    for (const as of ["complete", "not-started"] as const)
      expect(finish(madeUpDeployment(), records, { ...ending(as), byBroker: true }).kind).toBe(
        "records-unsettled",
      );
  });

  it("happens between the day it was agreed and today", () => {
    expect(finish(delivering, [], ending("curtailed", "2026-12-01")).kind).toBe("impossible-date");
    expect(finish(delivering, [], ending("curtailed", "2026-08-31")).kind).toBe("impossible-date");
  });
});

describe("the mid-term review", () => {
  const review = {
    heldOn: "2026-10-20",
    working: true,
    changes: "",
    continues: true,
    exitStrategy: "The subject lead takes over the coaching",
    finalDate: "2026-12-10",
  };

  const by = { today, supportedSchool: usualCalendar };

  it("is recorded once, while the work goes on", () => {
    const reviewed = reviewMidTerm(delivering, review, by);
    if (reviewed.kind !== "reviewed") throw new Error(reviewed.kind);
    expect(reviewMidTerm(reviewed.deployment, review, by)).toEqual({
      kind: "already-reviewed",
      heldOn: "2026-10-20",
    });
    expect(reviewMidTerm(madeUpDeployment(), review, by).kind).toBe("wrong-state");
  });

  it("is not recorded before it was held, nor with an end before it", () => {
    expect(reviewMidTerm(delivering, review, { ...by, today: "2026-10-19" })).toMatchObject({
      field: "heldOn",
    });
    expect(reviewMidTerm(delivering, { ...review, heldOn: "2026-09-06" }, by)).toMatchObject({
      field: "heldOn",
    });
    const { to } = delivering.agreement.window;
    const endingOn = (finalDate: string) => reviewMidTerm(delivering, { ...review, finalDate }, by);
    const last = addWorkingDaysAt(usualCalendar, to, 40);
    expect(endingOn(last).kind).toBe("reviewed");
    expect(endingOn(addDays(last, 1))).toMatchObject({ field: "finalDate" });
    // A school that closes for a week soon after the window has longer.
    const flood = { kind: "closed" as const, name: "Flood", from: addDays(to, 28), to: addDays(to, 34) };
    const own = someCalendarYear("sch_00000001", academicYearOf(addDays(to, 28)), [flood]);
    const flooded = { ...usualCalendar, school: [own] };
    const lastThere = addWorkingDaysAt(flooded, to, 40);
    const there = (finalDate: string) =>
      reviewMidTerm(delivering, { ...review, finalDate }, { today, supportedSchool: flooded });
    expect(lastThere > last).toBe(true);
    expect(there(lastThere).kind).toBe("reviewed");
    expect(there(addDays(lastThere, 1))).toMatchObject({ field: "finalDate" });
    const backwards = { ...review, finalDate: "2026-10-19" };
    expect(reviewMidTerm(delivering, backwards, by)).toMatchObject({ field: "finalDate" });
  });
});
