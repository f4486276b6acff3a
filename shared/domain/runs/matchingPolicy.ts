import * as z from "zod";

/**
 * `total-fit`: the most fit less rotation. `worst-first`: the fewest places at the lowest fit, then at the next.
 * `worst-first-among-best`: the same, among the answers of most fit less rotation.
 */
export const fairnessModes = ["total-fit", "worst-first", "worst-first-among-best"] as const;
export const FairnessMode = z.enum(fairnessModes).meta({ id: "FairnessMode" });
export type FairnessMode = z.infer<typeof FairnessMode>;

/** How near a claimed code must be to the code asked for. */
export const ExpertiseNearness = z.enum(["exact", "sibling", "family"]).meta({ id: "ExpertiseNearness" });
export type ExpertiseNearness = z.infer<typeof ExpertiseNearness>;

const points = z.int().min(0).max(100);
/** How many of the 100 points of fit each component can give. */
const Weights = z
  .strictObject({
    expertise: points,
    phase: points,
    context: points,
    distance: points,
    availability: points,
    rotation: points,
    workingStyle: points,
  })
  .refine((weights) => Object.values(weights).reduce((sum, each) => sum + each, 0) === 100, {
    message: "The seven weights have to sum to 100",
  })
  .meta({ id: "FitWeights" });

const basisPoints = z.int().min(0).max(10_000);

/** What a partnership decides about matching, every part given: how its runs weigh, as it is in force. */
export const MatchingInForce = z
  .strictObject({
    fairness: FairnessMode.describe("What comes after the priorities: the total fit, or the worst places"),
    rotationCostPerLoad: basisPoints.describe(
      "Hundredths of a point of fit that each deployment already held costs the next one",
    ),
    stabilityBonus: basisPoints.describe(
      "Hundredths of a point of fit added to a pair that the last published run proposed",
    ),
    weights: Weights.describe("The points of fit that each component can give, 100 in all"),
    pastEmployerMonths: z.int().min(0).max(240).describe("So long after leaving nobody supports that school"),
    pastMembershipMonths: z
      .int()
      .min(0)
      .max(240)
      .describe(
        "So long after leaving a trust, federation or like group a school stays tied to the others in it",
      ),
    reciprocalYears: z
      .int()
      .min(0)
      .max(20)
      .describe("So long after support nobody of the supported school supports the other in return"),
    nearestExpertise: ExpertiseNearness.describe("The farthest code from the one asked for"),
  })
  .meta({ id: "MatchingInForce" });
export type MatchingInForce = z.infer<typeof MatchingInForce>;

const parts = MatchingInForce.shape;
/** What a partnership has said about matching; a part that it leaves out is as everywhere. */
export const MatchingPolicy = z
  .strictObject({
    fairness: parts.fairness.exactOptional(),
    rotationCostPerLoad: parts.rotationCostPerLoad.exactOptional(),
    stabilityBonus: parts.stabilityBonus.exactOptional(),
    weights: parts.weights.exactOptional(),
    pastEmployerMonths: parts.pastEmployerMonths.exactOptional(),
    pastMembershipMonths: parts.pastMembershipMonths.exactOptional(),
    reciprocalYears: parts.reciprocalYears.exactOptional(),
    nearestExpertise: parts.nearestExpertise.exactOptional(),
  })
  .meta({ id: "MatchingPolicy" });
export type MatchingPolicy = z.infer<typeof MatchingPolicy>;
