import { breakOn } from "./availability.ts";
import type { Deployment } from "../deployments/deployment.ts";
import { isEmployed, type Move } from "./employment.ts";
import type { Offer } from "../offers/offer.ts";
import type { Person } from "./person.ts";

/** Whose word for a practitioner ends: a school of which they leave, and from when. */
function endedBy(person: Person, homeSchoolId: Offer["homeSchoolId"]): Move | null {
  const last = person.employment.at(-1);
  if (!isEmployed(person)) return { homeSchoolId: null, from: last?.to ?? "" };
  if (homeSchoolId !== person.homeSchoolId)
    return { homeSchoolId: person.homeSchoolId, from: last?.from ?? "" };
  return person.move ?? null;
}

/** How long a practitioner is away so that what is open ends, null where they are not. */
function awayUntil(person: Person, today: string): string | null {
  const absence = breakOn(person, today);
  return absence?.endsOffers === true ? absence.until : null;
}

/** Whether somebody declared a tie to a school that holds on any of some days: nobody may set that aside. */
const isTied = (
  { declaredInterests }: Person,
  { schoolId, terms: { window } }: Pick<Offer, "schoolId" | "terms">,
): boolean =>
  declaredInterests.some(
    ({ schoolId: to, since, until }) =>
      to === schoolId &&
      (since === null || since <= window.to) &&
      (until === undefined || until >= window.from),
  );

/**
 * Why an open offer can no longer become work: its dates reach beyond what the home school can release them for, or they
 * declared a tie to the school that asked.
 */
export function offerLapses(
  person: Person,
  offer: Pick<Offer, "schoolId" | "homeSchoolId" | "terms">,
  today: string,
): "moved" | "away" | "tied" | null {
  if (isTied(person, offer)) return "tied";
  const {
    homeSchoolId,
    terms: { window },
  } = offer;
  const away = awayUntil(person, today);
  if (away !== null && window.from <= away) return "away";
  const ended = endedBy(person, homeSchoolId);
  if (ended === null || window.to < ended.from) return null;
  return ended.homeSchoolId === null ? "away" : "moved";
}

type Work = Pick<Deployment, "homeSchoolId" | "agreement">;

/**
 * The move on which the release of agreed work lapses, null for none. Work that ends before it goes on as it was
 * released, unless it has overrun by then.
 */
export function releaseLapses(person: Person, work: Work, today: string): Move | null {
  const ended = endedBy(person, work.homeSchoolId);
  if (ended === null) return null;
  return work.agreement.window.to >= ended.from || ended.from <= today ? ended : null;
}

/** Until when whoever does agreed work is away while it should go on, null where they are not. */
export function workAwaits(person: Person, { agreement }: Work, today: string): string | null {
  const away = awayUntil(person, today);
  return away !== null && agreement.window.from <= away ? away : null;
}
