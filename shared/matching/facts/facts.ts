import type { DeploymentId, OfferId, PersonId, RequestId, SchoolId } from "../../domain/ids.ts";
import type { ExpertiseNearness, FairnessMode } from "../../domain/matchingPolicy.ts";
import type { InterestKind } from "../../domain/person.ts";
import type { Concern, Membership } from "../../domain/registerFacts.ts";
import type {
  Audience,
  ClaimLevel,
  Mode,
  Phase,
  RoutePolicyName,
  Setting,
  SupportType,
} from "../../domain/vocabulary.ts";

/** A calendar date, `YYYY-MM-DD`. Compares as text. */
export type IsoDate = string;

/** A stretch of calendar dates, both ends included. */
export interface DateSpan {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** How many of the 100 points of fit each component can give. Whole numbers that sum to 100. */
export interface FitWeights {
  readonly expertise: number;
  readonly phase: number;
  readonly context: number;
  readonly distance: number;
  readonly availability: number;
  readonly rotation: number;
  readonly workingStyle: number;
}

/**
 * Everything a partnership may decide about matching. Percentages, months and years are whole numbers. Answers
 * are compared tier by tier, and a lower tier never outweighs a higher one: places found for people up to their
 * least loads (`leastSlots`); places filled, weighted by `priorityWeights` and `ageWeeksCounted`; total fit by
 * `weights` or `weightsByRoute`, with `stabilityBonus` and less `rotationCostPerLoad`, or the worst places where
 * `fairness` says so; pairs proposed again; and last a number drawn from the ids, as fine as exact totals allow.
 */
export interface MatchPolicy {
  readonly weights: FitWeights;
  /** Weights that replace `weights` for requests of one route. */
  readonly weightsByRoute: Partial<Record<RoutePolicyName, FitWeights>>;
  /** What a request of priority 1, 2, 3 and 4 is worth in the first tier, before its age. */
  readonly priorityWeights: readonly [number, number, number, number];
  /** Each week waited adds one to the request's worth, up to this many weeks. */
  readonly ageWeeksCounted: number;
  /** The farthest code from the one asked for that may still be proposed. */
  readonly nearestExpertise: ExpertiseNearness;
  /** The lowest claim level that may be proposed. */
  readonly minimumLevel: ClaimLevel;
  /** Percentage of the expertise points that each level earns. */
  readonly levelPercent: Readonly<Record<ClaimLevel, number>>;
  /** Practice older than this many years earns half the points. */
  readonly recentPracticeYears: number;
  readonly pastEmployerMonths: number;
  /** So long after a school has left a group it is still taken as tied to the group's other schools. */
  readonly pastMembershipMonths: number;
  readonly reciprocalYears: number;
  /** From this distance on, in metres, no distance points are given. */
  readonly distanceZeroMetres: number;
  /** Basis points of fit that each deployment already held costs the next one: the price of rotation. */
  readonly rotationCostPerLoad: number;
  /** Basis points of fit added to a pair that the last published run proposed. */
  readonly stabilityBonus: number;
  /** What comes after the priorities: the total, the worst place, or the worst place among the best totals. */
  readonly fairness: FairnessMode;
  /** Best candidates kept per request before prices prove that no other could matter. */
  readonly candidatesPerRequest: number;
  /** Cases that the search over days may open in a small component before it answers with a gap; fewer in large ones. */
  readonly searchCases: number;
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

/** What a practitioner said that they give; of what they did not, nothing is known. */
export interface GivenFacets {
  readonly supportTypes?: readonly SupportType[];
  readonly audiences?: readonly Audience[];
  readonly settings?: readonly Setting[];
}

/** What a request asks for beside its codes, phase and mode. */
export interface AskedFacets {
  readonly supportType?: SupportType;
  readonly audiences?: readonly Audience[];
  readonly settings?: readonly Setting[];
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
