import * as fc from "fast-check";
import { expect, it } from "vitest";
import { startsOf } from "../../problem/cells.ts";
import type { Problem } from "../../problem/problem.ts";
import { bestFirst } from "./bestFirst.ts";

const rows = fc.array(fc.array(fc.nat(30), { maxLength: 70, size: "max" }), { minLength: 1, maxLength: 5 });

it("puts the best pairs of each request first, and equal ones as they stood, in rows of any length", () => {
  fc.assert(
    fc.property(rows, (weights) => {
      const count = weights.flat().length;
      const none = new Int32Array(0);
      const problem: Problem = {
        requestCount: weights.length,
        practitionerCount: count,
        wanted: new Int32Array(weights.length),
        start: startsOf(Int32Array.from(weights, (row) => row.length)),
        practitioner: Int32Array.from({ length: count }, (_, e) => e),
        need: new Int32Array(count),
        weight: Float64Array.from(weights.flat()),
        group: new Int32Array(count),
        groupLimit: none,
        slotStart: new Int32Array(count + 1),
        slotCost: new Float64Array(0),
        dayCapacity: new Int32Array(count),
      };
      let from = 0;
      const sorted = weights.flatMap((row) => {
        const pairs = row.map((weight, x) => ({ weight, pair: from + x }));
        from += row.length;
        return pairs.toSorted((a, b) => b.weight - a.weight);
      });
      const found = bestFirst(problem).problem;
      expect(Array.from(found.practitioner)).toEqual(sorted.map(({ pair }) => pair));
      expect(Array.from(found.weight)).toEqual(sorted.map(({ weight }) => weight));
    }),
  );
});
