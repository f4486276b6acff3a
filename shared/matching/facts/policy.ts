import type { FitWeights, MatchPolicy, MatchRequest } from "./facts.ts";

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
