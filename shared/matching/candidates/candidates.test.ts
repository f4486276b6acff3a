import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { candidateIndex } from "./candidates.ts";
import { madeUpArea } from "../facts/madeUpArea.ts";
import { rosterOf } from "../facts/roster.ts";
import { mayBeProposed } from "../rules/rules.ts";

describe("candidates", () => {
  it("miss nobody whom the rules let pass when every pair is tried", () => {
    const nearness = fc.constantFrom("exact", "sibling", "family");
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), nearness, (seed, nearestExpertise) => {
        const area = madeUpArea({ schools: 30, practitioners: 60, requests: 12, codes: 10, seed });
        const roster = rosterOf({ ...area, policy: { ...area.policy, nearestExpertise } });
        const index = candidateIndex(roster);
        for (const request of roster.requests) {
          const found = new Set(index.withinReach(request));
          const pairWith = roster.pairsFor(request);
          let missed = false;
          roster.practitioners.forEach((_, place) => {
            missed ||= mayBeProposed(pairWith(place)) && !found.has(place);
          });
          expect(missed).toBe(false);
          expect(index.withinReach(request).length).toBe(found.size);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("leave out most of those who are out of reach", () => {
    const area = madeUpArea({ schools: 300, practitioners: 500, requests: 50, codes: 10, seed: 9 });
    const near = area.practitioners.map((person) => ({ ...person, travelLimitMetres: 3_000 }));
    const roster = rosterOf({ ...area, practitioners: near });
    const index = candidateIndex(roster);
    const onSite = roster.requests.filter(
      (request) => request.mode !== "remote" && roster.schoolOf(request.schoolId).eastingMetres !== null,
    );
    const [within, all] = [index.withinReach, index.withExpertise].map((find) =>
      onSite.reduce((sum, request) => sum + find(request).length, 0),
    );
    expect((within ?? 0) * 5).toBeLessThan(all ?? 0);
  });
});
