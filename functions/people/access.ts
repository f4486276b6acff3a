import type { VisiblePerson } from "../../shared/contract/routes/peopleViews.ts";
import type { PersonId } from "../../shared/domain/ids.ts";
import type { ExpertiseClaim, Person } from "../../shared/domain/people/person.ts";
import { takenBack } from "../../shared/domain/people/employment.ts";
import { isHomeHead, mayChangePerson } from "../../shared/domain/people/personRights.ts";
import type { Session } from "../../shared/runtime/session.ts";
import { people } from "../../shared/store/rows/people.ts";
import type { Store } from "../../shared/store/store.ts";
import type * as z from "zod";

/** The practitioner, if this account may change them. */
export async function personToChange(
  store: Store,
  session: Session,
  personId: PersonId,
): Promise<Person | undefined> {
  const person = await store.get(people, { personId });
  return person && mayChangePerson(session, person) ? person : undefined;
}

/** Whether this account may see a practitioner. */
export const maySee = (session: Session, person: Person): boolean =>
  mayChangePerson(session, person) || isHomeHead(session, person) || session.roles.includes("director");

/** The practitioner, if this account may see them. */
export async function personToRead(
  store: Store,
  session: Session,
  personId: PersonId,
): Promise<Person | undefined> {
  const person = await store.get(people, { personId });
  return person && maySee(session, person) ? person : undefined;
}

const withoutReason = (claim: ExpertiseClaim): ExpertiseClaim =>
  claim.endorsementDeclined
    ? { ...claim, endorsementDeclined: { ...claim.endorsementDeclined, reason: "" } }
    : claim;

/**
 * A practitioner as this account may see them. Interests, and why somebody is parked, are between the broker
 * and the practitioner; the address, the employment and why a claim is not endorsed are theirs and the home head's.
 */
export function visibleTo(session: Session, person: Person): z.input<typeof VisiblePerson> {
  if (mayChangePerson(session, person)) return person;
  const parked = person.parked && { until: person.parked.until, reason: "" };
  const withoutPrivate = { ...person, declaredInterests: [], parked };
  if (isHomeHead(session, person)) return withoutPrivate;
  const claims = person.claims.map(withoutReason);
  return { ...takenBack(withoutPrivate), claims, email: null, employment: [] };
}
