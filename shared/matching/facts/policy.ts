import type { ExpertiseNearness, FairnessMode } from "../../domain/runs/matchingPolicy.ts";
import type { ClaimLevel, RoutePolicyName } from "../../domain/vocabulary.ts";
import type { MatchRequest } from "./facts.ts";

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
 * `fairness` says so; pairs proposed again; and last the order of the ids (`solve/places/firstAnswer.ts`, and where limits bind `solve/firstOfBest.ts`).
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

/** The policy that a partnership starts with. */
export const defaultPolicy: MatchPolicy = {
  weights: {
    expertise: 40,
    phase: 15,
    context: 10,
    distance: 10,
    availability: 10,
    rotation: 10,
    workingStyle: 5,
  },
  weightsByRoute: {},
  priorityWeights: [16, 32, 64, 128],
  ageWeeksCounted: 15,
  nearestExpertise: "sibling",
  minimumLevel: "can-share",
  levelPercent: { "can-share": 70, "can-coach": 85, "can-lead-review": 100 },
  recentPracticeYears: 5,
  pastEmployerMonths: 24,
  // As long as after leaving a school: in a trust, the trust is the employer.
  pastMembershipMonths: 24,
  reciprocalYears: 3,
  distanceZeroMetres: 40_000,
  rotationCostPerLoad: 300,
  stabilityBonus: 0,
  fairness: "total-fit",
  candidatesPerRequest: 256,
  searchCases: 100,
};

/** The weights that judge this request: those of its route, else the partnership's. */
export function weightsFor(policy: MatchPolicy, request: MatchRequest): FitWeights {
  return policy.weightsByRoute[request.routePolicy] ?? policy.weights;
}
