import { exact } from "../problem/cells.ts";
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
  const least = new Float64Array(people);
  const steps: Step[] = [];
  const stepAt = (at: number): Step => {
    const step = steps[at];
    if (step === undefined) throw new RangeError(`No step ${at} among ${steps.length}`);
    return step;
  };
  const isOnPath = (person: number, from: number): boolean => {
    for (let s = from; s >= 0; s = stepAt(s).from)
      if (ledger.row(stepAt(s).at).person === person) return true;
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
      if (!ledger.isOpen(at) || !ledger.hasRoom(at, null)) {
        ledger.undoTo(before);
        return false;
      }
      ledger.move(at, 1);
    }
    return true;
  };
  return { least, steps, stepAt, isOnPath, moveAlong };
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
  const { least, steps, stepAt, isOnPath, moveAlong } = searcherOf(ledger, people);
  let looks = 0;
  /** Looks for takers of a request that somebody has left; true once a chain was gone along. */
  const offer = (request: number, { from, given }: Leaving, freeable: Freeable): boolean => {
    for (const at of ledger.choices[request] ?? []) {
      const { person, halfDays } = ledger.row(at);
      if (!couldFree(freeable, person, halfDays) || exact(least, person) <= halfDays) continue;
      looks++;
      if (!ledger.isOpen(at, given) || isOnPath(person, from)) continue;
      const step = { at, from, given };
      if (ledger.hasRoom(at, null) && moveAlong(step)) return true;
      least[person] = halfDays;
      steps.push(step);
    }
    return false;
  };
  return (request, freeable) => {
    looks = 0;
    steps.length = 0;
    least.fill(Infinity);
    const before = ledger.mark();
    let isFilled = offer(request, { from: -1, given: null }, freeable);
    for (let s = 0; s < steps.length && !isFilled && looks < mostLooks; s++) {
      const { at } = stepAt(s);
      isFilled = (ledger.heldBy[ledger.row(at).person] ?? []).some(
        (other) =>
          ledger.hasRoom(at, other) && offer(ledger.row(other).request, { from: s, given: other }, freeable),
      );
    }
    if (isFilled) return (ledger.mark().moves - before.moves - 1) / 2;
    // Nobody met could free as much as they were asked for: the next search need not ask again.
    if (looks < mostLooks)
      for (const { at } of steps) {
        const { person } = ledger.row(at);
        freeable[person] = Math.min(exact(freeable, person), exact(least, person) - 1);
      }
    return null;
  };
}
