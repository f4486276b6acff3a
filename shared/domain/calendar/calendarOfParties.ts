import type { SchoolCalendar } from "./calendarInForce.ts";
import { type Deadline, deadlineAfter } from "./calendarOfSchool.ts";
import type { ConsentParty, RoutePolicy } from "../partnership.ts";

/** The calendars of the two schools of an offer. */
export interface PartyCalendars {
  readonly homeSchool: SchoolCalendar;
  readonly supportedSchool: SchoolCalendar;
}

/** The calendar by which a party's working days are counted: practitioner and home head are at the home school. */
export const calendarOfParty = (calendars: PartyCalendars, party: ConsentParty): SchoolCalendar =>
  party === "receiving-head" ? calendars.supportedSchool : calendars.homeSchool;

/** The calendar of one of the two sides of work. */
export const calendarOfSide = (
  { homeSchool, supportedSchool }: PartyCalendars,
  side: "school" | "practitioner",
): SchoolCalendar => (side === "school" ? supportedSchool : homeSchool);

/** By what the parties of an offer are asked: in which order and for how long, and by whose calendars. */
export interface AskingBy {
  readonly policy: RoutePolicy;
  readonly calendars: PartyCalendars;
}

/** Until when a party that is asked now may answer. */
export const deadlineFor = ({ policy, calendars }: AskingBy, party: ConsentParty, now: string): Deadline =>
  deadlineAfter(calendarOfParty(calendars, party), now, policy.consentWorkingDays[party]);
