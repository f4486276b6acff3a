import * as fc from "fast-check";
import type { Problem } from "./problem.ts";
import { problemFrom, worthIfAllowed } from "./smallProblems.arbitrary.ts";

const sides = { minLength: 1, maxLength: 4 };

/** Small problems of few different worths, so that many answers are best; with limits of half-days and groups or without. */
export function tiedProblems({ limited }: { readonly limited: boolean }): fc.Arbitrary<Problem> {
  const limit = (min: number, max: number): fc.Arbitrary<number> =>
    limited ? fc.integer({ min, max }) : fc.constant(0);
  return fc
    .integer({ min: 1, max: 4 })
    .chain((peopleCount) => {
      const each = { minLength: peopleCount, maxLength: peopleCount };
      const cell = fc.record({
        there: limited ? fc.constantFrom(true, true, true, false) : fc.boolean(),
        weight: fc.integer({ min: 1, max: limited ? 2 : 3 }),
        group: limited ? fc.constantFrom(-1, 0) : fc.constant(-1),
        moreHalfDays: limit(0, 1),
      });
      const request = fc.record({
        wanted: fc.nat(2),
        halfDays: limit(1, 3),
        limits: limited ? fc.array(fc.nat(2), { minLength: 1, maxLength: 1 }) : fc.constant([]),
        cells: fc.array(cell, each),
      });
      const person = fc.record({ slots: fc.nat(2), days: limit(2, 5), cost: fc.nat(1) });
      return fc.record({ requests: fc.array(request, sides), people: fc.array(person, each) });
    })
    .map(problemFrom)
    .filter(({ weight }) => weight.length <= 11);
}

/** The first of all best answers, by trying every one, those first in which the first pairs are taken. */
export function firstByTryingAll(problem: Problem): {
  readonly taken: readonly number[];
  readonly worth: number;
} {
  const count = problem.weight.length;
  let best: { taken: readonly number[]; worth: number } = { taken: [], worth: -Infinity };
  for (let bits = 2 ** count - 1; bits >= 0; bits--) {
    const taken = Array.from({ length: count }, (_, e) => (bits >> (count - 1 - e)) & 1);
    const worth = worthIfAllowed(problem, Uint8Array.from(taken));
    if (worth !== null && worth > best.worth) best = { taken, worth };
  }
  return best;
}
