import type { MatchingInForce, MatchingPolicy } from "../../shared/domain/runs/matchingPolicy.ts";
import { type MatchPolicy, defaultPolicy } from "../../shared/matching/facts/policy.ts";

/** The policy that a partnership is matched by: what it said, and the default for the rest. */
export const policyOf = (said: MatchingPolicy = {}): MatchPolicy => ({ ...defaultPolicy, ...said });

/** What is in force of that which a partnership may decide, with defaults filled in. */
export function matchingInForce(said?: MatchingPolicy): MatchingInForce {
  const policy = policyOf(said);
  return {
    fairness: policy.fairness,
    rotationCostPerLoad: policy.rotationCostPerLoad,
    stabilityBonus: policy.stabilityBonus,
    weights: { ...policy.weights },
    pastEmployerMonths: policy.pastEmployerMonths,
    pastMembershipMonths: policy.pastMembershipMonths,
    reciprocalYears: policy.reciprocalYears,
    nearestExpertise: policy.nearestExpertise,
  };
}
