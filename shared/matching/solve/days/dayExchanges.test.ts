import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diceFrom } from "../../facts/madeUpArea.ts";
import { bruteForce, problemFrom } from "../../problem/smallProblems.arbitrary.ts";
import { type DayAnswer, emptyAnswer, rowsOf } from "./dayAnswer.ts";
import { type DayChoices, choicesOf } from "./dayChoices.ts";
import { improveByExchanges } from "./dayExchanges.ts";
import { type DayMarket, dayMarketOf } from "./dayMarket.ts";
import { boundAt } from "./dayPrices.ts";

interface Size {
  readonly people: number;
  readonly requests: number;
}

/** A place in which days are short. */
function shortOfDays(seed: number, size: Size) {
  const dice = diceFrom(seed);
  const people = Array.from({ length: size.people }, () => ({
    slots: 1 + dice.below(3),
    days: 1 + dice.below(7),
    cost: dice.below(3),
  }));
  const requests = Array.from({ length: size.requests }, () => ({
    wanted: 1 + dice.below(2),
    halfDays: 1 + dice.below(4),
    cells: people.map(() => ({ there: dice.below(3) > 0, weight: 1 + dice.below(60) })),
  }));
  const problem = problemFrom({ requests, people });
  return { problem, market: dayMarketOf(problem) };
}

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const pricesFor = (count: number) => fc.array(fc.nat(40), { minLength: count, maxLength: count });

/** Every set of somebody's pairs that fits, with what it earns at the prices. */
function allChoices(market: DayMarket, price: Float64Array, j: number): { pairs: number[]; earns: number }[] {
  const from = market.start[j] ?? 0;
  const count = (market.start[j + 1] ?? 0) - from;
  const sets = Array.from({ length: 2 ** count }, (_, bits) =>
    Array.from({ length: count }, (_bit, q) => from + q).filter((_x, q) => ((bits >> q) & 1) === 1),
  );
  const needs = (pairs: number[]): number => pairs.reduce((sum, x) => sum + (market.need[x] ?? 0), 0);
  return sets
    .filter((pairs) => pairs.length <= (market.slots[j] ?? 0) && needs(pairs) <= (market.days[j] ?? 0))
    .map((pairs) => ({
      pairs,
      earns: pairs.reduce(
        (sum, x, q) =>
          sum +
          (market.worth[x] ?? 0) -
          (price[market.request[x] ?? 0] ?? 0) -
          (market.slotCost[(market.firstSlot[j] ?? 0) + q] ?? 0),
        0,
      ),
    }));
}

/** Choices where there is time to list them. */
function listed(market: DayMarket, price: Float64Array, most: number): DayChoices {
  const choices = choicesOf(market, price, { most, mayGoOn: () => true });
  if (choices === null) throw new Error("There was time");
  return choices;
}

describe("choicesOf", () => {
  it("lists just what fits and loses no more than asked for against the best, the best first", () => {
    fc.assert(
      fc.property(seeds, pricesFor(8), fc.nat(30), (seed, some, most) => {
        const { market } = shortOfDays(seed, { people: 3, requests: 8 });
        const price = Float64Array.from(some);
        const choices = listed(market, price, most);
        for (let j = 0; j < market.personCount; j++) {
          if (market.start[j] === market.start[j + 1]) continue;
          const all = allChoices(market, price, j);
          const best = Math.max(...all.map(({ earns }) => earns));
          const expected = all.filter(({ earns }) => earns >= best - most);
          const places = Array.from(choices.loss.keys()).slice(choices.start[j], choices.start[j + 1]);
          const found = places.map((c) =>
            Array.from(choices.pairs.slice(choices.pairStart[c], choices.pairStart[c + 1])).sort(
              (a, b) => a - b,
            ),
          );
          const losses = places.map((c) => choices.loss[c] ?? 0);
          expect(found.map(String).sort()).toEqual(expected.map(({ pairs }) => String(pairs)).sort());
          expect(losses).toEqual(expected.map(({ earns }) => best - earns).sort((a, b) => a - b));
        }
      }),
      { numRuns: 100 },
    );
  });

  it("stops at the person at whom time runs out", () => {
    const { market } = shortOfDays(1, { people: 9, requests: 8 });
    let asked = 0;
    const mayGoOn = (): boolean => ++asked < 5;
    expect(choicesOf(market, new Float64Array(8), { most: 30, mayGoOn })).toBeNull();
    expect(asked).toBe(5);
  });
});

/** Takes whatever pair comes first and fits. */
function firstCome(market: DayMarket): DayAnswer {
  const rows = rowsOf(market);
  const answer = emptyAnswer(market, rows);
  for (let x = 0; x < market.request.length; x++) {
    const j = rows.person[x] ?? 0;
    const fits =
      (answer.load[j] ?? 0) < (market.slots[j] ?? 0) && (market.need[x] ?? 0) <= (answer.daysLeft[j] ?? 0);
    if (fits && (answer.open[market.request[x] ?? 0] ?? 0) > 0) answer.add(x);
  }
  return answer;
}

function improved(market: DayMarket, price: Float64Array): DayAnswer {
  const answer = firstCome(market);
  const choices = listed(market, price, 1000);
  const way = { trust: 1, perPlace: 1, looks: 2000 };
  improveByExchanges({ market, rows: rowsOf(market) }, answer, { price, choices, way, mayGoOn: () => true });
  return answer;
}

/** Whether an answer keeps to everything. */
const isFeasible = (market: DayMarket, { load, daysLeft, open }: DayAnswer): boolean =>
  open.every((count) => count >= 0) &&
  daysLeft.every((days) => days >= 0) &&
  load.every((count, j) => count <= (market.slots[j] ?? 0));

describe("improveByExchanges", () => {
  it("keeps to all limits and never makes an answer worse, whatever the prices", () => {
    fc.assert(
      fc.property(seeds, pricesFor(12), (seed, some) => {
        const { market } = shortOfDays(seed, { people: 8, requests: 12 });
        const price = Float64Array.from(some);
        const answer = improved(market, price);
        expect(isFeasible(market, answer)).toBe(true);
        expect(answer.worth()).toBeGreaterThanOrEqual(firstCome(market).worth());
        expect(answer.worth()).toBeLessThanOrEqual(boundAt(market, price).value);
      }),
      { numRuns: 200 },
    );
  });

  it("finds the best answer to nearly every small problem, from the first that comes", () => {
    let best = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const { problem, market } = shortOfDays(seed, { people: 4, requests: 4 });
      const worth = improved(market, new Float64Array(4).fill(20)).worth();
      if (Number(worth) === Number(bruteForce(problem))) best++;
    }
    expect(best).toBeGreaterThanOrEqual(36);
  });
});
