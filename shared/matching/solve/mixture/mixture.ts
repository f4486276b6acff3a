import { exact, whole } from "../../problem/cells.ts";
import type { Problem } from "../../problem/problem.ts";
import { dayPackingOf, type Packing } from "../days/dayPacking.ts";
import { type Picks, picksFor } from "../days/dayPicks.ts";
import { basisOf, type Entrant } from "./basis.ts";
import { earnedBy, entrantOf, hold, type Holding, pay, priceOf, tellPrices } from "./holding.ts";
import { type Choice, rowsFor, someMore } from "./rows.ts";
import type { Limit, Mixture, Weighing } from "./terms.ts";

/** A choice, or a row's unused room, and what it earns beyond its price. */
interface Better extends Entrant {
  readonly choice: Choice | null;
  readonly gain: number;
}

/** What earns no more than this above its price does not matter, worths being told apart by 1; nor what rounding leaves of the greatest. */
const [slight, roundedOff] = [1e-6, 1e-12] as const;
/** Changes for each row before a mixture is given up that gets no better. */
const changesPerRow = 20;
/** A limit has so many times more of the little room that rows have more. */
const limitMore = 16;
/**
 * Choices that are better than what is held, before the best few of them are let in one after another, those after the first if they still gain such a
 * share of what they did at the prices before.
 */
const [enough, few, stillWorth] = [12, 8, 0.5] as const;

/** A mixture that looks for better choices, and whose turn it is. */
interface Looking extends Holding {
  readonly pack: Packing;
  readonly picks: Picks;
  next: number;
}

/** The room of a limit that stands in a row. */
const roomFor = ({ most }: Limit, row: number): number => most + limitMore * someMore(row);

/** The row whose unused room is worth most, if any is worth something: its price is below 0. */
function roomToLeave({ price }: Holding, least: number): readonly Better[] {
  let [row, gain] = [-1, least];
  for (let at = 0; at < price.length; at++) {
    const left = -(price[at] ?? 0);
    if (left > gain) [row, gain] = [at, left];
  }
  return row < 0 ? [] : [{ choice: null, uses: [row], earns: 0, gain }];
}

/** The first few choices that earn more than at least so much, and room that does; the best first. */
function better(looking: Looking, least: number): readonly Better[] {
  const { rows, nodePrice, pack, picks } = looking;
  const { people, rowOf } = rows;
  const found = [...roomToLeave(looking, least)];
  for (let looked = 0; looked < people.length && found.length < enough; looked++) {
    const person = whole(people, looking.next);
    looking.next = (looking.next + 1) % people.length;
    picks.count = 0;
    const gain = pack(person, nodePrice, picks) - priceOf(looking, whole(rowOf, person));
    if (gain <= least) continue;
    const choice = { person, pairs: Array.from(picks.pairs.subarray(0, picks.count)) };
    found.push({ choice, ...entrantOf(looking, choice), gain });
  }
  return found.sort((a, b) => b.gain - a.gain);
}

/** Reads worths and costs anew, of pairs and of all that is held. */
function weigh(holding: Holding, problem: Problem, { worthOf, slotScale }: Weighing): void {
  const { rows, basis, held, fullWorth } = holding;
  const { origin, worth, slotCost } = rows.market;
  origin.forEach((e, x) => (fullWorth[x] = worthOf(e)));
  worth.set(fullWorth);
  problem.slotCost.forEach((cost, s) => (slotCost[s] = slotScale * cost));
  held.forEach((choice, row) => (basis.earned[row] = choice === null ? 0 : earnedBy(holding, choice)));
}

/** Lets better choices in for as long as there are any; false where that takes too long. */
function improve(looking: Looking, mayGoOn: () => boolean): boolean {
  const { basis, held, fullWorth } = looking;
  const least = fullWorth.reduce((most, each) => Math.max(most, roundedOff * Math.abs(each)), slight);
  for (let change = 0; change < changesPerRow * held.length && mayGoOn(); change++) {
    tellPrices(looking);
    const all = better(looking, least);
    if (all.length === 0) return true;
    // Later ones may not gain anything any more once those before them are in.
    for (const each of all.slice(0, few)) {
      const at = basis.enter(each, Math.max(least, each.gain * stillWorth));
      if (at >= 0) held[at] = each.choice;
    }
  }
  return false;
}

/** Adds a limit, unless what is held breaks it. */
function addLimit(holding: Holding, more: Limit): boolean {
  const { rows, basis, held } = holding;
  const among = new Set(more.pairs);
  const isMeant = (x: number): boolean => among.has(whole(rows.market.origin, x));
  const usedBy = (row: number): number => held[row]?.pairs.filter(isMeant).length ?? 0;
  const row = held.length;
  if (!basis.limit(roomFor(more, row), usedBy)) return false;
  held.push(null);
  holding.price = Float64Array.from([...holding.price, 0]);
  pay(holding, more, row);
  return true;
}

/** The share of each pair of the problem that is taken. */
function sharesOf({ rows, basis, held }: Holding, count: number): Float64Array {
  const share = new Float64Array(count);
  held.forEach((choice, row) => {
    for (const x of choice?.pairs ?? []) {
      const e = whole(rows.market.origin, x);
      share[e] = exact(share, e) + (basis.amount[row] ?? 0);
    }
  });
  return share;
}

/** A mixture of nothing yet, with some limits. */
function openedFor(problem: Problem, limits: readonly Limit[]): Looking {
  const rows = rowsFor(problem);
  const { market, room: plain, groups, groupOwner } = rows;
  const room = Float64Array.from([...plain, ...limits.map((each, x) => roomFor(each, plain.length + x))]);
  const looking: Looking = {
    rows,
    basis: basisOf(room),
    held: Array.from(room, () => null),
    price: new Float64Array(room.length),
    nodePrice: new Float64Array(groups + groupOwner.length),
    fullWorth: market.worth.slice(),
    limitRow: new Int32Array(market.worth.length).fill(-1),
    limited: [],
    pack: dayPackingOf(market),
    picks: picksFor(market),
    next: 0,
  };
  limits.forEach((each, x) => pay(looking, each, plain.length + x));
  return looking;
}

/** Begins a mixture with an answer, which keeps all limits. */
export function mixtureOf(problem: Problem, answer: Uint8Array, limits: readonly Limit[] = []): Mixture {
  const looking = openedFor(problem, limits);
  const { rows, basis, nodePrice } = looking;
  hold(looking, answer);
  const paid = (from: number, to?: number): number[] =>
    Array.from(looking.price.subarray(from, to), (each) => Math.max(0, each));
  return {
    settle: (weighing, mayGoOn) => {
      weigh(looking, problem, weighing);
      return improve(looking, mayGoOn);
    },
    limit: (more) => addLimit(looking, more),
    shares: () => sharesOf(looking, problem.weight.length),
    prices: () => ({
      requestPrice: Float64Array.from(paid(0, rows.groups)),
      groupPrice: Float64Array.from(paid(rows.groups, nodePrice.length)),
      limitPrice: paid(rows.room.length),
    }),
    work: () => rows.market.work.looks + basis.work.cells,
  };
}
