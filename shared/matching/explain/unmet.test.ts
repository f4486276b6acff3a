import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MatchInput, MatchRequest, RuleOverride } from "../facts/facts.ts";
import { daysAfter } from "../facts/dates.ts";
import { diceFrom, madeUpArea, personId } from "../facts/madeUpArea.ts";
import { rosterOf } from "../facts/roster.ts";
import { match } from "../match.ts";
import { openRun, type OpenRun } from "../openRun.ts";
import { heldFrom } from "../problem/pins.ts";
import { mayBeProposed } from "../rules/rules.ts";
import { changes } from "./changes.ts";
import type { Unmet } from "./result.ts";
import { standingOf } from "./standing.ts";
import { unmetInFull, unmetOf } from "./unmet.ts";

const seeds = fc.integer({ min: 1, max: 1_000_000 });
/** An area in which somebody who works on site only is pinned to a request that remote people could help. */
const pinnedOnSiteOnly = 435_816;
/** Areas in which a place could be filled, were it not for work owed to who loses it, or to whoever work passes by. */
const [owedByHolder, owedOnTheWay] = [79_061, 8_955];
/** An area in which no chain of moves tells of a change that solving again finds. */
const onlySolvedAgain = 1_151;

function opened(input: MatchInput): OpenRun {
  const opening = openRun(input);
  if (opening.kind !== "opened") throw new Error(JSON.stringify(opening.problems));
  return opening.run;
}

/** A small area of one family of expertise, where places stay open for every kind of reason. */
function shortArea(seed: number): MatchInput {
  const area = madeUpArea({ schools: 7, practitioners: 6, requests: 5, codes: 10, seed });
  const [dice, owing] = [diceFrom(seed + 1), diceFrom(seed + 2)];
  const code = (): string => dice.pick(["CT-03", "CT-03", "CT-05", "CT-08"]);
  return {
    ...area,
    policy: { ...area.policy, searchCases: 10_000 },
    practitioners: area.practitioners.map((person) => ({
      ...person,
      claims: [{ code: code(), level: "can-coach", lastPractisedYear: 2025, endorsed: true }],
      capacitySlotsLeft: dice.below(3),
      capacityHalfDaysLeft: 2 + dice.below(12),
      ...(owing.below(3) === 0 ? { leastSlots: 1 + owing.below(2) } : {}),
    })),
    requests: area.requests.map((request, at) => ({
      ...request,
      codes: { primary: code(), secondary: [] },
      halfDays: 1 + dice.below(8),
      people: 1 + dice.below(3),
      ...(at % 2 === 0
        ? {}
        : { nextHalfTerm: { from: daysAfter(request.window.to, 9), to: daysAfter(request.window.to, 50) } }),
      pinned: dice.below(4) === 0 ? [personId(dice.below(6))] : [],
      alreadyHeld: dice.below(4) === 0 ? [personId(dice.below(6))] : [],
    })),
  };
}

/** The request as each code of change makes it, written anew from what the code says. */
function changedRequest(code: string, request: MatchRequest, input: MatchInput): MatchRequest | null {
  const waived = (rule: string): MatchRequest => ({
    ...request,
    overrides: [
      ...request.overrides,
      ...input.practitioners.map(({ id }): RuleOverride => ({ personId: id, rule, reason: "tried" })),
    ],
  });
  if (code.startsWith("without-")) return waived(code.slice("without-".length));
  switch (code) {
    case "remote":
      return { ...request, mode: "remote" };
    case "after-half-term":
      return { ...request, window: { ...request.window, to: request.nextHalfTerm?.to ?? "" } };
    case "later":
      return { ...request, window: { ...request.window, to: daysAfter(request.window.to, 42) } };
    case "fewer-days":
      return request.halfDays < 2 ? null : { ...request, halfDays: Math.ceil(request.halfDays / 2) };
    case "one-school": {
      const { maxFromOneSchool: _limit, ...others } = request;
      return others;
    }
    case "wider-expertise":
      return request;
    default:
      throw new Error(`No such change: ${code}`);
  }
}

const withRequest = (input: MatchInput, changed: MatchRequest): MatchInput => ({
  ...input,
  requests: input.requests.map((row) => (row.id === changed.id ? changed : row)),
});

