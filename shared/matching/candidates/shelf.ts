import { exact, whole } from "../problem/cells.ts";
import type { Crowd } from "./crowd.ts";

/**
 * Some of a crowd in rows of eight, these rows in rows of eight, and so on up to one row: what holds for
 * everybody in a row is kept for it, so that whole rows can be passed over. Rows below `rowsOfPeople` hold
 * people, by where they stand, the others hold rows; row `n` holds those from `first[n]` up to `end[n]`.
 */
export interface Shelf {
  readonly people: Standing;
  readonly rowsOfPeople: number;
  readonly rowCount: number;
  readonly first: Int32Array;
  readonly end: Int32Array;
  readonly rowMost: Int32Array;
  readonly rowMarks: Int32Array;
  /** The rectangle around the home schools of a row; without an end where a place is not known. */
  readonly west: Float64Array;
  readonly east: Float64Array;
  readonly south: Float64Array;
  readonly north: Float64Array;
  readonly reachMetres: Float64Array;
}

/** What is looked at first of each person, those of a row side by side. */
export interface Standing {
  /** Positions in the crowd. */
  readonly members: Int32Array;
  /** The most that each could be worth but for distance, context and the other codes asked for. */
  readonly most: Int32Array;
  readonly marks: Int32Array;
  readonly halfDays: Int32Array;
  readonly eastMetres: Float64Array;
  readonly northMetres: Float64Array;
  readonly reachMetres: Float64Array;
}

/** How many stand in one row. */
export const width = 8;

/** How many rows stand on each level: people's rows first. */
function levelsOf(people: number): number[] {
  const levels: number[] = [];
  for (let count = people; count > 1 || levels.length === 0;) levels.push((count = Math.ceil(count / width)));
  return levels;
}

/** What is looked at first of members of a crowd, in their order. */
function standingOf(crowd: Crowd, members: Int32Array, most: Int32Array): Standing {
  const size = members.length;
  const [marks, halfDays] = [new Int32Array(size), new Int32Array(size)];
  const [eastMetres, northMetres] = [new Float64Array(size), new Float64Array(size)];
  const reachMetres = new Float64Array(size);
  for (let x = 0; x < size; x++) {
    const at = whole(members, x);
    marks[x] = whole(crowd.marks, at);
    halfDays[x] = whole(crowd.halfDays, at);
    eastMetres[x] = exact(crowd.eastMetres, at);
    northMetres[x] = exact(crowd.northMetres, at);
    reachMetres[x] = exact(crowd.reachMetres, at);
  }
  return { members, most, marks, halfDays, eastMetres, northMetres, reachMetres };
}

/** Puts members of a crowd, who should stand near their neighbours, on a shelf. */
export function shelfOf(crowd: Crowd, members: Int32Array, most: Int32Array): Shelf {
  const people = standingOf(crowd, members, most);
  const levels = levelsOf(members.length);
  const rowCount = levels.reduce((sum, count) => sum + count, 0);
  const numbers = (value: number): Float64Array => new Float64Array(rowCount).fill(value);
  const shelf: Shelf = {
    people,
    rowsOfPeople: levels[0] ?? 0,
    rowCount,
    first: new Int32Array(rowCount),
    end: new Int32Array(rowCount),
    rowMost: new Int32Array(rowCount).fill(-(2 ** 31)),
    rowMarks: new Int32Array(rowCount),
    west: numbers(Infinity),
    east: numbers(-Infinity),
    south: numbers(Infinity),
    north: numbers(-Infinity),
    reachMetres: numbers(-Infinity),
  };
  let [row, below, start] = [0, members.length, 0];
  for (const count of levels) {
    for (let at = 0; at < count; at++, row++) {
      shelf.first[row] = start + at * width;
      shelf.end[row] = Math.min(start + (at + 1) * width, start + below);
      if (row < shelf.rowsOfPeople) holdPeople(shelf, row);
      else holdRows(shelf, row);
    }
    start = row - count;
    below = count;
  }
  return shelf;
}

function holdPeople(shelf: Shelf, row: number): void {
  const { people } = shelf;
  let [most, marks, reach] = [-(2 ** 31), 0, -Infinity];
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let x = whole(shelf.first, row); x < whole(shelf.end, row); x++) {
    const [eastward, northward] = [exact(people.eastMetres, x), exact(people.northMetres, x)];
    const isKnown = eastward >= 0 && northward >= 0;
    most = Math.max(most, whole(people.most, x));
    marks |= whole(people.marks, x);
    reach = Math.max(reach, exact(people.reachMetres, x));
    west = Math.min(west, isKnown ? eastward : -Infinity);
    east = Math.max(east, isKnown ? eastward : Infinity);
    south = Math.min(south, isKnown ? northward : -Infinity);
    north = Math.max(north, isKnown ? northward : Infinity);
  }
  [shelf.rowMost[row], shelf.rowMarks[row], shelf.reachMetres[row]] = [most, marks, reach];
  [shelf.west[row], shelf.east[row]] = [west, east];
  [shelf.south[row], shelf.north[row]] = [south, north];
}

function holdRows(shelf: Shelf, row: number): void {
  for (let at = whole(shelf.first, row); at < whole(shelf.end, row); at++) {
    shelf.rowMost[row] = Math.max(whole(shelf.rowMost, row), whole(shelf.rowMost, at));
    shelf.rowMarks[row] = whole(shelf.rowMarks, row) | whole(shelf.rowMarks, at);
    shelf.west[row] = Math.min(exact(shelf.west, row), exact(shelf.west, at));
    shelf.east[row] = Math.max(exact(shelf.east, row), exact(shelf.east, at));
    shelf.south[row] = Math.min(exact(shelf.south, row), exact(shelf.south, at));
    shelf.north[row] = Math.max(exact(shelf.north, row), exact(shelf.north, at));
    shelf.reachMetres[row] = Math.max(exact(shelf.reachMetres, row), exact(shelf.reachMetres, at));
  }
}
