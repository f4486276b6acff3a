import type { MatchInput, MatchRequest, RuleOverride } from "../facts/facts.ts";
import { daysAfter } from "../facts/dates.ts";
import { diceFrom, madeUpArea, personId } from "../facts/madeUpArea.ts";
import { rosterOf } from "../facts/roster.ts";
import { type OpenRun } from "../openRun.ts";
import { heldFrom } from "../problem/pins.ts";
import { mayBeProposed } from "../rules/rules.ts";
import { changes } from "./changes.ts";
import type { Unmet } from "./result.ts";
import { unmetInFull } from "./unmet.ts";

/** A small area of one family of expertise, where places stay open for every kind of reason. */
export function shortArea(seed: number): MatchInput {
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
export function changedRequest(code: string, request: MatchRequest, input: MatchInput): MatchRequest | null {
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

export const withRequest = (input: MatchInput, changed: MatchRequest): MatchInput => ({
  ...input,
  requests: input.requests.map((row) => (row.id === changed.id ? changed : row)),
});

/**
 * The most places of one request that any answer fills while each other request keeps at least its own and nobody
 * comes further short of their least load, by trying every answer.
 */
export function mostByTrying(run: OpenRun, changed: MatchRequest, isWide: boolean): number {
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
export const inFull = (run: OpenRun): readonly Unmet[] =>
  run.roster.requests.flatMap(({ id }) => unmetInFull(run, id) ?? []);

/** For each change to each request with an open place: what is told beside what trying every answer finds. */
export function toldAndTrue(run: OpenRun, unmet: readonly Unmet[]) {
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
