import type { VisiblePerson } from "../../shared/contract/routes/peopleViews.ts";
import type { PersonId } from "../../shared/domain/ids.ts";
import type { Person } from "../../shared/domain/person.ts";
import { isEmployed, takenBack } from "../../shared/domain/employment.ts";
import type { Session } from "../../shared/runtime/session.ts";
import { people } from "../../shared/store/rows/people.ts";
import type { Store } from "../../shared/store/store.ts";
import type * as z from "zod";

const isThemself = (session: Session, person: Person): boolean =>
  session.roles.includes("practitioner") && session.personId === person.personId;

/** Whether the account is the head of the practitioner's home school. */
export const isHomeHead = (session: Session, person: Person): boolean =>
  session.roles.includes("school") && session.schoolId === person.homeSchoolId && isEmployed(person);

/** Who may change a practitioner's own statements: the broker and the practitioner. */
const mayChange = (session: Session, person: Person): boolean =>
  session.roles.includes("broker") || isThemself(session, person);

/** The practitioner, if this account may change them. */
export async function personToChange(
  store: Store,
  session: Session,
  personId: PersonId,
): Promise<Person | undefined> {
  const person = await store.get(people, { personId });
  return person && mayChange(session, person) ? person : undefined;
}

/** The practitioner, if this account may see them. */
export async function personToRead(
  store: Store,
  session: Session,
  personId: PersonId,
): Promise<Person | undefined> {
  const person = await store.get(people, { personId });
  if (!person) return undefined;
  const sees =
    mayChange(session, person) || isHomeHead(session, person) || session.roles.includes("director");
  return sees ? person : undefined;
}

/**
 * A practitioner as this account may see them. Interests, and why somebody is parked, are between the broker
 * and the practitioner; the address and the employment are theirs and the home head's.
 */
export function visibleTo(session: Session, person: Person): z.input<typeof VisiblePerson> {
  if (mayChange(session, person)) return person;
  const parked = person.parked && { until: person.parked.until, reason: "" };
  const withoutPrivate = { ...person, declaredInterests: [], parked };
  if (isHomeHead(session, person)) return withoutPrivate;
  return { ...takenBack(withoutPrivate), email: null, employment: [] };
}
