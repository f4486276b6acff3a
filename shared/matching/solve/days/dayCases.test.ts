import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proverOf } from "../../certificate/bound.ts";
import { diceFrom } from "../../facts/madeUpArea.ts";
import { isFeasible, objectiveOf } from "../../problem/answer.ts";
import type { Problem } from "../../problem/problem.ts";
import { bruteForce, problemFrom, smallProblems, ungrouped } from "../../problem/smallProblems.arbitrary.ts";
import { solve } from "../solve.ts";
import { casesOf } from "./dayCases.ts";
import { dayMarketOf } from "./dayMarket.ts";
import { casesByMixtures } from "./dayMixtureCases.ts";
import { boundAt, loweredInStages } from "./dayPrices.ts";
import { mixerFor } from "./dayWholeMixture.ts";

/** Each unit counts so much, so that prices may hold fractions of it. */
const unit = 1024;

/** Small problems in which pairs are worth whole units, and slots cost some or earn one. */
const inUnits = smallProblems({ daysBind: true }).map((problem): Problem => ({
  ...ungrouped(problem),
  weight: problem.weight.map((worth) => unit * (worth % 5)),
  slotCost: problem.slotCost.map((cost) => unit * (Math.floor(cost / 7) - 1)),
}));

/** Six people with few days, and eight requests that are worth one to three units each. */
function shortOfDays(seed: number): Problem {
  const dice = diceFrom(seed);
  const people = Array.from({ length: 6 }, () => ({
    slots: 1 + dice.below(3),
    days: 2 + dice.below(6),
    cost: 0,
  }));
  const requests = Array.from({ length: 8 }, () => {
    const weight = unit * (1 + dice.below(3));
    return {
      wanted: 1 + dice.below(2),
      halfDays: 1 + dice.below(4),
      cells: people.map(() => ({ there: dice.below(2) === 0, weight })),
    };
  });
  return problemFrom({ requests, people });
}

/** Rules out, from good prices, that anything is worth a limit, and has the checker reckon what that proves. */
function proofBelow(problem: Problem, taken: Uint8Array, limit: bigint) {
  const market = dayMarketOf(problem);
  const way = { steps: 600, length: unit, last: 1, share: 1, spent: () => 0 };
  const { price } = loweredInStages(market, boundAt(market, new Float64Array(problem.requestCount)), way);
  const { bound: claimed, proof } = casesOf(market, price, {
    limit,
    unit,
    taken: Uint8Array.from(market.origin, (e) => taken[e] ?? 0),
    groupCount: 0,
    mayGoOn: () => true,
  })(50);
  const requests = Int32Array.from({ length: problem.requestCount }, (_, i) => i);
  const bound = proverOf(problem)({ requests, groups: new Int32Array(0), proof });
  expect(bound).not.toBeNull();
  expect(bound).toBeLessThanOrEqual(claimed);
  return { kind: claimed < limit ? proof.kind : "none", claimed };
}

describe("casesOf", () => {
  it("proves, as the checker finds, that nothing reaches a limit, and nothing of a limit that is reached", () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(inUnits, fc.constantFrom(0, 1 / 8, 1), (problem, above) => {
        const optimum = bruteForce(problem);
        const limit = optimum + BigInt(above * unit);
        const { kind, claimed } = proofBelow(problem, new Uint8Array(problem.weight.length), limit);
        kinds.add(above === 0 ? `reached: ${kind}` : kind);
        expect(claimed).toBeGreaterThanOrEqual(optimum);
      }),
      { numRuns: 300 },
    );
    expect(kinds.has("prices")).toBe(true);
    expect(Array.from(kinds).filter((kind) => kind.startsWith("reached"))).toEqual(["reached: none"]);
  });

  it("takes cases apart where prices alone leave part of a unit in doubt", () => {
    const kinds = Array.from({ length: 100 }, (_, seed) => {
      const problem = shortOfDays(seed + 1);
      const { taken, claims } = solve(problem, 2000);
      const optimum = claims.reduce((sum, { objective }) => sum + objective, 0n);
      expect(claims.every(({ objective, bound }) => objective === bound)).toBe(true);
      return proofBelow(problem, taken, optimum + BigInt(unit / 8)).kind;
    });
    expect(kinds).toContain("split");
    expect(kinds).not.toContain("none");
  });
});

describe("casesByMixtures", () => {
  it("finds the most whole units that there can be, and proves to the checker that there are no more", () => {
    const kinds = new Set<string>();
    const costless = inUnits.map((problem) => ({ ...problem, slotCost: problem.slotCost.map(() => 0) }));
    fc.assert(
      fc.property(fc.oneof(costless, fc.nat(1000).map(shortOfDays)), (problem) => {
        const { claims } = solve(problem, 2000);
        const optimum = claims.reduce((sum, { objective }) => sum + objective, 0n);
        const taken = new Uint8Array(problem.weight.length);
        const price = new Float64Array(problem.requestCount);
        const seeking = { unit, fineness: unit, price, taken, most: optimum, mayGoOn: () => true };
        const { proven, ...found } = casesByMixtures(problem, mixerFor(problem, seeking), seeking);
        expect(isFeasible(problem, found.taken)).toBe(true);
        expect(objectiveOf(problem, found.taken)).toBe(optimum);
        expect(proven.bound - (proven.bound % BigInt(unit))).toBe(optimum);
        const requests = Int32Array.from(problem.wanted.keys());
        const part = { requests, groups: new Int32Array(0), proof: proven.proof };
        expect(proverOf(problem)(part)).toBe(proven.bound);
        kinds.add(proven.proof.kind);
      }),
      // Few of these problems leave a bound that only cases lower: one that does is among them each time.
      { numRuns: 300, examples: [[shortOfDays(340)]] },
    );
    expect(kinds).toContain("split");
  });
});
