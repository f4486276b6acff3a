import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readGapText } from "./gapText.ts";
import { tiersOf, weighingOf, weightOf } from "./gapWeighing.ts";
import type { GapAnswer } from "./solveGap.ts";
import { hard, leastCost, outcomeOf, read, sketches, solved, text } from "./gap.testdata.ts";
import { lotOf } from "../solve/places/opening.ts";

describe("a .gap file", () => {
  it("is answered by the cheapest way to give each request to one practitioner", () => {
    expect(solved(text)).toMatchObject({
      status: "optimal",
      objective: 6,
      bound: 6,
      gap: 0,
      certified: true,
    });
  });

  it("is answered as trying every way answers, whether or not there is one", () => {
    fc.assert(
      fc.property(sketches, ({ capacities, requests }) => {
        const rows = requests.flatMap((cells, i) =>
          capacities.map((_, j) => `e ${i} ${j} ${cells[j]?.join(" ") ?? ""}`),
        );
        const head = `p gap ${requests.length} ${capacities.length}`;
        const source = [head, ...capacities.map((capacity) => `u ${capacity}`), ...rows].join("\n");
        const least = leastCost(read(source));
        const found = solved(source);
        const expected =
          least === Infinity
            ? { status: "infeasible", objective: null, certified: true }
            : { status: "optimal", objective: least, bound: least, certified: true };
        expect(found).toMatchObject(expected);
      }),
      { numRuns: 200 },
    );
  });

  it("is answered the same when all it counts is multiplied, up to the largest numbers there are", () => {
    fc.assert(
      fc.property(sketches, fc.constantFrom(7, 1_000_003, 150_000_000), ({ capacities, requests }, times) => {
        const rows = (by: number): string[] => [
          `p gap ${requests.length} ${capacities.length}`,
          ...capacities.map((capacity) => `u ${capacity * by}`),
          ...requests.flatMap((cells, i) =>
            capacities.map((_, j) => `e ${i} ${j} ${cells[j]?.[0]} ${(cells[j]?.[1] ?? 0) * by}`),
          ),
        ];
        expect(solved(rows(times).join("\n"))).toEqual(solved(rows(1).join("\n")));
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ["one pair of more than 2^30", "p gap 1 1\nu 2000000000\ne 0 0 5 1500000000", 5],
    [
      "pairs of which no two fit",
      "p gap 2 2\nu 999999999\nu 10\ne 0 0 5 999999998\ne 1 0 6 7\ne 1 1 9 9",
      14,
    ],
    ["pairs that all fit", "p gap 3 1\nu 2147483647\ne 0 0 5 999999999\ne 1 0 6 999999998\ne 2 0 1 3", 12],
  ])("is answered for %s, however large", (_, source, objective) => {
    expect(solved(source)).toMatchObject({ status: "optimal", objective, certified: true });
  });

  it("is refused where pairs could only be weighed in a table too large, naming the practitioner", () => {
    const source = "p gap 3 2\nu 9\nu 1000000000\ne 0 1 5 500000001\ne 1 1 6 499999997\ne 2 1 6 499999993";
    expect(outcomeOf(source)).toMatchObject({ kind: "too-large", where: "practitioner 1" });
    expect(outcomeOf(source.replace(/(\d)\d{6}/g, "$1"))).toMatchObject({ kind: "solved" });
  });

  it("opens no case for which the clock leaves no time", () => {
    const source = hard({ requests: 10, people: 3, seed: 4 });
    const hurried = (cases: number): GapAnswer => {
      let asked = 0;
      return solved(source, { rounds: Infinity, spent: () => ++asked / 8, cases });
    };
    expect(hurried(2000)).toEqual(hurried(1));
    expect(hurried(2000)).toMatchObject({ status: "bounded", certified: true });
    expect(solved(source)).toMatchObject({ status: "optimal", certified: true });
  });

  it("weighs every pair in the first tier once, whichever comes first", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 9 }), (costs) => {
        const rows = costs.map((cost, i) => `e ${i} 0 ${cost} 1`);
        const weighing = weighingOf(read([`p gap ${costs.length} 1`, "u 9", ...rows].join("\n")));
        if (weighing === null) throw new Error("These costs are small.");
        const tiers = tiersOf(weighing);
        for (const cost of costs) {
          const weight = weightOf(weighing, cost);
          expect(lotOf(weight, tiers)).toBeLessThanOrEqual(2 * tiers.room);
          expect(weight - lotOf(weight, tiers)).toBe(Math.max(0, tiers.unit - tiers.room));
        }
      }),
    );
  });

  it("is answered near its bound where heavy pairs are the cheap ones, and the checker proves the bound", () => {
    for (const seed of [1, 2]) {
      const found = solved(hard({ requests: 60, people: 6, seed }), { rounds: 12 });
      expect(found).toMatchObject({ feasible: true, assigned: 60, certified: true });
      expect(found.gap).toBeLessThan(0.01);
    }
  });

  it("says so when no complete assignment exists", () => {
    expect(solved(text.replace("u 5", "u 3"))).toMatchObject({ status: "infeasible", feasible: false });
  });

  it.each([
    ["a negative capacity", text.replace("u 5", "u -5"), "practitioner 0"],
    ["a pair told twice", text.replace("e 1 1 2 3", "e 1 0 2 3"), "request 1 with practitioner 0"],
    ["a number that is none", text.replace("e 0 0 4 5", "e 0 0 NaN 5"), "line 5"],
    ["a negative consumption", text.replace("e 0 0 4 5", "e 0 0 4 -5"), "request 0 with practitioner 0"],
    ["a practitioner who is not there", text.replace("e 1 1", "e 1 2"), "request 1 with practitioner 2"],
    ["a request that is not there", text.replace("e 1 1", "e 2 1"), "request 2 with practitioner 1"],
    ["too few practitioners", text.replace("u 3\n", ""), "header"],
    ["a request without a pair", text.replace("p gap 2 2", "p gap 3 2"), "request 2"],
    ["a row of another kind", `${text}r 1 2 3\n`, "line 9"],
    ["a second header", `${text}p gap 2 2\n`, "header"],
    ["no header", text.replace("p gap 2 2", ""), "header"],
  ])("is refused for %s, naming the row", (_, source, where) => {
    expect(readGapText(source)).toMatchObject({ kind: "unreadable", where });
  });
});
