import { describe, expect, it } from "vitest";
import { addDays } from "../../shared/domain/calendar/calendar.ts";
import { type SchoolCalendar, usualCalendar } from "../../shared/domain/calendar/calendarInForce.ts";
import { dayAt } from "../../shared/domain/calendar/calendarOfSchool.ts";
import { authorityHolder, type SpanKind } from "../../shared/domain/calendar/calendarYear.ts";
import { numbered, someCalendarYear, someSchool } from "../../test/harness/rows.ts";
import { person, request, rows, today } from "../../test/harness/runRows.ts";
import { factsOf } from "./facts.ts";
import type { RunRows } from "./runRows.ts";
import { yearsFrom } from "./factsOfCalendars.ts";
import { packed, unpacked } from "./stagedFacts.ts";

describe("the calendars of a run", () => {
  const schools = [1, 2, 3, 4].map((at) => someSchool(at));
  const span = (kind: SpanKind, from: string, to: string) => ({ kind, name: "Said", from, to });
  const authority = [
    someCalendarYear(authorityHolder("373"), "2025-26", [
      span("term", "2025-09-03", "2025-12-19"),
      span("term", "2026-01-06", "2026-03-20"),
    ]),
  ];
  const ownDays = [
    [],
    [span("inset", "2026-01-12", "2026-01-12")],
    [span("closed", "2026-02-02", "2026-02-03"), span("inset", "2026-01-05", "2026-01-05")],
  ];
  const calendars = new Map(
    schools.map(({ schoolId }, at): [string, SchoolCalendar] => {
      const own = ownDays[at] ?? [];
      const school = own.length === 0 ? [] : [someCalendarYear(schoolId, "2025-26", own)];
      return [schoolId, { school, authority, partnership: [] }];
    }),
  );
  const calendarOf = (schoolId: string): SchoolCalendar => calendars.get(schoolId) ?? usualCalendar;
  const input = factsOf({ ...rows, schools, calendarOf }).years[0]?.input;

  it("close, for each school, the days of this year and the next that its own calendar closes", () => {
    for (const { id, calendar } of input?.schools ?? []) {
      const closed = input?.calendars?.find((each) => each.id === calendar)?.closed ?? [];
      for (let date = "2025-09-01"; date < "2027-09-01"; date = addDays(date, 1)) {
        const isListed = closed.some(({ from, to }) => from <= date && date <= to);
        const isWeekend = new Date(date).getUTCDay() % 6 === 0;
        expect([date, isListed || isWeekend]).toEqual([date, dayAt(calendarOf(id), date) === "closed"]);
      }
    }
  });

  it("are one for all of an authority but who closes other days: INSET in term makes none of one's own", () => {
    expect(input?.schools.map(({ calendar }) => calendar)).toEqual([
      "authority-373",
      "authority-373",
      numbered.school(3),
      "authority-373",
    ]);
    expect(input?.calendars?.map(({ id }) => id)).toEqual(["authority-373", numbered.school(3)]);
  });

  it("reach as far as the requests do, four years at most", () => {
    const until = (to: string) => yearsFrom("2025-26", [{ window: { from: today, to } }]);
    expect(until("2026-03-27")).toEqual(["2025-26", "2026-27"]);
    expect(until("2027-09-01")).toEqual(["2025-26", "2026-27", "2027-28"]);
    expect(until("2090-01-01")).toEqual(["2025-26", "2026-27", "2027-28", "2028-29"]);
  });

  it("come back as they were staged", () => {
    const facts = factsOf({ ...rows, schools, calendarOf });
    expect(unpacked(packed(facts))).toEqual(facts);
  });
});

describe("the calendar of the school that asks", () => {
  const span = (kind: "term" | "closed", from: string, to: string) => ({ kind, name: "Days", from, to });
  const calendarOf = (spans: ReturnType<typeof span>[]) => (schoolId: string) =>
    schoolId === request.schoolId
      ? { ...usualCalendar, school: [someCalendarYear(schoolId, "2025-26", spans)] }
      : usualCalendar;
  const nextOf = (given: RunRows) => factsOf(given).years[0]?.input.requests[0]?.nextHalfTerm;
  const until = (to: string): RunRows["requests"] => [{ ...request, window: { from: "2026-01-19", to } }];

  it("tells which half term comes after the dates asked for, that school's own where it names it", () => {
    const requests = until("2026-02-13");
    expect(nextOf({ ...rows, requests })).toEqual({ from: "2026-02-21", to: "2026-03-27" });
    const own = calendarOf([
      span("term", "2026-01-05", "2026-02-06"),
      span("term", "2026-02-16", "2026-03-20"),
    ]);
    expect(nextOf({ ...rows, requests, calendarOf: own })).toEqual({ from: "2026-02-16", to: "2026-03-20" });
  });

  it("leaves out a request whose dates hold fewer open days of that school than each person is to work", () => {
    const constraintOf = (given: RunRows) => factsOf(given).leftOut.map(({ constraint }) => constraint);
    const requests = until("2026-01-23");
    expect(constraintOf({ ...rows, requests })).toEqual([]);
    const flooded = calendarOf([span("closed", "2026-01-19", "2026-01-21")]);
    expect(constraintOf({ ...rows, requests, calendarOf: flooded })).toEqual(["too-few-open-days"]);
    const elsewhere = (schoolId: string) =>
      schoolId === person.homeSchoolId ? flooded(request.schoolId) : usualCalendar;
    expect(constraintOf({ ...rows, requests, calendarOf: elsewhere })).toEqual([]);
    const halfTerm = [{ ...request, window: { from: "2026-02-14", to: "2026-02-22" } }];
    expect(constraintOf({ ...rows, requests: halfTerm })).toEqual(["too-few-open-days"]);
  });
});
