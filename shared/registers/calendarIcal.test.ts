import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCalendarIcal } from "./calendarIcal.ts";
import { looksLikeIcal } from "./icalEvents.ts";

const event = (summary: string, ...lines: readonly string[]): string[] => [
  "BEGIN:VEVENT",
  `SUMMARY:${summary}`,
  ...lines,
  "END:VEVENT",
];
const days = (from: string, after: string): string[] => [
  `DTSTART;VALUE=DATE:${from}`,
  `DTEND;VALUE=DATE:${after}`,
];
const fileOf = (lines: readonly string[]): string =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR", ""].join("\r\n");
const read = (...lines: readonly string[]) => readCalendarIcal(fileOf(lines), "authority-373");
const spansIn = (reading: ReturnType<typeof read>) =>
  reading.kind === "read" ? reading.calendars.flatMap(({ spans }) => spans) : [];
const problemsIn = (reading: ReturnType<typeof read>) =>
  reading.kind === "refused" ? reading.problems.map(({ row, column }) => [row, column]) : [];

describe("calendars from iCalendar", () => {
  it("reads terms, half terms, INSET days and closures by their summaries; the end is not counted", () => {
    const reading = read(
      ...event("Autumn Term 2026", ...days("20260901", "20261219")),
      ...event("October half-term break", ...days("20261026", "20261031")),
      ...event("INSET day", "DTSTART;VALUE=DATE:20260901"),
      ...event("School closed: polling station", ...days("20270506", "20270507")),
      ...event("Christmas holidays", ...days("20261219", "20270104")),
    );
    expect(reading).toMatchObject({ calendars: [{ holder: "authority-373", academicYear: "2026-27" }] });
    expect(spansIn(reading).map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ["term", "2026-09-01", "2026-12-18"],
      ["holiday", "2026-10-26", "2026-10-30"],
      ["inset", "2026-09-01", "2026-09-01"],
      ["closed", "2027-05-06", "2027-05-06"],
      ["holiday", "2026-12-19", "2027-01-03"],
    ]);
  });

  it("leaves out bank holidays, which are computed, and what was cancelled", () => {
    const reading = read(
      ...event("Early May bank holiday", ...days("20270503", "20270504")),
      ...event("Inset day", ...days("20270104", "20270105"), "STATUS:CANCELLED"),
      ...event("Spring term", ...days("20270105", "20270326")),
    );
    expect(spansIn(reading).map(({ name }) => name)).toEqual(["Spring term"]);
  });

  it("reads the same however lines are folded and ended, with alarms and time zones beside the events", () => {
    const text = fileOf([
      "BEGIN:VTIMEZONE",
      "DTSTART:19700101T000000",
      "END:VTIMEZONE",
      "BEGIN:VEVENT",
      String.raw`SUMMARY;LANGUAGE=en-GB:Autumn term\, first half\; with a \\`,
      "BEGIN:VALARM",
      "SUMMARY:Christmas holiday",
      "END:VALARM",
      ...days("20260901", "20261024"),
      "END:VEVENT",
    ]);
    const whole = readCalendarIcal(text, "authority-373");
    expect(spansIn(whole).map(({ name }) => name)).toEqual(["Autumn term, first half; with a \\"]);
    const eol = fc.constantFrom("\r\n", "\n");
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 5 }),
        eol,
        (at, end) => {
          const folded = text.split("\r\n").map((line, index) => {
            const cut = at[index % at.length] ?? 1;
            return line.length > cut ? `${line.slice(0, cut)}${end} ${line.slice(cut)}` : line;
          });
          const again = readCalendarIcal(folded.join(end), "authority-373");
          expect(spansIn(again)).toEqual(spansIn(whole));
        },
      ),
    );
  });

  it("reads the same wherever bytes are folded, within a character too, in UTF-8 and in windows-1252", () => {
    const text = fileOf(
      event(
        "Half\u2011term \u2013 \u2018Octobre \u00e9t\u00e9\u2019 \u{1f383}",
        ...days("20261026", "20261031"),
      ),
    );
    const whole = readCalendarIcal(text, "authority-373");
    expect(spansIn(whole)).toMatchObject([{ kind: "holiday", to: "2026-10-30" }]);
    const old = Buffer.from(
      fileOf(event("Half term \u00e9\u0092", ...days("20261026", "20261031"))),
      "latin1",
    );
    const [utf8, latin] = [Buffer.from(text), old].map((bytes) => {
      const at = bytes.indexOf("SUMMARY:") + "SUMMARY:".length;
      return {
        bytes,
        at,
        after: bytes.indexOf("\r\n", at),
        reading: readCalendarIcal(bytes, "authority-373"),
      };
    });
    for (const { bytes, at, after, reading } of [utf8, latin].flatMap((each) => each ?? []))
      for (const fold of ["\r\n ", "\n\t"])
        for (let cut = at; cut < after; cut += 1) {
          const folded = Buffer.concat([bytes.subarray(0, cut), Buffer.from(fold), bytes.subarray(cut)]);
          expect(spansIn(readCalendarIcal(folded, "authority-373"))).toEqual(spansIn(reading));
        }
  });

  it("refuses what it would have to guess, with the line of the event", () => {
    const reading = read(
      ...event("Sports day", ...days("20270610", "20270611")),
      ...event("Term starts", ...days("20260901", "20260902")),
      ...event("Inset day", "DTSTART;TZID=Asia/Bangkok:20260901T090000", "DTEND:20260901T160000Z"),
      ...event("Inset day", ...days("20260902", "20260901")),
      ...event("Inset day", ...days("20260901", "20260902"), "RRULE:FREQ=YEARLY"),
      ...event("Inset day", ...days("20260931", "20261002")),
      ...event("Last day of term: Christmas jumpers", ...days("20261218", "20261219")),
      ...event("Half term", "DTSTART;VALUE=DATE:20261026"),
      ...event("Term ends", ...days("20261214", "20261219")),
    );
    expect(problemsIn(reading)).toEqual([
      [3, "SUMMARY"],
      [8, "SUMMARY"],
      [13, "DTSTART"],
      [18, "DTEND"],
      [23, "RRULE"],
      [29, "DTSTART"],
      [34, "SUMMARY"],
      [39, "SUMMARY"],
      [43, "SUMMARY"],
    ]);
  });

  it("refuses a file that was cut short anywhere after its first event began, or has no event", () => {
    const text = fileOf(event("Autumn term", ...days("20260901", "20261219")));
    const end = text.indexOf("END:VCALENDAR") + "END:VCALENDAR".length;
    fc.assert(
      fc.property(fc.integer({ min: text.indexOf("BEGIN:VEVENT"), max: end - 1 }), (cut) => {
        expect(readCalendarIcal(text.slice(0, cut), "authority-373").kind).toBe("refused");
      }),
    );
    expect(read().kind).toBe("refused");
  });

  it("is told from CSV by how it begins", () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    expect(looksLikeIcal(bytes(fileOf([])))).toBe(true);
    expect(looksLikeIcal(bytes("\uFEFFBEGIN:VCALENDAR"))).toBe(true);
    expect(looksLikeIcal(bytes("Authority code,Kind"))).toBe(false);
  });
});
