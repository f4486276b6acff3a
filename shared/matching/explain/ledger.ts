import { addTo, whole } from "../problem/cells.ts";
import type { Solved } from "./standing.ts";

/** One pair as a row of the ledger. People of one `group` share its limit; -1 where none matters. */
export interface Row {
  readonly request: number;
  readonly person: number;
  readonly halfDays: number;
  readonly group: number;
}

/** What a practitioner has left to give. */
export interface Room {
  readonly slots: number;
  readonly halfDays: number;
}

/** Who holds which place after a run, and what is left of everybody's room; every change can be undone. */
export interface Ledger {
  readonly row: (at: number) => Row;
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
  /** Whether the person is not on the request yet, and their group may have one more there, once `leaving` has left. */
  readonly isOpen: (at: number, leaving?: number | null) => boolean;
  readonly roomOf: (person: number) => Room;
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
  const rows: Row[] = [];
  const choices: number[][] = Array.from({ length: problem.requestCount }, () => []);
  const holding: number[][] = choices.map(() => []);
  const heldBy: number[][] = Array.from({ length: people }, () => []);
  const rowsOf: number[][] = heldBy.map(() => []);
  const journal: { readonly at: number; readonly by: 1 | -1 }[] = [];

  const row = (at: number): Row => {
    const found = rows[at];
    if (found === undefined) throw new RangeError(`No row ${at} among ${rows.length}`);
    return found;
  };
  const add = (added: Row): number => {
    const at = rows.push(added) - 1;
    rowsOf[added.person]?.push(at);
    return at;
  };
  solved.requestOfPair.forEach((request, e) => {
    const [person, need] = [whole(problem.practitioner, e), whole(problem.need, e)];
    choices[request]?.push(add({ request, person, halfDays: need, group: whole(problem.group, e) }));
    if (solved.solution.taken[e] === 0) return;
    heldBy[person]?.push(e);
    holding[request]?.push(e);
  });

  const change = (at: number, by: 1 | -1): void => {
    const { request, person, group, halfDays: need } = row(at);
    addTo(slots, person, -by);
    addTo(halfDays, person, -by * need);
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
    const { person, halfDays: need } = row(at);
    const [place, days] = leaving === null ? [0, 0] : [1, row(leaving).halfDays];
    return whole(slots, person) + place > 0 && whole(halfDays, person) + days >= need;
  };
  const isOpen: Ledger["isOpen"] = (at, leaving = null) => {
    const { request, person, group } = row(at);
    const left = leaving !== null && row(leaving).group === group ? 1 : 0;
    if (group >= 0 && (groupRoom[group] ?? 0) + left < 1) return false;
    return !(holding[request] ?? []).some((other) => row(other).person === person);
  };
  const undoTo = (mark: Mark): void => {
    while (journal.length > mark.moves) {
      const last = journal.pop();
      if (last !== undefined) change(last.at, last.by === 1 ? -1 : 1);
    }
    for (let added = rows.length; added > mark.rows; added--) rowsOf[rows.pop()?.person ?? -1]?.pop();
    groupRoom.length = mark.groups;
  };
  return {
    row,
    add,
    addGroup: (limit) => groupRoom.push(limit) - 1,
    choices,
    rowsOf,
    heldBy,
    holding,
    move,
    hasRoom,
    isOpen,
    roomOf: (person) => ({ slots: whole(slots, person), halfDays: whole(halfDays, person) }),
    setRoom: (person, room) => {
      slots[person] = room.slots;
      halfDays[person] = room.halfDays;
    },
    mark: () => ({ moves: journal.length, rows: rows.length, groups: groupRoom.length }),
    changedSince: ({ moves }) => journal.slice(moves).map(({ at }) => row(at).person),
    undoTo,
  };
}
