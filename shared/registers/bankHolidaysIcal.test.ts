import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { academicYearOf, addDays, bankHolidays, isWorkingDay } from "../domain/calendar/calendar.ts";
import { readBankHolidays } from "./bankHolidaysIcal.ts";

/** A list as the government publishes it: one event a day, whose end is the day after or the day itself. */
const listOf = (days: readonly (readonly [date: string, name: string])[], isEndNext = true): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "METHOD:PUBLISH",
    "CALSCALE:GREGORIAN",
    ...days.flatMap(([date, name]) => [
      "BEGIN:VEVENT",
      `DTEND;VALUE=DATE:${(isEndNext ? addDays(date, 1) : date).replaceAll("-", "")}`,
      `DTSTART;VALUE=DATE:${date.replaceAll("-", "")}`,
      `SUMMARY:${name}`,
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ].join("\r\n");
const computed = (...years: readonly number[]): (readonly [string, string])[] =>
  years.flatMap((year) => [...bankHolidays(year)].toSorted().map((date) => [date, "Bank holiday"] as const));
const read = (...given: Parameters<typeof listOf>) => {
  const reading = readBankHolidays(listOf(...given));
  return reading.kind === "read"
    ? reading.calendars.map(({ academicYear, spans, warnings }) => [
        academicYear,
        spans.map(({ kind, from, to, name }) => [kind, from, to, name].join(" ")),
        warnings?.length,
      ])
    : reading.problems[0]?.message;
};

describe("the official list of bank holidays", () => {
  it("closes days by proclamation, and confirms years of which it holds none", () => {
    const coronation = ["2027-05-10", "Bank holiday for the coronation"] as const;
    expect(read([...computed(2026, 2027, 2028), coronation])).toEqual([
      ["2026-27", ["closed 2027-05-10 2027-05-10 Bank holiday for the coronation"], 0],
      ["2027-28", [], 0],
    ]);
  });

  it("warns of a day that is computed and was moved to another", () => {
    const moved = computed(2026, 2027).map(([date, name]) =>
      date === "2027-05-31" ? (["2027-06-03", "Spring bank holiday"] as const) : ([date, name] as const),
    );
    expect(read(moved)).toEqual([["2026-27", ["closed 2027-06-03 2027-06-03 Spring bank holiday"], 1]]);
  });

  it("is refused where it is another nation's, or covers no whole academic year", () => {
    const scottish = computed(2026, 2027).filter(
      ([date]) => !/-(?:03-29|08-30|08-31|12-28|04-06)$/.test(date),
    );
    expect(read(scottish.filter(([date]) => !date.includes("-05-")))).toContain("another nation");
    expect(read(computed(2027))).toContain("no academic year");
    expect(read([])).toContain("no academic year");
  });

  it("is refused with the line of a holiday that is longer than a day", () => {
    const list = listOf(computed(2026, 2027)).replace(
      "DTEND;VALUE=DATE:20260102",
      "DTEND;VALUE=DATE:20280102",
    );
    expect(readBankHolidays(list)).toMatchObject({ problems: [{ row: 5, column: "DTEND" }] });
  });

  it("gives, of any list, exactly the working days in it, each once, in the years that it covers", () => {
    const extra = fc.array(
      fc.nat({ max: 1000 }).map((day) => [addDays("2026-01-01", day), "Proclaimed"] as const),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(extra, fc.boolean(), (more, isEndNext) => {
        const reading = readBankHolidays(listOf([...computed(2026, 2027, 2028), ...more], isEndNext));
        const spans = reading.kind === "read" ? reading.calendars.flatMap((each) => each.spans) : [];
        const wanted = more
          .map(([date]) => date)
          .filter((date) => isWorkingDay(date) && ["2026-27", "2027-28"].includes(academicYearOf(date)));
        expect(spans.map(({ from }) => from).toSorted()).toEqual([...new Set(wanted)].toSorted());
        expect(spans.every(({ from, to }) => from === to)).toBe(true);
      }),
    );
  });
});
