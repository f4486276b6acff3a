import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matched } from "../answered.testdata.ts";
import { fairnessModes } from "../../domain/matchingPolicy.ts";
import type { MatchInput, MatchPractitioner } from "../facts/facts.ts";
import { personId } from "../facts/madeUpArea.ts";
import {
  beside,
  elsewhere,
  personShuffled,
  renamed,
  requestShuffled,
  rowsShuffled,
} from "./changedFacts.arbitrary.ts";
import { openArea } from "./openAreas.arbitrary.ts";
import type { MatchResult, ObjectiveTiers } from "../explain/result.ts";

const seeds = fc.integer({ min: 1, max: 1_000_000 });
/** Areas of which two in three have days to spare, so that the search for a proof is short. */
const areaFrom = (seed: number): MatchInput => {
  const area = openArea({ practitioners: 12, requests: 8, seed });
  const spare = seed % 3 === 0 ? 0 : 100;
  return {
    ...area,
    policy: { ...area.policy, searchCases: 40 },
    practitioners: area.practitioners.map((person) => ({
      ...person,
      capacityHalfDaysLeft: person.capacityHalfDaysLeft + spare,
    })),
  };
};
const areas = seeds.map(areaFrom);

const modes = fc.constantFrom(...fairnessModes);

/** Areas that nobody has pinned anything in and that owe nobody a least load, so that only the objective decides. */
const plainAreas = areas.map((area) => ({
  ...area,
  practitioners: area.practitioners.map((person) => ({ ...person, leastSlots: 0 })),
  requests: area.requests.map((request) => ({ ...request, pinned: [] })),
}));

const pairsOf = ({ proposals }: MatchResult) =>
  proposals.map(({ requestId: request, personId: person, fit, pinned }) => ({
    request,
    person,
    fit,
    pinned,
  }));

/** Tiers compared where days need not be searched to the end: the first that differs, of proven answers only. */
const provenTiers = (input: MatchInput): ObjectiveTiers => {
  const { objective, certificate } = matched(input);
  fc.pre(certificate.optimal);
  return objective;
};

const isNoWorse = (before: ObjectiveTiers, after: ObjectiveTiers): boolean =>
  after.leastLoads !== before.leastLoads
    ? after.leastLoads > before.leastLoads
    : after.priorityWeighted !== before.priorityWeighted
      ? after.priorityWeighted > before.priorityWeighted
      : after.fitLessRotation >= before.fitLessRotation;

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

/** Whether somebody already holds a place that counts against a limit on people from their school: it is free once they are gone. */
const takesUpLimit = ({ practitioners, requests }: MatchInput, at: number): boolean =>
  requests.some(
    ({ maxFromOneSchool, alreadyHeld }) =>
      maxFromOneSchool !== undefined && alreadyHeld.some((id) => id === practitioners[at]?.id),
  );

describe("the objective of a run", () => {
  it("is the same under other names in the same order, whatever is pinned", () => {
    fc.assert(
      fc.property(areas, (area) => {
        expect(provenTiers(renamed(area, (at) => 3 * at + 700))).toEqual(provenTiers(area));
      }),
      { numRuns: 30 },
    );
  });

  it("is the same under any other names where nothing is pinned, since names only break ties", () => {
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
        expect(isNoWorse(provenTiers(area), provenTiers({ ...area, practitioners }))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it("does not rise when somebody leaves, nor fall when somebody has a double", () => {
    fc.assert(
      fc.property(plainAreas, fc.nat(), (area, which) => {
        const at = which % area.practitioners.length;
        fc.pre(!takesUpLimit(area, at));
        const fewer = { ...area, practitioners: area.practitioners.filter((_, x) => x !== at) };
        const double = area.practitioners.slice(at, at + 1).map((row) => ({ ...row, id: personId(500) }));
        const more = { ...area, practitioners: [...area.practitioners, ...double] };
        expect(isNoWorse(provenTiers(fewer), provenTiers(area))).toBe(true);
        expect(isNoWorse(provenTiers(area), provenTiers(more))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it("does not fall in its first tier when another request asks", () => {
    fc.assert(
      fc.property(plainAreas, fc.nat(), (area, which) => {
        const fewer = {
          ...area,
          requests: area.requests.filter((_, x) => x !== which % area.requests.length),
        };
        expect(provenTiers(area).priorityWeighted).toBeGreaterThanOrEqual(
          provenTiers(fewer).priorityWeighted,
        );
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
