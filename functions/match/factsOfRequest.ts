import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import { halfDaysOf } from "../../shared/domain/calendar/days.ts";
import type { Deployment } from "../../shared/domain/deployments/deployment.ts";
import { facetsOfRequest } from "../../shared/domain/requests/facets.ts";
import type { Leaves } from "../../shared/domain/people/expertise.ts";
import type { PersonId } from "../../shared/domain/ids.ts";
import { mayYetTake, type Offer } from "../../shared/domain/offers/offer.ts";
import { daysSought, type SupportRequest } from "../../shared/domain/requests/request.ts";
import type { MatchRequest, Priority } from "../../shared/matching/facts/facts.ts";
import { codesToday } from "./codesToday.ts";

/** What a request holds already. */
export interface Holders {
  /** Its live offers that are not yet agreed. */
  readonly offers: readonly Offer[];
  readonly deployments: readonly Deployment[];
  /** Whom the last published run proposed for it. */
  readonly lastProposed: readonly PersonId[];
  /** The local leaves that its codes may name; none unless given. */
  readonly leaves?: Leaves | undefined;
}

/** Places that nobody has accepted and no open offer may yet take: never below none. */
export const placesToMatch = (request: SupportRequest, offers: readonly Offer[]): number =>
  Math.max(0, request.slotsOpen - offers.filter(mayYetTake).length);

/** A request as the engine sees it, without the words that were written in it. */
export function factsOfRequest(request: SupportRequest, holders: Holders, today: string): MatchRequest {
  const alreadyHeld = [
    ...new Set([...holders.offers, ...holders.deployments].map(({ personId }) => personId)),
  ];
  const facets = facetsOfRequest(request);
  return {
    id: request.requestId,
    schoolId: request.schoolId,
    codes: codesToday(request.codes, holders.leaves),
    phase: request.phase,
    halfDays: halfDaysOf(daysSought(request)),
    people: placesToMatch(request, holders.offers),
    // Days of the window that are over can no longer be spent.
    window: { from: later(request.window.from, today), to: request.window.to },
    mode: request.mode,
    priority: priorityClass(request.priority),
    routePolicy: request.routePolicy,
    submittedOn: dateAt(request.submittedAt ?? request.createdAt),
    pinned: request.pins.map(({ personId }) => personId).filter((each) => !alreadyHeld.includes(each)),
    excluded: request.exclusions.map(({ personId }) => personId),
    declinedBy: request.declinedBy,
    alreadyHeld,
    lastProposed: holders.lastProposed,
    overrides: request.overrides.map(({ by: _by, at: _at, ...override }) => override),
    requiredDesignation: request.requiredDesignation,
    ...(Object.keys(facets).length > 0 ? { facets } : {}),
    ...(request.maxFromOneSchool === undefined ? {} : { maxFromOneSchool: request.maxFromOneSchool }),
  };
}

const later = (a: string, b: string): string => (a > b ? a : b);

const classes: readonly Priority[] = [1, 2, 3, 4];
const priorityClass = (priority: number): Priority => classes.find((each) => each === priority) ?? 1;
