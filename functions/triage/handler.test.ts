import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dateAt } from "../../shared/domain/calendar/calendar.ts";
import { dayAt } from "../../shared/domain/calendar/calendarOfSchool.ts";
import { anyCalendar, anyInstant } from "../../test/harness/calendars.ts";
import { numbered, someRequest, someSchool } from "../../test/harness/rows.ts";
import { findingsOn } from "./handler.ts";

const window = fc.record({ wait: fc.integer({ min: -5, max: 20 }), length: fc.nat({ max: 30 }) });

describe("what triage says of a request's dates", () => {
  it("counts the asking school's own working days: whether they begin within five, and hold as many as are asked for", () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, window, (calendar, now, { wait, length }) => {
        const today = dateAt(now);
        const from = addDays(today, wait);
        const asked = {
          ...someRequest(1, numbered.school(1), today),
          window: { from, to: addDays(from, length) },
        };
        const { warnings } = findingsOn(asked, someSchool(1), { now, others: [], calendar });
        const openIn = (first: string, last: string): number => {
          let count = 0;
          for (let date = first; date <= last; date = addDays(date, 1))
            if (dayAt(calendar, date) !== "closed") count += 1;
          return count;
        };
        // It begins after the fifth working day where five lie before its first day.
        const isLater = openIn(addDays(today, 1), addDays(from, -1)) >= 5;
        expect(warnings.includes("window-begins-soon")).toBe(!isLater);
        const isShort = openIn(from, addDays(from, length)) < asked.daysEach;
        expect(warnings.includes("too-few-open-days")).toBe(isShort);
      }),
    );
  });
});
