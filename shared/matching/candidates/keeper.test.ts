import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keeper } from "./keeper.ts";
import { never } from "./points.ts";

interface Offer {
  readonly worth: number;
  readonly place: number;
}

/** Far more than any fit, far less than any price of load, and what lies close together. */
const worths = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.integer({ min: -5_000_000, max: 10_000 }),
  fc.constantFrom(never + 1, never + 2, -1, 0, 2 ** 30 - 1, 2 ** 30),
);
const places = fc.oneof(fc.nat(20), fc.nat(2 ** 22 - 1), fc.constantFrom(2 ** 22 - 1, 2 ** 22 - 2));
const offers = fc
  .uniqueArray(fc.record({ worth: worths, place: places }), { selector: ({ place }) => place, maxLength: 40 })
  .chain((all) =>
    fc.record({ all: fc.constant(all), order: fc.shuffledSubarray(all, { minLength: all.length }) }),
  );

const bestFirst = (a: Offer, b: Offer): number => b.worth - a.worth || a.place - b.place;

describe("a keeper", () => {
  it("keeps of whatever is offered, in any order and after any other use, what sorting all of it keeps", () => {
    const keep = keeper();
    const mosts = fc.oneof(fc.nat(8), fc.constantFrom(1_000_000, Infinity));
    const aboves = fc.oneof(worths, fc.constantFrom(-Infinity, -0.5, 0.5, 10_000.25));
    fc.assert(
      fc.property(offers, mosts, aboves, ({ all, order }, most, above) => {
        keep.begin({ request: 0, most, above });
        for (const { worth, place } of order) if (worth > keep.bar()) keep.offer(worth, place);
        const left = keep.letGo();
        const kept: Offer[] = [];
        keep.each((place, worth) => void kept.push({ worth, place }));
        const sorted = all.filter(({ worth }) => worth > above).sort(bestFirst);
        expect(kept.sort(bestFirst)).toEqual(sorted.slice(0, most));
        expect(left).toBe(sorted[most]?.worth ?? never);
      }),
      { numRuns: 2000 },
    );
  });

  it("keeps more than it has cells for at first", () => {
    const keep = keeper();
    keep.begin({ request: 0, most: 5000, above: -Infinity });
    for (let place = 6000; place-- > 0;) keep.offer(place % 7, place);
    expect(keep.letGo()).toBe(1);
    let count = 0;
    keep.each((place, worth) => (count += worth === place % 7 ? 1 : 0));
    expect(count).toBe(5000);
  });
});
