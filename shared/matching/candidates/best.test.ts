import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Roster, rosterOf } from "../facts/roster.ts";
import { fitOf } from "../fit/fit.ts";
import { whole } from "../problem/cells.ts";
import { leastLeft, type Pinned, pinsOf } from "../problem/pins.ts";
import { mayBeProposed } from "../rules/rules.ts";
import { tiedArea, variedArea } from "./areas.arbitrary.ts";
import type { Ask } from "./asks.ts";
import { candidatesOf } from "./best.ts";
import { fieldOf } from "./field.ts";

interface Judged {
  readonly place: number;
  readonly fit: number;
  /** What they are worth to the request: the fit less what their first place costs. */
  readonly worth: number;
}

/** Everybody whom the rules let serve the request, by trying every pair. */
function everybodyFor(roster: Roster, pinned: Pinned, at: number): readonly Judged[] {
  const request = roster.requests[at];
  if (request === undefined) return [];
  const pairWith = roster.pairsFor(request);
  return roster.practitioners.flatMap((person, place) => {
    const isPinned = pinned.peopleOf.get(at)?.includes(place) ?? false;
    const hasRoom =
      whole(pinned.slotsLeft, place) > 0 && whole(pinned.halfDaysLeft, place) >= request.halfDays;
    if (isPinned || !hasRoom || !mayBeProposed(pairWith(place))) return [];
    const fit = fitOf(pairWith(place));
    const held = person.loadSlots + whole(pinned.slotsPinned, place);
    return [{ place, fit, worth: fit - held * roster.input.policy.rotationCostPerLoad }];
  });
}

/** Who is kept whatever they are worth: proposed before, named in an override, or owed places. */
function keptFor(roster: Roster, pinned: Pinned, at: number): (place: number) => boolean {
  const request = roster.requests[at];
  const ids = [
    ...(request?.lastProposed ?? []),
    ...(request?.overrides.map(({ personId }) => personId) ?? []),
  ];
  return (place) => {
    const id = roster.practitioners[place]?.id;
    return (id !== undefined && ids.includes(id)) || leastLeft(roster, pinned, place) > 0;
  };
}

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const opened = (seed: number, area = variedArea) => {
  const roster = rosterOf(area(seed));
  const pinned = pinsOf(roster);
  return { roster, pinned, candidates: candidatesOf(fieldOf(roster, pinned)) };
};
const asksOf = (roster: Roster, ask: Omit<Ask, "request">): readonly Ask[] =>
  roster.requests.map((_, request) => ({ request, ...ask }));

describe("candidates", () => {
  it("are, when all are wanted, those whom trying every pair finds, with the same fit", () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(variedArea, tiedArea), (seed, area) => {
        const { roster, pinned, candidates } = opened(seed, area);
        for (const { request, people, fit, leftOut } of candidates(
          asksOf(roster, { most: Infinity, above: -Infinity }),
        )) {
          const everybody = everybodyFor(roster, pinned, request);
          expect(Array.from(people)).toEqual(everybody.map(({ place }) => place));
          expect(Array.from(fit)).toEqual(everybody.map((each) => each.fit));
          expect(leftOut).toBe(-Infinity);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("are the best ones when few are wanted, of equal ones those who come first, and the best left out is told", () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 6 }), (seed, most) => {
        const { roster, pinned, candidates } = opened(seed);
        for (const { request, people, leftOut } of candidates(asksOf(roster, { most, above: -Infinity }))) {
          const isKept = keptFor(roster, pinned, request);
          const [kept, others] = [true, false].map((is) =>
            everybodyFor(roster, pinned, request).filter(({ place }) => isKept(place) === is),
          );
          const ordered = (others ?? []).sort((a, b) => b.worth - a.worth || a.place - b.place);
          const wanted = [...(kept ?? []), ...ordered.slice(0, most)].map(({ place }) => place);
          expect(Array.from(people)).toEqual(wanted.sort((a, b) => a - b));
          expect(leftOut).toBe(ordered[most]?.worth ?? -Infinity);
        }
      }),
      { numRuns: 120 },
    );
  });

  it("are all those above a worth when so asked", () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 9_000 }), (seed, above) => {
        const { roster, pinned, candidates } = opened(seed);
        for (const { request, people } of candidates(asksOf(roster, { most: Infinity, above }))) {
          const wanted = everybodyFor(roster, pinned, request).filter(({ worth }) => worth > above);
          expect(Array.from(people)).toEqual(expect.arrayContaining(wanted.map(({ place }) => place)));
        }
      }),
      { numRuns: 40 },
    );
  });

  it("are the same, and say the same of those left out, in whatever order the schools' rows come", () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 6 }), (seed, most) => {
        const area = variedArea(seed);
        const near = area.schools.map((school) => ({
          ...school,
          eastingMetres: 400_000,
          northingMetres: 300_000,
        }));
        const [one, other] = [near, near.toReversed()].map((schools) => {
          const roster = rosterOf({ ...area, schools });
          const found = candidatesOf(fieldOf(roster, pinsOf(roster)))(
            asksOf(roster, { most, above: -Infinity }),
          );
          return found.map((each) => ({
            ...each,
            people: Array.from(each.people),
            fit: Array.from(each.fit),
          }));
        });
        expect(other).toEqual(one);
      }),
      { numRuns: 40 },
    );
  });
});
