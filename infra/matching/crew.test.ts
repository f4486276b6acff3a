import { afterAll, describe, expect, it } from "vitest";
import { candidatesOf } from "../../shared/matching/candidates/best.ts";
import { fieldOf } from "../../shared/matching/candidates/field.ts";
import { madeUpArea } from "../../shared/matching/facts/madeUpArea.ts";
import { rosterOf } from "../../shared/matching/facts/roster.ts";
import { pinsOf } from "../../shared/matching/problem/pins.ts";
import { stretchesOf, asksInOrder } from "../../shared/matching/candidates/asks.ts";
import { crewOf } from "./crew.ts";
import { freshNumbers, giveUp, waitForAll, workOff } from "./dealing.ts";

describe("a crew", () => {
  const crews = [1, 2, 3].map(crewOf);
  afterAll(async () => {
    await Promise.all(crews.map((crew) => crew.dismiss()));
  });

  it("finds the same candidates as one thread alone, byte for byte, whatever its number", () => {
    for (let seed = 1; seed <= 5; seed++) {
      const area = madeUpArea({ schools: 60, practitioners: 400, requests: 300, codes: 10, seed });
      const roster = rosterOf(area);
      const field = fieldOf(roster, pinsOf(roster));
      const asks = roster.requests.map((_, request) => ({ request, most: 5, above: -Infinity }));
      const alone = candidatesOf(field)(asks);
      expect(alone.some(({ leftOut }) => leftOut > -Infinity)).toBe(true);
      for (const { gather, findAll } of crews) {
        const together = fieldOf(roster, pinsOf(roster), gather);
        expect(candidatesOf(together, findAll)(asks)).toEqual(alone);
      }
    }
  });

  it("is not waited for once one of its threads has given up", () => {
    const roster = rosterOf(madeUpArea({ schools: 10, practitioners: 40, requests: 30, codes: 5, seed: 1 }));
    const ground = fieldOf(roster, pinsOf(roster)).ground();
    const asks = asksInOrder(
      ground,
      roster.requests.map((_, request) => ({ request, most: 5, above: -Infinity })),
    );
    const stretches = stretchesOf(ground, asks);
    const deal = { ground, asks, stretches, numbers: freshNumbers(), isFromBehind: false };
    // The stretch that the other thread took along is never done.
    Atomics.add(deal.numbers, 0, 1);
    workOff(deal, () => {});
    giveUp(deal);
    expect(() => {
      waitForAll(deal);
    }).toThrow(/failed/);
  });
});
