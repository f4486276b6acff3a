import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { madeUpArea, personId } from "../facts/madeUpArea.ts";
import { changedAreas } from "./changedArea.arbitrary.ts";
import { inputChanges, reverted } from "./inputChanges.ts";

describe("changes of the input", () => {
  it("all taken back leave what the earlier run knew", () => {
    fc.assert(
      fc.property(changedAreas({ min: 1, max: 6 }), ([before, after]) => {
        const changes = inputChanges(before, after);
        const back = reverted(before, after, changes);
        expect(inputChanges(before, back)).toEqual([]);
        expect(inputChanges(back, after)).toEqual(changes);
      }),
      { numRuns: 60 },
    );
  });

  it("name the field of a row and both of its values", () => {
    const before = madeUpArea({ schools: 4, practitioners: 3, requests: 2, codes: 6, seed: 1 });
    const practitioners = before.practitioners.map((row, at) => (at === 0 ? { ...row, loadSlots: 9 } : row));
    expect(inputChanges(before, { ...before, practitioners })).toEqual([
      {
        of: "practitioner",
        id: personId(0),
        kind: "changed",
        field: "loadSlots",
        before: String(before.practitioners[0]?.loadSlots),
        after: "9",
      },
    ]);
  });
});
