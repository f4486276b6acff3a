import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { someCalendarYear } from "../../../test/harness/rows.ts";
import { addDays } from "../calendar/calendar.ts";
import { type SchoolCalendar, usualCalendar } from "../calendar/calendarInForce.ts";
import { addWorkingDaysAt, isWorkingDayAt } from "../calendar/calendarOfSchool.ts";
import { type Chase, chaseToday, type Due, dueAfter, isDaytime } from "./chaser.ts";

const anyDate = fc.nat({ max: 900 }).map((days) => addDays("2025-09-01", days));
/** A school with the usual terms that closes for some days of any year, as for a flood. */
const anyCalendar: fc.Arbitrary<SchoolCalendar> = fc
  .array(fc.record({ start: fc.nat({ max: 360 }), days: fc.nat({ max: 30 }) }), { maxLength: 5 })
  .map((floods) => ({
    ...usualCalendar,
    school: ["2025-26", "2026-27", "2027-28"].map((year) =>
      someCalendarYear(
        "sch_00000001",
        year,
        floods.map(({ start, days }) => {
          const from = addDays(`${year.slice(0, 4)}-09-01`, start);
          return { kind: "closed" as const, name: "Flood", from, to: addDays(from, days) };
        }),
      ),
    ),
  }));

interface Written {
  readonly on: string;
  readonly to: "holder" | "brokers";
}

/** What is written when somebody looks on each day from one on, so often a day, until long after all is due. */
function writtenFrom(due: Due, first: string, looksADay: number): Written[] {
  const written: Written[] = [];
  let chase: Chase | undefined;
  for (let day = first, left = 150; left > 0; day = addDays(day, 1), left -= 1)
    for (let look = 0; look < looksADay; look += 1) {
      const chased = chaseToday(due, chase, day);
      if (!chased) continue;
      written.push({ on: day, to: chased.to });
      ({ chase } = chased);
    }
  return written;
}

/** Something due between one and ten working days of a school after a date. */
const anyDue = fc
  .tuple(anyCalendar, anyDate, fc.integer({ min: 1, max: 10 }))
  .map(([calendar, since, given]) => dueAfter(calendar, since, given));

describe("chasers", () => {
  it("are one reminder before what is due is late and one word to brokers after, however often anybody looks", () => {
    fc.assert(
      fc.property(anyDue, fc.integer({ min: 1, max: 3 }), (due, looks) => {
        const written = writtenFrom(due, due.since, looks);
        expect(written.map(({ to }) => to)).toEqual(["holder", "brokers"]);
        const [reminder, late] = written.map(({ on }) => on);
        expect(reminder !== undefined && due.since < reminder && reminder <= due.dueOn).toBe(true);
        expect(late).toBe(addWorkingDaysAt(due.calendar, due.dueOn, 1));
      }),
      { numRuns: 60 },
    );
  });

  it("are never sent on a day on which the school of whoever is to answer is closed", () => {
    fc.assert(
      fc.property(anyDue, fc.nat({ max: 20 }), (due, missed) => {
        const written = writtenFrom(due, addDays(due.since, missed), 1);
        expect(written.every(({ on }) => isWorkingDayAt(due.calendar, on))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("leave a working day to answer where more than one was given", () => {
    fc.assert(
      fc.property(anyCalendar, anyDate, fc.integer({ min: 2, max: 10 }), (calendar, since, given) => {
        const due = dueAfter(calendar, since, given);
        expect(addWorkingDaysAt(calendar, writtenFrom(due, since, 1)[0]?.on ?? "", 1)).toBe(due.dueOn);
      }),
      { numRuns: 60 },
    );
  });

  it("begin anew for what is awaited anew, and tell brokers of nothing that nobody was reminded of", () => {
    const first = dueAfter(usualCalendar, "2026-11-02", 3);
    const again = dueAfter(usualCalendar, "2026-11-09", 3);
    const before: Chase = { since: first.since, holderOn: "2026-11-04", brokersOn: "2026-11-06" };
    expect(chaseToday(first, before, "2026-11-20")).toBeNull();
    expect(chaseToday(again, before, "2026-11-10")).toBeNull();
    expect(chaseToday(again, before, "2026-11-11")?.to).toBe("holder");
    expect(chaseToday(again, undefined, "2026-11-20")?.to).toBe("holder");
  });

  it("wait through half term, bank holidays and the change of the clocks", () => {
    const autumn = dueAfter(usualCalendar, "2026-10-22", 2);
    expect(writtenFrom(autumn, autumn.since, 1)).toEqual([
      { on: "2026-10-23", to: "holder" },
      { on: "2026-11-03", to: "brokers" },
    ]);
    const yearEnd = dueAfter(usualCalendar, "2026-12-18", 2);
    expect(writtenFrom(yearEnd, yearEnd.since, 1)[0]).toEqual({ on: "2027-01-04", to: "holder" });
  });
});

describe("the daytime, in which people are written to", () => {
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/London",
    hour: "2-digit",
    hourCycle: "h23",
  });

  it("is from 07:00 to 19:00 by the clocks of London, also on the days on which they change", () => {
    const changes = ["2026-10-25", "2027-03-28", "2027-10-31", "2028-03-26"];
    fc.assert(
      fc.property(fc.constantFrom(...changes), fc.integer({ min: -2880, max: 2880 }), (change, minutes) => {
        const now = new Date(Date.parse(`${change}T01:00:00Z`) + minutes * 60_000);
        const hour = Number(clock.format(now));
        expect(isDaytime(now.toISOString())).toBe(hour >= 7 && hour < 19);
      }),
    );
    const first = [
      "2026-10-24T06:00:00Z",
      "2026-10-25T07:00:00Z",
      "2027-03-27T07:00:00Z",
      "2027-03-28T06:00:00Z",
    ];
    for (const seven of first) {
      const before = new Date(Date.parse(seven) - 1).toISOString();
      expect([isDaytime(before), isDaytime(seven)]).toEqual([false, true]);
    }
  });
});
