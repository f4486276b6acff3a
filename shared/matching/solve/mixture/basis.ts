import { exact, whole } from "../../problem/cells.ts";
import { type Column, emptyColumn, load } from "./etas.ts";
import { invertorFor, noInverse } from "./inverse.ts";

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

/** Opens a basis over the room of some rows, none of it used: the revised simplex method, its inverse in product form. */
export function basisOf(room: Float64Array): Basis {
  const [rooms, amount] = [Array.from(room), Array.from(room)];
  const earned = rooms.map(() => 0);
  const work = { cells: 0 };
  const uses: (readonly number[])[] = rooms.map((_, row) => [row]);
  let [inverse, spare] = [noInverse(rooms.length), noInverse(rooms.length)];
  let [column, price] = [emptyColumn(rooms.length), new Float64Array(rooms.length)];
  let invert = invertorFor(rooms.length);
  let [changes, filled, size] = [0, 0, rooms.length];

  const renew = (): void => {
    [changes, filled] = [0, 0];
    if (!invert(uses, column, spare)) return;
    [inverse, spare] = [spare, inverse];
    load(column, Array.from(inverse.place.keys()));
    column.cells.set(rooms);
    inverse.etas.forward(column);
    inverse.place.forEach((at, row) => (amount[at] = exact(column.cells, row)));
    size = inverse.etas.size() + rooms.length;
    work.cells += size;
  };

  /** The row that runs out first; of several the one that is used most. */
  const first = ({ cells, rows, count }: Column): number => {
    let [best, least] = [-1, Infinity];
    for (let q = 0; q < count; q++) {
      const row = rows[q] ?? 0;
      const use = cells[row] ?? 0;
      if (use <= leastUse) continue;
      const most = (amount[inverse.place[row] ?? 0] ?? 0) / use;
      if (most < least || (most === least && use > (cells[best] ?? 0))) [best, least] = [row, most];
    }
    if (best < 0) throw new RangeError("Nothing uses up any room");
    return best;
  };

  /** Makes the column of something that may be let in, and says what is gained by each unit of it. */
  const gainOf = ({ uses: own, earns }: Entrant): number => {
    const { etas, place } = inverse;
    load(column, own);
    etas.forward(column);
    work.cells += etas.size();
    let gain = earns;
    for (let q = 0; q < column.count; q++) {
      const row = column.rows[q] ?? 0;
      gain -= (earned[place[row] ?? 0] ?? 0) * (column.cells[row] ?? 0);
    }
    return gain;
  };

  /** Lets in what the column was made of, in place of what a row is solved for. */
  const change = ({ uses: own, earns }: Entrant, row: number): number => {
    const { etas, place } = inverse;
    const at = whole(place, row);
    const by = Math.max(0, amount[at] ?? 0) / exact(column.cells, row);
    for (let q = 0; q < column.count; q++) {
      const other = column.rows[q] ?? 0;
      const theirs = place[other] ?? 0;
      amount[theirs] = (amount[theirs] ?? 0) - (column.cells[other] ?? 0) * by;
    }
    [amount[at], earned[at], uses[at]] = [by, earns, own];
    etas.add(row, column);
    filled += etas.size() + rooms.length - size;
    if (++changes >= mostChanges || filled > mostFilled * size) renew();
    return at;
  };

  const limit: Basis["limit"] = (more, usedBy) => {
    const { etas, place } = inverse;
    const row = rooms.length;
    const used = amount.map((_, at) => usedBy(at));
    const left = amount.reduce((rest, each, at) => rest - each * (used[at] ?? 0), more);
    if (left < 0) return false;
    place.forEach((at, own) => {
      const again = Array.from({ length: used[at] ?? 0 }, () => row);
      if (again.length === 0) return;
      uses[at] = [...(uses[at] ?? []), ...again];
      etas.addOnes(own, again);
    });
    rooms.push(more);
    amount.push(left);
    earned.push(0);
    uses.push([row]);
    inverse = { etas, place: Int32Array.from([...place, row]) };
    [spare, invert] = [noInverse(rooms.length), invertorFor(rooms.length)];
    [column, price] = [emptyColumn(rooms.length), new Float64Array(rooms.length)];
    return true;
  };

  return {
    amount,
    earned,
    work,
    enter: (entrant, least) => (gainOf(entrant) > least ? change(entrant, first(column)) : -1),
    put: (entrant, at) => {
      gainOf(entrant);
      change(entrant, inverse.place.indexOf(at));
    },
    limit,
    prices: () => {
      for (let row = 0; row < rooms.length; row++) price[row] = earned[inverse.place[row] ?? 0] ?? 0;
      inverse.etas.backward(price);
      work.cells += inverse.etas.size();
      return price;
    },
  };
}
