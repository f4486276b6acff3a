import type { DayMarket } from "./dayMarket.ts";

/** What practitioners could hold that earns little less than their best at some prices; those without pairs have none. */
export interface DayChoices {
  /** What the best choice of each practitioner earns. */
  readonly best: Float64Array;
  /** Choices of practitioner `j` are `start[j]` up to `start[j + 1]`, those that lose least against the best first. */
  readonly start: Int32Array;
  readonly loss: Float64Array;
  /** Pairs of choice `c` are `pairs[pairStart[c]]` up to `pairs[pairStart[c + 1]]`. */
  readonly pairStart: Int32Array;
  readonly pairs: Int32Array;
}

interface Choice {
  readonly earns: number;
  readonly pairs: readonly number[];
}

/** Slots and half-days still free, and what is earned by those taken. */
interface SoFar {
  readonly slotsLeft: number;
  readonly halfDays: number;
  readonly earned: number;
}

/** So many choices of one practitioner are kept, and so many ways tried to find them. */
const [kept, ways] = [100, 4000] as const;

/** Finds the choices of one practitioner that lose at most `most` against the best, the best first. */
function choiceFinder(market: DayMarket, price: Float64Array, most: number): (j: number) => Choice[] {
  const { start, request, need, worth, slots, days, firstSlot, slotCost } = market;
  let [pair, profit, ahead]: [number[], number[], number[]] = [[], [], []];
  let found: Choice[] = [];
  const chosen: number[] = [];
  let [best, floor, left, slot, base] = [0, -Infinity, 0, 0, 0];

  const gather = (j: number): void => {
    base = slotCost[firstSlot[j] ?? 0] ?? 0;
    const gainOf = (x: number): number => (worth[x] ?? 0) - (price[request[x] ?? 0] ?? 0) - base;
    pair = [];
    for (let x = start[j] ?? 0, end = start[j + 1] ?? 0; x < end; x++) if (gainOf(x) >= -most) pair.push(x);
    pair.sort((a, b) => gainOf(b) - gainOf(a) || a - b);
    profit = pair.map(gainOf);
    ahead = [0];
    for (const gain of profit) ahead.push((ahead.at(-1) ?? 0) + Math.max(0, gain));
  };
  const keep = (earns: number): void => {
    best = Math.max(best, earns);
    found.push({ earns, pairs: chosen.slice() });
    if (found.length < 4 * kept) return;
    found = found.sort((a, b) => b.earns - a.earns).slice(0, kept);
    floor = found.at(-1)?.earns ?? floor;
  };
  /** Goes on from wish `from`, with so many slots and days left, to all that could still be close to the best. */
  const explore = (from: number, { slotsLeft, halfDays, earned }: SoFar): void => {
    left--;
    if (earned >= Math.max(floor, best - most)) keep(earned);
    if (slotsLeft === 0) return;
    for (let q = from; q < pair.length && left > 0; q++) {
      const gain = profit[q] ?? 0;
      const could = gain > 0 ? (ahead[Math.min(pair.length, q + slotsLeft)] ?? 0) - (ahead[q] ?? 0) : gain;
      if (earned + could < Math.max(floor, best - most)) return;
      const x = pair[q] ?? 0;
      const rest = halfDays - (need[x] ?? 0);
      if (rest < 0) continue;
      chosen.push(x);
      const cost = (slotCost[slot++] ?? 0) - base;
      explore(q + 1, { slotsLeft: slotsLeft - 1, halfDays: rest, earned: earned + gain - cost });
      slot--;
      chosen.pop();
    }
  };

  return (j) => {
    gather(j);
    [found, best, floor, left, slot] = [[], 0, -Infinity, ways, firstSlot[j] ?? 0];
    explore(0, { slotsLeft: slots[j] ?? 0, halfDays: days[j] ?? 0, earned: 0 });
    return found
      .filter(({ earns }) => earns >= best - most)
      .sort((a, b) => b.earns - a.earns)
      .slice(0, kept);
  };
}

/** The same cells with room for at least so many, those beyond them 0. */
function roomFor<Cells extends Int32Array | Float64Array>(
  cells: Cells,
  count: number,
  make: (length: number) => Cells,
): Cells {
  if (count <= cells.length) return cells;
  const wider = make(Math.ceil(1.5 * count));
  wider.set(cells);
  return wider;
}

const wholes = (length: number): Int32Array<ArrayBuffer> => new Int32Array(length);
const numbers = (length: number): Float64Array<ArrayBuffer> => new Float64Array(length);

/** Lists what everybody could hold that loses at most `most` against their best at the prices; null where time runs out. */
export function choicesOf(
  market: DayMarket,
  price: Float64Array,
  { most, mayGoOn }: { readonly most: number; readonly mayGoOn: () => boolean },
): DayChoices | null {
  const { personCount } = market;
  const choicesFor = choiceFinder(market, price, most);
  const [best, start] = [numbers(personCount), wholes(personCount + 1)];
  let [loss, pairStart, pairs] = [numbers(kept), wholes(kept + 1), wholes(kept)];
  let [count, pairCount] = [0, 0];
  for (let j = 0; j < personCount; j++) {
    if ((market.start[j + 1] ?? 0) > (market.start[j] ?? 0)) {
      if (!mayGoOn()) return null;
      const choices = choicesFor(j);
      best[j] = choices[0]?.earns ?? 0;
      loss = roomFor(loss, count + choices.length, numbers);
      pairStart = roomFor(pairStart, count + choices.length + 1, wholes);
      for (const choice of choices) {
        pairs = roomFor(pairs, pairCount + choice.pairs.length, wholes);
        pairs.set(choice.pairs, pairCount);
        pairCount += choice.pairs.length;
        loss[count++] = (best[j] ?? 0) - choice.earns;
        pairStart[count] = pairCount;
      }
    }
    start[j + 1] = count;
  }
  return {
    best,
    start,
    loss: loss.subarray(0, count),
    pairStart: pairStart.subarray(0, count + 1),
    pairs: pairs.subarray(0, pairCount),
  };
}
