import type { InputProblem, MatchInput } from "../facts/facts.ts";
import { resultOf } from "../match.ts";
import { openRun } from "../openRun.ts";
import { type Allowed, type Cause, causesOf } from "./causes.ts";
import { type FigureChange, figureChanges } from "./figures.ts";
import { type InputChange, inputChanges } from "./inputChanges.ts";
import { type OutcomeChange, outcomeChanges, outcomesOf } from "./outcomes.ts";
import { partsOf } from "./parts.ts";

/** What changed from one run to another, and why. */
export interface RunDiff {
  /** Causes name these by their position. */
  readonly inputs: readonly InputChange[];
  readonly outcomes: readonly (OutcomeChange & { readonly cause: Cause })[];
  readonly figures: readonly FigureChange[];
  /** Solves made to find the causes, beside one for each of the two runs. */
  readonly solves: number;
}

export type Diffed =
  | { readonly kind: "diffed"; readonly diff: RunDiff }
  | { readonly kind: "invalid-input"; readonly problems: readonly InputProblem[] };

/**
 * Compares two runs by their inputs, and says for each difference in what they decide which changes of the input
 * made it: those that could reach it through feasible pairs, verified by taking them back and solving again, no
 * more often or longer than allowed. The other way round, the same changes and outcomes are mirrored; causes need
 * not be, since they are what the later run would do without a change. Pure, whatever the order of rows.
 */
export function diffRuns(before: MatchInput, after: MatchInput, allowed: Allowed): Diffed {
  const opened = [before, after].map((input) => openRun(input, undefined, allowed.known));
  const problems = opened.flatMap((each) => (each.kind === "invalid-input" ? each.problems : []));
  const [was, is] = opened.flatMap((each) => (each.kind === "opened" ? [each.run] : []));
  if (!was || !is) return { kind: "invalid-input", problems };
  const inputs = inputChanges(before, after);
  const outcomes = [outcomesOf(was), outcomesOf(is)] as const;
  const changed = outcomeChanges(...outcomes);
  const known = new Map([...was.solvedParts, ...is.solvedParts]);
  const compared = {
    inputs: [before, after],
    outcomes,
    changes: inputs,
    parts: partsOf(was, is),
    known,
  } as const;
  const { causes, solves } = causesOf(compared, changed, allowed);
  return {
    kind: "diffed",
    diff: {
      inputs,
      outcomes: changed.flatMap((outcome, x) => {
        const cause = causes[x];
        return cause === undefined ? [] : [{ ...outcome, cause }];
      }),
      figures: figureChanges(resultOf(was), resultOf(is)),
      solves,
    },
  };
}
