import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matched } from "../answered.testdata.ts";
import type { MatchInput, MatchPractitioner, MatchRequest } from "../facts/facts.ts";
import { madeUpArea, personId } from "../facts/madeUpArea.ts";
import { rosterOf } from "../facts/roster.ts";
import { fitOf } from "../fit/fit.ts";
import { mayBeProposed } from "../rules/rules.ts";
import type { MatchResult, Proposal } from "./result.ts";

/** A small area where two codes are in demand, so that requests compete, some with pins. */
const crowded = (seed: number): MatchInput => {
  const area = madeUpArea({ schools: 6, practitioners: 7, requests: 7, codes: 10, seed });
  return {
    ...area,
    practitioners: area.practitioners.map((person, at) => ({
      ...person,
      phases: ["early-years", "primary", "secondary"],
      travelLimitMetres: null,
      parked: false,
      assuranceValidUntil: "2026-12-31",
      capacitySlotsLeft: 1 + (at % 2),
      claims: ["CT-03", "CT-06"].slice(at % 2).map((code) => ({
        code,
        level: "can-coach",
        lastPractisedYear: 2025,
        endorsed: true,
      })),
    })),
    requests: area.requests.map((request, at) => ({
      ...request,
      codes: { primary: at % 2 === 0 ? "CT-03" : "CT-06", secondary: [] },
      pinned: at === 0 ? [personId(1)] : [],
    })),
  };
};

const keepsLimits = (input: MatchInput, all: readonly Proposal[], request: MatchRequest): boolean => {
  const mine = all.filter(({ requestId }) => requestId === request.id);
  const homeOf = (id: string) => input.practitioners.find((person) => person.id === id)?.homeSchoolId;
  const homes = [...mine.map(({ personId: id }) => id), ...request.alreadyHeld].map(homeOf);
  const most = request.maxFromOneSchool ?? Infinity;
  return (
    mine.length <= request.people && homes.every((at) => homes.filter((each) => each === at).length <= most)
  );
};

const canDo = (input: MatchInput, all: readonly Proposal[], person: MatchPractitioner): boolean => {
  const mine = all.filter(({ personId: id }) => id === person.id);
  const daysOf = (id: string): number => input.requests.find((request) => request.id === id)?.halfDays ?? 0;
  const days = mine.reduce((sum, { requestId }) => sum + daysOf(requestId), 0);
  return mine.length <= person.capacitySlotsLeft && days <= person.capacityHalfDaysLeft;
};

/** Blocking pairs by their definition: tries each pair with each single thing that either side may give up for it. */
function byDefinition(input: MatchInput, { proposals }: MatchResult): number {
  const roster = rosterOf(input);
  const [template] = proposals;
  if (!template) return 0;
  return roster.requests.reduce((count, request) => {
    const blocked = roster.practitioners.filter((person, place) => {
      const pair = roster.pairsFor(request)(place);
      const isHeld = proposals.some((row) => row.requestId === request.id && row.personId === person.id);
      if (isHeld || !mayBeProposed(pair)) return false;
      const fit = fitOf(pair);
      const added = { ...template, requestId: request.id, personId: person.id, fit, pinned: false };
      const options = (mine: (row: Proposal) => boolean) => [
        undefined,
        ...proposals.filter((row) => mine(row) && !row.pinned && row.fit < fit),
      ];
      const without = (gone: Proposal | undefined) => [...proposals.filter((row) => row !== gone), added];
      return (
        options((row) => row.requestId === request.id).some((gone) =>
          keepsLimits(input, without(gone), request),
        ) && options((row) => row.personId === person.id).some((gone) => canDo(input, without(gone), person))
      );
    });
    return count + blocked.length;
  }, 0);
}

describe("blocking pairs", () => {
  it("are those that trying every pair by the definition finds", () => {
    let found = 0;
    fc.assert(
      fc.property(fc.nat(1_000_000), (seed) => {
        const input = crowded(seed);
        const result = matched(input);
        const expected = byDefinition(input, result);
        found += expected;
        expect(result.metrics.blockingPairs).toBe(expected);
      }),
      { numRuns: 150 },
    );
    expect(found).toBeGreaterThan(50);
  });
});
