import { exact, mark, whole } from "../problem/cells.ts";
import { couldFree, type Freeable } from "./freeable.ts";
import { hasRoom, isInLimit, isThere } from "./holding.ts";
import type { Ledger } from "./ledger.ts";

/** Pairs that the search for one chain may look at, so that no question takes long. */
const mostLooks = 20_000;

/** Somebody who takes a row on the way along a chain, in the place of work that they pass on. */
interface Step extends Leaving {
  readonly at: number;
}

/** Work that somebody passes on. */
interface Leaving {
  /** The step of whoever passes it on, or -1 for the place that is to be filled. */
  readonly from: number;
  /** The row that they give up, or null where nobody has held it. */
  readonly given: number | null;
}

/** A search for one chain, shortest chains first, among people not met before with as little to take. */
interface Search {
  readonly ledger: Ledger;
  freeable: Freeable;
  /** The least half-days for which each person was met. */
  readonly least: Float64Array;
  readonly steps: Step[];
  /** Requests that need not be looked at again: nobody could ever take them who has not been met. */
  readonly isSpent: Uint8Array;
  readonly spent: number[];
  looks: number;
}

const personOf = ({ ledger }: Search, at: number): number => whole(ledger.rows.person, at);

function stepAt({ steps }: Search, at: number): Step {
  const step = steps[at];
  if (step === undefined) throw new RangeError(`No step ${at} among ${steps.length}`);
  return step;
}

function isOnPath(search: Search, person: number, from: number): boolean {
  for (let s = from; s >= 0; s = stepAt(search, s).from)
    if (personOf(search, stepAt(search, s).at) === person) return true;
  return false;
}

/** Moves all along a chain to somebody with room, unless limits that it meets twice forbid it. */
function moveAlong(search: Search, last: Step): boolean {
  const { ledger } = search;
  const before = ledger.mark();
  const path = [last];
  for (let s = last.from; s >= 0; s = stepAt(search, s).from) path.unshift(stepAt(search, s));
  for (const [x, { at }] of path.entries()) {
    const given = path[x + 1]?.given ?? null;
    if (given !== null) ledger.move(given, -1);
    if (isThere(ledger, at) || !isInLimit(ledger, at, null) || !hasRoom(ledger, at, null)) {
      ledger.undoTo(before);
      return false;
    }
    ledger.move(at, 1);
  }
  return true;
}

/** Looks for takers of a request that somebody has left; true once a chain was gone along. */
function offer(search: Search, request: number, { from, given }: Leaving): boolean {
  const { ledger, freeable, least, isSpent } = search;
  if (mark(isSpent, request) === 1) return false;
  let isLeft = false;
  for (const at of ledger.choices[request] ?? []) {
    const [person, halfDays] = [personOf(search, at), whole(ledger.rows.halfDays, at)];
    if (!couldFree(freeable, person, halfDays) || exact(least, person) <= halfDays) continue;
    search.looks++;
    if (isThere(ledger, at)) continue;
    if (!isInLimit(ledger, at, given) || isOnPath(search, person, from)) {
      isLeft = true;
      continue;
    }
    const step = { at, from, given };
    if (hasRoom(ledger, at, null) && moveAlong(search, step)) return true;
    least[person] = halfDays;
    search.steps.push(step);
  }
  if (!isLeft) {
    isSpent[request] = 1;
    search.spent.push(request);
  }
  return false;
}

/** Forgets what was met, while the rows that were are there. */
function forget(search: Search): void {
  const { least, steps, isSpent, spent } = search;
  for (const { at } of steps) least[personOf(search, at)] = Infinity;
  steps.length = 0;
  for (const request of spent) isSpent[request] = 0;
  spent.length = 0;
  search.looks = 0;
}

/** Whether a chain from a request to somebody with room was found, and gone along. */
function isPassedOn(search: Search, request: number): boolean {
  const { ledger, steps } = search;
  let isFilled = offer(search, request, { from: -1, given: null });
  for (let s = 0; s < steps.length && !isFilled && search.looks < mostLooks; s++) {
    const { at } = stepAt(search, s);
    isFilled = (ledger.heldBy[personOf(search, at)] ?? []).some(
      (other) =>
        hasRoom(ledger, at, other) &&
        offer(search, whole(ledger.rows.request, other), { from: s, given: other }),
    );
  }
  return isFilled;
}

/**
 * Gives one more place of a request to somebody: as they are, or after they passed on other work to the next, until
 * somebody has room. The shortest chain found is gone along; says how many other places moved, or null: then
 * `freeable` has learnt whom it is of no use to ask while the ledger stands as it does.
 */
export function passerOn(
  ledger: Ledger,
  people: number,
): (request: number, freeable: Freeable) => number | null {
  const search: Search = {
    ledger,
    freeable: new Float64Array(0),
    least: new Float64Array(people).fill(Infinity),
    steps: [],
    isSpent: new Uint8Array(ledger.choices.length),
    spent: [],
    looks: 0,
  };
  return (request, freeable) => {
    const before = ledger.mark();
    search.freeable = freeable;
    const isFilled = isPassedOn(search, request);
    // Nobody met could free as much as they were asked for: the next search need not ask again.
    if (!isFilled && search.looks < mostLooks)
      for (const { at } of search.steps) {
        const person = personOf(search, at);
        freeable[person] = Math.min(exact(freeable, person), exact(search.least, person) - 1);
      }
    forget(search);
    return isFilled ? (ledger.mark().moves - before.moves - 1) / 2 : null;
  };
}
