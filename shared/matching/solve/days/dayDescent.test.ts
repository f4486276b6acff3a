import { describe, expect, it } from "vitest";
import { diceFrom } from "../../facts/madeUpArea.ts";
import { problemFrom } from "../../problem/smallProblems.arbitrary.ts";
import { emptyAnswer, rowsOf } from "./dayAnswer.ts";
import { descentFrom } from "./dayDescent.ts";
import { type DayMarket, dayMarketOf } from "./dayMarket.ts";

/** A place with enough people for most of what is asked for. */
function placeOf(seed: number): DayMarket {
  const dice = diceFrom(seed);
  const people = Array.from({ length: 6 }, () => ({
    slots: 1 + dice.below(3),
    days: 2 + dice.below(7),
    cost: dice.below(3),
  }));
  const requests = Array.from({ length: 8 }, () => ({
    wanted: 1 + dice.below(2),
    halfDays: 1 + dice.below(4),
    cells: people.map(() => ({ there: dice.below(3) > 0, weight: 1 + dice.below(60) })),
  }));
  return dayMarketOf(problemFrom({ requests, people }));
}

const seeds = Array.from({ length: 60 }, (_, seed) => seed + 1);

describe("descentFrom", () => {
  it("says that the picks are an answer only where they fit, and are worth the bound", () => {
    let answers = 0;
    for (const market of seeds.map(placeOf)) {
      const descent = descentFrom(market, new Float64Array(market.requestCount));
      let isAnswer = descent.look();
      for (let step = 0; step < 200 && !isAnswer; step++) {
        descent.step(20 / (1 + step / 10));
        isAnswer = descent.look();
      }
      if (!isAnswer) continue;
      answers++;
      const answer = emptyAnswer(market, rowsOf(market));
      for (const x of descent.picks.pairs.subarray(0, descent.picks.count)) answer.add(x);
      expect(answer.open.every((count) => count >= 0)).toBe(true);
      expect(answer.worth()).toBe(descent.best.value);
    }
    // Elsewhere no prices may do so, or the steps pass by them.
    expect(answers).toBeGreaterThan(10);
    expect(answers).toBeLessThan(seeds.length);
  });
});
