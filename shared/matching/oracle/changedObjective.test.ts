import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matched } from "../answered.testdata.ts";
import type { ObjectiveTiers } from "../explain/result.ts";
import type { MatchInput, MatchPractitioner } from "../facts/facts.ts";
import { personId } from "../facts/madeUpArea.ts";
import { areas, pairsOf, plainAreas, seeds } from "./changedAreas.arbitrary.ts";
import { beside, elsewhere, renamed } from "./changedFacts.arbitrary.ts";
import { openArea } from "./openAreas.arbitrary.ts";

/** Tiers compared where days need not be searched to the end: the first that differs, of proven answers only. */
const provenTiers = (input: MatchInput): ObjectiveTiers => {
  const { objective, certificate } = matched(input);
  fc.pre(certificate.optimal);
  return objective;
};

/** Whether a proven answer is no worse than that of a run which had less to choose from, and followed the same pins. */
function isNoWorse(less: MatchInput, wider: MatchInput): boolean {
  const [before, after] = [matched(less), matched(wider)];
  fc.pre(before.certificate.optimal && after.certificate.optimal);
  const [pins, same] = [before, after].map((each) => pairsOf(each).filter(({ pinned }) => pinned));
  fc.pre(JSON.stringify(pins) === JSON.stringify(same));
  const [a, b] = [before.objective, after.objective];
  const more =
    b.leastLoads - a.leastLoads ||
    b.priorityWeighted - a.priorityWeighted ||
    b.fitLessRotation - a.fitLessRotation;
  return more >= 0;
}

/** Whether somebody already holds a place that counts against a limit on people from their school: it is free once they are gone. */
const takesUpLimit = ({ practitioners, requests }: MatchInput, at: number): boolean =>
  requests.some(
    ({ maxFromOneSchool, alreadyHeld }) =>
      maxFromOneSchool !== undefined && alreadyHeld.some((id) => id === practitioners[at]?.id),
  );

const isPinned = ({ practitioners, requests }: MatchInput, at: number): boolean =>
  requests.some(({ pinned }) => pinned.some((id) => id === practitioners[at]?.id));

describe("the objective of a run", () => {
  it("is the same under other names in the same order, whatever is pinned", () => {
    fc.assert(
      fc.property(areas, (area) => {
        expect(provenTiers(renamed(area, (at) => 3 * at + 700))).toEqual(provenTiers(area));
      }),
      { numRuns: 30 },
    );
  });

  it("is the same under any other names where no two pins compete, since names only break ties", () => {
    fc.assert(
      fc.property(plainAreas, (area) => {
        expect(provenTiers(renamed(area, (at) => 900 - at))).toEqual(provenTiers(area));
      }),
      { numRuns: 30 },
    );
  });

  it("is the same when somebody joins who claims nothing or has no place", () => {
    fc.assert(
      fc.property(
        areas,
        fc.constantFrom<Partial<MatchPractitioner>>({ claims: [] }, { capacitySlotsLeft: 0 }),
        (area, lack) => {
          const idle = area.practitioners.slice(0, 1).map((row) => ({ ...row, ...lack, id: personId(500) }));
          const [one, joined] = [area, { ...area, practitioners: [...area.practitioners, ...idle] }].map(
            matched,
          );
          fc.pre(one?.certificate.optimal === true && joined?.certificate.optimal === true);
          expect([one, joined].map((result) => result?.objective)).toEqual([one?.objective, one?.objective]);
          expect(joined && pairsOf(joined)).toEqual(one && pairsOf(one));
        },
      ),
      { numRuns: 30 },
    );
  });

  it("does not fall when everybody has more places and days", () => {
    fc.assert(
      fc.property(plainAreas, (area) => {
        const practitioners = area.practitioners.map((row) => ({
          ...row,
          capacitySlotsLeft: row.capacitySlotsLeft + 1,
          capacityHalfDaysLeft: 2 * row.capacityHalfDaysLeft,
        }));
        expect(isNoWorse(area, { ...area, practitioners })).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it("does not rise when somebody leaves, nor fall when somebody has a double", () => {
    fc.assert(
      fc.property(plainAreas, fc.nat(), (area, which) => {
        const at = which % area.practitioners.length;
        fc.pre(!takesUpLimit(area, at) && !isPinned(area, at));
        const fewer = { ...area, practitioners: area.practitioners.filter((_, x) => x !== at) };
        const double = area.practitioners.slice(at, at + 1).map((row) => ({ ...row, id: personId(500) }));
        const more = { ...area, practitioners: [...area.practitioners, ...double] };
        expect(isNoWorse(fewer, area)).toBe(true);
        expect(isNoWorse(area, more)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it("does not fall when another request asks", () => {
    fc.assert(
      fc.property(plainAreas, fc.nat(), (area, which) => {
        const fewer = {
          ...area,
          requests: area.requests.filter((_, x) => x !== which % area.requests.length),
        };
        expect(isNoWorse(fewer, area)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it("is in every tier the sum over areas that have nothing to do with each other", () => {
    fc.assert(
      fc.property(seeds, seeds, (seed, other) => {
        const size = { practitioners: 9, requests: 6 };
        const one = openArea({ ...size, seed });
        const two = { ...elsewhere(openArea({ ...size, seed: other })), policy: one.policy };
        const [a, b] = [provenTiers(one), provenTiers(two)];
        expect(provenTiers(beside(one, two))).toEqual({
          leastLoads: a.leastLoads + b.leastLoads,
          priorityWeighted: a.priorityWeighted + b.priorityWeighted,
          fitLessRotation: a.fitLessRotation + b.fitLessRotation,
          proposedAgain: a.proposedAgain + b.proposedAgain,
        });
      }),
      { numRuns: 30 },
    );
  });
});
