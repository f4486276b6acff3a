import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diceFrom } from "../../facts/madeUpArea.ts";
import { problemFrom } from "../../problem/smallProblems.arbitrary.ts";
import { type DayMarket, dayMarketOf, peopleOf } from "./dayMarket.ts";
import { partOf } from "./dayParts.ts";
import { boundAt } from "./dayPrices.ts";

/** What practitioners earn at some prices, all together. */
const earned = (market: DayMarket, price: Float64Array): number =>
  Number(boundAt(market, price).value) -
  market.wanted.reduce((sum, count, i) => sum + count * (price[i] ?? 0), 0);

/** Few people who could each take many things, so that things outdo each other. */
function crowded(seed: number): DayMarket {
  const dice = diceFrom(seed);
  const people = Array.from({ length: 3 }, () => ({
    slots: 1 + dice.below(4),
    days: 1 + dice.below(12),
    cost: dice.below(3),
  }));
  const requests = Array.from({ length: 20 }, () => ({
    wanted: 1 + dice.below(2),
    halfDays: 1 + dice.below(6),
    cells: people.map(() => ({ there: dice.below(4) > 0, weight: 1 + dice.below(90) })),
  }));
  return dayMarketOf(problemFrom({ requests, people }));
}

const [slack, most] = [10, 5];
const prices = fc.array(fc.nat(40), { minLength: 20, maxLength: 20 });
const moves = fc.array(fc.integer({ min: -most, max: most }), { minLength: 20, maxLength: 20 });

describe("partOf", () => {
  it("leaves out nothing that anybody could want while prices move by half the slack at most", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), prices, moves, (seed, some, by) => {
        const market = crowded(seed);
        const price = Float64Array.from(some);
        const part = partOf(market, {
          people: peopleOf(market),
          wanted: market.wanted,
          price,
          slack,
          lead: slack,
        });
        const moved = price.map((value, i) => value + (by[i] ?? 0));
        const there = Float64Array.from(part.requests, (i) => moved[i] ?? 0);
        expect(earned(part, there)).toBe(earned(market, moved));
      }),
      { numRuns: 300 },
    );
  });

  it("leaves out what better pairs would always replace", () => {
    const market = crowded(1);
    const price = new Float64Array(market.requestCount);
    const part = partOf(market, {
      people: peopleOf(market),
      wanted: market.wanted,
      price,
      slack,
      lead: slack,
    });
    expect(part.request.length).toBeLessThan(market.request.length);
  });
});
