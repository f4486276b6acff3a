import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matched } from "./answered.testdata.ts";
import { madeUpArea } from "./facts/madeUpArea.ts";
import { match } from "./match.ts";
import { type Stage, stages } from "./openRun.ts";
import { smallOpenAreas } from "./oracle/openAreas.arbitrary.ts";

describe("match", () => {
  it("proposes each pinned person or says why not", () => {
    fc.assert(
      fc.property(smallOpenAreas, (area) => {
        const { proposals, unfollowed } = matched(area);
        for (const request of area.requests)
          for (const pinned of request.pinned) {
            const proposed = proposals.some(
              (row) => row.requestId === request.id && row.personId === pinned && row.pinned,
            );
            const told = unfollowed.some((row) => row.requestId === request.id && row.personId === pinned);
            expect(proposed).not.toBe(told);
          }
      }),
    );
  });

  it("keeps every limit of people, places, days and schools", () => {
    fc.assert(
      fc.property(smallOpenAreas, (area) => {
        const { proposals, unmet } = matched(area);
        for (const person of area.practitioners) {
          const mine = proposals.filter(({ personId: id }) => id === person.id);
          expect(mine.length).toBeLessThanOrEqual(person.capacitySlotsLeft);
          const days = mine.map((row) => area.requests.find(({ id }) => id === row.requestId)?.halfDays ?? 0);
          expect(days.reduce((sum, value) => sum + value, 0)).toBeLessThanOrEqual(
            person.capacityHalfDaysLeft,
          );
        }
        const schoolOf = new Map(area.practitioners.map(({ id, homeSchoolId }) => [id, homeSchoolId]));
        for (const { id, people, alreadyHeld, maxFromOneSchool = Infinity } of area.requests) {
          const mine = proposals.filter((row) => row.requestId === id).map((row) => row.personId);
          const open = unmet.find((row) => row.requestId === id)?.slots ?? 0;
          expect(mine.length + open).toBe(people);
          expect(new Set(mine).size).toBe(mine.length);
          for (const school of mine.map((person) => schoolOf.get(person))) {
            const fromThere = [...mine, ...alreadyHeld].filter((person) => schoolOf.get(person) === school);
            expect(fromThere.length).toBeLessThanOrEqual(maxFromOneSchool);
          }
        }
      }),
    );
  });

  it("shows components that sum to the fit, of which none passes its most", () => {
    const { proposals } = matched(
      madeUpArea({ schools: 40, practitioners: 60, requests: 30, codes: 10, seed: 5 }),
    );
    expect(proposals.length).toBeGreaterThan(5);
    for (const { fit, components } of proposals) {
      expect(components.reduce((sum, { points }) => sum + points, 0)).toBe(fit);
      expect(components.every(({ points, outOf }) => points >= 0 && points <= outOf)).toBe(true);
    }
  });

  it("tells whoever watches that each stage has ended, in order, and answers the same unwatched", () => {
    const input = madeUpArea({ schools: 12, practitioners: 20, requests: 12, codes: 10, seed: 4 });
    const heard: Stage[] = [];
    expect(match(input, (stage) => heard.push(stage))).toEqual(match(input));
    expect(heard).toEqual(stages);
  });

  it("answers an empty area with nothing, certified", () => {
    const result = matched({
      ...madeUpArea({ schools: 1, practitioners: 0, requests: 0, codes: 10, seed: 1 }),
      recentSupport: [],
    });
    expect(result.proposals).toEqual([]);
    expect(result.certificate).toMatchObject({ valid: true, optimal: true });
  });
});
