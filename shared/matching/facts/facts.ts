import type { DeploymentId, OfferId, PersonId, RequestId, SchoolId } from "../../domain/ids.ts";
import type { InterestKind } from "../../domain/people/person.ts";
import type { AskedFacets, GivenFacets } from "../../domain/requests/facets.ts";
import type { Concern, Membership } from "../../domain/schools/registerFacts.ts";
import type { ClaimLevel, Mode, Phase, RoutePolicyName } from "../../domain/vocabulary.ts";
import type { MatchPolicy } from "./policy.ts";

/** A calendar date, `YYYY-MM-DD`. Compares as text. */
export type IsoDate = string;

/** A stretch of calendar dates, both ends included. */
export interface DateSpan {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** A school's category of concern, and whose word it is: an inspection's, or the broker's own without a record. */
export type KnownConcern =
  | ({ readonly by: "inspection" } & Readonly<Concern>)
  | {
      readonly by: "broker";
    };

/**
 * Stretches within which every weekday is closed to everybody at the schools of one calendar: holidays, bank
 * holidays and closed days. An INSET day is open, as staff work and may be supported or be released on it.
 */
export interface MatchCalendar {
  /** Whose it is: of one school, of an authority, or of those of whom nobody said anything. */
  readonly id: string;
  readonly closed: readonly DateSpan[];
}

export interface MatchSchool {
  readonly id: SchoolId;
  readonly eastingMetres: number | null;
  readonly northingMetres: number | null;
  readonly phases: readonly Phase[];
  /** Groups of the registers that the school is, was or will be in. Where no day is given there is no such limit. */
  readonly memberships: readonly Readonly<Membership>[];
  readonly dioceseCode: string | null;
  readonly concern: KnownConcern | null;
  readonly isSmall: boolean;
  readonly pupils: number | null;
  readonly percentageFsm: number | null;
  /** The id of its calendar; unless given, every weekday is taken as open. */
  readonly calendar?: string;
}

export interface ExpertiseClaim {
  readonly code: string;
  readonly level: ClaimLevel;
  readonly lastPractisedYear: number | null;
  readonly endorsed: boolean;
  /** Phases that it is claimed for; any unless given. */
  readonly phases?: readonly Phase[];
}

/** A tie to a school that somebody declared, without a word of what they wrote of it. Both days are included. */
export interface MatchInterest {
  readonly schoolId: SchoolId;
  readonly kind: InterestKind;
  readonly since: IsoDate | null;
  readonly until: IsoDate | null;
}

/** A spell of employment beside the home school; its first day stands where it is known. */
export interface FormerEmployment {
  readonly schoolId: SchoolId;
  readonly from?: IsoDate;
  readonly endedOn: IsoDate;
}

export interface MatchPractitioner {
  readonly id: PersonId;
  readonly homeSchoolId: SchoolId;
  readonly claims: readonly ExpertiseClaim[];
  readonly phases: readonly Phase[];
  readonly modes: readonly Mode[];
  readonly travelLimitMetres: number | null;
  readonly capacityHalfDaysLeft: number;
  readonly capacitySlotsLeft: number;
  /** Places to find for this person before anything else is weighed, beside those already held; none unless given. */
  readonly leastSlots?: number;
  /** Deployments under way plus offers open. */
  readonly loadSlots: number;
  /** Empty when no dates were given, which does not restrict. */
  readonly availability: readonly DateSpan[];
  readonly parked: boolean;
  /** Last day of the employer's letter of assurance; null when there is none. */
  readonly assuranceValidUntil: IsoDate | null;
  readonly designations: readonly { readonly name: string; readonly expiresOn: IsoDate | null }[];
  readonly formerEmployers: readonly FormerEmployment[];
  readonly declaredInterests: readonly MatchInterest[];
  /** The school to which they announced to move, and from when; none unless given. */
  readonly nextSchool?: { readonly schoolId: SchoolId; readonly from: IsoDate };
  readonly facets?: GivenFacets;
}

/** A broker's recorded decision to set one overridable hard rule aside for one person. */
export interface RuleOverride {
  readonly personId: PersonId;
  readonly rule: string;
  readonly reason: string;
  /** What the rule refused for when it was set aside: for anything else it counts. For everything unless given. */
  readonly causes?: readonly string[];
}

export type Priority = 1 | 2 | 3 | 4;

export interface MatchRequest {
  readonly id: RequestId;
  readonly schoolId: SchoolId;
  readonly codes: { readonly primary: string; readonly secondary: readonly string[] };
  readonly phase: Phase;
  /** Half-days that each person spends. */
  readonly halfDays: number;
  /** Distinct people still wanted. */
  readonly people: number;
  readonly window: DateSpan;
  /** The first stretch between two breaks at the school that begins after the window ends, where it is known. */
  readonly nextHalfTerm?: DateSpan;
  readonly mode: Mode;
  /** 4 is the highest. */
  readonly priority: Priority;
  readonly routePolicy: RoutePolicyName;
  readonly submittedOn: IsoDate;
  readonly pinned: readonly PersonId[];
  readonly excluded: readonly PersonId[];
  readonly declinedBy: readonly PersonId[];
  readonly alreadyHeld: readonly PersonId[];
  readonly lastProposed: readonly PersonId[];
  readonly overrides: readonly RuleOverride[];
  readonly requiredDesignation?: string | null;
  readonly maxFromOneSchool?: number;
  readonly facets?: AskedFacets;
}

/**
 * One stretch of support given: people of the home school worked in the receiving school on this date. Support that
 * is offered and not yet agreed stands so too, as of the day of the run, with the deployment that it would become.
 */
export interface SupportGiven {
  readonly homeSchoolId: SchoolId;
  readonly receivingSchoolId: SchoolId;
  readonly onDate: IsoDate;
  /** Null in the facts of runs from before it was kept. */
  readonly deploymentId: DeploymentId | null;
  /** The open offer by which it is offered; none once it is agreed. */
  readonly offerId?: OfferId;
}

/** All that a run knows. The order of rows never matters. */
export interface MatchInput {
  readonly policy: MatchPolicy;
  readonly today: IsoDate;
  readonly schools: readonly MatchSchool[];
  /** The calendars that schools name; schools mostly share one. */
  readonly calendars?: readonly MatchCalendar[];
  readonly practitioners: readonly MatchPractitioner[];
  readonly requests: readonly MatchRequest[];
  readonly recentSupport: readonly SupportGiven[];
}

/** A row that cannot be used, named so that it can be found: `requests/req_…/halfDays`. */
export interface InputProblem {
  readonly where: string;
  readonly message: string;
}