/**
 * The most places of one request that any answer fills while each other request keeps at least its own and nobody
 * comes further short of their least load, by trying every answer.
 */
function mostByTrying(run: OpenRun, changed: MatchRequest, isWide: boolean): number {
  const input = withRequest(run.roster.input, changed);
  const usual = rosterOf(input);
  const wide = rosterOf({ ...input, policy: { ...input.policy, nearestExpertise: "family" } });
  const pairs = usual.requests.flatMap((request) =>
    usual.practitioners.flatMap((person, place) => {
      const roster = isWide && request.id === changed.id ? wide : usual;
      const i = usual.requests.indexOf(request);
      const isForced = run.pinned.peopleOf.get(i)?.includes(place) ?? false;
      // Whoever is pinned keeps the days that they were pinned for.
      const { halfDays } = isForced ? (run.roster.requests[i] ?? request) : request;
      const mayBe = mayBeProposed(roster.pairsFor(request)(place));
      return mayBe || isForced ? [{ request, person, isForced, halfDays, mayBe }] : [];
    }),
  );
  // A change that a rule sets against a pin would undo what the broker has settled.
  if (pairs.some(({ mayBe }) => !mayBe)) return 0;
  const kept = new Map(run.roster.requests.map((request, i) => [request.id, run.peopleOf[i]?.length ?? 0]));
  // Work that somebody holds, as far as it is owed to them: the rest of it is theirs to lose.
  const owed = run.roster.practitioners.map(({ id, leastSlots = 0 }, j) => {
    return { id, least: Math.min(leastSlots, run.requestsOf[j]?.length ?? 0) };
  });
  const count = new Map<string, number>();
  const counted = (key: string): number => count.get(key) ?? 0;
  const explore = (at: number): number => {
    const next = pairs[at];
    if (next === undefined) {
      const isKept = usual.requests.every(
        ({ id }) => id === changed.id || counted(id) >= (kept.get(id) ?? 0),
      );
      return isKept && owed.every(({ id, least }) => counted(id) >= least) ? counted(changed.id) : -1;
    }
    const { request, person, isForced, halfDays } = next;
    const without = isForced ? -1 : explore(at + 1);
    const [school, days] = [`${request.id}/${person.homeSchoolId}`, `days/${person.id}`];
    const limit = (request.maxFromOneSchool ?? Infinity) - heldFrom(usual, request, person.homeSchoolId);
    if (counted(request.id) >= request.people || counted(person.id) >= person.capacitySlotsLeft)
      return without;
    if (counted(days) + halfDays > person.capacityHalfDaysLeft || counted(school) >= limit) return without;
    const take = (by: 1 | -1): void => {
      for (const key of [request.id, school, person.id]) count.set(key, counted(key) + by);
      count.set(days, counted(days) + by * halfDays);
    };
    take(1);
    const taking = explore(at + 1);
    take(-1);
    return Math.max(without, taking);
  };
  return explore(0);
}

/** What a run tells of each request with an open place when each is asked for by itself. */
const inFull = (run: OpenRun): readonly Unmet[] =>
  run.roster.requests.flatMap(({ id }) => unmetInFull(run, id) ?? []);

/** For each change to each request with an open place: what is told beside what trying every answer finds. */
function toldAndTrue(run: OpenRun, unmet: readonly Unmet[]) {
  return unmet.flatMap(({ requestId, isSettled, relaxations }) => {
    const i = run.roster.requests.findIndex(({ id }) => id === requestId);
    const request = run.roster.requests[i];
    if (request === undefined) throw new Error("Unmet places are of requests of the run");
    return changes.flatMap(({ code }) => {
      const changed = changedRequest(code, request, run.roster.input);
      if (changed === null) return [];
      const told = relaxations.find((row) => row.code === code)?.gain ?? 0;
      const most = mostByTrying(run, changed, code === "wider-expertise");
      return [{ code, isSettled, told, found: Math.max(0, most - (run.peopleOf[i]?.length ?? 0)) }];
    });
  });
}

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
      { numRuns: 150, examples: [[pinnedOnSiteOnly], [owedByHolder], [owedOnTheWay]] },
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
