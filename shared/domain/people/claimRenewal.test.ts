import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { numbered, somePerson } from "../../../test/harness/rows.ts";
import { addMonths } from "../calendar/calendar.ts";
import { isRenewalDue } from "./claimRenewal.ts";

const person = { ...somePerson(1, numbered.school(1)), createdAt: "2025-09-01T09:00:00.000Z" };

describe("the yearly question whether claims still hold", () => {
  test("is due a year after the claims were last confirmed, counted from the record's first day until then", () => {
    const dueOn = (today: string, claimsConfirmedOn?: string) =>
      isRenewalDue(claimsConfirmedOn === undefined ? person : { ...person, claimsConfirmedOn }, today);
    expect(["2026-08-31", "2026-09-01"].map((today) => dueOn(today))).toEqual([false, true]);
    expect(["2027-01-11", "2027-01-12"].map((today) => dueOn(today, "2026-01-12"))).toEqual([false, true]);
    expect(["2029-02-27", "2029-02-28"].map((today) => dueOn(today, "2028-02-29"))).toEqual([false, true]);
  });

  test("is put once a year to who does not answer, and never in the year after an answer", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), (answersInMonth) => {
        let now = { ...person, claimsConfirmedOn: "2026-01-01" };
        let lastWord = "2026-01-01";
        answersInMonth.forEach((answers, month) => {
          const today = addMonths("2026-01-05", month);
          const due = isRenewalDue(now, today);
          expect(due).toBe(addMonths(lastWord, 12) <= today);
          if (due || answers) lastWord = today;
          if (due) now = { ...now, claimsAskedOn: today };
          if (answers) now = { ...now, claimsConfirmedOn: today };
        });
      }),
    );
  });

  test("is not put to who claims nothing, nor while parked", () => {
    const today = "2027-01-12";
    const parkedUntil = (until: string) => ({ ...person, parked: { until, reason: "On leave" } });
    expect(isRenewalDue({ ...person, claims: [] }, today)).toBe(false);
    expect([today, "2027-01-11"].map((until) => isRenewalDue(parkedUntil(until), today))).toEqual([
      false,
      true,
    ]);
  });
});
