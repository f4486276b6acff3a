import { distancePer1000 } from "../fit/fit.ts";
import type { Asked } from "./asked.ts";
import { isMarked } from "./codeMarks.ts";
import { claimIn, classIn, daysIn } from "./crowd.ts";
import type { Ground } from "./field.ts";
import type { Keeper } from "./keeper.ts";
import type { Kind } from "./kinds.ts";
import type { PairWorths } from "./pairWorth.ts";
import { inMetres, inNumbers, metresWide, numbersWide, type Rows, traits } from "./rows.ts";
import { never } from "./points.ts";
import { entryWide, inEntry } from "./ranked.ts";
import type { Layer } from "./squares.ts";

/** Looks at people for one request. */
export interface Search {
  /** What the person at that place is worth; `never` for who cannot serve. */
  readonly worthOf: (kind: Kind, asked: Asked, person: number) => number;
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

/** How far it is, along one axis, to a stretch of such a length. */
const awayFrom = (at: number, from: number, length: number): number =>
  at < from ? from - at : at > from + length ? at - from - length : 0;

/** Whether the person of a row travels so far and has the days. */
const isAble = ({ numbers }: Rows, row: number, { way, halfDays }: { way: number; halfDays: number }) =>
  (numbers[row + inNumbers.halfDays] ?? 0) >= halfDays && !(way > (numbers[row + inNumbers.reach] ?? 0));

/** Sections are left, and squares passed over, as soon as nobody further on could be worth more than the bar. */
export function searchWith({ people, squares }: Ground, pairs: PairWorths, keep: Keeper): Search {
  const { zeroMetres } = squares;
  /** What a place earns at most: being alike, and being so near where somebody must travel to a known place. */
  const placeEarns = (way: number, { isTravelled, context, untravelled, points }: Asked): number => {
    if (!isTravelled) return untravelled;
    return context + (way < zeroMetres ? (points.distance[distancePer1000(way, zeroMetres)] ?? 0) : 0);
  };

  const worthOf = (kind: Kind, asked: Asked, person: number): number => {
    const [claim, way, row] = [kind.claimOf(person), wayOf(people, person, asked), person * numbersWide];
    const earned = kind.mostOf(person, claim);
    if (earned === never || !isAble(people, row, { way, halfDays: asked.halfDays })) return never;
    pairs.turnTo(people.numbers);
    const worth = pairs.worthOf(row, earned + placeEarns(way, asked), never);
    return worth === never ? never : worth + pairs.besideFor(person, claim);
  };

  let now: { readonly kind: Kind; readonly asked: Asked } | null = null;

  /**
   * Looks closer at the person of an entry, whose school falls short of being alike by so much at least, and offers them
   * if they are worth more than the bar; tells the bar from then on. Who roams stands twice: `isLast` is for their entry
   * among those who may come from anywhere.
   */
  const offer = (entry: number, short: number, isLast: boolean): number => {
    const bar = keep.bar();
    if (now === null) return bar;
    const { asked, kind } = now;
    const { entries } = kind.ranked;
    const { rows } = kind.crowd;
    const { numbers } = rows;
    const at = entries[entry + inEntry.at] ?? 0;
    const row = at * numbersWide;
    const way = wayOf(rows, at, asked);
    const most = (entries[entry + inEntry.most] ?? 0) + placeEarns(way, asked);
    if (most + asked.points.beside - short <= bar || !isAble(rows, row, { way, halfDays: asked.halfDays }))
      return bar;
    // Who roams is met in their square when near, and in the last section when not.
    const roams = ((numbers[row + inNumbers.traits] ?? 0) & traits.isRoaming) !== 0;
    if (asked.isTravelled && roams && way < zeroMetres === isLast) return bar;
    const isNear = ((entries[entry + inEntry.marks] ?? 0) & asked.anyMark) !== 0;
    const beside = isNear && isMarked(numbers, row, asked.marks) ? asked.points.beside : 0;
    if (most + beside - short <= bar) return bar;
    const worth = pairs.worthOf(row, most, bar - beside);
    if (worth === never || worth + beside <= bar) return bar;
    const place = numbers[row + inNumbers.place] ?? 0;
    const more = beside === 0 ? 0 : pairs.besideFor(place, claimIn(entries[entry + inEntry.bits] ?? 0));
    return worth + more > bar ? keep.offer(worth + more, at) : bar;
  };

  /** Offers those of a section, where a place can earn so much at most. */
  const offerSection = (section: number, place: number): void => {
    if (now === null) return;
    const { entries, start, sections } = now.kind.ranked;
    const { alikeFrom, points, anyMark, daysNeeded } = now.asked;
    const { unlike, beside } = points;
    const isLast = section === sections - 1;
    const to = (start[section + 1] ?? 0) * entryWide;
    let bar = keep.bar();
    for (let entry = (start[section] ?? 0) * entryWide; entry < to; entry += entryWide) {
      const most = (entries[entry + inEntry.most] ?? 0) + place;
      if (most + beside <= bar) return;
      const alone = ((entries[entry + inEntry.marks] ?? 0) & anyMark) === 0 ? most : most + beside;
      if (alone <= bar) continue;
      const bits = entries[entry + inEntry.bits] ?? 0;
      if (daysIn(bits) < daysNeeded) continue;
      const short = unlike[alikeFrom + classIn(bits)] ?? 0;
      if (alone - short > bar) bar = offer(entry, short, isLast);
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
      const northward = awayFrom(below, row * side, side);
      for (let column = firstColumn; column <= lastColumn; column++) {
        const section = first + row * columns + column;
        if (start[section] === start[section + 1]) continue;
        const eastward = awayFrom(left, column * side, side);
        // A metre less than it looks, for what rounding may hide.
        const way = Math.max(0, Math.floor(Math.sqrt(eastward * eastward + northward * northward)) - 1);
        if (way <= reach) offerSection(section, placeEarns(way, asked));
      }
    }
  };

  const offerAll = (kind: Kind, asked: Asked): void => {
    const { isTravelled, context, untravelled } = asked;
    now = { kind, asked };
    pairs.turnTo(kind.crowd.rows.numbers);
    offerSection(kind.ranked.sections - 1, isTravelled ? context : untravelled);
    if (isTravelled) for (const layer of squares.layers) offerLayer(kind, asked, layer);
  };
  return { worthOf, offerAll };
}
