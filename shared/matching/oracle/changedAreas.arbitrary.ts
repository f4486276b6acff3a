import * as fc from "fast-check";
import type { MatchResult } from "../explain/result.ts";
import type { MatchInput } from "../facts/facts.ts";
import { openArea } from "./openAreas.arbitrary.ts";

export const seeds = fc.integer({ min: 1, max: 1_000_000 });
/** Areas of which two in three have days to spare, so that the search for a proof is short. */
export const areaFrom = (seed: number): MatchInput => {
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
export const areas = seeds.map(areaFrom);

/** Areas in which one request at most has a pin, and that one alone, so that no pin stands in the way of another. */
export const plainAreas = areas.map((area) => {
  const first = area.requests.findIndex(({ pinned }) => pinned.length > 0);
  const requests = area.requests.map((request, at) => ({
    ...request,
    pinned: at === first ? request.pinned.slice(0, 1) : [],
  }));
  return { ...area, requests };
});

/** Who is proposed where, which is all that a change should leave as it was. */
export const pairsOf = ({ proposals }: MatchResult) =>
  proposals.map(({ requestId: request, personId: person, fit, pinned }) => ({
    request,
    person,
    fit,
    pinned,
  }));
