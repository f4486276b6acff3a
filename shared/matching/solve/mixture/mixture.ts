import { exact, mark, whole } from "../../problem/cells.ts";
import type { Problem } from "../../problem/problem.ts";
import { dayPackingOf } from "../days/dayPacking.ts";
import { picksFor } from "../days/dayPicks.ts";
import { basisOf } from "./basis.ts";
import { type Choice, rowsFor, someMore } from "./rows.ts";
import type { Limit, Mixture } from "./terms.ts";

/** A choice, and what it earns beyond the price of its practitioner's time. */
interface Better {
  readonly choice: Choice;
  readonly gain: number;
}

/** What earns no more than this above its price does not matter, worths being told apart by 1; nor what rounding leaves of the greatest. */
const [slight, roundedOff] = [1e-6, 1e-12] as const;
/** Changes for each row before a mixture is given up that gets no better. */
const changesPerRow = 20;
/** A limit has so many times more of the little room that rows have more. */
const limitMore = 16;
const noCells = new Float64Array(0);
/** Choices that are better than what is held, before the best of them is let in. */
const enough = 8;

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
  const price = Array.from(room, () => 0);
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
  const letIn = (choice: Choice, told?: number): number => {
    const row = basis.enter([...usesOf(choice), ...limitsOf(choice)], told);
    held[row] = choice;
    return row;
  };
  for (const person of people) {
    const pairs = Array.from(
      { length: whole(start, person + 1) - whole(start, person) },
      (_, at) => whole(start, person) + at,
    ).filter((x) => mark(answer, whole(origin, x)) === 1);
    if (pairs.length > 0) letIn({ person, pairs }, whole(rowOf, person));
  }

  const earnedBy = ({ person, pairs }: Choice): number =>
    pairs.reduce(
      (sum, x, slot) => sum + exact(fullWorth, x) - exact(slotCost, whole(firstSlot, person) + slot),
      0,
    );
  const addToPrices = (row: number, by: number): void => {
    const cells = basis.inverse[row] ?? noCells;
    for (let at = 0; at < price.length; at++) price[at] = (price[at] ?? 0) + by * (cells[at] ?? 0);
  };
  const priceOf = (row: number): number => price[row] ?? 0;
  const tellPrices = (): void => {
    for (let i = 0; i < groups; i++) nodePrice[i] = priceOf(i);
    for (let g = 0; g < groupOwner.length; g++)
      nodePrice[groups + g] = priceOf(groups + g) + priceOf(whole(groupOwner, g));
    for (const x of limited) worth[x] = exact(fullWorth, x) - priceOf(whole(limitRow, x));
  };

  /** The row whose unused room is worth most, if any is worth something: its price is below 0. */
  const roomToLeave = (least: number): { readonly row: number; readonly gain: number } => {
    let [row, gain] = [-1, least];
    for (let at = 0; at < price.length; at++) if (-priceOf(at) > gain) [row, gain] = [at, -priceOf(at)];
    return { row, gain };
  };

  /** The best of the first few choices that earn more than at least so much, if it is better than what is told. */
  const betterChoice = (least: number, than: number): Better | null => {
    let best: Better | null = null;
    for (let looked = 0, found = 0; looked < people.length && found < enough; looked++) {
      const person = whole(people, next);
      next = (next + 1) % people.length;
      picks.count = 0;
      const gain = pack(person, nodePrice, picks) - priceOf(whole(rowOf, person));
      if (gain > least) found++;
      if (gain <= (best?.gain ?? than)) continue;
      best = { choice: { person, pairs: Array.from(picks.pairs.subarray(0, picks.count)) }, gain };
    }
    return best;
  };

  const settle: Mixture["settle"] = ({ worthOf, slotScale }, mayGoOn) => {
    origin.forEach((e, x) => (fullWorth[x] = worthOf(e)));
    worth.set(fullWorth);
    problem.slotCost.forEach((cost, s) => (slotCost[s] = slotScale * cost));
    price.fill(0);
    held.forEach((choice, row) => choice !== null && addToPrices(row, earnedBy(choice)));
    const least = fullWorth.reduce((most, each) => Math.max(most, roundedOff * Math.abs(each)), slight);
    for (let change = 0; change < changesPerRow * price.length && mayGoOn(); change++) {
      tellPrices();
      const { row, gain } = roomToLeave(least);
      const better = betterChoice(least, gain);
      if (better === null && row < 0) return true;
      const at = better === null ? basis.enter([row]) : letIn(better.choice);
      if (better === null) held[at] = null;
      addToPrices(at, better?.gain ?? gain);
    }
    return false;
  };

  const limit: Mixture["limit"] = (more) => {
    const among = new Set(more.pairs);
    const isMeant = (x: number): boolean => among.has(whole(origin, x));
    const usedBy = (row: number): number => held[row]?.pairs.filter(isMeant).length ?? 0;
    const row = price.length;
    if (!basis.limit(roomFor(more, row), usedBy)) return false;
    held.push(null);
    price.push(0);
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
  const paid = (from: number, to: number): number[] => price.slice(from, to).map((each) => Math.max(0, each));
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
