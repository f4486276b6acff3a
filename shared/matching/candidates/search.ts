import { basisPoints, distancePer1000 } from "../fit/fit.ts";
import { whole } from "../problem/cells.ts";
import type { Asked } from "./asked.ts";
import { never } from "./crowd.ts";
import type { Field } from "./field.ts";
import type { keeper } from "./keeper.ts";
import type { Kind } from "./kinds.ts";
import type { PairWorths } from "./pairWorth.ts";
import { inMetres, inNumbers, metresWide, numbersWide, type Rows, traits } from "./people.ts";
import type { Layer } from "./squares.ts";

/** Looks at people for one request. */
export interface Search {
  /** What somebody is worth, by place; -Infinity for who cannot serve. */
  readonly worthOf: (kind: Kind, asked: Asked, place: number) => number;
  /** Offers everybody who could be worth more than the bar. */
  readonly offerAll: (kind: Kind, asked: Asked) => void;
}

/** How far the person of a row would travel: NaN where their home is not known, 0 where nobody need travel. */
function wayOf({ metres }: Rows, at: number, { isTravelled, east, north }: Asked): number {
  if (!isTravelled) return 0;
  const eastward = (metres[at * metresWide + inMetres.east] ?? 0) - east;
  const northward = (metres[at * metresWide + inMetres.north] ?? 0) - north;
  return Math.floor(Math.sqrt(eastward * eastward + northward * northward));
}

const travels = ({ metres }: Rows, at: number, way: number): boolean =>
  !(way > (metres[at * metresWide + inMetres.reach] ?? 0));
const hasDays = ({ numbers }: Rows, at: number, { halfDays }: Asked): boolean =>
  (numbers[at * numbersWide + inNumbers.halfDays] ?? 0) >= halfDays;
const roams = ({ numbers }: Rows, at: number): boolean =>
  ((numbers[at * numbersWide + inNumbers.traits] ?? 0) & traits.isRoaming) !== 0;

/** Sections are left, and squares passed over, as soon as nobody further on could be worth more than the bar. */
export function searchWith(
  { people, squares, classes }: Field,
  pairs: PairWorths,
  keep: ReturnType<typeof keeper>,
): Search {
  const { zeroMetres } = squares;
  /** What a place earns at most: being alike, and being so near where somebody must travel to a known place. */
  const placeEarns = (way: number, { isTravelled, context, untravelled, weights }: Asked): number => {
    if (!isTravelled) return untravelled;
    return context + (way < zeroMetres ? basisPoints(weights.distance, distancePer1000(way, zeroMetres)) : 0);
  };

  const worthOf = ({ mostOf }: Kind, asked: Asked, place: number): number => {
    const [earned, way] = [mostOf(place), wayOf(people, place, asked)];
    if (earned === never || !hasDays(people, place, asked) || !travels(people, place, way)) return -Infinity;
    const isMarked = (whole(people.numbers, place * numbersWide + inNumbers.marks) & asked.marks) !== 0;
    const most = earned + (isMarked ? asked.beside : 0) + placeEarns(way, asked);
    return pairs.worthOf(place, most, -Infinity);
  };

  /** Offers those of a section, where a place can earn so much at most. */
  const offerSection = (
    kind: Kind,
    asked: Asked,
    { section, place }: { section: number; place: number },
  ): void => {
    const { rows, ranked } = kind;
    const { beside, context, weights, alikeFrom, isTravelled } = asked;
    const isLast = section === ranked.sections - 1;
    const to = ranked.start[section + 1] ?? 0;
    for (let x = ranked.start[section] ?? 0; x < to; x++) {
      const bar = keep.bar();
      const earned = ranked.most[x] ?? 0;
      if (earned + place + beside <= bar) return;
      const isMarked = ((ranked.marks[x] ?? 0) & asked.marks) !== 0;
      const alone = isMarked ? earned + beside : earned;
      if (alone + place <= bar) continue;
      const alike = classes.most[alikeFrom + (ranked.classes[x] ?? 0)] ?? 0;
      if (alone + place - context + (weights.context * alike) / 10 <= bar) continue;
      const at = ranked.people[x] ?? 0;
      const way = wayOf(rows, at, asked);
      if (!hasDays(rows, at, asked) || !travels(rows, at, way)) continue;
      // Who roams stands in the last section and in their square, and is met in the square when near.
      if (isTravelled && roams(rows, at) && way < zeroMetres === isLast) continue;
      const worth = pairs.worthOf(at, alone + placeEarns(way, asked), bar);
      if (worth > bar) keep.offer(worth, rows.numbers[at * numbersWide + inNumbers.place] ?? 0);
    }
  };

  const offerLayer = (kind: Kind, asked: Asked, layer: Layer): void => {
    const { reachMetres: reach, sideMetres: side, columns, rows, first } = layer;
    const { start } = kind.ranked;
    const [left, below] = [asked.east - squares.westMetres, asked.north - squares.southMetres];
    const lastColumn = Math.min(columns - 1, Math.floor((left + reach) / side));
    const lastRow = Math.min(rows - 1, Math.floor((below + reach) / side));
    const firstColumn = Math.max(0, Math.floor((left - reach) / side));
    for (let row = Math.max(0, Math.floor((below - reach) / side)); row <= lastRow; row++) {
      const northward = Math.max(0, row * side - below, below - (row + 1) * side);
      for (let column = firstColumn; column <= lastColumn; column++) {
        const section = first + row * columns + column;
        if (start[section] === start[section + 1]) continue;
        const eastward = Math.max(0, column * side - left, left - (column + 1) * side);
        // A metre less than it looks, for what rounding may hide.
        const way = Math.max(0, Math.floor(Math.sqrt(eastward * eastward + northward * northward)) - 1);
        if (way <= reach) offerSection(kind, asked, { section, place: placeEarns(way, asked) });
      }
    }
  };

  const offerAll = (kind: Kind, asked: Asked): void => {
    pairs.turnTo(kind.rows);
    const { isTravelled, context, untravelled } = asked;
    offerSection(kind, asked, {
      section: kind.ranked.sections - 1,
      place: isTravelled ? context : untravelled,
    });
    if (isTravelled) for (const layer of squares.layers) offerLayer(kind, asked, layer);
  };
  return { worthOf, offerAll };
}
