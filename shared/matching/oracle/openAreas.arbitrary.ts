import * as fc from "fast-check";
import type { MatchInput, MatchPractitioner, MatchRequest } from "../facts/facts.ts";
import { diceFrom, madeUpArea, personId } from "../facts/madeUpArea.ts";

interface OpenArea {
  readonly practitioners: number;
  readonly requests: number;
  readonly seed: number;
}

/** An area in which almost anybody could take anything, so that places, days and schools are fought over. */
export function openArea({ practitioners, requests, seed }: OpenArea): MatchInput {
  const area = madeUpArea({ schools: 3 + practitioners, practitioners, requests, codes: 4, seed });
  const dice = diceFrom(seed + 1);
  const code = (): string => dice.pick(["CT-03", "CT-03", "CT-06"]);
  const opened = (person: MatchPractitioner, at: number): MatchPractitioner => ({
    ...person,
    // Neighbours share a school, so that limits on people from one school matter.
    homeSchoolId: area.schools[at >> 1]?.id ?? person.homeSchoolId,
    phases: ["early-years", "primary", "secondary"],
    modes: ["on-site", "remote", "hybrid"],
    travelLimitMetres: null,
    parked: false,
    assuranceValidUntil: "2026-12-31",
    formerEmployers: [],
    availability: dice.below(8) === 0 ? person.availability : [],
    declaredInterests: [],
    capacityHalfDaysLeft: 4 + dice.below(12),
    capacitySlotsLeft: dice.pick([0, 1, 1, 2, 2, 3]),
    loadSlots: dice.below(3),
    ...(dice.below(4) === 0 ? { leastSlots: dice.below(3) } : {}),
    claims: [code(), code()].map((claimed) => ({
      code: claimed,
      level: dice.pick(["can-share", "can-coach", "can-lead-review"]),
      lastPractisedYear: 2025,
      endorsed: true,
    })),
  });
  const asked = (request: MatchRequest): MatchRequest => {
    const somebody = (chance: number): MatchRequest["pinned"] =>
      dice.below(chance) === 0
        ? [personId(dice.below(practitioners + 1))].filter((id) =>
            area.practitioners.some((row) => row.id === id),
          )
        : [];
    const { requiredDesignation: _, maxFromOneSchool: __, ...plain } = request;
    return {
      ...plain,
      codes: { primary: code(), secondary: [] },
      people: dice.below(4),
      halfDays: 1 + dice.below(8),
      pinned: [...somebody(3), ...somebody(6)],
      excluded: somebody(4),
      declinedBy: somebody(6),
      alreadyHeld: somebody(6),
      lastProposed: [...somebody(2), ...somebody(2)],
      ...(dice.below(2) === 0 ? { maxFromOneSchool: 1 } : {}),
    };
  };
  return {
    ...area,
    policy: {
      ...area.policy,
      rotationCostPerLoad: dice.pick([0, 300, 2500]),
      stabilityBonus: dice.pick([0, 0, 800]),
      ageWeeksCounted: dice.pick([0, 15]),
      candidatesPerRequest: dice.pick([1, 2, 64]),
      searchCases: 10_000,
    },
    recentSupport: area.recentSupport.filter(() => dice.below(4) === 0),
    schools: area.schools.map((school) => ({
      ...school,
      memberships: [],
      concern: null,
    })),
    practitioners: area.practitioners.map(opened),
    requests: area.requests.map(asked),
  };
}

/** Open areas small enough for every answer to be tried. */
export const smallOpenAreas: fc.Arbitrary<MatchInput> = fc
  .record({
    practitioners: fc.constantFrom(1, 2, 3, 4, 5),
    requests: fc.constantFrom(0, 1, 2, 3, 4, 4),
    seed: fc.integer({ min: 1, max: 1_000_000 }),
  })
  .map(openArea);
