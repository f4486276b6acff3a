import { calendarOfParty, type PartyCalendars } from "../calendar/calendarOfParties.ts";
import { calendarNotice, type CalendarSource, type SchoolCalendar } from "../calendar/calendarInForce.ts";
import { type Deadline, deadlineAfter } from "../calendar/calendarOfSchool.ts";
import { awaitedParty, type Consent, type Offer } from "./offer.ts";

/**
 * The offer with its deadline by the calendars as they are now: as many working days of the school that answers
 * after it was asked as it was given, and on an open day. A deadline never moves to an earlier day.
 */
export function withOpenDeadline(offer: Offer, calendars: PartyCalendars): Offer {
  const awaited = awaitedConsent(offer);
  if (!awaited || offer.expiresAt === null) return offer;
  const calendar = calendarOfParty(calendars, awaited.party);
  const { at, source } = deadlineNow(calendar, awaited, offer.expiresAt);
  if (at === offer.expiresAt && source === awaited.calendar) return offer;
  const moved = { ...awaited, deadline: at, calendar: source };
  return {
    ...offer,
    consents: offer.consents.map((each) => (each === awaited ? moved : each)),
    expiresAt: at,
  };
}

const awaitedConsent = (offer: Pick<Offer, "state" | "consents">): Consent | undefined => {
  const party = awaitedParty(offer);
  return offer.consents.find((each) => each.party === party);
};

function deadlineNow(calendar: SchoolCalendar, { askedAt, workingDays }: Consent, told: string): Deadline {
  const open = deadlineAfter(calendar, told, 0);
  if (askedAt === null || workingDays === null) return open;
  const counted = deadlineAfter(calendar, askedAt, workingDays);
  return counted.at > open.at ? counted : open;
}

/** Whose term dates a deadline was counted by, and what to tell of it where they are not the school's own. */
export interface DeadlineCalendar {
  readonly source: CalendarSource;
  readonly notice: string | null;
}

/** By whose term dates the deadline of the answer now awaited was counted, null when none is awaited. */
export function deadlineCalendar(offer: Pick<Offer, "state" | "consents">): DeadlineCalendar | null {
  const source = awaitedConsent(offer)?.calendar ?? null;
  return source && { source, notice: calendarNotice(source) };
}
