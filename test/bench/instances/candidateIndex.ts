// Where candidates are looked for: an index by code, level and cell of the map, and the order of the search.
import { codes, type Person, remoteKilometres, type World } from "./madeUpWorld.ts";

/** Side of a cell of the map. */
export const cellKilometres = 10;
const levels = 4;
const family = 6;
const farthestRing = 8;

/** One step of the search: people whose level counts so much, in one ring of cells or (-1) working remotely. */
export interface Step {
  readonly level: number;
  /** Claims that come to this level: of the very code, or of another in its family. */
  readonly claims: readonly { readonly exact: boolean; readonly level: number }[];
  readonly ring: number;
  /** No score found in this step or any later one is higher. */
  readonly most: number;
}

const exact = (level: number) => ({ exact: true, level });
const near = (level: number) => ({ exact: false, level });

/** All steps, those that may find the best first. */
export function steps(): Step[] {
  const kinds: readonly (readonly [number, Step["claims"]])[] = [
    [4, [exact(4)]],
    [3, [exact(3)]],
    [2, [exact(2), near(4)]],
    [1.5, [near(3)]],
    [1, [exact(1), near(2)]],
    [0.5, [near(1)]],
  ];
  const mostIn = (level: number, ring: number): number =>
    1250 * level + 1500 + 2500 * Math.exp((-Math.max(0, ring - 1) * cellKilometres) / 30) + 400 + 599;
  return kinds
    .flatMap(([level, claims]) => [
      ...Array.from({ length: farthestRing + 1 }, (_, ring) => ({
        level,
        claims,
        ring,
        most: mostIn(level, ring),
      })),
      { level, claims, ring: -1, most: mostIn(level, 0) - 0.001 },
    ])
    .toSorted((a, b) => b.most - a.most);
}

/** People with slots by code, level and cell of the map; those who work remotely in a cell of their own. */
export function indexOf({ kilometres, people }: World) {
  const side = Math.ceil(kilometres / cellKilometres);
  const cells = side * side + 1;
  const cellAt = (value: number): number => Math.min(side - 1, Math.floor(value / cellKilometres));
  const cellOf = ({ x, y, travelKilometres }: Person): number =>
    travelKilometres >= remoteKilometres ? cells - 1 : cellAt(x) + side * cellAt(y);
  const listOf = (code: number, level: number): number => (code * levels + level - 1) * cells;
  const first = new Int32Array(codes * levels * cells + 1);
  const each = (visit: (list: number, j: number) => void): void => {
    people.forEach((person, j) => {
      if (person.slots === 0) return;
      const cell = cellOf(person);
      for (const { code, level } of person.claims) visit(listOf(code, level) + cell, j);
    });
  };
  each((list) => (first[list + 1] = (first[list + 1] ?? 0) + 1));
  for (let list = 1; list < first.length; list++) first[list] = (first[list] ?? 0) + (first[list - 1] ?? 0);
  const next = first.slice();
  const entries = new Int32Array(first[first.length - 1] ?? 0);
  each((list, j) => {
    const at = next[list] ?? 0;
    entries[at] = j;
    next[list] = at + 1;
  });
  return { side, cells, listOf, first, entries };
}
export type Index = ReturnType<typeof indexOf>;

/** A ring of cells around a school's. */
interface Ring {
  readonly ring: number;
  readonly column: number;
  readonly row: number;
}

/** The runs of entries in one ring of cells, in one list of the index. */
export function* ringRuns({ side, first }: Index, list: number, { ring, column, row }: Ring) {
  const run = (y: number, left: number, right: number): readonly [number, number] => [
    first[list + y * side + left] ?? 0,
    first[list + y * side + right + 1] ?? 0,
  ];
  for (let y = Math.max(0, row - ring); y <= Math.min(side - 1, row + ring); y++)
    if (y === row - ring || y === row + ring)
      yield run(y, Math.max(0, column - ring), Math.min(side - 1, column + ring));
    else {
      if (column - ring >= 0) yield run(y, column - ring, column - ring);
      if (column + ring < side) yield run(y, column + ring, column + ring);
    }
}

/** The codes that claims of a step may have: the very one, or the others of its family. */
export const codesOf = (code: number): readonly number[] => {
  const head = code - (code % family);
  return Array.from({ length: family }, (_, x) => head + x).filter((other) => other !== code);
};
