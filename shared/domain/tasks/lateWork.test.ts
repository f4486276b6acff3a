import { describe, expect, it } from "vitest";
import { madeUpDeployment, madeUpVisit } from "../deployments/deployment.testdata.ts";
import { isStillLate, type LateWork, type WorkSoFar } from "./lateWork.ts";

const draft = madeUpVisit();
const sent = madeUpVisit({ state: "submitted", submittedAt: "2026-09-15T09:00:00.000Z" });
const { visitId } = draft;
const unsent: LateWork = { kind: "record-late", visitId, since: "2026-09-14", dueOn: "2026-09-21" };
const unanswered: LateWork = {
  kind: "record-unanswered",
  visitId,
  since: "2026-09-15",
  dueOn: "2026-09-22",
};
const soFar = (change: Partial<WorkSoFar>): WorkSoFar => ({
  deployment: madeUpDeployment({ state: "in-delivery" }),
  visits: [],
  evaluated: [],
  ...change,
});

describe("what is late", () => {
  it("is a record until it is sent, and none once the work has ended", () => {
    expect(isStillLate(unsent, soFar({ visits: [draft] }))).toBe(true);
    expect(isStillLate(unsent, soFar({ visits: [sent] }))).toBe(false);
    const deployment = madeUpDeployment({ state: "curtailed" });
    expect(isStillLate(unsent, soFar({ visits: [draft], deployment }))).toBe(false);
  });

  it("is the school's word until it is given, also once the work has ended, and not that on a record sent anew", () => {
    expect(isStillLate(unanswered, soFar({ visits: [sent] }))).toBe(true);
    const deployment = madeUpDeployment({ state: "curtailed", daysUnanswered: 1 });
    expect(isStillLate(unanswered, soFar({ visits: [sent], deployment }))).toBe(true);
    const answered = { ...sent, state: "accurate" as const };
    const anew = { ...sent, submittedAt: "2026-09-25T09:00:00.000Z" };
    for (const visit of [answered, anew])
      expect(isStillLate(unanswered, soFar({ visits: [visit] }))).toBe(false);
  });

  it("is not the record of a visit that came, though the school owes its word since that same day", () => {
    const planning = { ...sent, nextVisitOn: "2026-09-15" };
    const planned: LateWork = { ...unsent, since: "2026-09-15" };
    expect(isStillLate(planned, soFar({ visits: [planning] }))).toBe(true);
    const visits = [planning, madeUpVisit({ visitedOn: "2026-09-15" }, 2)];
    expect(isStillLate(planned, soFar({ visits }))).toBe(false);
    expect(isStillLate(unanswered, soFar({ visits }))).toBe(true);
  });

  it("is an evaluation until that side writes it", () => {
    const late = {
      kind: "evaluation-late",
      side: "school",
      since: "2026-10-12",
      dueOn: "2026-11-02",
    } as const;
    expect(isStillLate(late, soFar({ evaluated: ["practitioner"] }))).toBe(true);
    expect(isStillLate(late, soFar({ evaluated: ["school"] }))).toBe(false);
  });
});
