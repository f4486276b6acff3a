import { once } from "../facts/once.ts";
import { mark, whole } from "../problem/cells.ts";
import { pairsByPractitioner } from "../problem/problem.ts";
import type { ChangedOptions } from "./rehearsal.ts";
import type { Solved } from "./standing.ts";

/** So many pairs around a changed request are solved again; what lies farther off stays as it is. */
const mostPairs = 400;

interface Row {
  readonly person: number;
  readonly halfDays: number;
  readonly group: number;
  /** Whether the run proposes it. */
  readonly isHeld: boolean;
}

/** A request of a part, how many people it is to have, stand-ins among them, and all who may serve it. */
export interface Ask {
  /** Its place among the requests of the run. */
  readonly request: number;
  readonly wanted: number;
  readonly rows: readonly Row[];
}

const noTime = { halfDays: 0, group: -1, isHeld: false };

/** What somebody has left for a part beside what they hold outside it, and places of it that they are owed. */
export interface Left {
  slots: number;
  halfDays: number;
  owed: number;
}

/**
 * A part of a run around a changed request, which is the first: what the others have now, they are to keep. Where
 * somebody who is owed work could move to an open place, a stand-in who gives no time may hold it as well: so it may be
 * filled or not, and all places of the request count alike.
 */
export interface Part {
  readonly asks: readonly Ask[];
  readonly left: ReadonlyMap<number, Left>;
  readonly groupLimit: Int32Array;
}

/** A run with the pairs of each practitioner at hand. */
interface Laid {
  readonly solved: Solved;
  readonly pairsOf: (person: number) => Int32Array;
}

const isHeld = ({ solution }: Solved, e: number): boolean => mark(solution.taken, e) === 1;
const isOwed = ({ owedTo }: Solved, person: number): boolean => whole(owedTo, person) > 0;

/** Everybody who may serve a request, as the run has it. */
function rowsOf(solved: Solved, request: number): readonly Row[] {
  const { problem } = solved.encoded;
  const rows: Row[] = [];
  for (let e = whole(problem.start, request); e < whole(problem.start, request + 1); e++)
    rows.push({
      person: whole(problem.practitioner, e),
      halfDays: whole(problem.need, e),
      group: whole(problem.group, e),
      isHeld: isHeld(solved, e),
    });
  return rows;
}

/** A request that keeps what it has; `standIn` is the first number that is no practitioner's. */
function askOf(solved: Solved, request: number, standIn: number): Ask {
  const open = whole(solved.unfilled, request);
  const wanted = whole(solved.encoded.problem.wanted, request);
  const rows = rowsOf(solved, request);
  const movers = rows.filter(({ person }) => isOwed(solved, person));
  if (open === 0 || movers.length === 0) return { request, wanted: wanted - open, rows };
  const standIns = Array.from({ length: open }, (_, x) => ({ ...noTime, person: standIn + x }));
  return { request, wanted, rows: [...(open === wanted ? movers : rows), ...standIns] };
}

/** The changed request, and the limits of all groups with those that its options have. */
function changedAsk(
  solved: Solved,
  { request, options, limitOf }: ChangedOptions,
  holders: ReadonlySet<number>,
) {
  const { problem } = solved.encoded;
  const limits = Array.from(problem.groupLimit);
  const groupAt = once((name: string) => limits.push(limitOf(name)) - 1);
  const rows = options.map(({ group, ...option }) => ({
    ...option,
    group: group === null ? -1 : groupAt(group),
    isHeld: holders.has(option.person),
  }));
  const ask: Ask = { request, wanted: whole(problem.wanted, request), rows };
  return { ask, groupLimit: Int32Array.from(limits) };
}

/** Requests connected with the first ask by those who may serve it, and by those who may serve these. */
function asksAround({ solved, pairsOf }: Laid, first: Ask, holders: Iterable<number>) {
  const { problem } = solved.encoded;
  const asks = [first];
  // Whoever may no longer hold the request may look for work that they are owed.
  const people = new Set([...first.rows.map(({ person }) => person), ...holders]);
  const inside = new Set([first.request]);
  const standIns: number[] = [];
  let pairs = first.rows.length;
  for (const j of people)
    for (const e of pairsOf(j)) {
      const i = whole(solved.requestOfPair, e);
      const isEmpty = whole(solved.unfilled, i) === whole(problem.wanted, i);
      if (inside.has(i) || (isEmpty && !isOwed(solved, j))) continue;
      const ask = askOf(solved, i, problem.practitionerCount + standIns.length);
      if (pairs + ask.rows.length > mostPairs) continue;
      inside.add(i);
      asks.push(ask);
      pairs += ask.rows.length;
      for (const { person } of ask.rows)
        if (person < problem.practitionerCount) people.add(person);
        else standIns.push(person);
    }
  return { asks, people, inside, standIns };
}

/** What is left to somebody beside what they hold outside some requests. */
function leftTo({ solved, pairsOf }: Laid, person: number, inside: ReadonlySet<number>): Left {
  const left = {
    slots: whole(solved.pinned.slotsLeft, person),
    halfDays: whole(solved.pinned.halfDaysLeft, person),
    owed: whole(solved.owedTo, person),
  };
  for (const e of pairsOf(person)) {
    if (!isHeld(solved, e) || inside.has(whole(solved.requestOfPair, e))) continue;
    left.slots--;
    left.halfDays -= whole(solved.encoded.problem.need, e);
    left.owed = Math.max(0, left.owed - 1);
  }
  return left;
}

/** Finds everything connected with a changed request, the nearest first, up to so many pairs. */
export function partFinder(solved: Solved): (change: ChangedOptions) => Part {
  const { start, pairs } = pairsByPractitioner(solved.encoded.problem);
  const laid = { solved, pairsOf: (j: number) => pairs.subarray(whole(start, j), whole(start, j + 1)) };
  return (change) => {
    const before = rowsOf(solved, change.request);
    const holders = new Set(before.flatMap((row) => (row.isHeld ? [row.person] : [])));
    const { ask, groupLimit } = changedAsk(solved, change, holders);
    const { asks, people, inside, standIns } = asksAround(laid, ask, holders);
    const left = new Map([
      ...Array.from(people, (j): [number, Left] => [j, leftTo(laid, j, inside)]),
      ...standIns.map((j): [number, Left] => [j, { slots: 1, halfDays: 0, owed: 0 }]),
    ]);
    return { asks, left, groupLimit };
  };
}
