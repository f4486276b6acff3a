import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { candidatesOf } from "../candidates/best.ts";
import { fieldOf } from "../candidates/field.ts";
import type { MatchInput } from "../facts/facts.ts";
import { rosterOf } from "../facts/roster.ts";
import { smallOpenAreas } from "../oracle/openAreas.arbitrary.ts";
import { bestProposals } from "../oracle/everyProposal.arbitrary.ts";
import { type Encoded, encode } from "./encode.ts";
import { priorityWeight } from "./extent.ts";
import { firstTiersOf } from "./firstTiers.ts";
import { pinsOf } from "./pins.ts";
import { requestOfPairs } from "./problem.ts";
import { solve } from "../solve/solve.ts";

/** How many fit units a priority is worth, and how many of the greatest priorities an owed place. */
interface Units {
  readonly fits: number;
  readonly places: number;
}

/** An encoded run in a scale whose units outweigh little. */
function weighedLess(input: MatchInput, { fits, places }: Units) {
  const roster = rosterOf({ ...input, requests: input.requests.map((row) => ({ ...row, pinned: [] })) });
  const pinned = pinsOf(roster);
  const asks = roster.requests.map((_, request) => ({ request, most: Infinity, above: -Infinity }));
  const found = candidatesOf(fieldOf(roster, pinned))(asks);
  const full = encode(roster, pinned, found);
  if (full.kind === "too-large") throw new Error(full.problem.message);
  const { problem, scale } = full;
  const priorities = roster.requests.map((request) => priorityWeight(roster, request));
  const owner = requestOfPairs(problem);
  const priorityUnit = fits * scale.fitUnit;
  const leastUnit = places * Math.max(1, ...priorities) * priorityUnit;
  const encoded: Encoded = {
    ...full,
    scale: { ...scale, priorityUnit, leastUnit, outweighs: false },
    problem: {
      ...problem,
      weight: problem.weight.map(
        (worth, e) => worth - (priorities[owner[e] ?? 0] ?? 0) * (scale.priorityUnit - priorityUnit),
      ),
      slotCost: problem.slotCost.map((cost) => (cost < 0 ? cost + scale.leastUnit - leastUnit : cost)),
    },
  };
  return { roster, encoded, found, priorities, owner };
}

describe("first tiers proven on their own", () => {
  it("are never said to be the best where another answer is better, and bound it where they are not", () => {
    const seen = { best: 0, inDoubt: 0 };
    const units = fc.record({
      fits: fc.constantFrom(10_000, 30_000, 1_000_000),
      places: fc.constantFrom(1, 5, 50),
    });
    fc.assert(
      fc.property(smallOpenAreas, units, (input, drawn) => {
        const { roster, encoded, found, priorities, owner } = weighedLess(input, drawn);
        const { problem } = encoded;
        const solution = solve(problem, 10_000);
        const gap = firstTiersOf(roster, encoded, { solution, found });
        const load = new Int32Array(problem.practitionerCount);
        let [short, priority] = [0, 0];
        solution.taken.forEach((taken, e) => {
          if (taken === 0) return;
          const j = problem.practitioner[e] ?? 0;
          load[j] = (load[j] ?? 0) + 1;
          priority += priorities[owner[e] ?? 0] ?? 0;
        });
        roster.practitioners.forEach(
          ({ leastSlots = 0 }, j) => (short += Math.max(0, leastSlots - (load[j] ?? 0))),
        );
        const [bestShort = 0, bestPriority = 0] = bestProposals(roster.input);
        const isBest = gap.leastLoads === 0 && gap.priorityWeighted === 0;
        seen[isBest ? "best" : "inDoubt"]++;
        // Best first tiers, as far as they are in doubt: equal to those of the answer where nothing is.
        expect(-short).toBeLessThanOrEqual(bestShort);
        expect(bestShort).toBeLessThanOrEqual(-short + gap.leastLoads);
        fc.pre(bestShort === -short && gap.leastLoads === 0);
        expect(priority).toBeLessThanOrEqual(bestPriority);
        expect(bestPriority).toBeLessThanOrEqual(priority + gap.priorityWeighted);
      }),
      { numRuns: 400 },
    );
    expect(seen.best).toBeGreaterThan(200);
    expect(seen.inDoubt).toBeGreaterThan(20);
  });
});
