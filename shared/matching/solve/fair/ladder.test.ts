import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { opened } from "../../answered.testdata.ts";
import { fairestBelow } from "../../certificate/ladder.ts";
import { madeUpArea } from "../../facts/madeUpArea.ts";
import { bestByTryingAll, judgedWithinDays, standingOf, toldBelow } from "./judged.arbitrary.ts";
import { climbed } from "./ladder.ts";
import { dearestOf } from "./question.ts";

const effort = { cases: 1000, work: 1e12 };

describe("a climb within the days", () => {
  it("comes to the fairest of all answers where it proves every level, and as far as it proves any", () => {
    let isOpen = false;
    fc.assert(
      fc.property(judgedWithinDays, (tiers) => {
        const { taken, ladder } = climbed({ ...tiers, begin: new Uint8Array(tiers.levelOf.length) }, effort);
        const below = ladder === null ? -Infinity : fairestBelow(tiers, taken, ladder);
        const [mine, best] = [standingOf(tiers, taken), bestByTryingAll(tiers)];
        expect(toldBelow(below, mine)).toEqual(toldBelow(below, best));
        expect(mine?.ladder.length).toBe(best.ladder.length);
        isOpen ||= below < Infinity;
      }),
      { numRuns: 300 },
    );
    // With cases enough, nothing so small stays open.
    expect(isOpen).toBe(false);
  });

  it("is as true where the first tier weighs so much that no mixture tells units apart", () => {
    const proven = { some: 0, all: 0 };
    fc.assert(
      fc.property(judgedWithinDays, (small) => {
        // Room is left for a unit to be divided in fifty.
        const times = Math.floor(2 ** 47 / (50 * Math.max(1, dearestOf(small.first))));
        const heavy = (cells: Float64Array): Float64Array => cells.map((worth) => worth * times);
        const first = {
          ...small.first,
          weight: heavy(small.first.weight),
          slotCost: heavy(small.first.slotCost),
        };
        const tiers = { ...small, first };
        const climb = climbed({ ...tiers, begin: new Uint8Array(tiers.levelOf.length) }, effort);
        const below = climb.ladder === null ? -Infinity : fairestBelow(tiers, climb.taken, climb.ladder);
        expect(toldBelow(below, standingOf(tiers, climb.taken))).toEqual(
          toldBelow(below, bestByTryingAll(tiers)),
        );
        if (below > -Infinity) proven[below === Infinity ? "all" : "some"]++;
      }),
      { numRuns: 200 },
    );
    expect(proven.all).toBeGreaterThan(100);
  });

  it("is as true where it ran out of work, and never much above what it may look at", () => {
    const proven = { some: 0, all: 0 };
    fc.assert(
      fc.property(judgedWithinDays, fc.nat(110), (tiers, percent) => {
        const part = { ...tiers, begin: new Uint8Array(tiers.levelOf.length) };
        const unhindered = climbed(part, effort);
        const work = Math.ceil((percent / 100) * unhindered.work);
        const climb = climbed(part, { ...effort, work });
        expect(unhindered.work < work ? climb : unhindered).toEqual(unhindered);
        expect(climb.work).toBeLessThan(work + 3000);
        const below = climb.ladder === null ? -Infinity : fairestBelow(tiers, climb.taken, climb.ladder);
        expect(toldBelow(below, standingOf(tiers, climb.taken))).toEqual(
          toldBelow(below, bestByTryingAll(tiers)),
        );
        if (below > -Infinity) proven[below === Infinity ? "all" : "some"]++;
      }),
      { numRuns: 300 },
    );
    expect(Math.min(proven.some, proven.all)).toBeGreaterThan(10);
  });
});

describe("a made-up area in which days bind", () => {
  const input = madeUpArea({ schools: 60, practitioners: 80, requests: 40, codes: 20, seed: 3 });
  const policy = { ...input.policy, fairness: "worst-first" } as const;

  it("has every place proven, and the same answer from parts that are known", () => {
    const { fairness, solution, solvedParts } = opened({ ...input, policy });
    expect(fairness).toMatchObject({ proven: "every place" });
    expect(fairness.placesProven).toBe(solution.taken.reduce((sum, each) => sum + each, 0));
    expect(opened({ ...input, policy }, solvedParts).solution.taken).toEqual(solution.taken);
  });
});
