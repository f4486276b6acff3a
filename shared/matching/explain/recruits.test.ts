import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matched, opened } from "../answered.testdata.ts";
import type { MatchInput, MatchRequest } from "../facts/facts.ts";
import { diceFrom, madeUpArea } from "../facts/madeUpArea.ts";
import { type Recruit, recruited } from "./recruit.ts";
import { recruitList } from "./recruits.ts";

const seeds = fc.integer({ min: 1, max: 1_000_000 });

/** A small area with few practitioners and nobody pinned, so that one more is of use. */
function thinArea(seed: number): MatchInput {
  const area = madeUpArea({ schools: 9, practitioners: 5, requests: 7, codes: 10, seed });
  const dice = diceFrom(seed + 5);
  const code = (): string => dice.pick(["CT-03", "CT-03", "CT-05", "CT-08"]);
  return {
    ...area,
    policy: { ...area.policy, searchCases: 10_000 },
    practitioners: area.practitioners.map((person) => ({
      ...person,
      claims: [{ code: code(), level: "can-coach", lastPractisedYear: 2025, endorsed: true }],
    })),
    requests: area.requests.map((row) => ({
      ...row,
      codes: { primary: code(), secondary: [] },
      pinned: [],
    })),
  };
}

/** What a run from scratch gains by a recruit, in the first and the second tier. */
function gainBy(input: MatchInput, recruit: Recruit): { priorityWeighted: number; fit: number } {
  const [before, after] = [matched(input).objective, matched(recruited(input, [recruit])).objective];
  return {
    priorityWeighted: after.priorityWeighted - before.priorityWeighted,
    fit: after.fitLessRotation - before.fitLessRotation,
  };
}

describe("the recruit list", () => {
  it("stands in one order, by what is gained, then by code, phase and place", () => {
    let ties = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const area = thinArea(seed);
        const requests = area.requests.map((row): MatchRequest => ({
          ...row,
          codes: { primary: "CT-03", secondary: [] },
          phase: "primary",
        }));
        const list = recruitList(opened({ ...area, requests }));
        for (const [at, next] of list.slice(1).entries()) {
          const last = list[at];
          if (last?.priorityWeighted !== next.priorityWeighted || last.fit !== next.fit) continue;
          ties++;
          expect((last.nearSchoolId ?? "") < (next.nearSchoolId ?? "")).toBe(true);
        }
      }),
      { numRuns: 60, examples: [[5]] },
    );
    expect(ties).toBeGreaterThan(0);
  });

  it("promises no more than a run from scratch with the recruit in it reaches", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const input = thinArea(seed);
        const wrong = recruitList(opened(input)).filter((recruit) => {
          const gain = gainBy(input, recruit);
          if (gain.priorityWeighted > 0) return gain.priorityWeighted < recruit.priorityWeighted;
          return recruit.placesFilled > 0 || gain.fit < recruit.fit;
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("promises in priority exactly what a run from scratch reaches, where days are no matter", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const area = thinArea(seed);
        const input = {
          ...area,
          practitioners: area.practitioners.map((row) => ({ ...row, capacityHalfDaysLeft: 60 })),
          requests: area.requests.map((row) => ({ ...row, halfDays: 1 })),
        };
        const recruits = recruitList(opened(input));
        expect(recruits.map(({ priorityWeighted }) => priorityWeighted)).toEqual(
          recruits.map((recruit) => gainBy(input, recruit).priorityWeighted),
        );
      }),
      { numRuns: 40 },
    );
  });

  it("names each request of a kind and place once, dearest kinds first", () => {
    const run = opened(madeUpArea({ schools: 60, practitioners: 30, requests: 60, codes: 10, seed: 3 }));
    const recruits = recruitList(run);
    expect(recruits.length).toBeGreaterThan(5);
    const named = recruits.flatMap(({ requestIds }) => requestIds);
    expect(new Set(named).size).toBe(named.length);
    const worth = recruits.map(({ priorityWeighted }) => priorityWeighted);
    expect(worth).toEqual(worth.toSorted((a, b) => b - a));
  });
});
