import type { Problem } from "../problem/problem.ts";
import { at, exactly, exactSum, worth } from "./cells.ts";
import type { PricesProof, ProofCase, ProvenPart } from "./proof.ts";

/**
 * A problem as a case reads it, the pairs that the case takes (1) or leaves out (2), and room for those that each
 * practitioner has or may want: the first (-1 where there is none), the next after each, and what it earns.
 */
type Reading = Problem & Record<"fate" | "first" | "next", Int32Array> & { readonly gain: Float64Array };
type Offer = { readonly gain: number; readonly need: number };

/** A price, or not-a-number, which makes every sum that it enters prove nothing. */
const asPrice = (value = NaN): number => (value >= 0 ? exactly(value) : NaN);

/** A problem with worths and costs read anew; null where the costs of somebody's slots, so read, would fall. */
function readAnew(p: Reading, by: (value: number) => number): Reading | null {
  const [weight, slotCost] = [p.weight.map(by), p.slotCost.map(by)];
  for (let j = 0; j < p.practitionerCount; j++)
    for (let s = at(p.slotStart, j), end = at(p.slotStart, j + 1), last = -Infinity; s < end; s++) {
      if (!(worth(slotCost, s) >= last)) return null;
      last = worth(slotCost, s);
    }
  return { ...p, weight, slotCost };
}

/** The most that somebody can earn who has so many half days, and slots at these costs, which never fall. */
function mostEarned(offers: readonly Offer[], costs: Float64Array, days: number): number {
  const useful = offers.filter(({ gain, need }) => need <= days && gain > worth(costs, 0));
  useful.sort((a, b) => b.gain - a.gain);
  // As many of the best as earn more than their slots cost: nothing is better where they keep to the days.
  const best = useful.filter(({ gain }, slot) => gain > (costs[slot] ?? Infinity));
  if (best.length === 0 || best.reduce((sum, { need }) => sum + need, 0) <= days)
    return best.reduce((sum, { gain }, slot) => sum + (gain - worth(costs, slot)), 0);
  // Slots are counted beside days, a row each, only where they could run out or differ in cost.
  const isCounted = best.length < useful.length || costs[0] !== costs[best.length - 1];
  const [rows, width] = [isCounted ? best.length : 1, days + 1];
  const most = new Float64Array((rows + 1) * width);
  for (const { gain, need } of useful)
    for (let row = rows; row >= 1; row--) {
      const earned = gain - worth(costs, row - 1);
      for (let to = row * width + days; to >= row * width + need; to--)
        most[to] = Math.max(worth(most, to), worth(most, to - (isCounted ? width : 0) - need) + earned);
    }
  return most.reduce((top, value) => Math.max(top, value), 0);
}

/** The prices and what each practitioner can earn at them: no answer that the case allows is worth more. */
function boundAt(p: Reading, part: ProvenPart, { requestPrice, groupPrice }: PricesProof): bigint | null {
  if (requestPrice.length !== part.requests.length || groupPrice.length !== part.groups.length) return null;
  if (new Set(part.requests).size !== part.requests.length) return null;
  const priceOfGroup = new Map(Array.from(part.groups, (g, x) => [g, asPrice(groupPrice[x])]));
  const sum = Array.from(part.groups, (g, x) => asPrice(groupPrice[x]) * at(p.groupLimit, g));
  const people: number[] = [];
  for (const [x, i] of part.requests.entries()) {
    const price = asPrice(requestPrice[x]);
    sum.push(price * at(p.wanted, i));
    for (let e = at(p.start, i), end = at(p.start, i + 1); e < end; e++) {
      const j = at(p.practitioner, e);
      const g = at(p.group, e);
      const gain = worth(p.weight, e) - price - (g < 0 ? 0 : (priceOfGroup.get(g) ?? NaN));
      if (p.fate[e] === 2 || (p.fate[e] === 0 && gain <= worth(p.slotCost, at(p.slotStart, j)))) continue;
      if (!Number.isSafeInteger(gain)) sum.push(NaN);
      if (p.first[j] === -1) people.push(j);
      [p.gain[e], p.next[e], p.first[j]] = [gain, at(p.first, j), e];
    }
  }
  for (const j of people) {
    let [slot, days] = [at(p.slotStart, j), at(p.dayCapacity, j)];
    const offers: Offer[] = [];
    for (let e = at(p.first, j); e >= 0; e = at(p.next, e)) {
      const [gain, need] = [worth(p.gain, e), at(p.need, e)];
      if (p.fate[e] === 0) offers.push({ gain, need });
      else {
        sum.push(gain - worth(p.slotCost, slot++));
        days -= need;
      }
    }
    sum.push(mostEarned(offers, p.slotCost.subarray(slot, at(p.slotStart, j + 1)), days));
    p.first[j] = -1;
  }
  return exactSum(sum);
}

/** Finds what a part's proof proves, no answer to it being worth more; null where it proves nothing. */
export function proverOf(p: Problem): (part: ProvenPart) => bigint | null {
  const boundOf = (read: Reading | null, part: ProvenPart, proof: ProofCase): bigint | null => {
    if (read === null) return null;
    if (proof.kind === "prices") return boundAt(read, part, proof);
    if (proof.kind === "split") {
      const { pair, without, taking } = proof;
      if (read.fate[pair] !== 0) return null;
      read.fate[pair] = 2;
      const left = boundOf(read, part, without);
      read.fate[pair] = 1;
      const taken = boundOf(read, part, taking);
      read.fate[pair] = 0;
      return left === null || taken === null ? null : left > taken ? left : taken;
    }
    const { unit, fineness, price, count, rest } = proof;
    if (!(unit > 0 && asPrice(fineness) > 0 && asPrice(price) <= unit)) return null;
    const counted = readAnew(read, (value) => exactly(fineness * Math.round(value / unit)));
    const lessUnits = readAnew(read, (value) => exactly(value - exactly(price * Math.round(value / unit))));
    const [most, left] = [boundOf(counted, part, count), boundOf(lessUnits, part, rest)];
    return most === null || left === null ? null : (most / BigInt(fineness)) * BigInt(price) + left;
  };
  const count = p.weight.length;
  const [fate, next, gain] = [new Int32Array(count), new Int32Array(count), new Float64Array(count)];
  const first = new Int32Array(p.practitionerCount).fill(-1);
  const plain = readAnew({ ...p, fate, first, next, gain }, exactly);
  return (part) => boundOf(plain, part, part.proof);
}
