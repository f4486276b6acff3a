import { expect, it } from "vitest";
import { problemFrom } from "../problem/smallProblems.arbitrary.ts";
import type { LadderProof, RungProof } from "./fairProof.ts";
import { fairestBelow } from "./ladder.ts";
import type { PricesProof } from "./proof.ts";

const [low, high] = [10, 50];
// Nine times this is no double: read as one more.
const ninth = 4 * Math.ceil(2 ** 53 / 36) + 3;
// Five halves of this, and of six less, are whole only as they are rounded: the one up, the other down.
const large = 4 * 2 ** 49 + 3;

/** Two requests and two people, a slot each: the first way has a place at the lowest level, the other is worth as much and has none. */
it.each([
  ["that are rounded", { worths: [3, 2, 2, 1].map((times) => times * ninth), scale: 3, own: 2 ** 50 }],
  ["that are no whole number", { worths: [large, large - 6, 1006, 1000], scale: 2.5, own: 1 }],
])("a level is proven by no times the first tier %s", (_, { worths, scale, own }) => {
  const [a = 0, b = 0, c = 0, d = 0] = worths;
  const first = problemFrom({
    requests: [
      [a, b],
      [c, d],
    ].map((each) => ({
      wanted: 1,
      halfDays: 1,
      cells: each.map((weight) => ({ there: true, weight })),
    })),
    people: [
      { slots: 1, days: 1, cost: 0 },
      { slots: 1, days: 1, cost: 0 },
    ],
  });
  const prices = (times: number): PricesProof => ({
    kind: "prices",
    requestPrice: Float64Array.of(times * b, times * d),
    groupPrice: new Float64Array(0),
  });
  const part = { requests: Int32Array.of(0, 1), groups: new Int32Array(0) };
  const rung: RungProof = {
    ...part,
    level: low,
    scale,
    penalties: new Map([[low, own]]),
    proof: prices(scale),
  };
  const ladder: LadderProof = { first: { scale: 1, parts: [{ ...part, proof: prices(1) }] }, rungs: [rung] };
  const levelOf = Int32Array.of(low, high, high, high);
  expect(a + d).toBe(b + c);
  expect(fairestBelow({ first, levelOf }, Uint8Array.of(0, 1, 1, 0), ladder)).toBe(high);
  expect(fairestBelow({ first, levelOf }, Uint8Array.of(1, 0, 0, 1), ladder)).toBe(low);
});
