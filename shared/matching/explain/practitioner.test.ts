import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { opened } from "../answered.testdata.ts";
import { madeUpArea, personId, requestId } from "../facts/madeUpArea.ts";
import type { MatchInput } from "../facts/facts.ts";
import type { OpenRun } from "../openRun.ts";
import { mayBeProposed, refusals } from "../rules/rules.ts";
import { proposalsOf } from "./explain.ts";
import { viewForPractitioner, type NotAsked, type PractitionerView } from "./practitioner.ts";

const seeds = fc.integer({ min: 1, max: 1_000_000 });

const area = (seed: number): MatchInput =>
  madeUpArea({ schools: 12, practitioners: 14, requests: 12, codes: 8, seed });

function view(run: OpenRun, at: number): PractitionerView {
  const found = viewForPractitioner(run, personId(at));
  if (found === null) throw new Error("The run knows everybody in it");
  return found;
}

/** Half-days and places left to somebody beside their proposals, counted from the facts. */
function left(run: OpenRun, at: number): { halfDays: number; slots: number } {
  const person = run.roster.practitioners[at];
  const mine = proposalsOf(run).filter((row) => row.personId === person?.id);
  const days = mine.map((row) => run.roster.requests.find(({ id }) => id === row.requestId)?.halfDays ?? 0);
  return {
    halfDays: (person?.capacityHalfDaysLeft ?? 0) - days.reduce((sum, value) => sum + value, 0),
    slots: (person?.capacitySlotsLeft ?? 0) - mine.length,
  };
}

/** Judges a reason again from the facts and the proposals alone. */
function holdsTrue(run: OpenRun, at: number, told: NotAsked): boolean {
  const request = run.roster.requests.find(({ id }) => id === told.requestId);
  if (request === undefined) return false;
  const pair = run.roster.pairsFor(request)(at);
  if (told.reason === "rule")
    return (
      told.rules.map(({ rule }) => rule).join() ===
      refusals(pair)
        .map(({ name }) => name)
        .join()
    );
  const holders = proposalsOf(run).filter((row) => row.requestId === told.requestId);
  const worst = Math.min(...holders.flatMap(({ pinned, fit }) => (pinned ? [] : [fit])));
  const free = left(run, at);
  const hasRoom = free.slots > 0 && free.halfDays >= request.halfDays;
  const mayBe = mayBeProposed(pair);
  switch (told.reason) {
    case "not-needed":
      return mayBe && holders.every(({ pinned }) => pinned);
    case "asked-elsewhere":
    case "work-given":
      return mayBe && !hasRoom;
    case "better-fit":
      return mayBe && hasRoom && (request.maxFromOneSchool !== undefined || worst > (told.fit ?? 0));
    case "less-work":
    case "as-good":
      return mayBe && hasRoom && worst <= (told.fit ?? 0);
    case "one-school":
      return mayBe && hasRoom && request.maxFromOneSchool === 1;
    case "not-offered":
      return false;
  }
}

describe("the view for a practitioner", () => {
  it("holds their proposals as the broker sees them, and each near request once", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const run = opened(area(seed));
        run.roster.practitioners.forEach((person, at) => {
          const { proposed, notAsked } = view(run, at);
          const mine = proposalsOf(run).filter((row) => row.personId === person.id);
          expect(proposed).toMatchObject(
            mine.map(({ requestId: id, fit, pinned, components }) => ({
              requestId: id,
              fit,
              pinned,
              components,
            })),
          );
          const ids = [...proposed, ...notAsked].map((row) => row.requestId);
          expect(new Set(ids).size).toBe(ids.length);
        });
      }),
      { numRuns: 25 },
    );
  });

  it("gives only reasons that hold when they are judged again from the facts", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const run = opened(area(seed));
        run.roster.practitioners.forEach((_, at) => {
          const { notAsked } = view(run, at);
          expect(notAsked.filter((row) => !holdsTrue(run, at, row))).toEqual([]);
          const rules = notAsked.flatMap((row) => row.rules);
          expect(rules.filter(({ evidence = [] }) => evidence.length === 0)).toEqual([]);
        });
      }),
      { numRuns: 60 },
    );
  });

  it("names nobody else and tells nothing that others have declared", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const run = opened(area(seed));
        run.roster.practitioners.forEach((person, at) => {
          const words = JSON.stringify(view(run, at));
          const named = words.match(/per_\d{8}/g) ?? [];
          expect(named.every((id) => id === person.id)).toBe(true);
          const declared = words.includes("A declared reason");
          expect(declared && person.declaredInterests.length === 0).toBe(false);
        });
      }),
      { numRuns: 15 },
    );
  });

  it("answers about one request, near or not, and says when the run does not know the person", () => {
    const run = opened(area(4));
    const all = run.roster.requests.map(({ id }) => viewForPractitioner(run, personId(0), id));
    expect(all.map((one) => (one?.proposed.length ?? 0) + (one?.notAsked.length ?? 0))).toEqual(
      run.roster.requests.map(() => 1),
    );
    expect(viewForPractitioner(run, personId(999), requestId(0))).toBeNull();
  });
});
