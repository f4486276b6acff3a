import type { SchoolCalendar } from "../calendar/calendarInForce.ts";
import { workingDayFrom } from "../calendar/calendarOfSchool.ts";
import type { Person } from "./person.ts";

/** The break that a practitioner is on at a date, null for none: one that is over stays on record. */
export const breakOn = ({ parked }: Pick<Person, "parked">, date: string): Person["parked"] =>
  parked !== null && date <= parked.until ? parked : null;

/** Whether a practitioner may be asked for on a date, by their dates of availability and a long absence. */
export function isFreeOn(person: Person, date: string): boolean {
  const { availability } = person;
  if (breakOn(person, date)?.endsOffers === true) return false;
  return availability.length === 0 || availability.some(({ from, to }) => from <= date && date <= to);
}

/** Whether a practitioner gave dates and none that is left of them is a day on which their home school is open. */
export const hasNoOpenDay = (
  { availability }: Pick<Person, "availability">,
  homeSchool: SchoolCalendar,
  today: string,
): boolean =>
  availability.length > 0 &&
  !availability.some(({ from, to }) => workingDayFrom(homeSchool, from > today ? from : today) <= to);

/** What to tell whoever writes dates of availability that no run can use. */
export const availabilityWarnings = (...given: Parameters<typeof hasNoOpenDay>): string[] =>
  hasNoOpenDay(...given)
    ? [
        "No day is left of these dates of availability on which the home school is open, by the calendars as they " +
          "are now: no run proposes this practitioner.",
      ]
    : [];

/** What to tell whoever imports somebody without a letter of assurance that holds today. */
export const assuranceWarnings = ({ assurance }: Pick<Person, "assurance">, today: string): string[] =>
  assurance !== null && today <= assurance.validUntil
    ? []
    : [
        `${assurance === null ? "No letter of assurance from the employer is on record" : `The employer's letter of assurance ended on ${assurance.validUntil}`}: ` +
          "no run proposes this practitioner without one that holds.",
      ];
