import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { opened } from "../answered.testdata.ts";
import { madeUpArea } from "../facts/madeUpArea.ts";
import { whole } from "../problem/cells.ts";
import { lighter } from "../problem/lighter.arbitrary.ts";
import { solve } from "../solve/solve.ts";
import { hopeFinder } from "./hope.ts";
import { type ChangedOptions, rehearsalOf } from "./rehearsal.ts";
import { type Solved, standingOf } from "./standing.ts";

/** A run of an area with few people; where told, solved again with priorities that outweigh so many units of fit only. */
function scarceRun(seed: number, fits: number | null = null): Solved {
  const run = opened(madeUpArea({ schools: 20, practitioners: 20, requests: 45, codes: 6, seed }));
  if (fits === null) return run;
  const encoded = lighter(run.encoded, { fits, places: 5 });
  return standingOf({ ...run, encoded, solution: solve(encoded.problem, 10) });
}

/** Whether no change is denied the places that a chain of moves fills with it. */
function isNeverDenied(run: Solved, changed: readonly ChangedOptions[]): boolean {
  const [mayFill, rehearsal] = [hopeFinder(run), rehearsalOf(run)];
  return changed.every((change) => {
    const i = change.request;
    const wanted = whole(run.encoded.problem.wanted, i);
    const filled = rehearsal.withOptions(change, () => {
      while (rehearsal.holdersOf(i).length < wanted) if (rehearsal.fill(i) === null) break;
      return rehearsal.holdersOf(i).length;
    });
    const more = Math.max(0, filled - (wanted - whole(run.unfilled, i)));
    return Array.from({ length: more }, (_, x) => x + 1).every((each) => mayFill(change, each));
  });
}

/** Open requests of a run, each as if it could have everybody from `first` on, every so many, for so many half-days. */
function changesOf(run: Solved, first: number, halfDays: number): ChangedOptions[] {
  const { roster, pinned, unfilled } = run;
  const options = roster.practitioners.flatMap((_, person) =>
    person % 3 === first &&
    whole(pinned.slotsLeft, person) > 0 &&
    whole(pinned.halfDaysLeft, person) >= halfDays
      ? [{ person, halfDays, group: null }]
      : [],
  );
  return Array.from(roster.requests.keys())
    .filter((request) => whole(unfilled, request) > 0)
    .map((request) => ({ request, options, limitOf: () => Infinity }));
}

/** A change that costs more fit than a unit of priority outweighs. */
const costsMuchFit = { seed: 188, first: 1, halfDays: 1, fits: 10 } as const;

describe("hope of filling more places", () => {
  it("is never given up where a chain of moves fills them, however little fit a priority outweighs", () => {
    const asked = fc.record({
      seed: fc.integer({ min: 1, max: 500 }),
      first: fc.integer({ min: 0, max: 2 }),
      halfDays: fc.integer({ min: 1, max: 8 }),
      fits: fc.constantFrom(null, 10, 1_000, 10_000),
    });
    fc.assert(
      fc.property(asked, ({ seed, first, halfDays, fits }) => {
        const run = scarceRun(seed, fits);
        expect(isNeverDenied(run, changesOf(run, first, halfDays))).toBe(true);
      }),
      { numRuns: 60, examples: [[costsMuchFit]] },
    );
  });

  it("is given up where prices prove that nothing more can be filled", () => {
    for (const fits of [null, 10_000]) {
      const run = scarceRun(40, fits);
      const mayFill = hopeFinder(run);
      const verdicts = [0, 1, 2].flatMap((first) =>
        changesOf(run, first, 4).map((change) => mayFill(change, 1)),
      );
      expect(new Set(verdicts)).toEqual(new Set([true, false]));
    }
  });
});
