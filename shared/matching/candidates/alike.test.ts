import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { schoolColumns } from "./schools.ts";
import { diceFrom, madeUpArea } from "../facts/madeUpArea.ts";
import { rosterOf } from "../facts/roster.ts";
import { whole } from "../problem/cells.ts";
import { alikePer1000, classesOf } from "./alike.ts";

/** Schools in columns, of some of which size or intake is not known, nought, or the same as many others'. */
function someSchools(seed: number) {
  const dice = diceFrom(seed);
  const area = madeUpArea({ schools: 500, practitioners: 1, requests: 1, codes: 1, seed });
  const schools = area.schools.map((school) => ({
    ...school,
    pupils: dice.below(4) === 0 ? dice.pick([null, 0, 1, 210]) : school.pupils,
    percentageFsm: dice.below(4) === 0 ? dice.pick([null, 0, 12.5, 100]) : school.percentageFsm,
  }));
  return schoolColumns(rosterOf({ ...area, schools }));
}

describe("classes of schools", () => {
  it("never say less than how alike two of their schools are, and mostly little more", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const classes = classesOf(someSchools(seed));
        const { of, count, most } = classes;
        let [above, pairs] = [0, 0];
        for (let a = 0; a < of.length; a += 7)
          for (let b = 0; b < of.length; b++) {
            const bound = most[whole(of, a) * count + whole(of, b)] ?? -1;
            expect(bound).toBeGreaterThanOrEqual(alikePer1000(classes, a, b));
            above += bound - alikePer1000(classes, a, b);
            pairs++;
          }
        expect(above / pairs).toBeLessThan(250);
      }),
      { numRuns: 10 },
    );
  });
});
