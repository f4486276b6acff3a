import type { Problem } from "../problem/problem.ts";
import { at, exactly, exactSum } from "./cells.ts";
import type { PricesProof, ProofCase, ProvenPart } from "./proof.ts";

type Offer = { readonly gain: number; readonly need: number };
/** A problem as a case reads it, whose `fate` says which pairs it takes (true) or leaves out (false). */
interface Case extends Problem {
  readonly fate: ReadonlyMap<number, boolean>;
  /** What each pair earns; the last one that each practitioner may have (-1 where there is none), and the one before each. */
  readonly gain: Float64Array;
  readonly last: Int32Array;
  readonly before: Int32Array;
}

/** A case with worths and costs read anew; null where the costs of somebody's slots, so read, would fall. */
function readBy(c: Case, read: (value: number) => number): Case | null {
  const [weight, slotCost] = [c.weight.map(read), c.slotCost.map(read)];
  for (let j = 0; j < c.practitionerCount; j++) {
    const costs = slotCost.subarray(c.slotStart[j], c.slotStart[j + 1]);
    if (!costs.every((cost, slot) => cost >= (costs[slot - 1] ?? -Infinity))) return null;
  }
  return { ...c, weight, slotCost };
}

/** The most that somebody can earn who has so many half days, and slots at these costs. */
function mostEarned(offers: readonly Offer[], costs: Float64Array, days: number): number {
  const useful = offers.filter(({ need }) => need <= days).sort((a, b) => b.gain - a.gain);
  // As many of the best as earn more than their slots cost: nothing is better where they keep to the days.
  const best = useful.filter(({ gain }, slot) => gain > at(costs, slot));
  if (best.length === 0 || best.reduce((sum, { need }) => sum + need, 0) <= days)
    return best.reduce((sum, { gain }, slot) => sum + (gain - at(costs, slot)), 0);
  // Else the most by slots, of which no more than these are of use, and half days: a row for each number of slots.
  const row = days + 1;
  const most = new Float64Array((best.length + 1) * row);
  for (const { gain, need } of useful)
    for (let slots = best.length; slots > 0; slots--)
      for (let to = slots * row + days, earned = gain - at(costs, slots - 1); to >= slots * row + need; to--)
        most[to] = Math.max(at(most, to), at(most, to - row - need) + earned);
  return most.reduce((top, value) => Math.max(top, value), 0);
}

/** Whether each row, none of them twice, has a price, none below nothing. */
const arePriced = (rows: Int32Array, prices: Float64Array): boolean =>
  [rows.length, new Set(rows).size].every((count) => count === prices.length) &&
  prices.every((price) => exactly(price) >= 0);

/** The prices and what each practitioner can earn at them: no answer that the case allows is worth more. */
function boundAt(c: Case, { requests, groups }: ProvenPart, { requestPrice, groupPrice }: PricesProof) {
  if (!arePriced(requests, requestPrice) || !arePriced(groups, groupPrice)) return null;
  const priceOfGroup = new Map(Array.from(groups, (g, x) => [g, at(groupPrice, x)]));
  const sum = Array.from(groups, (g, x) => at(groupPrice, x) * at(c.groupLimit, g));
  const people: number[] = [];
  for (const [x, i] of requests.entries()) {
    sum.push(at(requestPrice, x) * at(c.wanted, i));
    for (let e = at(c.start, i), end = at(c.start, i + 1); e < end; e++) {
      const [j, g, isTaken] = [at(c.practitioner, e), at(c.group, e), c.fate.get(e)];
      const gain = at(c.weight, e) - at(requestPrice, x) - (g < 0 ? 0 : (priceOfGroup.get(g) ?? NaN));
      if (isTaken === false || (!isTaken && gain <= at(c.slotCost, at(c.slotStart, j)))) continue;
      if (c.last[j] === -1) people.push(j);
      [c.gain[e], c.before[e], c.last[j]] = [gain, at(c.last, j), e];
    }
  }
  for (const j of people) {
    let [slot, days] = [at(c.slotStart, j), at(c.dayCapacity, j)];
    const offers: Offer[] = [];
    for (let e = at(c.last, j); e >= 0; e = at(c.before, e)) {
      const [gain, need] = [at(c.gain, e), at(c.need, e)];
      if (!Number.isSafeInteger(gain)) sum.push(NaN);
      if (c.fate.get(e)) {
        sum.push(gain - at(c.slotCost, slot++));
        days -= need;
      } else offers.push({ gain, need });
    }
    sum.push(mostEarned(offers, c.slotCost.subarray(slot, at(c.slotStart, j + 1)), days));
    c.last[j] = -1;
  }
  return exactSum(sum);
}

/** What a proof proves of a part in a case, no answer to it being worth more; null where it proves nothing. */
function boundOf(c: Case | null, part: ProvenPart, proof: ProofCase): bigint | null {
  if (c === null) return null;
  if (proof.kind === "prices") return boundAt(c, part, proof);
  if (proof.kind === "split") {
    const { pair, without, taking } = proof;
    if (c.weight[pair] === undefined || c.fate.has(pair)) return null;
    const left = boundOf({ ...c, fate: new Map(c.fate).set(pair, false) }, part, without);
    const taken = boundOf({ ...c, fate: new Map(c.fate).set(pair, true) }, part, taking);
    return left === null || taken === null ? null : left > taken ? left : taken;
  }
  const { unit, fineness, price, count, rest } = proof;
  if (!(unit > 0 && exactly(fineness) > 0 && exactly(price) >= 0 && price <= unit)) return null;
  const units = (value: number): number => Math.round(value / unit);
  const counted = readBy(c, (value) => exactly(fineness * units(value)));
  const lessUnits = readBy(c, (value) => exactly(value - exactly(price * units(value))));
  const [most, left] = [boundOf(counted, part, count), boundOf(lessUnits, part, rest)];
  return most === null || left === null ? null : (most / BigInt(fineness)) * BigInt(price) + left;
}

/** Finds what a part's proof proves of a problem; null where it proves nothing. */
export function proverOf(p: Problem): (part: ProvenPart) => bigint | null {
  const [gain, before] = [new Float64Array(p.weight.length), new Int32Array(p.weight.length)];
  const last = new Int32Array(p.practitionerCount).fill(-1);
  const plain = readBy({ ...p, fate: new Map(), gain, last, before }, exactly);
  return (part) => boundOf(plain, part, part.proof);
}
