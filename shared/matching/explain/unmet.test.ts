import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { opened } from "../answered.testdata.ts";
import { match } from "../match.ts";
import { standingOf } from "./standing.ts";
import {
  shortArea,
  changedRequest,
  withRequest,
  mostByTrying,
  inFull,
  toldAndTrue,
} from "./shortAreas.arbitrary.ts";
import { unmetOf } from "./unmet.ts";

const seeds = fc.integer({ min: 1, max: 1_000_000 });
/** An area in which somebody who works on site only is pinned to a request that remote people could help. */
const pinnedOnSiteOnly = 435_816;
/** Areas in which a place could be filled, were it not for work owed to who loses it, or to whoever work passes by. */
const [owedByHolder, owedOnTheWay] = [79_061, 8_955];
/** An area in which whoever work is taken from finds what they are owed on a request that nobody holds. */
const owedElsewhere = 56_871;
/** An area in which no chain of moves tells of a change that solving again finds. */
const onlySolvedAgain = 1_151;

describe("relaxations", () => {
  it("promise for each change exactly what trying every answer finds, with none that helps left out", () => {
    const helped = new Set<string>();
    fc.assert(
      fc.property(seeds, (seed) => {
        const run = opened(shortArea(seed));
        const rows = toldAndTrue(run, inFull(run));
        for (const { code, told } of rows) if (told > 0) helped.add(code);
        expect(rows.filter(({ told, found }) => told !== found)).toEqual([]);
      }),
      { numRuns: 150, examples: [[pinnedOnSiteOnly], [owedByHolder], [owedOnTheWay], [owedElsewhere]] },
    );
    expect(helped.size).toBeGreaterThan(6);
  });

  it("promise no more before they are asked for, and no less where the request is settled", () => {
    const helped = { settled: 0, less: 0 };
    fc.assert(
      fc.property(seeds, (seed) => {
        const run = opened(shortArea(seed));
        for (const { isSettled, told, found } of toldAndTrue(run, unmetOf(run))) {
          expect(told).toBeLessThanOrEqual(found);
          expect(told).toBeGreaterThanOrEqual(isSettled ? found : 0);
          if (isSettled && told > 0) helped.settled++;
          if (told < found) helped.less++;
        }
      }),
      { numRuns: 100, examples: [[onlySolvedAgain]] },
    );
    expect(helped.settled).toBeGreaterThan(20);
    expect(helped.less).toBeGreaterThan(0);
  });

  it("ask nothing that somebody pinned to the request could not follow", () => {
    const run = opened(shortArea(pinnedOnSiteOnly));
    const codes = inFull(run).flatMap(({ requestId, relaxations }) =>
      relaxations.map(({ code }) => `${requestId} ${code}`),
    );
    expect(run.pinned.peopleOf.get(3)).toEqual([0]);
    expect(run.roster.practitioners[0]?.modes).toEqual(["on-site"]);
    expect(codes).toContain("req_00000003 without-too-far");
    expect(codes).not.toContain("req_00000003 remote");
  });

  it("raise what a run from scratch reaches by the priority of each place promised, or more", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        // A pin that could not be followed before may be after the change, and a pin comes before all else.
        const area = shortArea(seed);
        const input = { ...area, requests: area.requests.map((row) => ({ ...row, pinned: [] })) };
        const before = match(input);
        if (before.kind !== "matched") throw new Error("The area is valid");
        for (const { requestId, relaxations } of before.result.unmet)
          for (const { code, gain } of relaxations) {
            const request = input.requests.find(({ id }) => id === requestId);
            const isInput = code !== "wider-expertise" && code !== "more-capacity";
            const changed = request && isInput ? changedRequest(code, request, input) : null;
            if (request === undefined || changed === null) continue;
            const after = match(withRequest(input, changed));
            const reached = after.kind === "matched" ? after.result.objective.priorityWeighted : 0;
            const least = input.policy.priorityWeights[request.priority - 1] ?? 0;
            const isOwedMore =
              after.kind === "matched" &&
              after.result.objective.leastLoads > before.result.objective.leastLoads;
            // Work that is owed comes before any place.
            if (isOwedMore) continue;
            expect(reached - before.result.objective.priorityWeighted).toBeGreaterThanOrEqual(gain * least);
          }
      }),
      { numRuns: 100 },
    );
  });

  it("fill the places promised when the people named are given the room named", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const input = shortArea(seed);
        for (const { requestId, relaxations } of unmetOf(opened(input))) {
          const found = relaxations.find(({ code }) => code === "more-capacity");
          if (found === undefined) continue;
          const practitioners = input.practitioners.map((person) => {
            const room = found.more.find(({ personId }) => personId === person.id);
            return {
              ...person,
              capacitySlotsLeft: person.capacitySlotsLeft + (room?.slots ?? 0),
              capacityHalfDaysLeft: person.capacityHalfDaysLeft + (room?.halfDays ?? 0),
            };
          });
          const run = opened({ ...input, practitioners });
          const before = opened(input);
          const i = run.roster.requests.findIndex(({ id }) => id === requestId);
          const request = run.roster.requests[i];
          if (request === undefined) throw new Error("Unmet places are of requests of the run");
          const gain = mostByTrying(
            { ...run, peopleOf: before.peopleOf, pinned: before.pinned },
            request,
            false,
          );
          expect(gain).toBeGreaterThanOrEqual((before.peopleOf[i]?.length ?? 0) + found.gain);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("blame the limit on people from one school only where the request has one", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const run = opened(shortArea(seed));
        const taken = new Uint8Array(run.solution.taken.length);
        const emptied = standingOf({ ...run, solution: { ...run.solution, taken } });
        for (const { requestId, binding } of unmetOf(emptied)) {
          const limit = run.roster.requests.find(({ id }) => id === requestId)?.maxFromOneSchool;
          expect([binding.code, limit]).not.toEqual(["one-school", undefined]);
        }
      }),
      { numRuns: 20 },
    );
  });
});
