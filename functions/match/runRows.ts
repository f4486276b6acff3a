import type { PastAnswers } from "../../shared/domain/people/acceptance.ts";
import { academicYearOf, workYearOf } from "../../shared/domain/calendar/calendar.ts";
import type { SchoolCalendar } from "../../shared/domain/calendar/calendarInForce.ts";
import type { Capacity } from "../../shared/domain/people/capacity.ts";
import type { Deployment } from "../../shared/domain/deployments/deployment.ts";
import type { Leaves } from "../../shared/domain/people/expertise.ts";
import type { SchoolId } from "../../shared/domain/ids.ts";
import type { MatchingPolicy } from "../../shared/domain/runs/matchingPolicy.ts";
import type { Offer } from "../../shared/domain/offers/offer.ts";
import type { Person } from "../../shared/domain/people/person.ts";
import type { SupportRequest } from "../../shared/domain/requests/request.ts";
import type { Proposal, UnfollowedInstruction } from "../../shared/domain/runs/run.ts";
import type { School } from "../../shared/domain/schools/school.ts";
import type { MatchInput } from "../../shared/matching/facts/facts.ts";
import type { LeftOut } from "./leftOut.ts";

/** The rows of a partnership that a run looks at. */
export interface RunRows {
  readonly today: string;
  /** What the partnership said about matching; nothing where all is as everywhere. */
  readonly matching?: MatchingPolicy | undefined;
  readonly schools: readonly School[];
  /** The calendar of any school; the usual one where nothing is said. */
  readonly calendarOf?: ((schoolId: SchoolId) => SchoolCalendar) | undefined;
  readonly people: readonly Person[];
  /** Capacity rows of every academic year in which an open request begins. */
  readonly capacities: readonly Capacity[];
  /** Requests that are open, whether or not they have a place left. */
  readonly requests: readonly SupportRequest[];
  /** Live offers that are not yet agreed. */
  readonly offers: readonly Offer[];
  /** Offers of late years that are agreed or have ended: what people answered to them. */
  readonly pastOffers: readonly Offer[];
  readonly deployments: readonly Deployment[];
  /** What the last published run proposed. */
  readonly lastProposals: readonly Proposal[];
  /** The partnership's local leaves; none unless given. */
  readonly leaves?: Leaves | undefined;
}

/** The facts of one academic year: capacity is counted by year, so that years share nothing. */
export interface YearFacts {
  readonly academicYear: string;
  readonly input: MatchInput;
}

/** All that a run matches on: opaque ids, codes, dates and counts. */
export interface RunFacts {
  readonly years: readonly YearFacts[];
  readonly leftOut: readonly LeftOut[];
  readonly unfollowed: readonly UnfollowedInstruction[];
  /** What people answered to past offers: told beside proposals, never matched on. */
  readonly answers: readonly PastAnswers[];
}

/** The academic year that a request's days are taken from. */
export const yearOf = (request: SupportRequest, today: string): string => workYearOf(request.window, today);

/** The years that a run has to look at: those of the open requests, or this one when there are none. */
export function yearsOf(requests: readonly SupportRequest[], today: string): string[] {
  const years = new Set(requests.map((request) => yearOf(request, today)));
  return years.size === 0 ? [academicYearOf(today)] : [...years].toSorted();
}
