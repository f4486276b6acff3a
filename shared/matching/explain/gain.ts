import { mark, whole } from "../problem/cells.ts";
import { loadsOf } from "../problem/answer.ts";
import { hopeFinder } from "./hope.ts";
import { type Filled, mostFilledFinder } from "./mostFilled.ts";
import { owedKept } from "./owed.ts";
import { type ChangedOptions, type Rehearsal, rehearsalOf } from "./rehearsal.ts";
import type { Solved } from "./standing.ts";

/** How far a change is tried: along chains from one person to the next, or by solving again what they leave open. */
export type Effort = "chains" | "all";

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

/** What the run has on a request, and who would come short of the work they are owed without it. */
function holdersOf(solved: Solved) {
  const { problem } = solved.encoded;
  const owed = owedKept(solved);
  const load = loadsOf(problem, solved.solution.taken);
  const peopleOf = Map.groupBy(
    Array.from(solved.solution.taken.keys()).filter((e) => mark(solved.solution.taken, e) === 1),
    (e) => whole(solved.requestOfPair, e),
  );
  const people = new Map(
    Array.from(peopleOf, ([i, pairs]) => [i, pairs.map((e) => whole(problem.practitioner, e))]),
  );
  return {
    of: (i: number): readonly number[] => people.get(i) ?? [],
    mayLeave: (j: number): boolean => whole(load, j) > whole(owed, j),
  };
}

/**
 * Finds the most places of a changed request that can be filled while every other request keeps as many as it has
 * and nobody comes further short of the work they are owed.
 */
export function gainFinder(solved: Solved, effort: Effort): (changed: ChangedOptions) => Gain {
  const [rehearsal, holders] = [rehearsalOf(solved), holdersOf(solved)];
  const [mayBeHoped, mostFilled] = [hopeFinder(solved), mostFilledFinder(solved)];
  const { problem } = solved.encoded;

  /** Whether `more` places beside those of the run are not ruled out: by who could give a place, and by prices. */
  const mayFill = (changed: ChangedOptions, more: number, leaving: readonly number[]): boolean => {
    const isPlain = leaving.length === 0 && changed.options.every(({ group }) => group === null);
    const held = holders.of(changed.request);
    const could = ({ person }: { readonly person: number }): boolean =>
      !held.includes(person) && rehearsal.couldEverGive(person);
    if (isPlain && changed.options.filter(could).length < more) return false;
    return mayBeHoped(changed, more);
  };

  return (changed) => {
    const i = changed.request;
    const [wanted, held] = [whole(problem.wanted, i), holders.of(i)];
    const leaving = held.filter((j) => !changed.options.some(({ person }) => person === j));
    const chained = byChains(rehearsal, changed, wanted);
    // Chains take work from nobody but those who can no longer hold this request.
    const isKept = leaving.every(holders.mayLeave);
    const found = isKept && chained.filled > held.length ? chained : { filled: held.length, moved: 0 };
    const isMost = found.filled >= Math.min(wanted, changed.options.length);
    if (isMost || !mayFill(changed, found.filled + 1 - held.length, leaving))
      return { ...found, isSettled: true };
    if (effort === "chains") return { ...found, isSettled: false };
    return { ...(mostFilled(changed, found.filled) ?? found), isSettled: true };
  };
}
