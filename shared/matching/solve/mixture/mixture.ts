import { exact, mark, whole } from "../../problem/cells.ts";
import type { Problem } from "../../problem/problem.ts";
import { dayPackingOf } from "../days/dayPacking.ts";
import { picksFor } from "../days/dayPicks.ts";
import { basisOf, type Entrant } from "./basis.ts";
import { type Choice, rowsFor, someMore } from "./rows.ts";
import type { Limit, Mixture } from "./terms.ts";

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

/** Begins a mixture with an answer, which keeps all limits. */
export function mixtureOf(problem: Problem, answer: Uint8Array, limits: readonly Limit[] = []): Mixture {
  const { market, people, rowOf, room: plainRoom, usesOf, groups, groupOwner } = rowsFor(problem);
  const roomFor = ({ most }: Limit, row: number): number => most + limitMore * someMore(row);
  const room = Float64Array.from([
    ...plainRoom,
    ...limits.map((each, x) => roomFor(each, plainRoom.length + x)),
  ]);
  const { origin, start, worth, slotCost, firstSlot, work } = market;
  const pack = dayPackingOf(market);
  const picks = picksFor(market);
  const basis = basisOf(room);
  const held: (Choice | null)[] = Array.from(room, () => null);
  let price: Float64Array = new Float64Array(room.length);
  const nodePrice = new Float64Array(groups + groupOwner.length);
  /** What each pair is worth before its limit is paid, its limit's row or -1, and the pairs that have one. */
  const [fullWorth, limitRow] = [worth.slice(), new Int32Array(worth.length).fill(-1)];
  const limited: number[] = [];
  let next = 0;

  const pays = ({ pairs }: Limit, row: number): void => {
    const among = new Set(pairs);
    origin.forEach((e, x) => {
      if (!among.has(e)) return;
      limitRow[x] = row;
      limited.push(x);
    });
  };
  limits.forEach((each, x) => pays(each, plainRoom.length + x));

  const limitsOf = ({ pairs }: Choice): readonly number[] =>
    pairs.flatMap((x) => (whole(limitRow, x) < 0 ? [] : [whole(limitRow, x)]));
  const earnedBy = ({ person, pairs }: Choice): number =>
    pairs.reduce(
      (sum, x, slot) => sum + exact(fullWorth, x) - exact(slotCost, whole(firstSlot, person) + slot),
      0,
    );
  const entrant = (choice: Choice): Entrant => ({
    uses: [...usesOf(choice), ...limitsOf(choice)],
    earns: earnedBy(choice),
  });
  for (const person of people) {
    const pairs = Array.from(
      { length: whole(start, person + 1) - whole(start, person) },
      (_, at) => whole(start, person) + at,
    ).filter((x) => mark(answer, whole(origin, x)) === 1);
    if (pairs.length === 0) continue;
    const choice = { person, pairs };
    basis.put(entrant(choice), whole(rowOf, person));
    held[whole(rowOf, person)] = choice;
  }

  const priceOf = (row: number): number => price[row] ?? 0;
  const tellPrices = (): void => {
    price = basis.prices();
    for (let i = 0; i < groups; i++) nodePrice[i] = priceOf(i);
    for (let g = 0; g < groupOwner.length; g++)
      nodePrice[groups + g] = priceOf(groups + g) + priceOf(whole(groupOwner, g));
    for (const x of limited) worth[x] = exact(fullWorth, x) - priceOf(whole(limitRow, x));
  };

  /** The row whose unused room is worth most, if any is worth something: its price is below 0. */
  const roomToLeave = (least: number): readonly Better[] => {
    let [row, gain] = [-1, least];
    for (let at = 0; at < price.length; at++) {
      const left = -(price[at] ?? 0);
      if (left > gain) [row, gain] = [at, left];
    }
    return row < 0 ? [] : [{ choice: null, uses: [row], earns: 0, gain }];
  };

  /** The first few choices that earn more than at least so much, and room that does; the best first. */
  const better = (least: number): readonly Better[] => {
    const found = [...roomToLeave(least)];
    for (let looked = 0; looked < people.length && found.length < enough; looked++) {
      const person = whole(people, next);
      next = (next + 1) % people.length;
      picks.count = 0;
      const gain = pack(person, nodePrice, picks) - priceOf(whole(rowOf, person));
      if (gain <= least) continue;
      const choice = { person, pairs: Array.from(picks.pairs.subarray(0, picks.count)) };
      found.push({ choice, ...entrant(choice), gain });
    }
    return found.sort((a, b) => b.gain - a.gain);
  };

  const settle: Mixture["settle"] = ({ worthOf, slotScale }, mayGoOn) => {
    origin.forEach((e, x) => (fullWorth[x] = worthOf(e)));
    worth.set(fullWorth);
    problem.slotCost.forEach((cost, s) => (slotCost[s] = slotScale * cost));
    held.forEach((choice, row) => (basis.earned[row] = choice === null ? 0 : earnedBy(choice)));
    const least = fullWorth.reduce((most, each) => Math.max(most, roundedOff * Math.abs(each)), slight);
    for (let change = 0; change < changesPerRow * price.length && mayGoOn(); change++) {
      tellPrices();
      const all = better(least);
      if (all.length === 0) return true;
      // Later ones may not gain anything any more once those before them are in.
      for (const each of all.slice(0, few)) {
        const at = basis.enter(each, Math.max(least, each.gain * stillWorth));
        if (at >= 0) held[at] = each.choice;
      }
    }
    return false;
  };

  const limit: Mixture["limit"] = (more) => {
    const among = new Set(more.pairs);
    const isMeant = (x: number): boolean => among.has(whole(origin, x));
    const usedBy = (row: number): number => held[row]?.pairs.filter(isMeant).length ?? 0;
    const row = held.length;
    if (!basis.limit(roomFor(more, row), usedBy)) return false;
    held.push(null);
    price = Float64Array.from([...price, 0]);
    pays(more, row);
    return true;
  };

  const shares = (): Float64Array => {
    const share = new Float64Array(problem.weight.length);
    held.forEach((choice, row) => {
      for (const x of choice?.pairs ?? []) {
        const e = whole(origin, x);
        share[e] = exact(share, e) + (basis.amount[row] ?? 0);
      }
    });
    return share;
  };
  const paid = (from: number, to: number): number[] =>
    Array.from(price.subarray(from, to), (each) => Math.max(0, each));
  return {
    settle,
    limit,
    shares,
    prices: () => ({
      requestPrice: Float64Array.from(paid(0, groups)),
      groupPrice: Float64Array.from(paid(groups, nodePrice.length)),
      limitPrice: paid(plainRoom.length, price.length),
    }),
    work: () => work.looks + basis.work.cells,
  };
}
