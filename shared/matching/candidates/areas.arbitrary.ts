import type { ExpertiseNearness } from "../../domain/runs/matchingPolicy.ts";
import { withCalendars } from "../facts/closures.arbitrary.ts";
import type { MatchInput } from "../facts/facts.ts";
import { diceFrom, madeUpArea } from "../facts/madeUpArea.ts";
import { withDatedTies } from "../facts/ties.arbitrary.ts";

/** Few designations, as many as have a mark each, and more. */
const designations: readonly [readonly [string, ...string[]], ...(readonly [string, ...string[]])[]] = [
  ["SLE"],
  ["SLE", "NLE", "LLE", "NLG"],
  ["SLE", "NLE", "LLE", "NLG", "ELE", "PLE"],
];

/** An area with all that sets one person apart from another: dated ties, overrides, least loads, designations, routes' weights. */
export function variedArea(seed: number): MatchInput {
  const dice = diceFrom(seed + 17);
  const nearestExpertise = dice.pick<ExpertiseNearness>(["exact", "sibling", "family"]);
  const size = { schools: 30, practitioners: 80, requests: 20, codes: 10, seed };
  const area = withCalendars(withDatedTies(madeUpArea(size), seed + 3), seed + 5);
  const [wider, farther] = [dice.pick([1, 1.37, 20]), dice.pick([1, 1, 10])];
  const required = dice.pick(designations);
  const even = { expertise: 20, phase: 10, context: 20, distance: 20, availability: 10, rotation: 10 };
  return {
    ...area,
    policy: {
      ...area.policy,
      nearestExpertise,
      distanceZeroMetres: dice.pick([3_000, 40_000, 40_000, 300_000]),
      weightsByRoute: { statutory: { ...even, workingStyle: 10 } },
    },
    schools: area.schools.map((school) => ({
      ...school,
      eastingMetres: school.eastingMetres === null ? null : (school.eastingMetres - 400_000) * wider,
      northingMetres: school.northingMetres === null ? null : (school.northingMetres - 300_000) * wider,
      pupils: dice.below(10) === 0 ? dice.pick([0, null]) : school.pupils,
      percentageFsm: dice.below(10) === 0 ? dice.pick([0, 12.5, null]) : school.percentageFsm,
    })),
    practitioners: area.practitioners.map((person) => ({
      ...person,
      travelLimitMetres:
        dice.below(3) === 0 || person.travelLimitMetres === null ? null : person.travelLimitMetres * farther,
      leastSlots: dice.below(10) === 0 ? 1 : 0,
      designations: required
        .filter(() => dice.below(2) === 0)
        .map((name) => ({ name, expiresOn: dice.pick(["2025-12-31", "2026-07-31"]) })),
    })),
    requests: area.requests.map((request) => ({
      ...request,
      ...(dice.below(3) === 0 ? { requiredDesignation: dice.pick(required) } : {}),
      mode: dice.pick(["on-site", "on-site", "remote", "hybrid"]),
      alreadyHeld: area.practitioners.filter(() => dice.below(40) === 0).map(({ id }) => id),
      overrides: area.practitioners
        .filter(() => dice.below(8) === 0)
        .map(({ id }) => ({
          personId: id,
          rule: dice.pick(["too-far", "phase", "same-trust", "same-umbrella", "home-school-in-concern"]),
          reason: "The heads agreed.",
        })),
    })),
  };
}

/** A few schools that are tied in every way, on the days on which it comes to count or counts no more. */
export function tiedArea(seed: number): MatchInput {
  const area = withDatedTies(
    madeUpArea({ schools: 5, practitioners: 30, requests: 8, codes: 2, seed }),
    seed + 3,
  );
  const open = { capacitySlotsLeft: 2, capacityHalfDaysLeft: 20, travelLimitMetres: null, availability: [] };
  const window = { from: "2026-01-12", to: "2026-03-27" };
  return {
    ...area,
    practitioners: area.practitioners.map((person) => ({ ...person, ...open, parked: false })),
    requests: area.requests.map((request) => ({ ...request, halfDays: 1, window })),
    recentSupport: area.recentSupport.slice(0, 3),
  };
}
