import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FairTiers } from "../../certificate/fairness.ts";
import { solve } from "../solve.ts";
import { isFairer } from "./fairer.ts";
import { graded } from "./graded.ts";
import { bestByTryingAll, judgedWithinDays, standingOf } from "./judged.arbitrary.ts";

/** What the first tier of judged problems counts in. */
const unit = 10_000;

/** Of the answers that are best in the first tier, one whose levels add up to the least. */
function leastFair({ first, levelOf }: FairTiers): Uint8Array {
  const weight = first.weight.map((worth, e) => 1000 * worth - (levelOf[e] ?? 0));
  return solve({ ...first, weight, slotCost: first.slotCost.map((cost) => 1000 * cost) }, 1000).taken;
}

describe("a search by weights that halve from level to level", () => {
  it("keeps the best first tier, is never less fair than what it begins with, and mostly the fairest", () => {
    const counts = { fairer: 0, fairest: 0 };
    fc.assert(
      fc.property(judgedWithinDays, (tiers) => {
        const begin = leastFair(tiers);
        const taken = graded({ ...tiers, begin, unit });
        const [standing, best] = [standingOf(tiers, taken), bestByTryingAll(tiers)];
        expect(standing?.worth).toEqual(best.worth);
        expect(isFairer(tiers, begin, taken)).toBe(false);
        if (isFairer(tiers, taken, begin)) counts.fairer++;
        if (JSON.stringify(standing?.ladder) === JSON.stringify(best.ladder)) counts.fairest++;
      }),
      { numRuns: 1500 },
    );
    expect(counts.fairer).toBeGreaterThan(5);
    expect(counts.fairest).toBeGreaterThan(1200);
  });
});
