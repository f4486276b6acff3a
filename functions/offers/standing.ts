import type { Refusal } from "../../shared/contract/problems.ts";
import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import type { Offer } from "../../shared/domain/offers/offer.ts";
import type { Person } from "../../shared/domain/people/person.ts";
import type { SupportRequest } from "../../shared/domain/requests/request.ts";
import {
  causeOfDesignation,
  designationMissing,
  holdsDesignation,
  isAssured,
} from "../../shared/matching/rules/standingRules.ts";
import { refuse } from "../../shared/runtime/refusal.ts";

/** An offer that waits for a yes, with the rows on which one is judged. */
export interface ToAnswer {
  readonly offer: Offer;
  readonly request: SupportRequest;
  readonly person: Person;
}

const recordsIt =
  "The broker records another with `PUT /people/{personId}/standing`; answer again once that is done.";

function assuranceFault({ assurance }: Person, { terms }: Offer, today: string): Refusal | undefined {
  const validUntil = assurance?.validUntil ?? null;
  if (isAssured(validUntil, { today, from: terms.window.from })) return undefined;
  const what =
    validUntil === null
      ? "No letter of assurance from the employer is on record"
      : `The employer's letter of assurance ends on ${validUntil}`;
  return refuse("hard-rule", `${what}, and the work begins on ${terms.window.from}. ${recordsIt}`);
}

function designationFault(person: Person, request: SupportRequest, today: string): Refusal | undefined {
  const { requiredDesignation: asked, overrides } = request;
  if (asked === null) return undefined;
  const held = person.designations.map(({ title, expiresOn }) => ({ name: title, expiresOn }));
  const isSetAside = overrides.some(
    ({ personId, rule, causes }) =>
      personId === person.personId &&
      rule === designationMissing.name &&
      (causes === undefined || causes.includes(causeOfDesignation(asked))),
  );
  return isSetAside || holdsDesignation(held, asked, today)
    ? undefined
    : refuse(
        "hard-rule",
        `The request needs the designation ${asked}, which is not held today. ${recordsIt}`,
      );
}

/**
 * What of a practitioner's standing has lapsed since an offer was sent. Judged by the terms of the offer, which a
 * counter may have moved.
 */
export function standingLapsed({ offer, request, person }: ToAnswer, now: string): Refusal | undefined {
  const today = dateAt(now);
  return assuranceFault(person, offer, today) ?? designationFault(person, request, today);
}
