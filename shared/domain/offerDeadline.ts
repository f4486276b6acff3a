import { dateAt } from "./calendar.ts";
import { calendarOfParty, type PartyCalendars } from "./calendarOfParties.ts";
import { calendarNotice, type CalendarSource } from "./calendarInForce.ts";
import { deadlineAfter, isWorkingDayAt } from "./calendarOfSchool.ts";
import { awaitedParty, type Offer } from "./offer.ts";

/**
 * The offer with a deadline that is a working day of the school that has to answer. A calendar may have changed
 * since it was asked: a deadline on a day that is closed now moves to the end of the next working day.
 */
export function withOpenDeadline(offer: Offer, calendars: PartyCalendars): Offer {
  const party = awaitedParty(offer);
  if (!party || offer.expiresAt === null) return offer;
  const calendar = calendarOfParty(calendars, party);
  if (isWorkingDayAt(calendar, dateAt(offer.expiresAt))) return offer;
  const { at, source } = deadlineAfter(calendar, offer.expiresAt, 0);
  const consents = offer.consents.map((each) =>
    each.party === party ? { ...each, deadline: at, calendar: source } : each,
  );
  return { ...offer, consents, expiresAt: at };
}

/** Whose term dates a deadline was counted by, and what to tell of it where they are not the school's own. */
export interface DeadlineCalendar {
  readonly source: CalendarSource;
  readonly notice: string | null;
}

/** By whose term dates the deadline of the answer now awaited was counted, null when none is awaited. */
export function deadlineCalendar(offer: Pick<Offer, "state" | "consents">): DeadlineCalendar | null {
  const party = awaitedParty(offer);
  const source = offer.consents.find((each) => each.party === party)?.calendar ?? null;
  return source && { source, notice: calendarNotice(source) };
}
