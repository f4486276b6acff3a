import { breakOn } from "./availability.ts";
import { addMonths, dateAt } from "../calendar/calendar.ts";
import type { Person } from "./person.ts";

const monthsBetween = 12;

/**
 * From which date a practitioner is to be asked whether their claims still hold: a year after the claims were
 * last confirmed, or after they were last asked. Null without claims.
 */
function renewalDueOn(person: Person): string | null {
  if (person.claims.length === 0) return null;
  const confirmedOn = person.claimsConfirmedOn ?? dateAt(person.createdAt);
  const askedOn = person.claimsAskedOn ?? confirmedOn;
  return addMonths(askedOn > confirmedOn ? askedOn : confirmedOn, monthsBetween);
}

/** Whether to ask a practitioner today whether their claims still hold: yearly, and not while parked. */
export function isRenewalDue(person: Person, today: string): boolean {
  const dueOn = renewalDueOn(person);
  return dueOn !== null && dueOn <= today && breakOn(person, today) === null;
}
