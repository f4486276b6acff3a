import { describe, expect, it } from "vitest";
import { opened } from "../answered.testdata.ts";
import { madeUpArea } from "../facts/madeUpArea.ts";
import { relaxerOf } from "./relax.ts";

/** Areas in which searches for one request teach what would hide a chain from another. */
const misleading = [336, 366, 481];
const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, ...misleading];

describe("changes tried one after another", () => {
  it("leave nothing behind for other requests: each is told what it is told alone", () => {
    let moved = 0;
    for (const seed of seeds) {
      const run = opened(madeUpArea({ schools: 9, practitioners: 30, requests: 55, codes: 10, seed }));
      const relaxer = relaxerOf(run, "chains");
      run.unfilled.forEach((open, i) => {
        if (open === 0) return;
        const told = relaxer.relaxationsFor(i, relaxer.judged(i));
        expect(told).toEqual(relaxerOf(run, "chains").relaxationsFor(i, relaxer.judged(i)));
        moved += told.relaxations.filter((relaxation) => relaxation.moved > 0).length;
      });
    }
    expect(moved).toBeGreaterThan(0);
  });
});
