import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fairnessModes, MatchingPolicy } from "../../shared/domain/runs/matchingPolicy.ts";
import { defaultPolicy } from "../../shared/matching/facts/policy.ts";
import { matchingInForce, policyOf } from "./policyOf.ts";

const said = fc
  .record(
    {
      fairness: fc.constantFrom(...fairnessModes),
      rotationCostPerLoad: fc.nat(10_000),
      stabilityBonus: fc.nat(10_000),
      weights: fc
        .nat(60)
        .map((expertise) => ({ ...defaultPolicy.weights, expertise, context: 50 - expertise })),
      pastEmployerMonths: fc.nat(240),
      pastMembershipMonths: fc.nat(240),
      reciprocalYears: fc.nat(20),
      nearestExpertise: fc.constantFrom("exact", "sibling", "family"),
    },
    { requiredKeys: [] },
  )
  .filter(({ weights }) => !weights || weights.context >= 0)
  .map((each) => MatchingPolicy.parse(each));

describe("the policy of a run", () => {
  it("is the default where the partnership said nothing", () => {
    expect([policyOf(), policyOf({})]).toEqual([defaultPolicy, defaultPolicy]);
  });

  it("is what the partnership said, and the default in every other part", () => {
    fc.assert(
      fc.property(said, (matching) => {
        const policy = policyOf(matching);
        expect(policy).toMatchObject(matching);
        const unsaid = Object.entries(defaultPolicy).filter(([name]) => !(name in matching));
        expect(policy).toMatchObject(Object.fromEntries(unsaid));
        expect(Object.keys(policy)).toEqual(Object.keys(defaultPolicy));
      }),
    );
  });

  it("is in force as it was said, and saying what is in force changes nothing", () => {
    fc.assert(
      fc.property(said, (matching) => {
        const inForce = matchingInForce(matching);
        expect(inForce).toMatchObject(matching);
        expect(policyOf(inForce)).toEqual(policyOf(matching));
      }),
    );
  });
});
