import type { BestClaim } from "../fit/expertise.ts";
import type { IsoDate, MatchPractitioner, MatchRequest, MatchSchool, SupportGiven } from "./facts.ts";
import type { MatchPolicy } from "./policy.ts";
import type { LatestSupport } from "./support.ts";
import type { SharedGroup } from "./ties.ts";

/** One practitioner beside one request, with every fact that a rule or a fit component may look at. */
export interface Pair {
  readonly policy: MatchPolicy;
  readonly today: IsoDate;
  readonly request: MatchRequest;
  readonly requestSchool: MatchSchool;
  readonly practitioner: MatchPractitioner;
  readonly homeSchool: MatchSchool;
  /** Straight line between the two schools, whole metres; 0 for remote work; null when unknown. */
  readonly distanceMetres: number | null;
  /** The practitioner's best claim for the primary code. */
  readonly claim: BestClaim | null;
  /** The best claim for each secondary code, in the order of the request. */
  readonly secondaryClaims: readonly (BestClaim | null)[];
  /** Whether the calendars of both schools are known; every weekday of one that is not counts as open. */
  readonly knowsCalendars: boolean;
  /** Days of the window on which the asking school is open. */
  readonly daysAsked: number;
  /** Those of them on which the practitioner said to be free and their home school is open too. */
  readonly daysFree: number;
  /** Groups that both schools are in, were in of late, or will be in before the last day asked for. */
  readonly sharedGroups: readonly SharedGroup[];
  /** The same between the asking school and the one to which the practitioner announced to move. */
  readonly groupsToCome: readonly SharedGroup[];
  /** When people of the asking school last supported the practitioner's home school. */
  readonly supportReturned: SupportGiven | null;
  /** Support between any two schools, for what has gone round through others. */
  readonly supported: LatestSupport;
  /** Employment that ended before this date no longer matters. */
  readonly formerEmployersSince: IsoDate;
  /** Support before this date no longer counts as reciprocal. */
  readonly reciprocalSince: IsoDate;
}

/** Straight-line distance between two schools in whole metres, by Easting and Northing. */
export function distanceMetres(a: MatchSchool, b: MatchSchool): number | null {
  if (a.eastingMetres === null || a.northingMetres === null) return null;
  if (b.eastingMetres === null || b.northingMetres === null) return null;
  const east = a.eastingMetres - b.eastingMetres;
  const north = a.northingMetres - b.northingMetres;
  return Math.floor(Math.sqrt(east * east + north * north));
}
