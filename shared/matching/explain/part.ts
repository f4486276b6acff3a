import { mark, whole } from "../problem/cells.ts";
import { pairsByPractitioner } from "../problem/problem.ts";
import { owedKept } from "./owed.ts";
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

/** A request of a part, how many people it is to have, and all who may serve it. */
export interface Ask {
  /** Its place among the requests of the run. */
  readonly request: number;
  readonly wanted: number;
  readonly rows: readonly Row[];
}

/** What somebody has left for a part beside what they hold outside it, and places of it that they are owed. */
export interface Left {
  slots: number;
  halfDays: number;
  owed: number;
}

/** A part of a run around a changed request, which is the first: what the others have now, they are to keep. */
export interface Part {
  readonly asks: readonly Ask[];
  readonly left: ReadonlyMap<number, Left>;
  readonly groupLimit: Int32Array;
}

/** Finds everything connected with a changed request, the nearest first, up to so many pairs. */
export function partFinder(solved: Solved): (change: ChangedOptions) => Part {
  const { problem } = solved.encoded;
  const byPerson = pairsByPractitioner(problem);
  const owed = owedKept(solved);
  const isHeld = (e: number): boolean => mark(solved.solution.taken, e) === 1;
  const pairsOf = (j: number): Int32Array =>
    byPerson.pairs.subarray(whole(byPerson.start, j), whole(byPerson.start, j + 1));
  const requestOf = (e: number): number => whole(solved.requestOfPair, e);

  const askOf = (i: number): Ask => {
    const rows: Row[] = [];
    for (let e = whole(problem.start, i); e < whole(problem.start, i + 1); e++)
      rows.push({
        person: whole(problem.practitioner, e),
        halfDays: whole(problem.need, e),
        group: whole(problem.group, e),
        isHeld: isHeld(e),
      });
    return { request: i, wanted: rows.filter((row) => row.isHeld).length, rows };
  };

  const leftTo = (j: number, inside: ReadonlySet<number>): Left => {
    const left = {
      slots: whole(solved.pinned.slotsLeft, j),
      halfDays: whole(solved.pinned.halfDaysLeft, j),
      owed: j < owed.length ? whole(owed, j) : 0,
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
    const holders = new Set(askOf(change.request).rows.flatMap((row) => (row.isHeld ? [row.person] : [])));
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
    let pairs = first.length;
    for (const j of people)
      for (const e of pairsOf(j)) {
        const i = requestOf(e);
        const filled = whole(problem.wanted, i) - whole(solved.unfilled, i);
        const size = whole(problem.start, i + 1) - whole(problem.start, i);
        if (inside.has(i) || filled === 0 || pairs + size > mostPairs) continue;
        inside.add(i);
        const ask = askOf(i);
        for (const { person } of ask.rows) people.add(person);
        asks.push(ask);
        pairs += size;
      }
    const left = new Map(Array.from(people, (j) => [j, leftTo(j, inside)]));
    return { asks, left, groupLimit: Int32Array.from(limits) };
  };
}
