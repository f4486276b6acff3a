import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mark } from "../../problem/cells.ts";
import type { Problem } from "../../problem/problem.ts";
import { bruteForce, smallProblems, worthIfAllowed } from "../../problem/smallProblems.arbitrary.ts";
import { dayMarketOf } from "./dayMarket.ts";
import { withMore } from "./dayMore.ts";
import { boundAt, loweredInStages } from "./dayPrices.ts";
import { pickedFavouring } from "./dayUndecided.ts";

const [unit, fineness] = [1_000_000, 2 ** 20] as const;

/** Small problems in which pairs are worth up to three units and something below, and slots cost nothing of the first tier. */
const inTiers = smallProblems({ daysBind: true }).map((problem): Problem => ({
  ...problem,
  weight: problem.weight.map((worth) => unit * (worth % 4) + worth),
  group: problem.group.map(() => -1),
  groupLimit: new Int32Array(0),
  slotCost: new Float64Array(problem.slotCost.length),
}));

const firstAlone = (problem: Problem, one: number): Problem => ({
  ...problem,
  weight: problem.weight.map((worth) => one * Math.floor(worth / unit)),
});

/** Good prices of the first tier alone. */
function pricesOf(problem: Problem): Float64Array {
  const market = dayMarketOf(firstAlone(problem, fineness));
  const way = { steps: 300, length: fineness, last: 1, share: 1, spent: () => 0 };
  return loweredInStages(market, boundAt(market, new Float64Array(problem.requestCount)), way).price;
}

const unitsOf = ({ weight }: Problem, taken: Uint8Array): number =>
  weight.reduce((sum, worth, e) => sum + mark(taken, e) * Math.floor(worth / unit), 0);

/** Pairs one after another, each that is still allowed. */
function filledUp(problem: Problem): Uint8Array {
  const taken = new Uint8Array(problem.weight.length);
  for (let e = taken.length - 1; e >= 0; e--) {
    taken[e] = 1;
    if (worthIfAllowed(problem, taken) === null) taken[e] = 0;
  }
  return taken;
}

describe("withMore", () => {
  it("finds answers that are allowed and no worse, mostly with as much of the first tier as there can be", () => {
    let [short, mended] = [0, 0];
    fc.assert(
      fc.property(inTiers, fc.boolean(), (problem, fromNothing) => {
        const most = bruteForce(firstAlone(problem, 1));
        const known = fromNothing ? new Uint8Array(problem.weight.length) : filledUp(problem);
        const seeking = { unit, fineness, price: pricesOf(problem), taken: known, most, mayGoOn: () => true };
        const { taken, proven } = withMore(problem, seeking);
        const isMost = BigInt(unitsOf(problem, taken)) === most;
        expect(worthIfAllowed(problem, taken)).toBeGreaterThanOrEqual(worthIfAllowed(problem, known) ?? 0);
        expect(proven?.bound).toBeGreaterThanOrEqual(most * BigInt(fineness));
        if (BigInt(unitsOf(problem, known)) === most) return;
        short++;
        if (isMost) mended++;
      }),
      { numRuns: 300 },
    );
    expect(short).toBeGreaterThan(30);
    expect(mended).toBeGreaterThan(0.9 * short);
  });

  it("leaves an answer alone that has as much as there can be", () => {
    fc.assert(
      fc.property(inTiers, (problem) => {
        const taken = filledUp(problem);
        const most = BigInt(unitsOf(problem, taken));
        const seeking = { unit, fineness, price: pricesOf(problem), taken, most, mayGoOn: () => true };
        expect(withMore(problem, seeking).taken).toBe(taken);
      }),
      { numRuns: 50 },
    );
  });
});

describe("what is picked while an answer is favoured", () => {
  it("is looked at in so many steps at most, and in no more once time is up", () => {
    const way = { steps: 300, length: 0, halvings: 6, slack: 1000 };
    fc.assert(
      fc.property(inTiers, fc.integer({ min: 1, max: 200 }), (problem, allowed) => {
        const looksIn = (steps: number, mayGoOn: () => boolean): number => {
          const market = dayMarketOf(problem);
          const [price, taken] = [
            new Float64Array(problem.requestCount),
            new Uint8Array(market.worth.length),
          ];
          pickedFavouring(market, { price, taken, more: 1, way: { ...way, steps }, mayGoOn });
          return market.work.looks;
        };
        let left = allowed;
        expect(looksIn(300, () => left-- > 0)).toBe(looksIn(allowed, () => true));
      }),
      { numRuns: 50 },
    );
  });
});
