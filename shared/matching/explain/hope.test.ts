import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { opened } from "../answered.testdata.ts";
import { madeUpArea } from "../facts/madeUpArea.ts";
import { whole } from "../problem/cells.ts";
import { hopeFinder } from "./hope.ts";
import { type ChangedOptions, rehearsalOf } from "./rehearsal.ts";

const scarceRun = (seed: number) =>
  opened(madeUpArea({ schools: 20, practitioners: 20, requests: 45, codes: 6, seed }));

/** Open requests of a run, each as if it could have everybody from `first` on, every so many, for so many half-days. */
function changesOf(run: ReturnType<typeof scarceRun>, first: number, halfDays: number): ChangedOptions[] {
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

describe("hope of filling more places", () => {
  it("is never given up where a chain of moves fills them", () => {
    const asked = fc.record({
      seed: fc.integer({ min: 1, max: 500 }),
      first: fc.integer({ min: 0, max: 2 }),
      halfDays: fc.integer({ min: 1, max: 8 }),
    });
    fc.assert(
      fc.property(asked, ({ seed, first, halfDays }) => {
        const run = scarceRun(seed);
        const [mayFill, rehearsal] = [hopeFinder(run), rehearsalOf(run)];
        for (const change of changesOf(run, first, halfDays)) {
          const i = change.request;
          const held = whole(run.encoded.problem.wanted, i) - whole(run.unfilled, i);
          const filled = rehearsal.withOptions(change, () => {
            while (rehearsal.holdersOf(i).length < whole(run.encoded.problem.wanted, i))
              if (rehearsal.fill(i) === null) break;
            return rehearsal.holdersOf(i).length;
          });
          for (let more = 1; more <= filled - held; more++) expect(mayFill(change, more)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("is given up where prices prove that nothing more can be filled", () => {
    const verdicts = [1, 2, 3, 4, 5].flatMap((seed) => {
      const run = scarceRun(seed);
      const mayFill = hopeFinder(run);
      return [0, 1, 2].flatMap((first) => changesOf(run, first, 4).map((change) => mayFill(change, 1)));
    });
    expect(new Set(verdicts)).toEqual(new Set([true, false]));
  });
});
