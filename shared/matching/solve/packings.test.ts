import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proverOf } from "../certificate/bound.ts";
import { choiceFor } from "../explain/mostEarned.ts";
import type { Problem } from "../problem/problem.ts";
import { bruteForce, problemFrom } from "../problem/smallProblems.arbitrary.ts";
import { reckonerOf } from "./bound.ts";
import { dayMarketOf } from "./days/dayMarket.ts";
import { dayPackingOf } from "./days/dayPacking.ts";
import { picksFor } from "./days/dayPicks.ts";

/** One person with more places and half days than they can use, or fewer, and what they might do, at what places cost. */
const onePersons = fc
  .record({
    works: fc.array(fc.record({ weight: fc.integer({ min: 1, max: 60 }), halfDays: fc.nat({ max: 6 }) }), {
      minLength: 1,
      maxLength: 16,
      size: "max",
    }),
    costs: fc.array(fc.integer({ min: -20, max: 40 }), { minLength: 1, maxLength: 16 }),
    days: fc.nat({ max: 60 }),
  })
  .map(({ works, costs, days }): Problem => {
    const requests = works.map(({ weight, halfDays }) => ({
      wanted: 1,
      halfDays: 1 + halfDays,
      cells: [{ there: true, weight }],
    }));
    const problem = problemFrom({ requests, people: [{ slots: costs.length, days, cost: 0 }] });
    return { ...problem, slotCost: Float64Array.from(costs).sort() };
  });

const noPrices = ({ requestCount }: Problem) => ({
  requestPrice: new Float64Array(requestCount),
  groupPrice: new Float64Array(0),
});

/** What the person earns at most, by each who works it out in a way of their own. */
function reckonings(problem: Problem): readonly bigint[] {
  const { weight, need, dayCapacity, slotCost } = problem;
  const choice = choiceFor(problem);
  choice.begin({ firstSlot: 0, slots: slotCost.length, halfDays: dayCapacity[0] ?? 0 });
  const bestFirst = Array.from(weight.keys()).toSorted((a, b) => (weight[b] ?? 0) - (weight[a] ?? 0));
  for (const e of bestFirst) {
    if (!choice.mayGain(weight[e] ?? 0)) break;
    choice.add(e, weight[e] ?? 0, need[e] ?? 0);
  }
  const market = dayMarketOf(problem);
  return [
    BigInt(choice.most()),
    reckonerOf(problem).boundOf(noPrices(problem), new Int8Array(weight.length)).value,
    BigInt(dayPackingOf(market)(0, new Float64Array(weight.length), picksFor(market))),
    proverOf(problem)({
      requests: Int32Array.from(weight.keys()),
      groups: new Int32Array(0),
      proof: { kind: "prices", ...noPrices(problem) },
    }) ?? -1n,
  ];
}

describe("what one person could earn", () => {
  it("is reckoned by all as trying every set of pairs finds, however many places and half days they have", () => {
    fc.assert(
      fc.property(onePersons, (problem) => {
        const most = bruteForce(problem);
        expect(reckonings(problem)).toEqual([most, most, most, most]);
      }),
      { numRuns: 300 },
    );
  });
});
