import { exact, whole } from "../../problem/cells.ts";
import { type Column, emptyColumn, load } from "./etas.ts";
import { type Inverse, invertorFor, noInverse } from "./inverse.ts";

/** What enters must use so much of a row for that row to bound it. */
const leastUse = 1e-7;
/** The inverse is set up anew after so many changes, which rids it of roundings, or when cells that filled in were read so many times its size. */
const [mostChanges, mostFilled] = [150, 80] as const;

/** What may be let in: it uses one unit of some rows, and earns so much. */
export interface Entrant {
  readonly uses: readonly number[];
  readonly earns: number;
}

/**
 * Rows with room, and what fills them: in the beginning nothing, so that in each row stands its own unused room. What is let
 * in uses one unit of some rows and takes the place of what stood in one of them.
 */
export interface Basis {
  /** How much there is of what stands in each row. */
  readonly amount: readonly number[];
  /** What that earns. */
  readonly earned: number[];
  /** Counts the cells that were looked at. */
  readonly work: { cells: number };
  /** Lets something in, in place of what runs out first, and says of which row; -1 where that gains no more than `least`. */
  readonly enter: (entrant: Entrant, least: number) => number;
  /** Lets something in, in place of what stands in the row told. */
  readonly put: (entrant: Entrant, at: number) => void;
  /** Adds a row of which what stands in the others uses so much; false where that is more than its room. */
  readonly limit: (room: number, usedBy: (row: number) => number) => boolean;
  /** Prices of all rows at which what stands in each costs what it earns; the next ones take their place. */
  readonly prices: () => Float64Array;
}

/** A basis with its inverse, and what it takes to set that up anew. */
interface Standing {
  readonly rooms: number[];
  readonly amount: number[];
  readonly earned: number[];
  /** Rows of which what stands in each uses a unit. */
  readonly uses: (readonly number[])[];
  readonly work: { cells: number };
  inverse: Inverse;
  spare: Inverse;
  invert: ReturnType<typeof invertorFor>;
  /** What enters, as the inverse makes it. */
  column: Column;
  price: Float64Array;
  /** Changes and cells that filled in since the inverse was set up, and its size then. */
  changes: number;
  filled: number;
  size: number;
}

/** Sets the inverse up anew, and reckons with it how much there is of all. */
function renew(standing: Standing): void {
  const { rooms, amount, uses, work, column, invert } = standing;
  [standing.changes, standing.filled] = [0, 0];
  if (!invert(uses, column, standing.spare)) return;
  [standing.inverse, standing.spare] = [standing.spare, standing.inverse];
  const { etas, place } = standing.inverse;
  load(column, Array.from(place.keys()));
  column.cells.set(rooms);
  etas.forward(column);
  place.forEach((at, row) => (amount[at] = exact(column.cells, row)));
  standing.size = etas.size() + rooms.length;
  work.cells += standing.size;
}

/** The row that runs out first as the column enters; of several the one that is used most. */
function firstOut({ amount, inverse: { place }, column: { cells, rows, count } }: Standing): number {
  let [best, least] = [-1, Infinity];
  for (let q = 0; q < count; q++) {
    const row = rows[q] ?? 0;
    const use = cells[row] ?? 0;
    if (use <= leastUse) continue;
    const most = (amount[place[row] ?? 0] ?? 0) / use;
    if (most < least || (most === least && use > (cells[best] ?? 0))) [best, least] = [row, most];
  }
  if (best < 0) throw new RangeError("Nothing uses up any room");
  return best;
}

/** Makes the column of something that may be let in, and says what is gained by each unit of it. */
function gainOf({ inverse: { etas, place }, column, earned, work }: Standing, entrant: Entrant): number {
  load(column, entrant.uses);
  etas.forward(column);
  work.cells += etas.size();
  let gain = entrant.earns;
  for (let q = 0; q < column.count; q++) {
    const row = column.rows[q] ?? 0;
    gain -= (earned[place[row] ?? 0] ?? 0) * (column.cells[row] ?? 0);
  }
  return gain;
}

/** Lets in what the column was made of, in place of what a row is solved for. */
function change(standing: Standing, { uses, earns }: Entrant, row: number): number {
  const { amount, column, rooms } = standing;
  const { etas, place } = standing.inverse;
  const at = whole(place, row);
  const by = Math.max(0, amount[at] ?? 0) / exact(column.cells, row);
  for (let q = 0; q < column.count; q++) {
    const other = column.rows[q] ?? 0;
    const theirs = place[other] ?? 0;
    amount[theirs] = (amount[theirs] ?? 0) - (column.cells[other] ?? 0) * by;
  }
  [amount[at], standing.earned[at], standing.uses[at]] = [by, earns, uses];
  etas.add(row, column);
  standing.filled += etas.size() + rooms.length - standing.size;
  if (++standing.changes >= mostChanges || standing.filled > mostFilled * standing.size) renew(standing);
  return at;
}

/** Adds a row to those that there are; false where what stands in them uses more than its room. */
function addRow(standing: Standing, room: number, usedBy: (row: number) => number): boolean {
  const { rooms, amount, earned, uses } = standing;
  const { etas, place } = standing.inverse;
  const row = rooms.length;
  const used = amount.map((_, at) => usedBy(at));
  const left = amount.reduce((rest, each, at) => rest - each * (used[at] ?? 0), room);
  if (left < 0) return false;
  place.forEach((at, own) => {
    const again = Array.from({ length: used[at] ?? 0 }, () => row);
    if (again.length === 0) return;
    uses[at] = [...(uses[at] ?? []), ...again];
    etas.addOnes(own, again);
  });
  rooms.push(room);
  amount.push(left);
  earned.push(0);
  uses.push([row]);
  standing.inverse = { etas, place: Int32Array.from([...place, row]) };
  [standing.spare, standing.invert] = [noInverse(rooms.length), invertorFor(rooms.length)];
  [standing.column, standing.price] = [emptyColumn(rooms.length), new Float64Array(rooms.length)];
  return true;
}

/** Opens a basis over the room of some rows, none of it used: the revised simplex method, its inverse in product form. */
export function basisOf(room: Float64Array): Basis {
  const rows = room.length;
  const standing: Standing = {
    rooms: Array.from(room),
    amount: Array.from(room),
    earned: Array.from(room, () => 0),
    uses: Array.from(room, (_, row) => [row]),
    work: { cells: 0 },
    inverse: noInverse(rows),
    spare: noInverse(rows),
    invert: invertorFor(rows),
    column: emptyColumn(rows),
    price: new Float64Array(rows),
    changes: 0,
    filled: 0,
    size: rows,
  };
  const { amount, earned, work } = standing;
  return {
    amount,
    earned,
    work,
    enter: (entrant, least) =>
      gainOf(standing, entrant) > least ? change(standing, entrant, firstOut(standing)) : -1,
    put: (entrant, at) => {
      gainOf(standing, entrant);
      change(standing, entrant, standing.inverse.place.indexOf(at));
    },
    limit: (more, usedBy) => addRow(standing, more, usedBy),
    prices: () => {
      const { inverse, price } = standing;
      for (let row = 0; row < price.length; row++) price[row] = earned[inverse.place[row] ?? 0] ?? 0;
      inverse.etas.backward(price);
      work.cells += inverse.etas.size();
      return price;
    },
  };
}
