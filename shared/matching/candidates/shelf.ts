import { exact, whole } from "../problem/cells.ts";

/** People of one kind, with what is known of each before a request is looked at. */
export interface ShelfRows {
  readonly people: Int32Array;
  /** The most that each could be worth but for distance, context and the other codes asked for. */
  readonly most: Int32Array;
  readonly marks: Int32Array;
  readonly eastMetres: Float64Array;
  readonly northMetres: Float64Array;
  readonly reachMetres: Float64Array;
}

/**
 * People in rows of eight, these rows in rows of eight, and so on up to one row: what holds for everybody in
 * a row is kept for it, so that whole rows can be passed over. Rows below `rowsOfPeople` hold people, the
 * others hold rows; row `n` holds those from `first[n]` up to `first[n + 1]`, in their order.
 */
export interface Shelf {
  readonly people: Int32Array;
  readonly most: Int32Array;
  readonly marks: Int32Array;
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
  readonly reach: Float64Array;
}

const width = 8;

/** How many rows stand on each level: people's rows first. */
function levelsOf(people: number): number[] {
  const levels: number[] = [];
  for (let count = people; count > 1 || levels.length === 0;) levels.push((count = Math.ceil(count / width)));
  return levels;
}

/** Puts people, who should stand near their neighbours, on a shelf. */
export function shelfOf(rows: ShelfRows): Shelf {
  const levels = levelsOf(rows.people.length);
  const rowCount = levels.reduce((sum, count) => sum + count, 0);
  const numbers = (value: number): Float64Array => new Float64Array(rowCount).fill(value);
  const shelf = {
    ...rows,
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
    reach: numbers(-Infinity),
  };
  let [row, below, start] = [0, rows.people.length, 0];
  for (const count of levels) {
    for (let at = 0; at < count; at++, row++) {
      shelf.first[row] = start + at * width;
      shelf.end[row] = Math.min(start + (at + 1) * width, start + below);
      if (row < shelf.rowsOfPeople) holdPeople(shelf, rows, row);
      else holdRows(shelf, row);
    }
    start = row - count;
    below = count;
  }
  return shelf;
}

function holdPeople(shelf: Shelf, rows: ShelfRows, row: number): void {
  for (let at = whole(shelf.first, row); at < whole(shelf.end, row); at++) {
    const [east, north] = [exact(rows.eastMetres, at), exact(rows.northMetres, at)];
    const isKnown = !Number.isNaN(east) && !Number.isNaN(north);
    shelf.rowMost[row] = Math.max(whole(shelf.rowMost, row), whole(rows.most, at));
    shelf.rowMarks[row] = whole(shelf.rowMarks, row) | whole(rows.marks, at);
    shelf.west[row] = Math.min(exact(shelf.west, row), isKnown ? east : -Infinity);
    shelf.east[row] = Math.max(exact(shelf.east, row), isKnown ? east : Infinity);
    shelf.south[row] = Math.min(exact(shelf.south, row), isKnown ? north : -Infinity);
    shelf.north[row] = Math.max(exact(shelf.north, row), isKnown ? north : Infinity);
    shelf.reach[row] = Math.max(exact(shelf.reach, row), exact(rows.reachMetres, at));
  }
}

function holdRows(shelf: Shelf, row: number): void {
  for (let at = whole(shelf.first, row); at < whole(shelf.end, row); at++) {
    shelf.rowMost[row] = Math.max(whole(shelf.rowMost, row), whole(shelf.rowMost, at));
    shelf.rowMarks[row] = whole(shelf.rowMarks, row) | whole(shelf.rowMarks, at);
    shelf.west[row] = Math.min(exact(shelf.west, row), exact(shelf.west, at));
    shelf.east[row] = Math.max(exact(shelf.east, row), exact(shelf.east, at));
    shelf.south[row] = Math.min(exact(shelf.south, row), exact(shelf.south, at));
    shelf.north[row] = Math.max(exact(shelf.north, row), exact(shelf.north, at));
    shelf.reach[row] = Math.max(exact(shelf.reach, row), exact(shelf.reach, at));
  }
}

/** Whole metres from a place to the rectangle around a row: nobody in it is nearer. */
export function metresToRow(shelf: Shelf, row: number, { east, north }: Place): number {
  const eastward = Math.max(0, exact(shelf.west, row) - east, east - exact(shelf.east, row));
  const northward = Math.max(0, exact(shelf.south, row) - north, north - exact(shelf.north, row));
  return Math.floor(Math.sqrt(eastward * eastward + northward * northward));
}

/** A place in metres east and north of the grid's corner. */
export interface Place {
  readonly east: number;
  readonly north: number;
}
