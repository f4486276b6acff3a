import { whole } from "../problem/cells.ts";
import { hopeFinder } from "./hope.ts";
import { type Filled, mostFilledFinder } from "./mostFilled.ts";
import { type ChangedOptions, type Rehearsal, rehearsalOf } from "./rehearsal.ts";
import { chosenFor, type Solved } from "./standing.ts";

/** How far a change is tried: along chains from one person to the next, or by solving again what they leave open. */
export type HowFar = "chains" | "all";

/** What a change brings, as far as it was tried. */
export interface Gain extends Filled {
  /** Whether no more can be filled, as far as all that is tried in the end can tell. */
  readonly isSettled: boolean;
}

/** Fills places of a changed request one after another, for as long as there is a chain. */
function byChains(rehearsal: Rehearsal, changed: ChangedOptions, wanted: number): Filled {
  const i = changed.request;
  return rehearsal.withOptions(changed, () => {
    let [filled, moved] = [rehearsal.holdersOf(i).length, 0];
    for (; filled < wanted; filled++) {
      const moves = rehearsal.fill(i);
      if (moves === null) break;
      moved += moves;
    }
    return { filled, moved };
  });
}

/** Whether somebody would have all work that they are owed with a place less. */
const mayLeave =
  ({ heldBy, owedTo }: Solved) =>
  (j: number): boolean =>
    (heldBy[j]?.length ?? 0) > whole(owedTo, j);

/**
 * Finds the most places of a changed request that can be filled while every other request keeps as many as it has
 * and nobody comes further short of the work they are owed.
 */
export interface GainFinder {
  /** Begins a round of changes: what they bring hangs on their order alone, not on what was asked before. */
  readonly begin: () => void;
  readonly gainOf: (changed: ChangedOptions) => Gain;
}

/** Tries changes of a solved run, as far as is told. */
export function gainFinder(solved: Solved, howFar: HowFar): GainFinder {
  const rehearsal = rehearsalOf(solved);
  const [mayBeHoped, mostFilled] = [hopeFinder(solved), mostFilledFinder(solved)];
  const { problem } = solved.encoded;

  /** Whether `more` places beside those of the run are not ruled out: by who could give a place, and by prices. */
  const mayFill = (changed: ChangedOptions, more: number, leaving: readonly number[]): boolean => {
    const isPlain = leaving.length === 0 && changed.options.every(({ group }) => group === null);
    const held = chosenFor(solved, changed.request);
    const could = ({ person }: { readonly person: number }): boolean =>
      !held.includes(person) && rehearsal.couldEverGive(person);
    if (isPlain && changed.options.filter(could).length < more) return false;
    return mayBeHoped(changed, more);
  };

  const gainOf: GainFinder["gainOf"] = (changed) => {
    const i = changed.request;
    const [wanted, held] = [whole(problem.wanted, i), chosenFor(solved, i)];
    const leaving = held.filter((j) => !changed.options.some(({ person }) => person === j));
    const chained = byChains(rehearsal, changed, wanted);
    // Chains take work from nobody but those who can no longer hold this request.
    const isKept = leaving.every(mayLeave(solved));
    const found = isKept && chained.filled > held.length ? chained : { filled: held.length, moved: 0 };
    const isMost = found.filled >= Math.min(wanted, changed.options.length);
    if (isMost || !mayFill(changed, found.filled + 1 - held.length, leaving))
      return { ...found, isSettled: true };
    if (howFar === "chains") return { ...found, isSettled: false };
    return { ...(mostFilled(changed, found.filled) ?? found), isSettled: true };
  };
  return { begin: rehearsal.forget, gainOf };
}
