import { readCalendarIcal } from "./calendarIcal.ts";

/** A calendar's file of events, each a summary and the lines that say when, as it is read. */
export const readEvents = (...events: readonly (readonly [summary: string, ...when: readonly string[]])[]) =>
  readCalendarIcal(
    [
      "BEGIN:VCALENDAR",
      ...events.flatMap(([summary, ...when]) => [
        "BEGIN:VEVENT",
        `SUMMARY:${summary}`,
        ...when,
        "END:VEVENT",
      ]),
      "END:VCALENDAR",
    ].join("\r\n"),
    "authority-373",
  );
export const on = (date: string): string => `DTSTART;VALUE=DATE:${date.replaceAll("-", "")}`;
export const until = (date: string): string => `DTEND;VALUE=DATE:${date.replaceAll("-", "")}`;
type Reading = ReturnType<typeof readEvents>;
/** Kind, first and last day of all spans, or why the file was refused. */
export const spansIn = (reading: Reading) =>
  reading.kind === "read"
    ? reading.calendars.flatMap(({ spans }) => spans.map(({ kind, from, to }) => [kind, from, to]))
    : reading.problems;

/** The same of terms alone. */
export const termsOf = (reading: Reading) =>
  reading.kind === "read"
    ? reading.calendars.flatMap(({ spans }) =>
        spans.filter(({ kind }) => kind === "term").map(({ kind, from, to }) => [kind, from, to]),
      )
    : reading.problems;
