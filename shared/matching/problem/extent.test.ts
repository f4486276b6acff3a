import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matched } from "../answered.testdata.ts";
import { candidatesOf } from "../candidates/best.ts";
import { fieldOf } from "../candidates/field.ts";
import type { MatchInput } from "../facts/facts.ts";
import { diceFrom, madeUpArea } from "../facts/madeUpArea.ts";
import { rosterOf } from "../facts/roster.ts";
import { encode } from "./encode.ts";
import { pinsOf } from "./pins.ts";

const seeds = fc.integer({ min: 1, max: 1_000_000 });

/** An area where what rotation costs is worth many times the least priority, and some are owed places. */
function burdenedArea(seed: number): MatchInput {
  const dice = diceFrom(seed + 3);
  const area = madeUpArea({ schools: 8, practitioners: 14, requests: 6, codes: 3, seed });
  return {
    ...area,
    policy: {
      ...area.policy,
      priorityWeights: [1, 2, 3, 4],
      ageWeeksCounted: 0,
      rotationCostPerLoad: dice.pick([500, 1_000, 10_000]),
      searchCases: 10_000,
    },
    practitioners: area.practitioners.map((person) => ({
      ...person,
      capacityHalfDaysLeft: 30,
      capacitySlotsLeft: 1,
      loadSlots: dice.below(2) === 0 ? 0 : dice.below(201),
      leastSlots: dice.below(20) === 0 ? 1 : 0,
    })),
    requests: area.requests.map((request) => ({
      ...request,
      overrides: area.practitioners
        .filter(() => dice.below(20) === 0)
        .map(({ id }) => ({ personId: id, rule: "too-far", reason: "The heads agreed." })),
    })),
  };
}

/** The scale of an area whose requests begin with so many candidates each, or null where totals are too large. */
function scaleOf(input: MatchInput, most: number) {
  const roster = rosterOf(input);
  const pinned = pinsOf(roster);
  const asks = roster.requests.map((_, request) => ({ request, most, above: -Infinity }));
  const encoded = encode(roster, pinned, candidatesOf(fieldOf(roster, pinned))(asks));
  return encoded.kind === "too-large" ? null : encoded.scale;
}

describe("the extent of a run", () => {
  it("gives the tiers the same units however few candidates are looked at", () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 4 }), (seed, most) => {
        const area = burdenedArea(seed);
        expect(scaleOf(area, most)).toEqual(scaleOf(area, Infinity));
      }),
      { numRuns: 40 },
    );
  });

  it("leaves no tier outweighed by those who join, so that few candidates reach the tiers that all reach", () => {
    let joined = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const area = burdenedArea(seed);
        const answer = (candidatesPerRequest: number) =>
          matched({ ...area, policy: { ...area.policy, candidatesPerRequest } });
        const [few, all] = [answer(1), answer(1_000)];
        fc.pre(few.certificate.optimal && all.certificate.optimal);
        if (few.metrics.feasiblePairs < all.metrics.feasiblePairs) joined++;
        expect(few.objective).toEqual(all.objective);
        expect(few.proposals.map((row) => [row.requestId, row.personId])).toEqual(
          all.proposals.map((row) => [row.requestId, row.personId]),
        );
      }),
      { numRuns: 60 },
    );
    expect(joined).toBeGreaterThan(10);
  });

  it("refuses no large area in which every last proposal may be made again", () => {
    const area = madeUpArea({ schools: 800, practitioners: 5_000, requests: 2_000, codes: 55, seed: 5 });
    const roster = rosterOf(area);
    const field = fieldOf(roster, pinsOf(roster));
    const asks = roster.requests.map(({ people }, request) => ({ request, most: people, above: -Infinity }));
    const proposed = new Map(candidatesOf(field)(asks).map(({ request, people }) => [request, people]));
    const idsOf = (at: number) =>
      Array.from(proposed.get(at) ?? []).flatMap((place) => roster.practitioners[place]?.id ?? []);
    const requests = roster.requests.map((row, at) => ({ ...row, lastProposed: idsOf(at) }));
    expect(requests.filter(({ lastProposed }) => lastProposed.length > 0).length).toBeGreaterThan(1_900);
    expect(scaleOf({ ...area, requests }, 5)).not.toBeNull();
  });

  it("refuses no area in which every second person is owed work", () => {
    for (const [requests, practitioners] of [
      [400, 800],
      [4_000, 10_000],
    ] as const) {
      const area = madeUpArea({ schools: 1_000, practitioners, requests, codes: 55, seed: 5 });
      const owed = area.practitioners.map((person, at) =>
        at % 2 === 0 ? { ...person, leastSlots: 1 + (at % 3) } : person,
      );
      expect(scaleOf({ ...area, practitioners: owed }, 5)).not.toBeNull();
    }
  });

  it("refuses no large area", () => {
    for (const [requests, practitioners] of [
      [400, 800],
      [1_500, 3_000],
      [2_000, 5_000],
      [4_000, 10_000],
    ] as const) {
      const size = { schools: 1_000, practitioners, requests, codes: 55, seed: 5 };
      expect(scaleOf(madeUpArea(size), 5)).not.toBeNull();
    }
  });
});
