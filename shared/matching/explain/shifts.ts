import { once } from "../facts/once.ts";
import { exact, mark, whole } from "../problem/cells.ts";
import { type Earnings, noneUsed, type PriceShift } from "./earnings.ts";
import type { Problem } from "../problem/problem.ts";
import type { Reroutes } from "./reroute.ts";
import type { Solved } from "./standing.ts";

/** Other prices for some requests, with what they change. */
export interface Shift extends PriceShift {
  /** Everybody who earns more or less by it, and how much each. */
  readonly people: readonly number[];
  readonly changes: readonly number[];
  /** Not 0 for everybody who could serve one of the requests. */
  readonly reach: Uint8Array;
}

/** Finds prices near those that prove a run which tell more of what it takes to force one pair. */
export interface Shifts {
  /** A request dearer for everybody, and those around it that whoever leaves it would turn to. */
  readonly raised: (request: number) => Shift;
  /** A request cheaper, and those around it from which others would turn to it. */
  readonly lowered: (request: number) => Shift;
}

/** Prices of so many requests are moved around one: farther off more change only where next to nothing is in doubt. */
const [mostAround, mostAroundProven] = [3, 6];

/** What everybody earns with what they hold. */
const earnedNow = (solved: Solved, { profitOf }: Earnings): Float64Array =>
  Float64Array.from(solved.heldBy, (mine, j) => {
    const { slotStart, slotCost } = solved.encoded.problem;
    let sum = 0;
    for (const e of mine) sum += profitOf(e);
    for (let s = 0; s < mine.length; s++) sum -= exact(slotCost, whole(slotStart, j) + s);
    return sum;
  });

/** What each person could earn at most beside one more pair, its slot paid for, if half days had no end. */
const earnedBeside = (solved: Solved, { profitOf, byPerson }: Earnings): Float64Array =>
  Float64Array.from(solved.heldBy, (_, j) => {
    const { slotStart, slotCost } = solved.encoded.problem;
    let [most, sum, x] = [-Infinity, 0, whole(byPerson.start, j)];
    for (let s = whole(slotStart, j); s < whole(slotStart, j + 1); s++, x++) {
      sum -= exact(slotCost, s);
      most = Math.max(most, sum);
      sum += Math.max(0, profitOf(whole(byPerson.pairs, x)));
    }
    return most;
  });

/** Sees each pair of some requests with its person and by how much it is dearer. */
function eachPair(
  { start, practitioner }: Problem,
  { requests, dearer }: PriceShift,
  see: (pair: number, person: number, by: number) => void,
): void {
  for (const [x, i] of requests.entries())
    for (let e = whole(start, i); e < whole(start, i + 1); e++)
      see(e, whole(practitioner, e), dearer[x] ?? 0);
}

/** Works out what other prices of some requests change. */
function shifterOf(solved: Solved, earnings: Earnings): (shift: PriceShift) => Shift {
  const { problem } = solved.encoded;
  const { profitOf, all, at, without } = earnings;
  const isBest = earnedNow(solved, earnings).map((each, j) => (each === all(j) ? 1 : 0));
  const mostBeside = earnedBeside(solved, earnings);
  /** What pairs of each person could add at most to what they earn, by being cheaper. */
  const gains = new Float64Array(problem.practitionerCount);
  const gainOf = (e: number, by: number): number =>
    by < 0 ? Math.max(0, Math.min(-by, profitOf(e) - by)) : 0;
  /** Whether other prices may change what the person of a pair earns by choosing it, as far as a glance tells. */
  const mayChange = (e: number, j: number, by: number): boolean => {
    if (mark(solved.solution.taken, e) === 1) return true;
    // Whoever holds what is best for them loses nothing by prices of what they do not hold.
    if (by >= 0) return exact(isBest, j) === 0;
    return profitOf(e) - by + exact(mostBeside, j) + exact(gains, j) - gainOf(e, by) > all(j);
  };
  return (shift) => {
    const reach = new Uint8Array(problem.practitionerCount);
    eachPair(problem, shift, (e, j, by) => {
      reach[j] = 1;
      if (by < 0) gains[j] = exact(gains, j) + gainOf(e, by);
    });
    const [people, changes]: [number[], number[]] = [[], []];
    at([shift], () => {
      eachPair(problem, shift, (e, j, by) => {
        if (mark(reach, j) !== 1 || !mayChange(e, j, by)) return;
        reach[j] = 2;
        const change = without(j, -1, noneUsed) - all(j);
        if (change === 0) return;
        people.push(j);
        changes.push(change);
      });
    });
    eachPair(problem, shift, (_, j) => (gains[j] = 0));
    return { ...shift, people, changes, reach };
  };
}

/** Opens the shifts of the prices of a solved run; each is worked out once. */
export function shiftsOf(solved: Solved, earnings: Earnings, { filling, clearing }: Reroutes): Shifts {
  const { problem, scale } = solved.encoded;
  const { requestPrice, gap } = earnings;
  const shiftBy = shifterOf(solved, earnings);
  /** What a request may be cheaper by with its price still proving something of those who are no candidates. */
  const mostCheaper = (i: number): number =>
    Math.max(0, exact(requestPrice, i) - Math.max(0, exact(solved.leastProving, i)));
  const countAround = (i: number): number => (exact(gap, i) < scale.fitUnit ? mostAroundProven : mostAround);
  return {
    raised: once((i: number) => {
      const [itself, ...others] = clearing.around(i, countAround(i));
      // Where it wants one alone, nobody but the one who is forced can have it at any price.
      const own = whole(problem.wanted, i) === 1 ? Infinity : (itself?.cost ?? 0);
      return shiftBy({
        requests: [i, ...others.map(({ request }) => request)],
        dearer: [own, ...others.map(({ cost }) => cost)],
      });
    }),
    lowered: once((i: number) => {
      const reached = filling.around(i, countAround(i));
      return shiftBy({
        requests: reached.map(({ request }) => request),
        dearer: reached.map(({ request, cost }) => -Math.min(cost, mostCheaper(request))),
      });
    }),
  };
}
