import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FairTiers } from "../../certificate/fairness.ts";
import { solve } from "../solve.ts";
import { isFairer } from "./fairer.ts";
import { leastWeight, noneAbove } from "../../certificate/levels.ts";
import { gradesFrom } from "../../problem/grades.ts";
import { graded, gradedProof } from "./graded.ts";
import { bestByTryingAll, everyStanding, judgedWithinDays, standingOf } from "./judged.arbitrary.ts";
import { worstPlaceProof } from "./worstPlace.ts";

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

describe("what is proven of an answer by prices for levels", () => {
  it("is no better a worst place than none has, and mostly its own", () => {
    const counts = { asked: 0, met: 0 };
    fc.assert(
      fc.property(judgedWithinDays, (tiers) => {
        const begin = leastFair(tiers);
        const part = { ...tiers, begin, unit };
        const taken = graded(part);
        const found = worstPlaceProof(part, taken);
        const best = bestByTryingAll(tiers).ladder[0];
        expect(found === null).toBe(best === undefined);
        if (found === null || best === undefined) return;
        expect(found.level).toBeGreaterThanOrEqual(best);
        expect(noneAbove(tiers, taken, found)).toBe(true);
        counts.asked++;
        if (found.level === best) counts.met++;
      }),
      { numRuns: 600 },
    );
    expect(counts.met).toBeGreaterThan(0.85 * counts.asked);
  });

  it("is no more weight than the least of any answer as good with no worse a place, and mostly that", () => {
    let met = 0;
    fc.assert(
      fc.property(judgedWithinDays, (tiers) => {
        const taken = leastFair(tiers);
        const mine = standingOf(tiers, taken);
        const weightOf = gradesFrom(mine?.ladder[0] ?? 0, tiers.levelOf);
        const proof = gradedProof({ ...tiers, begin: taken, unit }, taken);
        const least = Number(leastWeight({ ...tiers, weightOf }, taken, proof));
        const weights = everyStanding(tiers)
          .filter(({ worth, ladder }) => worth === mine?.worth && (ladder[0] ?? 0) >= (mine.ladder[0] ?? 0))
          .map(({ ladder }) => ladder.reduce((sum, level) => sum + (weightOf(level) ?? NaN), 0));
        expect(least).toBeLessThanOrEqual(Math.min(...weights));
        if (Math.min(...weights) - least <= 0.001 * Math.min(...weights)) met++;
      }),
      { numRuns: 300 },
    );
    expect(met).toBeGreaterThan(200);
  });
});
