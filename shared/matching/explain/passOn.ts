import { exact, mark, whole } from "../problem/cells.ts";
import { couldFree, type Freeable } from "./freeable.ts";
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

/** Searches, shortest chains first, among people not met before with as little to take. */
function searcherOf(ledger: Ledger, people: number) {
  const personOf = (at: number): number => whole(ledger.rows.person, at);
  const least = new Float64Array(people).fill(Infinity);
  const steps: Step[] = [];
  const stepAt = (at: number): Step => {
    const step = steps[at];
    if (step === undefined) throw new RangeError(`No step ${at} among ${steps.length}`);
    return step;
  };
  const isOnPath = (person: number, from: number): boolean => {
    for (let s = from; s >= 0; s = stepAt(s).from) if (personOf(stepAt(s).at) === person) return true;
    return false;
  };
  /** Moves all along a chain to somebody with room, unless limits that it meets twice forbid it. */
  const moveAlong = (last: Step): boolean => {
    const before = ledger.mark();
    const path = [last];
    for (let s = last.from; s >= 0; s = stepAt(s).from) path.unshift(stepAt(s));
    for (const [x, { at }] of path.entries()) {
      const given = path[x + 1]?.given ?? null;
      if (given !== null) ledger.move(given, -1);
      if (ledger.isThere(at) || !ledger.isInLimit(at, null) || !ledger.hasRoom(at, null)) {
        ledger.undoTo(before);
        return false;
      }
      ledger.move(at, 1);
    }
    return true;
  };
  return { personOf, least, steps, stepAt, isOnPath, moveAlong };
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
  const { personOf, least, steps, stepAt, isOnPath, moveAlong } = searcherOf(ledger, people);
  /** Requests that the search under way need not look at again: nobody could ever take them who has not been met. */
  const isSpent = new Uint8Array(ledger.choices.length);
  const spent: number[] = [];
  let looks = 0;
  /** Looks for takers of a request that somebody has left; true once a chain was gone along. */
  const offer = (request: number, { from, given }: Leaving, freeable: Freeable): boolean => {
    if (mark(isSpent, request) === 1) return false;
    let isLeft = false;
    for (const at of ledger.choices[request] ?? []) {
      const [person, halfDays] = [personOf(at), whole(ledger.rows.halfDays, at)];
      if (!couldFree(freeable, person, halfDays) || exact(least, person) <= halfDays) continue;
      looks++;
      if (ledger.isThere(at)) continue;
      if (!ledger.isInLimit(at, given) || isOnPath(person, from)) {
        isLeft = true;
        continue;
      }
      const step = { at, from, given };
      if (ledger.hasRoom(at, null) && moveAlong(step)) return true;
      least[person] = halfDays;
      steps.push(step);
    }
    if (!isLeft) {
      isSpent[request] = 1;
      spent.push(request);
    }
    return false;
  };
  /** Forgets a search, while the rows that it met are there. */
  const forget = (): void => {
    for (const { at } of steps) least[personOf(at)] = Infinity;
    steps.length = 0;
    for (const request of spent) isSpent[request] = 0;
    spent.length = 0;
  };
  return (request, freeable) => {
    looks = 0;
    const before = ledger.mark();
    let isFilled = offer(request, { from: -1, given: null }, freeable);
    for (let s = 0; s < steps.length && !isFilled && looks < mostLooks; s++) {
      const { at } = stepAt(s);
      isFilled = (ledger.heldBy[personOf(at)] ?? []).some(
        (other) =>
          ledger.hasRoom(at, other) &&
          offer(whole(ledger.rows.request, other), { from: s, given: other }, freeable),
      );
    }
    // Nobody met could free as much as they were asked for: the next search need not ask again.
    if (!isFilled && looks < mostLooks)
      for (const { at } of steps) {
        const person = personOf(at);
        freeable[person] = Math.min(exact(freeable, person), exact(least, person) - 1);
      }
    forget();
    return isFilled ? (ledger.mark().moves - before.moves - 1) / 2 : null;
  };
}
