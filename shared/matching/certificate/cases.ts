import type { Problem } from "../problem/problem.ts";
import { at, exactly, exactSum, worth } from "./cells.ts";
import type { ProofCase, ProvenPart } from "./proof.ts";

/** A price, or not-a-number, which makes every sum that it enters prove nothing. */
const asPrice = (value = NaN): number => (value >= 0 ? exactly(value) : NaN);

/** How a case reads worths and costs, and the least cost so read; null where costs of slots so read would fall. */
interface Reading {
  readonly weight: Float64Array;
  readonly slotCost: Float64Array;
  readonly cheapest: number;
}
function readingOf(p: Problem, { weight, slotCost }: Pick<Reading, "weight" | "slotCost">): Reading | null {
  let cheapest = 0;
  for (let j = 0; j < p.practitionerCount; j++)
    for (let s = at(p.slotStart, j), end = at(p.slotStart, j + 1), last = -Infinity; s < end; s++) {
      const cost = worth(slotCost, s);
      if (!(last <= cost)) return null;
      [last, cheapest] = [cost, Math.min(cheapest, cost)];
    }
  return { weight, slotCost, cheapest };
}

/** Finds what a part's proof proves, no answer to it being worth more; null where it proves nothing. */
export function proverOf(p: Problem): (part: ProvenPart) => bigint | null {
  const groupPrice = new Float64Array(p.groupLimit.length).fill(NaN);
  // Prices of requests; pairs that a case takes (1) or leaves out (2), and the slots and days so used up.
  const [price, fate] = [new Float64Array(p.requestCount), new Uint8Array(p.weight.length)];
  const [used, spent] = [new Int32Array(p.practitionerCount), new Int32Array(p.practitionerCount)];
  // What each practitioner is offered, as a list: the first offer, and the next after each.
  const [first, people] = [new Int32Array(p.practitionerCount).fill(-1), new Int32Array(p.practitionerCount)];
  const [next, need] = [new Int32Array(p.weight.length), new Int32Array(p.weight.length)];
  const [gain, profit] = [new Float64Array(p.weight.length), new Float64Array(p.weight.length)];
  const asked = new Int32Array(p.weight.length);

  /** The most that somebody can earn; slots are counted beside days only where they could bind first or differ in cost. */
  const earnedBy = (j: number, { slotCost }: Reading): number => {
    const [slot, days] = [at(p.slotStart, j) + at(used, j), at(p.dayCapacity, j) - at(spent, j)];
    const free = at(p.slotStart, j + 1) - slot;
    if (free <= 0) return 0;
    const pays = (x: number): boolean => at(need, x) <= days && worth(gain, x) > worth(slotCost, slot);
    let [offers, slots, needed, most] = [0, 0, 0, 0];
    for (let x = at(first, j); x >= 0; x = at(next, x)) {
      if (!pays(x)) continue;
      [profit[offers], asked[offers]] = [worth(gain, x), at(need, x)];
      offers++;
    }
    for (const each of [profit, asked]) each.subarray(0, offers).sort();
    // As many of the best as earn more than their slots cost, if they keep to the days whichever they are.
    for (; slots < free && slots < offers; slots++) {
      const earned = worth(profit, offers - 1 - slots) - worth(slotCost, slot + slots);
      if (!(earned > 0)) break;
      [most, needed] = [most + earned, needed + at(asked, offers - 1 - slots)];
    }
    if (slots === 0 || needed <= days) return most;
    const isOneCost = slotCost[slot] === slotCost[slot + slots - 1];
    const step = isOneCost && (slots === offers || days < (slots + 1) * at(asked, 0)) ? 0 : days + 1;
    const [rows, width] = [step === 0 ? 1 : slots, days + 1];
    const best = new Float64Array((rows + 1) * width).fill(-Infinity).fill(0, 0, 2 * width - step);
    for (let x = at(first, j); x >= 0; x = at(next, x))
      for (let c = pays(x) ? rows : 0, n = at(need, x); c >= 1; c--) {
        const earned = worth(gain, x) - worth(slotCost, slot + c - 1);
        for (let to = c * width + days; to >= c * width + n; to--)
          best[to] = Math.max(worth(best, to), worth(best, to - step - n) + earned);
      }
    return best.reduce((top, value) => Math.max(top, value), 0);
  };

  const bound = (part: ProvenPart, proof: ProofCase, reading: Reading | null): bigint | null => {
    if (reading === null) return null;
    if (proof.kind === "split") {
      const { pair, without, taking } = proof;
      if (fate[pair] !== 0) return null;
      fate[pair] = 2;
      const left = bound(part, without, reading);
      fate[pair] = 1;
      const taken = bound(part, taking, reading);
      fate[pair] = 0;
      return left === null || taken === null ? null : left > taken ? left : taken;
    }
    if (proof.kind === "ceiling") {
      const { unit, fineness, price: each, count, rest } = proof;
      if (!(unit > 0 && asPrice(fineness) > 0 && asPrice(each) <= unit)) return null;
      const read = (of: (value: number, units: number) => number): Reading | null => {
        const readOne = (value: number): number => exactly(of(value, Math.round(value / unit)));
        return readingOf(p, { weight: reading.weight.map(readOne), slotCost: reading.slotCost.map(readOne) });
      };
      const most = bound(
        part,
        count,
        read((_, units) => fineness * units),
      );
      const left = bound(
        part,
        rest,
        read((value, units) => value - each * units),
      );
      return most === null || left === null ? null : (most / BigInt(fineness)) * BigInt(each) + left;
    }
    const { requestPrice, groupPrice: limitPrice } = proof;
    if (requestPrice.length !== part.requests.length || limitPrice.length !== part.groups.length) return null;
    const { add, total } = exactSum();
    let [count, offers] = [0, 0];
    part.requests.forEach((i, x) => add((price[i] = asPrice(requestPrice[x])) * at(p.wanted, i)));
    part.groups.forEach((g, x) => add((groupPrice[g] = asPrice(limitPrice[x])) * at(p.groupLimit, g)));
    for (const i of part.requests)
      for (let e = at(p.start, i), end = at(p.start, i + 1); e < end; e++) {
        const [j, g] = [at(p.practitioner, e), at(p.group, e)];
        const earned = worth(reading.weight, e) - worth(price, i) - (g < 0 ? 0 : worth(groupPrice, g));
        if (fate[e] === 2 || (fate[e] === 0 && earned <= reading.cheapest)) continue;
        if (!Number.isSafeInteger(earned)) add(NaN);
        if (at(first, j) < 0 && at(used, j) === 0) people[count++] = j;
        if (fate[e] === 1) add(earned - worth(reading.slotCost, at(p.slotStart, j) + at(used, j)));
        if (fate[e] === 1) [used[j], spent[j]] = [at(used, j) + 1, at(spent, j) + at(p.need, e)];
        else [gain[offers], need[offers], next[offers]] = [earned, at(p.need, e), at(first, j)];
        if (fate[e] === 0) first[j] = offers++;
      }
    // More offers than there are pairs: a part that names requests twice, for which there was no room.
    if (offers > p.weight.length) add(NaN);
    for (const j of people.subarray(0, count)) add(earnedBy(j, reading));
    for (const j of people.subarray(0, count)) [first[j], used[j], spent[j]] = [-1, 0, 0];
    // The price of a group speaks for the part that pays for it and for no other.
    for (const g of part.groups) groupPrice[g] = NaN;
    return total();
  };
  const plain = readingOf(p, p);
  return (part) => bound(part, part.proof, plain);
}
