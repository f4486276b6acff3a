import { addTo, whole } from "../problem/cells.ts";
import type { Solved } from "./standing.ts";

/** One pair as a row of the ledger. People of one `group` share its limit; -1 where none matters. */
export interface Row {
  readonly request: number;
  readonly person: number;
  readonly halfDays: number;
  readonly group: number;
}

/** All rows, a column for each of their fields: one list of recruits looks at hundreds of thousands of them. */
export type Columns = Readonly<Record<keyof Row, Int32Array>>;

/** What a practitioner has left to give. */
export interface Room {
  readonly slots: number;
  readonly halfDays: number;
}

/** Who holds which rows, and what is left of every limit. */
export interface Holding {
  readonly rows: Columns;
  /** Rows held by each practitioner, and on each request, in their order. */
  readonly heldBy: readonly number[][];
  readonly heldOn: readonly number[][];
  /** What is left of everybody's room, and of the limit of each group. */
  readonly left: Readonly<Record<keyof Room, Int32Array>>;
  readonly groupLeft: number[];
}

/** A column with room for more cells behind those it has. */
export function lengthened(cells: Int32Array, length: number): Int32Array {
  const all = new Int32Array(length);
  all.set(cells);
  return all;
}

/** What a run proposes; with one practitioner more, who has no room, at the place after the last. */
export function holdingOf(solved: Solved, rows: Columns): Holding {
  const { requestCount, practitionerCount, practitioner } = solved.encoded.problem;
  const people = practitionerCount + 1;
  const heldBy: number[][] = Array.from({ length: people }, () => []);
  const heldOn: number[][] = Array.from({ length: requestCount }, () => []);
  solved.requestOfPair.forEach((request, e) => {
    if (solved.solution.taken[e] === 0) return;
    heldBy[whole(practitioner, e)]?.push(e);
    heldOn[request]?.push(e);
  });
  const left = {
    slots: lengthened(solved.slotsFree, people),
    halfDays: lengthened(solved.halfDaysFree, people),
  };
  return { rows, heldBy, heldOn, left, groupLeft: Array.from(solved.groupFree) };
}

/** Gives a row to its person (1) or takes it away (-1). */
export function put({ rows, heldBy, heldOn, left, groupLeft }: Holding, at: number, by: 1 | -1): void {
  const [request, person, group] = [whole(rows.request, at), whole(rows.person, at), whole(rows.group, at)];
  addTo(left.slots, person, -by);
  addTo(left.halfDays, person, -by * whole(rows.halfDays, at));
  if (group >= 0) groupLeft[group] = (groupLeft[group] ?? 0) - by;
  // Kept in order, so that an answer never depends on what was tried before.
  for (const list of [heldBy[person] ?? [], heldOn[request] ?? []])
    if (by === -1) list.splice(list.indexOf(at), 1);
    else {
      list.push(at);
      list.sort((a, b) => a - b);
    }
}

/** Whether the person of a row has the place and the days for it, once they give up `leaving`. */
export function hasRoom({ rows, left }: Holding, at: number, leaving: number | null): boolean {
  const person = whole(rows.person, at);
  const [place, days] = leaving === null ? [0, 0] : [1, whole(rows.halfDays, leaving)];
  return (
    whole(left.slots, person) + place > 0 && whole(left.halfDays, person) + days >= whole(rows.halfDays, at)
  );
}

/** Whether the person of a row is on its request already. */
export function isThere({ rows, heldOn }: Holding, at: number): boolean {
  const person = whole(rows.person, at);
  return (heldOn[whole(rows.request, at)] ?? []).some((other) => whole(rows.person, other) === person);
}

/** Whether the group of a row may have one more on its request, once `leaving` has left. */
export function isInLimit({ rows, groupLeft }: Holding, at: number, leaving: number | null): boolean {
  const group = whole(rows.group, at);
  if (group < 0) return true;
  const left = leaving !== null && whole(rows.group, leaving) === group ? 1 : 0;
  return (groupLeft[group] ?? 0) + left > 0;
}
