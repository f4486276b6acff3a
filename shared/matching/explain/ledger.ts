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
type Columns = Readonly<Record<keyof Row, Int32Array>>;

/** What a practitioner has left to give. */
export interface Room {
  readonly slots: number;
  readonly halfDays: number;
}

/** Who holds which place after a run, and what is left of everybody's room; every change can be undone. */
export interface Ledger {
  readonly rows: Columns;
  /** Adds a row that nobody holds, and says where it stands. */
  readonly add: (row: Row) => number;
  readonly addGroup: (limit: number) => number;
  /** Rows that a request may choose from, in their order; may be replaced. */
  readonly choices: number[][];
  /** All rows of each practitioner, held or not. */
  readonly rowsOf: readonly (readonly number[])[];
  /** Rows held by each practitioner, and on each request, in their order. */
  readonly heldBy: readonly (readonly number[])[];
  readonly holding: readonly (readonly number[])[];
  readonly move: (at: number, by: 1 | -1) => void;
  /** Whether the person of a row has the place and the days for it, once they give up `leaving`. */
  readonly hasRoom: (at: number, leaving: number | null) => boolean;
  /** Whether the person of a row is on its request already. */
  readonly isThere: (at: number) => boolean;
  /** Whether the group of a row may have one more on its request, once `leaving` has left. */
  readonly isInLimit: (at: number, leaving: number | null) => boolean;
  /** What is left of everybody's room. */
  readonly left: Readonly<Record<keyof Room, Int32Array>>;
  readonly setRoom: (person: number, room: Room) => void;
  readonly mark: () => Mark;
  /** Everybody whose places changed after a mark, some of them more than once. */
  readonly changedSince: (mark: Mark) => readonly number[];
  readonly undoTo: (mark: Mark) => void;
}

interface Mark {
  readonly moves: number;
  readonly rows: number;
  readonly groups: number;
}

/** Opens the ledger of a solved run; it has room for one practitioner more, at the place after the last. */
export function ledgerOf(solved: Solved): Ledger {
  const { problem } = solved.encoded;
  const people = problem.practitionerCount + 1;
  const [slots, halfDays] = [new Int32Array(people), new Int32Array(people)];
  slots.set(solved.slotsFree);
  halfDays.set(solved.halfDaysFree);
  const groupRoom = Array.from(solved.groupFree);
  // One change at a time adds rows: one for each practitioner, or one for each request.
  const most = problem.weight.length + Math.max(people, problem.requestCount);
  const column = (usual: Int32Array): Int32Array => {
    const cells = new Int32Array(most);
    cells.set(usual);
    return cells;
  };
  const rows: Columns = {
    request: column(solved.requestOfPair),
    person: column(problem.practitioner),
    halfDays: column(problem.need),
    group: column(problem.group),
  };
  let count = problem.weight.length;
  const choices: number[][] = Array.from({ length: problem.requestCount }, () => []);
  const holding: number[][] = choices.map(() => []);
  const heldBy: number[][] = Array.from({ length: people }, () => []);
  const rowsOf: number[][] = heldBy.map(() => []);
  const journal: { readonly at: number; readonly by: 1 | -1 }[] = [];

  const add = ({ request, person, halfDays: need, group }: Row): number => {
    if (count === most) throw new RangeError(`More than ${most} rows`);
    [rows.request[count], rows.person[count]] = [request, person];
    [rows.halfDays[count], rows.group[count]] = [need, group];
    rowsOf[person]?.push(count);
    return count++;
  };
  solved.requestOfPair.forEach((request, e) => {
    const person = whole(problem.practitioner, e);
    choices[request]?.push(e);
    rowsOf[person]?.push(e);
    if (solved.solution.taken[e] === 0) return;
    heldBy[person]?.push(e);
    holding[request]?.push(e);
  });

  const change = (at: number, by: 1 | -1): void => {
    const [request, person, group] = [whole(rows.request, at), whole(rows.person, at), whole(rows.group, at)];
    addTo(slots, person, -by);
    addTo(halfDays, person, -by * whole(rows.halfDays, at));
    if (group >= 0) groupRoom[group] = (groupRoom[group] ?? 0) - by;
    // Kept in order, so that an answer never depends on what was tried before.
    for (const list of [heldBy[person] ?? [], holding[request] ?? []])
      if (by === -1) list.splice(list.indexOf(at), 1);
      else {
        list.push(at);
        list.sort((a, b) => a - b);
      }
  };
  const move = (at: number, by: 1 | -1): void => {
    change(at, by);
    journal.push({ at, by });
  };
  const hasRoom = (at: number, leaving: number | null): boolean => {
    const person = whole(rows.person, at);
    const [place, days] = leaving === null ? [0, 0] : [1, whole(rows.halfDays, leaving)];
    return whole(slots, person) + place > 0 && whole(halfDays, person) + days >= whole(rows.halfDays, at);
  };
  const isThere: Ledger["isThere"] = (at) => {
    const person = whole(rows.person, at);
    return (holding[whole(rows.request, at)] ?? []).some((other) => whole(rows.person, other) === person);
  };
  const isInLimit: Ledger["isInLimit"] = (at, leaving) => {
    const group = whole(rows.group, at);
    if (group < 0) return true;
    const left = leaving !== null && whole(rows.group, leaving) === group ? 1 : 0;
    return (groupRoom[group] ?? 0) + left > 0;
  };
  const undoTo = (mark: Mark): void => {
    while (journal.length > mark.moves) {
      const last = journal.pop();
      if (last !== undefined) change(last.at, last.by === 1 ? -1 : 1);
    }
    while (count > mark.rows) rowsOf[whole(rows.person, --count)]?.pop();
    groupRoom.length = mark.groups;
  };
  return {
    rows,
    add,
    addGroup: (limit) => groupRoom.push(limit) - 1,
    choices,
    rowsOf,
    heldBy,
    holding,
    move,
    hasRoom,
    isThere,
    isInLimit,
    left: { slots, halfDays },
    setRoom: (person, room) => {
      slots[person] = room.slots;
      halfDays[person] = room.halfDays;
    },
    mark: () => ({ moves: journal.length, rows: count, groups: groupRoom.length }),
    changedSince: ({ moves }) => journal.slice(moves).map(({ at }) => whole(rows.person, at)),
    undoTo,
  };
}
