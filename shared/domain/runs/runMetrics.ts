import * as z from "zod";

const count = z.int().min(0);
/** Points out of 100, null when nothing is proposed. */
const points = z.number().nullable();
/** Points out of 100 in hundredths, as the engine counts them. */
const hundredths = z.number().describe("Hundredths of a point");
const metres = z.int().min(0).nullable();

/** How good the answer for one academic year is; years share no capacity and are matched apart. */
export const RunMetrics = z
  .strictObject({
    academicYear: z.string(),
    slotsWanted: count,
    slotsFilled: count,
    filledByPriority: z.array(z.strictObject({ priority: z.int(), wanted: count, filled: count })),
    fit: z.strictObject({
      total: z.number(),
      worst: points,
      lowerQuartile: points,
      median: points,
      upperQuartile: points,
      bands: z.array(count).describe("Proposals by ten points of fit, lowest first"),
    }),
    distanceMetres: z.strictObject({ mean: metres, median: metres, farthest: metres }),
    loadGini: z.number().describe("0 when all carry alike"),
    topFiveShare: z.number().describe("Share of the proposals that the five busiest carry"),
    blockingPairs: count.describe(
      "Pairs that would both rather have each other, by fit, than what they hold",
    ),
    feasiblePairs: count,
    components: count,
    objective: z.strictObject({
      leastLoads: count.default(0).describe("Places found for people up to their least loads"),
      priorityWeighted: z.number(),
      fitLessRotation: hundredths,
      proposedAgain: z.number(),
    }),
    bound: z
      .strictObject({
        leastLoads: count.default(0),
        priorityWeighted: z.number(),
        fitLessRotation: hundredths,
      })
      .describe(
        "Of the best total; where the worst place comes before the total, fit below it is what fairness costs",
      ),
    isOptimal: z
      .boolean()
      .describe(
        "Proven that no answer is better by the policy: none of a greater total, or none that is fairer",
      ),
    fairness: z
      .strictObject({
        mode: z.string(),
        lossInFit: z
          .number()
          .describe(
            "Points of total fit by which the answer of the best total has more; below 0 where rotation or " +
              "stability was given up instead",
          ),
        proven: z
          .string()
          .nullable()
          .describe("How far it is proven that nothing is fairer; null where none is asked"),
        placesProven: z
          .int()
          .min(0)
          .nullable()
          .default(null)
          .describe(
            "How many places that are not pinned, from the worst on, it is proven that no answer has fairer",
          ),
        worstAtMost: points
          .default(null)
          .describe(
            "Points of fit that the worst place, of those not pinned, could have at most with as much of the first " +
              "tiers; null where that is not proven",
          ),
        graded: z
          .strictObject({ total: count, bound: count })
          .nullable()
          .default(null)
          .describe(
            "What places weigh by grade in parts too large to be made fairest, and the least they could; null where " +
              "there is none",
          ),
      })
      .nullable()
      .default(null),
  })
  .meta({ id: "RunMetrics" });
export type RunMetrics = z.infer<typeof RunMetrics>;
