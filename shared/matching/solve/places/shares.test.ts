import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assign } from "./assign.ts";
import { sharesOf, together } from "./shares.ts";
import { smallProblems, ungrouped } from "../../problem/smallProblems.arbitrary.ts";

const tierings = fc.constantFrom({ unit: 1, room: 60 }, { unit: 30, room: 30 });

describe("shares", () => {
  it("put together are the very answer to the whole", () => {
    fc.assert(
      fc.property(
        smallProblems({ daysBind: false }),
        tierings,
        fc.integer({ min: 1, max: 5 }),
        (grouped, tiers, count) => {
          const problem = ungrouped(grouped);
          const { parts, extent } = sharesOf(problem, count, tiers);
          const found = parts.map((part) => assign(part.problem, { tiers, candidates: Infinity, extent }));
          expect(together(problem, parts, found)).toEqual(assign(problem, { tiers, candidates: Infinity }));
        },
      ),
      { numRuns: 500 },
    );
  });
});
