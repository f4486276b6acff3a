import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bidBack } from "./bidBack.ts";
import { firstChoice } from "./choice.ts";
import { whole } from "../../problem/cells.ts";
import { emptyHouse, type House } from "./house.ts";
import { bestFirst } from "./bestFirst.ts";
import { type Market, marketOf } from "./market.ts";
import { neighbourly } from "./neighbours.ts";
import type { Problem } from "../../problem/problem.ts";
import { smallProblems } from "../../problem/smallProblems.arbitrary.ts";

function marketFor(given: Problem): Market {
  const { problem } = bestFirst(given);
  const chosen = firstChoice(problem, Infinity);
  return marketOf({ problem, chosen, neighbours: neighbourly(problem, chosen) });
}

const nobodyCosts = 2 ** 21;

/** People bid in a market in which nobody has work, and everybody is as dear as told. */
function bidIn(market: Market, step: number, dearest: number): House {
  const house = emptyHouse(market, nobodyCosts);
  house.price.fill(dearest, 0, market.practitioner.length);
  bidBack(market, house, { worth: Int32Array.from(market.worth), step });
  return house;
}

const problems = smallProblems({ daysBind: false });
const steps = fc.integer({ min: 1, max: 40 });
const tooDear = 1000;

describe("bidding back", () => {
  it("leaves nobody a slot free at a price, and gives no request more than it wants", () => {
    fc.assert(
      fc.property(problems, steps, fc.nat(tooDear), (problem, step, dearest) => {
        const market = marketFor(problem);
        const { holder, bidder, load, price } = bidIn(market, step, dearest);
        const has = new Int32Array(market.wanted.length);
        load.forEach((count, j) => {
          const [from, to] = [whole(market.slotStart, j), whole(market.slotStart, j + 1)];
          const pairs = holder.subarray(from, to).filter((pair) => pair >= 0);
          expect(pairs.length).toBe(count);
          expect(new Set(pairs).size).toBe(count);
          expect(count === to - from || price[j] === 0).toBe(true);
        });
        holder.forEach((pair, s) => {
          if (pair < 0) return;
          expect(market.owner[pair]).toBe(bidder[s]);
          has[whole(bidder, s)] = whole(has, whole(bidder, s)) + 1;
        });
        has.forEach((count, i) => expect(count).toBeLessThanOrEqual(whole(market.wanted, i)));
      }),
      { numRuns: 500 },
    );
  });

  it("leaves each request what it would like best at the prices that stand, but for one step", () => {
    fc.assert(
      fc.property(problems, steps, (problem, step) => {
        const market = marketFor(problem);
        const person = market.person.slice();
        const { holder, price } = bidIn(market, step, tooDear);
        const valueOf = (pair: number): number =>
          (market.worth[pair] ?? 0) - whole(price, whole(person, pair));
        const held = new Set(holder);
        const regrets = Array.from(market.wanted, (wanted, i) => {
          const own = Array.from(person.keys()).filter((pair) => market.owner[pair] === i);
          const has = own.filter((pair) => held.has(pair)).map(valueOf);
          const others = own.filter((pair) => !held.has(pair)).map(valueOf);
          const worst = has.length < wanted ? 0 : Math.min(...has);
          return wanted === 0 ? 0 : Math.max(0, ...others) - worst;
        });
        expect(Math.max(0, ...regrets)).toBeLessThanOrEqual(step);
      }),
      { numRuns: 500 },
    );
  });
});
