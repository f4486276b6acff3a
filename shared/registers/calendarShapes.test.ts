import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays } from "../domain/calendar/calendar.ts";
import { dayUnder } from "../domain/calendar/calendarOfSchool.ts";
import type { CalendarSpan } from "../domain/calendar/calendarYear.ts";
import { readCalendarIcal } from "./calendarIcal.ts";

/** One term with its half term, Monday to Friday. */
interface Term {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly halfTerm: { readonly from: string; readonly to: string };
}

const usual: readonly Term[] = [
  ["Autumn", "2026-09-02", "2026-10-26", "2026-12-18"],
  ["Spring", "2027-01-05", "2027-02-15", "2027-03-25"],
  ["Summer", "2027-04-13", "2027-05-31", "2027-07-21"],
].map(([name = "", from = "", half = "", to = ""]) => ({
  name,
  from,
  to,
  halfTerm: { from: half, to: addDays(half, 4) },
}));
const shift = fc.integer({ min: -3, max: 3 });
const terms = fc.tuple(fc.tuple(shift, shift), fc.tuple(shift, shift), fc.tuple(shift, shift)).map((shifts) =>
  usual.map((term, at) => ({
    ...term,
    from: addDays(term.from, shifts[at]?.[0] ?? 0),
    to: addDays(term.to, shifts[at]?.[1] ?? 0),
  })),
);

interface Event {
  readonly summary: string;
  readonly from: string;
  readonly to: string;
}

const days = (summary: string, from: string, to: string): Event => ({ summary, from, to });
const day = (summary: string, date: string): Event => days(summary, date, date);
const halfTermOf = ({ halfTerm: { from, to } }: Term): Event => days("Half term", from, to);

/** The shapes in which files tell of a term. */
const shapes: readonly ((term: Term) => Event[])[] = [
  (term) => [days(`${term.name} term 2026/27`, term.from, term.to), halfTermOf(term)],
  (term) => [
    day(`${term.name} term starts`, term.from),
    day(`${term.name} term ends`, term.to),
    halfTermOf(term),
  ],
  (term) => [
    day(`Start of ${term.name} Term`, term.from),
    day("Half-term begins", term.halfTerm.from),
    day("Half-term ends", term.halfTerm.to),
    day(`End of ${term.name} Term`, term.to),
  ],
  (term) => [
    day("First day of term", term.from),
    day("School closes for half term", addDays(term.halfTerm.from, -3)),
    day("School reopens after half term", addDays(term.halfTerm.to, 3)),
    day("Last day of term", term.to),
  ],
  (term) => [
    day("Pupils return to school", term.from),
    halfTermOf(term),
    days("School holidays", addDays(term.to, 1), addDays(term.to, 9)),
  ],
];

const stamp = (date: string): string => date.replaceAll("-", "");
/** The ways in which a file writes days. */
const writings: readonly ((event: Event) => string[])[] = [
  ({ from, to }) => [`DTSTART;VALUE=DATE:${stamp(from)}`, `DTEND;VALUE=DATE:${stamp(addDays(to, 1))}`],
  ({ from, to }) => [
    `DTSTART;VALUE=DATE:${stamp(from)}`,
    ...(from === to ? [] : [`DTEND;VALUE=DATE:${stamp(addDays(to, 1))}`]),
  ],
  ({ from, to }) => [
    `DTSTART;TZID=Europe/London:${stamp(from)}T000000`,
    `DTEND;TZID=Europe/London:${stamp(addDays(to, 1))}T000000`,
  ],
  ({ from, to }) => [`DTSTART:${stamp(from)}T084500`, `DTEND:${stamp(to)}T153000`],
];

const written = fc
  .tuple(
    terms,
    fc.array(fc.tuple(fc.constantFrom(...shapes), fc.constantFrom(...writings)), {
      minLength: 3,
      maxLength: 3,
    }),
    fc.infiniteStream(fc.nat()),
  )
  .map(([year, choices, order]) => {
    const events = year.flatMap((term, at) => {
      const [shape, writing] = choices[at] ?? [];
      return shape && writing ? shape(term).map((event) => ({ event, lines: writing(event) })) : [];
    });
    const shuffled = events
      .map((each) => ({ each, at: Number(order.next().value) }))
      .toSorted((a, b) => a.at - b.at);
    const file = [
      "BEGIN:VCALENDAR",
      ...shuffled.flatMap(({ each: { event, lines } }) => [
        "BEGIN:VEVENT",
        `SUMMARY:${event.summary}`,
        ...lines,
        "END:VEVENT",
      ]),
      "END:VCALENDAR",
    ].join("\r\n");
    return { year, file };
  });

const plain = (year: readonly Term[]): CalendarSpan[] =>
  year.flatMap(({ name, from, to, halfTerm }) => [
    { kind: "term", name, from, to },
    { kind: "holiday", name, ...halfTerm },
  ]);

it("a year is read the same in every shape in which files tell of its terms, in any order and way of writing days", () => {
  fc.assert(
    fc.property(written, ({ year, file }) => {
      const reading = readCalendarIcal(file, "authority-373");
      expect(reading).toMatchObject({ kind: "read" });
      const spans = reading.kind === "read" ? reading.calendars.flatMap((each) => each.spans) : [];
      for (let date = "2026-08-24"; date <= "2027-07-31"; date = addDays(date, 1))
        expect([date, dayUnder(spans, date)]).toEqual([date, dayUnder(plain(year), date)]);
    }),
  );
});
