import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { opened } from "../../answered.testdata.ts";
import { check } from "../../certificate/certificate.ts";
import { madeUpArea } from "../../facts/madeUpArea.ts";
import type { Problem } from "../../problem/problem.ts";
import { bruteForce, smallProblems, ungrouped, unowed } from "../../problem/smallProblems.arbitrary.ts";
import { rowsOf } from "../days/dayAnswer.ts";
import { dayMarketOf } from "../days/dayMarket.ts";
import { boundAt } from "../days/dayPrices.ts";
import { overbooked } from "../../problem/answer.ts";
import { solutionOfOnePart } from "../solution.ts";
import { assign } from "../places/assign.ts";
import { settledPrices } from "./settlePrices.ts";
import { solveSizedDays } from "./sizedDays.ts";
import { resize, unsized, withSizedSlots } from "./sizedSlots.ts";

const tiers = { unit: 100_000, room: 120 };
/** What each place up to somebody's least load is worth: more than all other places together. */
const leastUnit = 100 * tiers.unit;

/** Small problems in which days and groups bind, each filled place comes first, and people are owed some places before that. */
const tiered = fc
  .tuple(
    smallProblems({ daysBind: true }).map(unowed),
    fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 4 }),
  )
  .map(([problem, least]): Problem => ({
    ...problem,
    weight: problem.weight.map((worth) => worth + tiers.unit),
    slotCost: problem.slotCost.map((cost, slot) => {
      const person = problem.slotStart.findLastIndex((first) => first <= slot);
      return slot - (problem.slotStart[person] ?? 0) < (least[person] ?? 0) ? cost - leastUnit : cost;
    }),
  }));

/** The same without groups: whoever has no time left finds nothing for what they must give up. */
const tieredAlone = tiered.map(ungrouped);

describe("sized slots", () => {
  it("overbook nobody, whatever sizes were asked for", () => {
    fc.assert(
      fc.property(tiered, fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 12 }), (problem, sizes) => {
        const sized = unsized(problem);
        for (let person = 0; person < problem.practitionerCount; person++) {
          const slots = (problem.slotStart[person + 1] ?? 0) - (problem.slotStart[person] ?? 0);
          let left = problem.dayCapacity[person] ?? 0;
          const needs = Int32Array.from(sizes.slice(3 * person, 3 * person + slots), (size) => {
            const need = Math.min(size, left);
            left -= need;
            return need;
          });
          if (slots > 0) resize(problem, sized, { person, needs });
        }
        const next = withSizedSlots(problem, sized);
        const { taken } = assign(next.problem, { tiers, candidates: Infinity });
        const all = new Uint8Array(problem.weight.length);
        next.origin.forEach((e, x) => (all[e] = Math.max(all[e] ?? 0, taken[x] ?? 0)));
        expect(Array.from(overbooked(problem, all)).filter((over) => over > 0)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe("prices settled to an answer", () => {
  it("prove what they say, and never more than the prices that they came from", () => {
    fc.assert(
      fc.property(tiered, (problem) => {
        const market = dayMarketOf(problem);
        const from = boundAt(
          market,
          Float64Array.from(market.wanted, (_, i) => 1000 * (i % 3)),
        );
        const asked = { from, objective: bruteForce(problem), steps: 100 };
        const settled = settledPrices(market, rowsOf(market), asked);
        expect(settled.value).toBe(boundAt(market, settled.price).value);
        expect(settled.value).toBeLessThanOrEqual(from.value);
        expect(settled.value).toBeGreaterThanOrEqual(asked.objective);
      }),
      { numRuns: 150 },
    );
  });
});

describe("solveSizedDays", () => {
  it("answers small problems within bounds that hold, and the independent checker accepts them", () => {
    let best = 0;
    fc.assert(
      fc.property(tiered, (problem) => {
        const places = assign(problem, { tiers, candidates: Infinity });
        const found = solveSizedDays(problem, { tiers, places });
        const optimum = bruteForce(problem);
        expect(found.objective).toBeLessThanOrEqual(optimum);
        expect(found.bound).toBeGreaterThanOrEqual(optimum);
        const solution = solutionOfOnePart(problem, found, found.bound);
        expect(check(problem, solution, solution.claims).checks.filter(({ passed }) => !passed)).toEqual([]);
        if (found.objective === optimum) best++;
      }),
      { numRuns: 150 },
    );
    expect(best).toBeGreaterThan(130);
  });

  it.each([
    ["all time is spent", { spent: () => 1 }],
    ["no pair may be looked at any more", { looks: 0 }],
  ])("keeps its bound, and finds something where there is something, when %s", (_, left) => {
    fc.assert(
      fc.property(tieredAlone, (problem) => {
        const places = assign(problem, { tiers, candidates: Infinity });
        const found = solveSizedDays(problem, { tiers, places, ...left });
        const solution = solutionOfOnePart(problem, found, found.bound);
        expect(check(problem, solution, solution.claims).valid).toBe(true);
        expect(found.rounds).toBeLessThanOrEqual(1);
        expect(found.objective > 0n).toBe(bruteForce(problem) > 0n);
      }),
      { numRuns: 100 },
    );
  });

  // How close an answer comes is no law: these areas are drawn once, so that only a change of the solver can fail.
  it.each([
    { practitioners: 800, requests: 400, seed: 1, owedEvery: Infinity, owed: "nobody" },
    { practitioners: 800, requests: 400, seed: 2, owedEvery: Infinity, owed: "nobody" },
    { practitioners: 800, requests: 400, seed: 1, owedEvery: 400, owed: "one in 400" },
    { practitioners: 800, requests: 400, seed: 2, owedEvery: 5, owed: "one in 5" },
    { practitioners: 600, requests: 300, seed: 5, owedEvery: Infinity, owed: "nobody" },
    { practitioners: 600, requests: 300, seed: 7, owedEvery: Infinity, owed: "nobody" },
    { practitioners: 600, requests: 300, seed: 20, owedEvery: Infinity, owed: "nobody" },
    { practitioners: 300, requests: 400, seed: 1, owedEvery: Infinity, owed: "nobody" },
    { practitioners: 800, requests: 400, seed: 3, owedEvery: 2, owed: "one in 2" },
    { practitioners: 800, requests: 400, seed: 7, owedEvery: 2, owed: "one in 2" },
  ])(
    "leaves no tier but fit in doubt, and of that 0.02 % at most ($requests × $practitioners, seed $seed, $owed owed work)",
    ({ owedEvery, ...size }) => {
      const area = madeUpArea({ schools: 150, codes: 55, ...size });
      const { verdict, encoded, solution } = opened({
        ...area,
        practitioners: area.practitioners.map((row, at) =>
          at % owedEvery === Math.min(3, owedEvery - 1) ? { ...row, leastSlots: 1 + (at % 2) } : row,
        ),
      });
      const inDoubt = solution.claims.reduce((sum, { bound, objective }) => sum + bound - objective, 0n);
      const fit = encoded.fit.reduce((sum, each, e) => sum + (solution.taken[e] === 1 ? each : 0), 0);
      expect(verdict.valid).toBe(true);
      expect(Number(inDoubt) / encoded.scale.fitUnit).toBeLessThan(0.0002 * fit);
    },
  );
});
