import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matched, opened } from "../answered.testdata.ts";
import type { MatchInput } from "../facts/facts.ts";
import { madeUpArea, requestId } from "../facts/madeUpArea.ts";
import type { ObjectiveTiers, Proposal } from "./result.ts";
import { mayBeProposed } from "../rules/rules.ts";
import { proposalsOf } from "./explain.ts";
import { standInsFor } from "./standIns.ts";

const seeds = fc.integer({ min: 1, max: 1_000_000 });

const area = (seed: number): MatchInput =>
  madeUpArea({ schools: 5, practitioners: 16, requests: 10, codes: 2, seed });

/** Pins every proposal of a run, but with one person in the place of another: nothing is left to choose. */
function withEverybodyPinned(input: MatchInput, proposals: readonly Proposal[]): MatchInput {
  return {
    ...input,
    requests: input.requests.map((request) => {
      const pinned = proposals.filter((row) => row.requestId === request.id).map((row) => row.personId);
      return { ...request, pinned, people: pinned.length };
    }),
  };
}

function objectiveOf(input: MatchInput): { objective: ObjectiveTiers; unfollowed: number } {
  const { objective, unfollowed } = matched(input);
  return { objective, unfollowed: unfollowed.length };
}

describe("stand-ins", () => {
  it("can be pinned in the place of whoever leaves beside all other proposals, at the loss told", () => {
    let tried = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const input = area(seed);
        const run = opened(input);
        const proposals = proposalsOf(run);
        const before = objectiveOf(withEverybodyPinned(input, proposals));
        for (const request of input.requests)
          for (const { personId, standIns } of standInsFor(run, request.id) ?? [])
            for (const standIn of standIns.slice(0, 2)) {
              const changed = proposals.map((row) =>
                row.requestId === request.id && row.personId === personId
                  ? { ...row, personId: standIn.personId }
                  : row,
              );
              const after = objectiveOf(withEverybodyPinned(input, changed));
              expect(after.unfollowed).toBe(before.unfollowed);
              expect(before.objective.fitLessRotation - after.objective.fitLessRotation).toBe(standIn.loss);
              tried++;
            }
      }),
      { numRuns: 25 },
    );
    expect(tried).toBeGreaterThan(10);
  });

  it("are all those who could step in, those who lose the run least first", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const run = opened(area(seed));
        const people = run.roster.practitioners;
        for (const [i, request] of run.roster.requests.entries())
          for (const { personId, standIns } of standInsFor(run, request.id) ?? []) {
            const losses = standIns.map(({ loss }) => loss);
            expect(losses).toEqual(losses.toSorted((a, b) => a - b));
            const staying = (run.peopleOf[i] ?? []).filter((place) => people[place]?.id !== personId);
            const free = people.filter((person, place) => {
              const school = staying.filter((other) => people[other]?.homeSchoolId === person.homeSchoolId);
              return (
                mayBeProposed(run.roster.pairsFor(request)(place)) &&
                !(run.peopleOf[i] ?? []).includes(place) &&
                school.length < (request.maxFromOneSchool ?? Infinity) &&
                (run.slotsFree[place] ?? 0) > 0 &&
                (run.halfDaysFree[place] ?? 0) >= request.halfDays
              );
            });
            expect(new Set(standIns.map((each) => each.personId))).toEqual(new Set(free.map(({ id }) => id)));
          }
      }),
      { numRuns: 40 },
    );
  });

  it("are nobody's for a request that the run does not know", () => {
    expect(standInsFor(opened(area(2)), requestId(999))).toBeNull();
  });
});
