import { weeksBetween } from "../facts/dates.ts";
import type { MatchInput } from "../facts/facts.ts";
import { diceFrom, madeUpArea, personId } from "../facts/madeUpArea.ts";
import { rosterOf } from "../facts/roster.ts";
import { fitOf } from "../fit/fit.ts";
import type { Proposal } from "../explain/result.ts";
import { mayBeProposed } from "../rules/rules.ts";

/** A small area where everybody holds one of two codes, so that requests compete. */
export function crowdedArea(seed: number): MatchInput {
  const area = madeUpArea({ schools: 9, practitioners: 5, requests: 4, codes: 10, seed });
  const dice = diceFrom(seed + 1);
  const code = (): string => dice.pick(["CT-03", "CT-06"]);
  return {
    ...area,
    policy: { ...area.policy, searchCases: 10_000 },
    practitioners: area.practitioners.map((person) => ({
      ...person,
      phases: ["early-years", "primary", "secondary"],
      travelLimitMetres: null,
      parked: false,
      assuranceValidUntil: "2026-12-31",
      capacitySlotsLeft: 1 + dice.below(2),
      leastSlots: dice.below(4) === 0 ? 1 + dice.below(2) : 0,
      claims: [{ code: code(), level: "can-coach", lastPractisedYear: 2025, endorsed: true }],
    })),
    requests: area.requests.map((request) => ({
      ...request,
      codes: { primary: code(), secondary: [] },
      lastProposed: [personId(dice.below(5))],
    })),
  };
}

type Tiers = readonly [leastLoads: number, priority: number, fit: number, again: number];
function better(a: Tiers, b: Tiers): boolean {
  const first = a.findIndex((value, tier) => value !== b[tier]);
  return (a[first] ?? 0) > (b[first] ?? 0);
}

/** The best tiers by trying every set of allowed pairs beside those that are pinned. */
export function bruteTiers(input: MatchInput, pins: readonly Proposal[]): Tiers {
  const roster = rosterOf(input);
  const { policy, today } = input;
  const isPinned = (request: string, person: string): boolean =>
    pins.some((row) => row.requestId === request && row.personId === person);
  const pairs = roster.requests.flatMap((request) =>
    roster.practitioners.flatMap((person, place) => {
      const pair = roster.pairsFor(request)(place);
      const forced = isPinned(request.id, person.id);
      return mayBeProposed(pair) ? [{ request, person, forced, fit: fitOf(pair) }] : [];
    }),
  );
  const inTurn = pairs.toSorted((a, b) => Number(b.forced) - Number(a.forced));
  const count = new Map<string, number>();
  const counted = (key: string): number => count.get(key) ?? 0;
  const explore = (at: number, tiers: Tiers): Tiers => {
    const next = inTurn[at];
    if (next === undefined) return tiers;
    const { request, person, forced, fit } = next;
    const none: Tiers = [-1, 0, 0, 0];
    const without = forced ? none : explore(at + 1, tiers);
    const [school, days] = [`${request.id}/${person.homeSchoolId}`, `days/${person.id}`];
    const load = counted(person.id);
    if (counted(request.id) >= request.people || load >= person.capacitySlotsLeft) return without;
    if (counted(days) + request.halfDays > person.capacityHalfDaysLeft) return without;
    if (counted(school) >= (request.maxFromOneSchool ?? Infinity)) return without;
    const take = (by: 1 | -1): void => {
      for (const key of [request.id, school, person.id]) count.set(key, counted(key) + by);
      count.set(days, counted(days) + by * request.halfDays);
    };
    const weeks = Math.min(policy.ageWeeksCounted, weeksBetween(request.submittedOn, today));
    const worth = (policy.priorityWeights[request.priority - 1] ?? 0) + weeks;
    const again = request.lastProposed.includes(person.id) ? 1 : 0;
    const cost = policy.rotationCostPerLoad * (person.loadSlots + load);
    const owed = load < (person.leastSlots ?? 0) ? 1 : 0;
    take(1);
    const taking = explore(at + 1, [
      tiers[0] + owed,
      tiers[1] + worth,
      tiers[2] + fit - cost,
      tiers[3] + again,
    ]);
    take(-1);
    return better(taking, without) ? taking : without;
  };
  return explore(0, [0, 0, 0, 0]);
}
