import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  numbered,
  someCalendarYear,
  someOffer,
  somePerson,
  somePolicy,
  someRequest,
  usualAsking,
} from "../../../test/harness/rows.ts";
import { addDays, dateAt } from "../calendar/calendar.ts";
import type { PartyCalendars } from "../calendar/calendarOfParties.ts";
import { type SchoolCalendar, usualCalendar } from "../calendar/calendarInForce.ts";
import { isWorkingDayAt, workingDaysBetweenAt } from "../calendar/calendarOfSchool.ts";
import { end, sayYes } from "./offerSteps.ts";
import { deadlineCalendar, withOpenDeadline } from "./offerDeadline.ts";

const now = "2026-01-12T09:00:00.000Z";
const policy = somePolicy();
const request = someRequest(1, numbered.school(1), "2026-01-12");
const offer = someOffer(request, somePerson(1, numbered.school(2)), { policy, now });

const closing = (from: string, days: number): SchoolCalendar => {
  const span = { kind: "closed" as const, name: "Flood", from, to: addDays(from, days) };
  return { ...usualCalendar, school: [someCalendarYear("sch_00000001", "2025-26", [span])] };
};
const anyCalendar = fc
  .record({ start: fc.nat({ max: 20 }), days: fc.nat({ max: 20 }) })
  .map(({ start, days }) => closing(addDays("2026-01-10", start), days));
const both = fc.record({ homeSchool: anyCalendar, supportedSchool: anyCalendar });

describe("the deadline of an offer", () => {
  it("is on a working day of the school that answers, whichever calendar changes, and never moves earlier", () => {
    fc.assert(
      fc.property(both, (calendars) => {
        const moved = withOpenDeadline(offer, calendars);
        expect(isWorkingDayAt(calendars.homeSchool, dateAt(moved.expiresAt ?? ""))).toBe(true);
        expect((moved.expiresAt ?? "") >= (offer.expiresAt ?? "")).toBe(true);
        expect(withOpenDeadline(moved, calendars)).toBe(moved);
        expect(moved.consents.find(({ answer }) => answer === "awaited")?.deadline).toBe(moved.expiresAt);
        const accepted = sayYes(moved, { policy, calendars }, { party: "practitioner", now, note: null });
        const released =
          "offer" in accepted
            ? sayYes(accepted.offer, { policy, calendars }, { party: "home-head", now, note: null })
            : accepted;
        const asked = "offer" in released ? (released.offer.expiresAt ?? "") : "";
        expect(isWorkingDayAt(calendars.supportedSchool, dateAt(asked))).toBe(true);
      }),
    );
  });

  it("leaves as many working days of the school that answers as were given, whatever it closes meanwhile", () => {
    fc.assert(
      fc.property(both, (calendars) => {
        const moved = withOpenDeadline(offer, calendars);
        const days = workingDaysBetweenAt(calendars.homeSchool, dateAt(now), dateAt(moved.expiresAt ?? ""));
        expect(days).toBeGreaterThanOrEqual(policy.consentWorkingDays.practitioner);
        expect(days === policy.consentWorkingDays.practitioner || moved.expiresAt === offer.expiresAt).toBe(
          true,
        );
      }),
    );
  });

  it("stays as it is where the other school alone is closed, or no answer is awaited", () => {
    const closed = closing(dateAt(offer.expiresAt ?? ""), 3);
    const other: PartyCalendars = { homeSchool: usualCalendar, supportedSchool: closed };
    expect(withOpenDeadline(offer, other)).toBe(offer);
    const ended = end(offer, "withdrawn", null);
    const over = ended.kind === "ended" ? ended.offer : offer;
    expect(withOpenDeadline(over, { homeSchool: closed, supportedSchool: closed })).toBe(over);
  });

  it("tells by whose term dates it was counted, while an answer is awaited", () => {
    expect(deadlineCalendar(offer)).toEqual({ source: "default", notice: expect.stringContaining("usual") });
    const ended = end(offer, "withdrawn", null);
    expect(ended.kind === "ended" && deadlineCalendar(ended.offer)).toBeNull();
    const term = { kind: "term" as const, name: "Year", from: "2025-09-01", to: "2026-07-22" };
    const own = { ...usualCalendar, school: [someCalendarYear("sch_00000001", "2025-26", [term])] };
    const by = { policy, calendars: { ...usualAsking(policy).calendars, homeSchool: own } };
    const accepted = sayYes(offer, by, { party: "practitioner", now, note: null });
    expect("offer" in accepted && deadlineCalendar(accepted.offer)).toEqual({
      source: "school",
      notice: null,
    });
  });
});
