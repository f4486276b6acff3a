import type { MatchInput } from "../facts/facts.ts";
import { openRun } from "../openRun.ts";
import type { SolvedParts } from "../solve/memory.ts";
import { type InputChange, reverted } from "./inputChanges.ts";
import { type OutcomeChange, outcomeKey, type Outcomes, outcomesOf } from "./outcomes.ts";
import type { Parts } from "./parts.ts";

/**
 * What made an outcome change, as positions among the changes of the input, nearest first, found by taking changes
 * back and solving again. `alone`: taking this one back undoes it. `each-needed`: several acted together, and
 * taking any one of them back undoes it. `together`: no single one that was tried undoes it, all of these do.
 */
export interface Cause {
  readonly kind: "alone" | "each-needed" | "together";
  readonly changes: readonly number[];
  /** False when the solves or the time allowed were used up: a change not tried alone may be one, and a set may be larger than need be. */
  readonly isComplete: boolean;
}

/** Two inputs with what was decided on each, and how they differ. */
export interface Compared {
  readonly inputs: readonly [MatchInput, MatchInput];
  readonly outcomes: readonly [Outcomes, Outcomes];
  readonly changes: readonly InputChange[];
  readonly parts: Parts;
  /** Answers of parts, which are not solved again. */
  readonly known: SolvedParts;
}

/** How long causes may be looked for. */
export interface Allowed {
  readonly solves: number;
  /** Asked before each solve; once it is true, it is to stay so. */
  readonly isTimeUp?: () => boolean;
  /** Answers of parts of both runs, as far as they are known. */
  readonly known?: SolvedParts;
}

/** Solves the later input without some of its changes, each set once and no more sets than allowed. */
interface Trials {
  /** What would then be decided; null when it was not solved, or when rows would refer to rows that are gone. */
  readonly without: (taken: readonly number[]) => Outcomes | null;
  readonly solves: () => number;
  readonly isSpent: () => boolean;
}

function trialsOf(compared: Compared, { solves: most, isTimeUp }: Allowed): Trials {
  const { inputs, outcomes, changes } = compared;
  const known = new Map<string, Outcomes | null>([
    ["", outcomes[1]],
    [changes.map((_, at) => at).join(), outcomes[0]],
  ]);
  let solves = 0;
  let spent = false;
  return {
    solves: () => solves,
    isSpent: () => spent,
    without(taken) {
      const key = taken.toSorted((a, b) => a - b).join();
      const before = known.get(key);
      if (before !== undefined) return before;
      if (solves >= most || isTimeUp?.() === true) {
        spent = true;
        return null;
      }
      solves++;
      const opening = openRun(
        reverted(
          inputs[0],
          inputs[1],
          taken.flatMap((at) => changes[at] ?? []),
        ),
        undefined,
        compared.known,
      );
      const found = opening.kind === "opened" ? outcomesOf(opening.run) : null;
      known.set(key, found);
      return found;
    },
  };
}

const isUndone = (change: OutcomeChange, outcomes: Outcomes | null): boolean =>
  outcomes !== null && (outcomes.get(outcomeKey(change))?.value ?? null) === change.before;

/** For each outcome the changes that could reach it: of its own rows, then of its part, then those that reach all. */
function reachersOf(compared: Compared, outcomes: readonly OutcomeChange[]): readonly (readonly number[])[] {
  const { parts, changes } = compared;
  const reached = changes.map(parts.reachedBy);
  return outcomes.map(({ requestId, personId }) => {
    const places = [parts.partOf(requestId), parts.partOf(personId ?? requestId)];
    const ranks = changes.map(({ id }, at) => {
      if (id === requestId || id === personId) return 0;
      const mine = reached[at];
      return mine ? (places.some((place) => mine.has(place)) ? 1 : 3) : 2;
    });
    return [0, 1, 2].flatMap((rank) => changes.flatMap((_, at) => (ranks[at] === rank ? [at] : [])));
  });
}

/**
 * A small set within `group` that undoes the outcome beside `held`, given that all of them do: halves it for as
 * long as that suffices. After Junker 2004, "QuickXplain".
 */
function smallSet(
  undoes: (taken: readonly number[]) => boolean,
  held: readonly number[],
  { group, added }: { readonly group: readonly number[]; readonly added: boolean },
): readonly number[] {
  if (added && undoes(held)) return [];
  if (group.length <= 1) return group;
  const half = Math.ceil(group.length / 2);
  const [near, far] = [group.slice(0, half), group.slice(half)];
  const ofFar = smallSet(undoes, [...held, ...near], { group: far, added: true });
  const ofNear = smallSet(undoes, [...held, ...ofFar], { group: near, added: ofFar.length > 0 });
  return [...ofNear, ...ofFar];
}

/** The smallest set found whose changes together undo an outcome: all of them always do. */
function jointCause(trials: Trials, outcome: OutcomeChange, groups: readonly (readonly number[])[]): Cause {
  const undoes = (taken: readonly number[]): boolean => isUndone(outcome, trials.without(taken));
  const group = groups.find(undoes) ?? [];
  const small = smallSet((taken) => !trials.isSpent() && undoes(taken), [], { group, added: false });
  const changes = undoes(small) ? small : group;
  return {
    kind: changes.length === 1 ? "alone" : "together",
    changes,
    isComplete: !trials.isSpent(),
  };
}

/** The cause of each change of outcome, in their order, and how many solves it took to be sure. */
export function causesOf(
  compared: Compared,
  outcomes: readonly OutcomeChange[],
  allowed: Allowed,
): { readonly causes: readonly Cause[]; readonly solves: number } {
  const trials = trialsOf(compared, allowed);
  const all = compared.changes.map((_, at) => at);
  const reachers = reachersOf(compared, outcomes);
  const longest = reachers.reduce((most, { length }) => Math.max(most, length), 0);
  const alone: number[][] = outcomes.map(() => []);
  const complete = outcomes.map(() => true);
  // Nearest first for all outcomes, so that what the solves suffice for is the likeliest of each.
  for (let rank = 0; rank < longest; rank++)
    outcomes.forEach((outcome, x) => {
      const at = reachers[x]?.[rank];
      if (at === undefined) return;
      const without = trials.without([at]);
      if (without === null && trials.isSpent()) complete[x] = false;
      if (isUndone(outcome, without)) alone[x]?.push(at);
    });
  const causes = outcomes.map((outcome, x): Cause => {
    const found = alone[x] ?? [];
    if (found.length === 0) return jointCause(trials, outcome, [reachers[x] ?? [], all]);
    return {
      kind: found.length === 1 ? "alone" : "each-needed",
      changes: found,
      isComplete: complete[x] ?? false,
    };
  });
  return { causes, solves: trials.solves() };
}
