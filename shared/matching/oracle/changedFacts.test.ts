import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fairnessModes } from "../../domain/runs/matchingPolicy.ts";
import { matched } from "../answered.testdata.ts";
import type { MatchInput } from "../facts/facts.ts";
import { areaFrom, areas, pairsOf, seeds } from "./changedAreas.arbitrary.ts";
import { personShuffled, requestShuffled, rowsShuffled } from "./changedFacts.arbitrary.ts";

const modes = fc.constantFrom(...fairnessModes);

describe("a run", () => {
  it("has the same bytes and the same digest for any order of rows", () => {
    fc.assert(
      fc.property(areas, seeds, modes, (plain, seed, fairness) => {
        const area = { ...plain, policy: { ...plain.policy, fairness } };
        expect(JSON.stringify(matched(rowsShuffled(area, seed)))).toBe(JSON.stringify(matched(area)));
      }),
      { numRuns: 30 },
    );
  });

  it("proposes the same for any order of what a row holds", () => {
    fc.assert(
      fc.property(areas, seeds, modes, (plain, seed, fairness) => {
        const area = { ...plain, policy: { ...plain.policy, fairness } };
        const mixed = {
          ...area,
          practitioners: area.practitioners.map((person, at) => personShuffled(person, seed + at)),
          requests: area.requests.map((request, at) => requestShuffled(request, seed - at)),
        };
        const [one, other] = [matched(area), matched(mixed)];
        expect([pairsOf(other), other.objective, other.unfollowed]).toEqual([
          pairsOf(one),
          one.objective,
          one.unfollowed,
        ]);
      }),
      { numRuns: 30 },
    );
  });

  it("has another digest when anything that it knows is another", () => {
    fc.assert(
      fc.property(areas, fc.nat(), (area, which) => {
        const at = which % area.practitioners.length;
        const practitioners = area.practitioners.map((row, x) =>
          x === at ? { ...row, loadSlots: row.loadSlots + 1 } : row,
        );
        const calendars = [{ id: "authority-373", closed: [] }];
        const digests = [area, { ...area, practitioners }, { ...area, calendars }].map(
          (input) => matched(input).inputDigest,
        );
        expect(new Set(digests).size).toBe(3);
      }),
      { numRuns: 30 },
    );
  });

  it("proposes the same from few candidates as from all, and looks at fewer", () => {
    let lookedAtFewer = 0;
    fc.assert(
      fc.property(areas, fc.integer({ min: 1, max: 4 }), (area, candidatesPerRequest) => {
        const withFew = { ...area, policy: { ...area.policy, candidatesPerRequest } };
        const withAll = { ...area, policy: { ...area.policy, candidatesPerRequest: 1000 } };
        const [few, all] = [matched(withFew), matched(withAll)];
        fc.pre(few.certificate.optimal && all.certificate.optimal);
        expect([pairsOf(few), few.objective]).toEqual([pairsOf(all), all.objective]);
        if (few.metrics.feasiblePairs < all.metrics.feasiblePairs) lookedAtFewer++;
      }),
      {
        numRuns: 60,
        examples: [306, 426, 653, 703, 716, 962, 668_191].flatMap((seed) =>
          [1, 2].map((few): [MatchInput, number] => [areaFrom(seed), few]),
        ),
      },
    );
    expect(lookedAtFewer).toBeGreaterThan(0);
  });
});
