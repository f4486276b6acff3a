import { mark } from "../../problem/cells.ts";
import type { Problem } from "../../problem/problem.ts";
import { type DayRows, emptyAnswer, rowsOf } from "../days/dayAnswer.ts";
import { type Ground, improveByDayChains } from "../days/dayChains.ts";
import { type DayMarket, dayMarketOf, worthOf } from "../days/dayMarket.ts";
import { mergeInto } from "../days/dayMerge.ts";
import { partOf } from "../days/dayParts.ts";
import { dived, takeOver } from "../days/dayTries.ts";
import { type DayBound, lowered } from "../days/dayPrices.ts";
import { improveRegions } from "../days/dayRegions.ts";
import { answerOf, type DaysAnswer } from "../days/daySettled.ts";
import { settledPrices } from "./settlePrices.ts";
import { type Beginning, sizedBound } from "./sizedPrices.ts";

/** Dives, one after another while the gap is large: how far prices move, in how many steps, and with what haste. */
const dives = [
  { length: 0.01, steps: 8, share: 0.3 },
  { length: 0.02, steps: 12, share: 0.1 },
  { length: 0.005, steps: 8, share: 0.1 },
  { length: 0.03, steps: 16, share: 0.05 },
] as const;
/** The same for regions that choose anew after each dive, and how many people they hold. */
const region = { length: 0.02, people: 30 } as const;
/** Pairs that earn so much less than nothing rest; all lengths are shares of the room below the first tier. */
const [slack, chainSlack] = [0.3, 0.05] as const;
/** A gap of such a share of the room is small enough. */
const enough = 0.02;
/** The way down before the first dive, and the longer one before each later dive. */
const way = { steps: 60, length: 0.01, halvings: 4 } as const;
const longWay = { steps: 250, length: 0.05, halvings: 8 } as const;
const settlingSteps = 150;

/** The market without the pairs that look hopeless at the prices of a bound. */
function groundAt(whole: DayMarket, { price }: DayBound, room: number) {
  const people = Int32Array.from({ length: whole.personCount }, (_, j) => j);
  const market = partOf(whole, { people, wanted: whole.wanted, price, slack: slack * room });
  return {
    market,
    rows: rowsOf(market),
    pricesOf: ({ price: all }: DayBound) => Float64Array.from(market.requests, (i) => all[i] ?? 0),
  };
}

/** Each coarser room is so many times the one below it. */
const coarser = 8;

/** Rooms up to what a place that somebody is owed is worth, the coarsest first; none where nobody is owed any. */
function coarserRooms({ slotCost }: Problem, finest: number): readonly number[] {
  const rooms: number[] = [];
  const greatest = slotCost.reduce((most, cost) => Math.max(most, -cost), 0);
  for (let room = greatest; room > 2 * finest; room /= coarser) rooms.push(room);
  return rooms;
}

/** A market of which an answer is sought, and its best answer and bound so far. */
interface Settled {
  readonly whole: DayMarket;
  readonly allRows: DayRows;
  readonly taken: Uint8Array;
  readonly bound: DayBound;
}

interface Pace {
  readonly room: number;
  /** A gap of more than this after a dive is not for this room to close. */
  readonly most: number;
  readonly mayGoOn: () => boolean;
}

/** Settles an answer and its bound as finely as a room tells: dives, chains, regions, and the bound brought down. */
function settledIn({ whole, allRows, taken, bound: from }: Settled, { room, most, mayGoOn }: Pace) {
  const down = (above: DayBound, { length, ...pace }: typeof way | typeof longWay): DayBound =>
    lowered(whole, above, { ...pace, length: length * room, slack: room, spent: () => (mayGoOn() ? 0 : 1) });
  let bound = down(from, way);
  const { market, rows, pricesOf } = groundAt(whole, bound, room);
  const ground: Ground = { market, rows };
  const answer = emptyAnswer(market, rows);
  market.origin.forEach((x, y) => taken[x] === 1 && answer.add(y));
  let rounds = 0;
  const isClose = (objective: bigint): boolean =>
    Number(bound.value - objective) < Math.max(1, enough * room);
  for (const { length, ...pace } of dives) {
    if (rounds > 0 && !mayGoOn()) break;
    if (rounds > 0) bound = down(bound, longWay);
    const price = pricesOf(bound);
    const chains = { depth: 12, moves: 50, slack: chainSlack * room, price, mayGoOn };
    const next = dived(ground, { ...pace, price, length: length * room, slack: slack * room, mayGoOn });
    improveByDayChains(ground, next, chains);
    takeOver(ground, answer, next);
    rounds++;
    const settle = (): boolean => {
      const objective = answer.worth();
      bound = settledPrices(whole, allRows, { from: bound, objective, steps: settlingSteps });
      return isClose(objective);
    };
    if (settle() || !mayGoOn()) break;
    const regions = { price: pricesOf(bound), people: region.people, slack: slack * room, mayGoOn };
    improveRegions(ground, answer, { ...regions, length: region.length * room });
    improveByDayChains(ground, answer, { ...chains, price: regions.price, moves: 500 });
    rounds++;
    if (settle() || Number(bound.value - answer.worth()) > most) break;
  }
  const found = new Uint8Array(taken.length);
  market.origin.forEach((x, y) => (found[x] = mark(answer.taken, y)));
  return { found, bound, rounds };
}

/**
 * Solves a problem in which days bind, without groups, at the full worth of all tiers. Prices come from exact
 * answers with sized slots and from some steps down; an answer from a dive at these prices and from chains; and
 * the prices are then brought down to the answer. Where that leaves more in doubt than steps of the room below the
 * first tier can close, since a place that is owed is worth many thousand of them, rooms begin at what it is worth and
 * grow finer one by one. Without a clock every machine finds the same.
 */
export function solveSizedDays(problem: Problem, beginning: Beginning): DaysAnswer {
  const { room: finest } = beginning.tiers;
  const mayGoOn = (): boolean => (beginning.spent?.() ?? 0) < 1;
  const whole = dayMarketOf(problem);
  const allRows = rowsOf(whole);
  const taken = new Uint8Array(whole.request.length);
  let bound = sizedBound(problem, whole, beginning);
  let rounds = 0;
  const gap = (): number => Number(bound.value - worthOf(whole, taken));
  const settle = (room: number, most = Infinity): void => {
    const settled = settledIn({ whole, allRows, taken, bound }, { room, most, mayGoOn });
    mergeInto(whole, taken, settled.found);
    bound = settled.bound;
    rounds += settled.rounds;
  };
  const rooms = coarserRooms(problem, finest);
  settle(finest, rooms.length === 0 ? Infinity : coarser * finest);
  if (rooms.length > 0 && gap() > coarser * finest && mayGoOn()) {
    for (const [x, room] of rooms.entries())
      // Finer than a room that stays in doubt as a whole nothing can be told.
      if (gap() >= enough * room && (x === 0 || gap() <= room)) settle(room);
    settle(finest);
  }
  return answerOf(problem, whole, { taken, bound, rounds });
}
