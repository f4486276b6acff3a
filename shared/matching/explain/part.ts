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

/** Finds everything connected with a changed request, the nearest first, up to so many pairs. */
export function partFinder(solved: Solved): (change: ChangedOptions) => Part {
  const { problem } = solved.encoded;
  const byPerson = pairsByPractitioner(problem);
  const { owedTo } = solved;
  const isHeld = (e: number): boolean => mark(solved.solution.taken, e) === 1;
  const pairsOf = (j: number): Int32Array =>
    byPerson.pairs.subarray(whole(byPerson.start, j), whole(byPerson.start, j + 1));
  const requestOf = (e: number): number => whole(solved.requestOfPair, e);

  const isOwed = (j: number): boolean => whole(owedTo, j) > 0;

  const rowsOf = (i: number): readonly Row[] => {
    const rows: Row[] = [];
    for (let e = whole(problem.start, i); e < whole(problem.start, i + 1); e++)
      rows.push({
        person: whole(problem.practitioner, e),
        halfDays: whole(problem.need, e),
        group: whole(problem.group, e),
        isHeld: isHeld(e),
      });
    return rows;
  };
  /** A request that keeps what it has; `standIn` is the first number that is no practitioner's. */
  const askOf = (i: number, standIn: number): Ask => {
    const open = whole(solved.unfilled, i);
    const wanted = whole(problem.wanted, i);
    const all = rowsOf(i);
    const movers = all.filter(({ person }) => isOwed(person));
    if (open === 0 || movers.length === 0) return { request: i, wanted: wanted - open, rows: all };
    const standIns = Array.from({ length: open }, (_, x) => ({ ...noTime, person: standIn + x }));
    return { request: i, wanted, rows: [...(open === wanted ? movers : all), ...standIns] };
  };

  const leftTo = (j: number, inside: ReadonlySet<number>): Left => {
    const left = {
      slots: whole(solved.pinned.slotsLeft, j),
      halfDays: whole(solved.pinned.halfDaysLeft, j),
      owed: whole(owedTo, j),
    };
    for (const e of pairsOf(j)) {
      if (!isHeld(e) || inside.has(requestOf(e))) continue;
      left.slots--;
      left.halfDays -= whole(problem.need, e);
      left.owed = Math.max(0, left.owed - 1);
    }
    return left;
  };

  return (change) => {
    const limits = Array.from(problem.groupLimit);
    const groups = new Map<string, number>();
    const groupAt = (name: string | null): number => {
      if (name === null) return -1;
      const group = groups.get(name) ?? limits.push(change.limitOf(name)) - 1;
      groups.set(name, group);
      return group;
    };
    const holders = new Set(rowsOf(change.request).flatMap((row) => (row.isHeld ? [row.person] : [])));
    const first = change.options.map(({ group, ...option }) => ({
      ...option,
      group: groupAt(group),
      isHeld: holders.has(option.person),
    }));
    const { request } = change;
    const asks: Ask[] = [{ request, wanted: whole(problem.wanted, request), rows: first }];
    // Whoever may no longer hold the request may look for work that they are owed.
    const people = new Set([...first.map(({ person }) => person), ...holders]);
    const inside = new Set([change.request]);
    const standIns: number[] = [];
    let pairs = first.length;
    for (const j of people)
      for (const e of pairsOf(j)) {
        const i = requestOf(e);
        const isEmpty = whole(solved.unfilled, i) === whole(problem.wanted, i);
        if (inside.has(i) || (isEmpty && !isOwed(j))) continue;
        const ask = askOf(i, problem.practitionerCount + standIns.length);
        if (pairs + ask.rows.length > mostPairs) continue;
        inside.add(i);
        asks.push(ask);
        pairs += ask.rows.length;
        for (const { person } of ask.rows)
          if (person < problem.practitionerCount) people.add(person);
          else standIns.push(person);
      }
    const left = new Map([
      ...Array.from(people, (j): [number, Left] => [j, leftTo(j, inside)]),
      ...standIns.map((j): [number, Left] => [j, { slots: 1, halfDays: 0, owed: 0 }]),
    ]);
    return { asks, left, groupLimit: Int32Array.from(limits) };
  };
}
