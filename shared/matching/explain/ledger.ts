import { whole } from "../problem/cells.ts";
import { type Columns, type Holding, holdingOf, lengthened, put, type Room, type Row } from "./holding.ts";
import type { Solved } from "./standing.ts";

/** Who holds which place after a run, and rows that changes add to it; all can be undone. */
export interface Ledger extends Holding {
  /** Adds a row that nobody holds, and says where it stands. */
  readonly add: (row: Row) => number;
  readonly addGroup: (limit: number) => number;
  /** Rows that a request may choose from, in their order; may be replaced. */
  readonly choices: number[][];
  /** All rows of each practitioner, held or not. */
  readonly rowsOf: readonly (readonly number[])[];
  /** Gives a row to its person (1) or takes it away (-1). */
  readonly move: (at: number, by: 1 | -1) => void;
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

/** The pairs of a run as rows, and behind them those that one change at a time adds. */
function rowTable(solved: Solved) {
  const { problem } = solved.encoded;
  const people = problem.practitionerCount + 1;
  // A change adds one row for each practitioner, or one for each request.
  const most = problem.weight.length + Math.max(people, problem.requestCount);
  const rows: Columns = {
    request: lengthened(solved.requestOfPair, most),
    person: lengthened(problem.practitioner, most),
    halfDays: lengthened(problem.need, most),
    group: lengthened(problem.group, most),
  };
  const rowsOf: number[][] = Array.from({ length: people }, () => []);
  problem.practitioner.forEach((person, e) => rowsOf[person]?.push(e));
  let count = problem.weight.length;
  return {
    rows,
    rowsOf,
    add: ({ request, person, halfDays, group }: Row): number => {
      if (count === most) throw new RangeError(`More than ${most} rows`);
      [rows.request[count], rows.person[count]] = [request, person];
      [rows.halfDays[count], rows.group[count]] = [halfDays, group];
      rowsOf[person]?.push(count);
      return count++;
    },
    count: (): number => count,
    cutTo: (length: number): void => {
      while (count > length) rowsOf[whole(rows.person, --count)]?.pop();
    },
  };
}

/** Opens the ledger of a solved run; it has room for one practitioner more, at the place after the last. */
export function ledgerOf(solved: Solved): Ledger {
  const { rows, rowsOf, add, count, cutTo } = rowTable(solved);
  const holding = holdingOf(solved, rows);
  const { left, groupLeft } = holding;
  const choices: number[][] = holding.heldOn.map(() => []);
  solved.requestOfPair.forEach((request, e) => choices[request]?.push(e));
  const journal: { readonly at: number; readonly by: 1 | -1 }[] = [];
  return {
    ...holding,
    add,
    addGroup: (limit) => groupLeft.push(limit) - 1,
    choices,
    rowsOf,
    move: (at, by) => {
      put(holding, at, by);
      journal.push({ at, by });
    },
    setRoom: (person, { slots, halfDays }) => {
      left.slots[person] = slots;
      left.halfDays[person] = halfDays;
    },
    mark: () => ({ moves: journal.length, rows: count(), groups: groupLeft.length }),
    changedSince: ({ moves }) => journal.slice(moves).map(({ at }) => whole(rows.person, at)),
    undoTo: ({ moves, rows: before, groups }) => {
      while (journal.length > moves) {
        const last = journal.pop();
        if (last !== undefined) put(holding, last.at, last.by === 1 ? -1 : 1);
      }
      cutTo(before);
      groupLeft.length = groups;
    },
  };
}
