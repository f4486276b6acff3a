import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matched } from "../answered.testdata.ts";
import type { MatchInput } from "../facts/facts.ts";
import { madeUpArea } from "../facts/madeUpArea.ts";
import { match } from "../match.ts";
import { rowsShuffled } from "../oracle/changedFacts.arbitrary.ts";
import { changedAreas } from "./changedArea.arbitrary.ts";
import { diffRuns, type RunDiff } from "./diff.ts";
import { reverted } from "./inputChanges.ts";
import type { OutcomeChange } from "./outcomes.ts";

const plenty = 10_000;

function diffed(before: MatchInput, after: MatchInput, solvesAllowed = plenty): RunDiff {
  const found = diffRuns(before, after, { solves: solvesAllowed });
  if (found.kind !== "diffed") throw new Error(JSON.stringify(found.problems));
  return found.diff;
}

/** What a whole run, explained as it is published, decides of the same matter. */
function decided(input: MatchInput, { requestId, personId: who }: OutcomeChange): number | null {
  const { proposals, unmet } = matched(input);
  return who === null
    ? (unmet.find((row) => row.requestId === requestId)?.slots ?? null)
    : (proposals.find((row) => row.requestId === requestId && row.personId === who)?.fit ?? null);
}

const answers = (input: MatchInput): boolean => match(input).kind === "matched";

describe("a diff of two runs", () => {
  it("of a run with itself, in any order of rows, is empty", () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(1000), (seed, order) => {
        const input = madeUpArea({ schools: 12, practitioners: 20, requests: 15, codes: 6, seed });
        expect(diffed(input, rowsShuffled(input, order))).toEqual({
          inputs: [],
          outcomes: [],
          figures: [],
          solves: 0,
        });
      }),
      { numRuns: 15 },
    );
  });

  it("is the same for any order of the rows of either run", () => {
    fc.assert(
      fc.property(changedAreas({ min: 1, max: 4 }), fc.nat(1000), ([before, after], order) => {
        const found = diffed(rowsShuffled(before, order), rowsShuffled(after, order + 1), 6);
        expect(found).toEqual(diffed(before, after, 6));
      }),
      { numRuns: 30 },
    );
  });

  it("is what it would be with fewer solves when the time is up after these", () => {
    let cut = 0;
    fc.assert(
      fc.property(changedAreas({ min: 2, max: 5 }), fc.nat(3), ([before, after], most) => {
        let asked = 0;
        const found = diffRuns(before, after, { solves: plenty, isTimeUp: () => asked++ >= most });
        expect(found).toEqual({ kind: "diffed", diff: diffed(before, after, most) });
        if (asked > most) cut++;
      }),
      { numRuns: 30 },
    );
    expect(cut).toBeGreaterThan(0);
  });

  it("names a single change of the input as the cause of every difference, without a further solve", () => {
    let differences = 0;
    fc.assert(
      fc.property(changedAreas({ min: 1, max: 1 }), ([before, after]) => {
        const { inputs, outcomes, solves } = diffed(before, after, 0);
        fc.pre(inputs.length === 1);
        differences += outcomes.length;
        for (const { cause } of outcomes)
          expect(cause).toEqual({ kind: "alone", changes: [0], isComplete: true });
        expect(solves).toBe(0);
      }),
      { numRuns: 80 },
    );
    expect(differences).toBeGreaterThan(5);
  });

  it("names causes that, taken back in a run of their own, undo the difference as it says", () => {
    const kinds = new Map<string, number>();
    fc.assert(
      fc.property(changedAreas({ min: 2, max: 6 }), ([before, after]) => {
        const { inputs, outcomes } = diffed(before, after);
        const without = (positions: readonly number[]) =>
          reverted(
            before,
            after,
            positions.flatMap((at) => inputs[at] ?? []),
          );
        for (const outcome of outcomes) {
          const { kind, changes, isComplete } = outcome.cause;
          kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
          expect(isComplete).toBe(true);
          expect(decided(after, outcome)).toBe(outcome.after);
          expect(decided(before, outcome)).toBe(outcome.before);
          const sets = kind === "together" ? [changes] : changes.map((at) => [at]);
          for (const set of sets) expect(decided(without(set), outcome)).toBe(outcome.before);
          expect(changes.length).toBeGreaterThan(kind === "alone" ? 0 : 1);
          const single = kind === "together" ? changes.filter((each) => answers(without([each]))) : [];
          const sufficed = single.filter((at) => decided(without([at]), outcome) === outcome.before);
          expect(sufficed).toEqual([]);
        }
      }),
      { numRuns: 30 },
    );
    expect(kinds.get("alone")).toBeGreaterThan(0);
  });

  it("says together where either of two changes would have sufficed, and each needed where both were", () => {
    const before = madeUpArea({ schools: 8, practitioners: 12, requests: 10, codes: 6, seed: 1 });
    const outcome = match(before);
    const [first] = outcome.kind === "matched" ? outcome.result.proposals : [];
    if (!first) throw new Error("The area has a proposal");
    const shut = {
      ...before,
      requests: before.requests.map((row) =>
        row.id === first.requestId
          ? { ...row, excluded: [first.personId], declinedBy: [first.personId] }
          : row,
      ),
    };
    const causeIn = (diff: RunDiff) =>
      diff.outcomes.find(
        ({ requestId, personId: who }) => requestId === first.requestId && who === first.personId,
      )?.cause;
    expect(causeIn(diffed(before, shut))).toMatchObject({ kind: "together", changes: [0, 1] });
    expect(causeIn(diffed(shut, before))).toMatchObject({ kind: "each-needed", changes: [0, 1] });
  });

  it("the other way round mirrors the changes, the differences and the figures", () => {
    const mirrored = { new: "gone", gone: "new", changed: "changed" } as const;
    const turned = {
      proposed: "no-longer-proposed",
      "no-longer-proposed": "proposed",
      "fit-changed": "fit-changed",
      opened: "closed",
      closed: "opened",
    } as const;
    fc.assert(
      fc.property(changedAreas({ min: 1, max: 5 }), ([before, after]) => {
        const [there, back] = [diffed(before, after, 0), diffed(after, before, 0)];
        const swapped = <Row extends { before: unknown; after: unknown }>(row: Row) => ({
          ...row,
          before: row.after,
          after: row.before,
        });
        expect(back.inputs).toEqual(
          there.inputs.map((row) => ({ ...swapped(row), kind: mirrored[row.kind] })),
        );
        expect(back.figures).toEqual(there.figures.map(swapped));
        const bare = (row: RunDiff["outcomes"][number]) => ({ ...row, cause: null });
        expect(back.outcomes.map(bare)).toEqual(
          there.outcomes.map(bare).map((row) => ({ ...swapped(row), kind: turned[row.kind] })),
        );
      }),
      { numRuns: 30 },
    );
  });

  it("keeps to the solves that it is allowed, and says of which differences it does not know the cause", () => {
    fc.assert(
      fc.property(changedAreas({ min: 3, max: 6 }), fc.nat(4), ([before, after], allowed) => {
        const { outcomes, solves } = diffed(before, after, allowed);
        expect(solves).toBeLessThanOrEqual(allowed);
        const known = diffed(before, after).outcomes;
        outcomes.forEach(({ cause }, x) => {
          expect(cause.isComplete ? cause : known[x]?.cause).toEqual(known[x]?.cause);
          expect(cause.changes.length).toBeGreaterThan(0);
        });
      }),
      { numRuns: 30 },
    );
  });
});
