import type { SchoolColumns } from "./schools.ts";

/** Squares of one size, for people who travel up to so far. */
export interface Layer {
  readonly reachMetres: number;
  readonly sideMetres: number;
  readonly columns: number;
  readonly rows: number;
  /** The number of its south-western square; the others follow row by row. */
  readonly first: number;
}

/** The map cut into squares, in layers: who travels farther stands in larger squares, so that few are looked at. */
export interface Squares {
  readonly westMetres: number;
  readonly southMetres: number;
  readonly layers: readonly Layer[];
  readonly count: number;
  /** Who travels farther than this is looked for by the map only where being near earns them something. */
  readonly farthestMetres: number;
  /** The way from which on a place earns nothing. */
  readonly zeroMetres: number;
}

const reaches = [10_000, 20_000, 40_000, 80_000] as const;
/** About so many squares side by side at most, however wide the map is. */
const mostAbreast = 64;

/** The least and the greatest number that is known. */
function range(metres: Float64Array): [number, number] {
  let [least, most] = [Infinity, -Infinity];
  for (const each of metres) {
    if (each < least) least = each;
    if (each > most) most = each;
  }
  return least <= most ? [least, most] : [0, 0];
}

/** Cuts the map of the schools of a run into squares. */
export function squaresOf({ eastMetres, northMetres }: SchoolColumns, zeroMetres: number): Squares {
  const [[west, east], [south, north]] = [range(eastMetres), range(northMetres)];
  const layers: Layer[] = [];
  let count = 0;
  for (const reach of [...reaches, ...(zeroMetres > reaches[3] ? [zeroMetres] : [])]) {
    const side = Math.ceil(Math.max(reach / 2, Math.max(east - west, north - south) / mostAbreast));
    const columns = 1 + Math.floor((east - west) / side);
    const rows = 1 + Math.floor((north - south) / side);
    layers.push({ reachMetres: reach, sideMetres: side, columns, rows, first: count });
    count += columns * rows;
  }
  const farthestMetres = Math.max(reaches[3], zeroMetres);
  return { westMetres: west, southMetres: south, layers, count, farthestMetres, zeroMetres };
}

/** The square of somebody who lives there and travels so far; -1 where their home is not known. */
export function squareOf(
  { westMetres, southMetres, layers, farthestMetres, zeroMetres }: Squares,
  { east, north, reach }: { readonly east: number; readonly north: number; readonly reach: number },
): number {
  if (!(east + north >= 0)) return -1;
  const within = reach > farthestMetres ? zeroMetres : reach;
  const layer = layers.find(({ reachMetres }) => within <= reachMetres);
  if (layer === undefined) return -1;
  const column = Math.floor((east - westMetres) / layer.sideMetres);
  return layer.first + Math.floor((north - southMetres) / layer.sideMetres) * layer.columns + column;
}
