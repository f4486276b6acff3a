import type { Problem } from "../problem/problem.ts";
import type { CertificateVerdict, ProofCase, ProvenAnswer, ProvenPart, Worth } from "./proof.ts";

/** A cell, or not-a-number where there is none, which no comparison below lets pass. */
const at = (cells: Int32Array, index: number): number => cells[index] ?? NaN;
const worth = (cells: Float64Array, index: number): number => cells[index] ?? NaN;
/** A price, or not-a-number, which makes every sum that it enters prove nothing. */
const asPrice = (value = NaN): number => (value >= 0 && Number.isSafeInteger(value) ? value : NaN);
/** A sum that is exact however large, moved over before it would round; null once something else is added. */
function exactSum() {
  let [low, high]: [number, bigint | null] = [0, 0n];
  const add = (value: number): void => {
    if (high === null || !Number.isSafeInteger(value)) high = null;
    else if (Number.isSafeInteger(low + value)) low += value;
    else [low, high] = [value, high + BigInt(low)];
  };
  return { add, total: (): bigint | null => (high === null ? null : high + BigInt(low)) };
}

/** Walks once over all pairs: what each part's chosen ones are worth, a limit they break, whether parts share nobody. */
function walked(p: Problem, { taken, parts }: ProvenAnswer) {
  const [partOf, people] = [new Int32Array(p.requestCount), new Int32Array(p.requestCount)];
  const [sums, inGroup] = [Array.from(parts, exactSum), new Int32Array(p.groupLimit.length)];
  const [homeOf, asked] = [new Int32Array(p.practitionerCount), new Int32Array(p.practitionerCount)];
  const [load, days] = [new Int32Array(p.practitionerCount), new Float64Array(p.practitionerCount)];
  let [broken, apart, count] = [taken.length === p.weight.length ? null : "marks", true, 0];
  for (const [x, { requests }] of parts.entries())
    for (const i of requests) [apart, partOf[i]] = [apart && at(partOf, i) === 0, x + 1];
  for (let i = 0; i < p.requestCount; i++) {
    const [part, from, end] = [at(partOf, i), at(p.start, i), at(p.start, i + 1)];
    apart &&= part > 0 || from === end;
    for (let e = from; e < end; e++, count++) {
      if (taken[e] === 0 && parts.length === 1) continue;
      const j = at(p.practitioner, e);
      apart &&= at(homeOf, j) === part || at(homeOf, j) === 0;
      homeOf[j] = part;
      if (taken[e] === 0) continue;
      const [slot, g] = [at(p.slotStart, j) + at(load, j), at(p.group, e)];
      [people[i], load[j], days[j]] = [at(people, i) + 1, at(load, j) + 1, worth(days, j) + at(p.need, e)];
      if (g >= 0) inGroup[g] = at(inGroup, g) + 1;
      sums[part - 1]?.add(worth(p.weight, e) - worth(p.slotCost, slot));
      const hasRoom = slot < at(p.slotStart, j + 1) && worth(days, j) <= at(p.dayCapacity, j);
      if (!hasRoom || taken[e] !== 1 || at(asked, j) === i + 1) broken ??= `practitioner ${j}`;
      asked[j] = i + 1;
    }
  }
  if (!people.every((chosen, i) => chosen <= at(p.wanted, i))) broken ??= "request";
  if (!inGroup.every((chosen, g) => chosen <= at(p.groupLimit, g))) broken ??= "group";
  return { objective: sums.map(({ total }) => total()), broken, apart: apart && count === p.weight.length };
}

/** Finds what a part's proof proves, no answer to it being worth more; null where it proves nothing. */
function proverOf(p: Problem): (part: ProvenPart, proof?: ProofCase) => bigint | null {
  const groupPrice = new Float64Array(p.groupLimit.length).fill(NaN);
  // Prices of requests; pairs that a case takes (1) or leaves out (2), and the slots and days so used up.
  const [price, fate] = [new Float64Array(p.requestCount), new Uint8Array(p.weight.length)];
  const [used, spent] = [new Int32Array(p.practitionerCount), new Int32Array(p.practitionerCount)];
  // What each practitioner is offered, as a list: the first offer, and the next after each.
  const [first, people] = [new Int32Array(p.practitionerCount).fill(-1), new Int32Array(p.practitionerCount)];
  const [next, need] = [new Int32Array(p.weight.length), new Int32Array(p.weight.length)];
  const [gain, profit] = [new Float64Array(p.weight.length), new Float64Array(p.weight.length)];
  const cheapest = p.slotCost.reduce((least, cost) => Math.min(least, cost), 0);

  /** The most that somebody can earn; slots are counted beside days only where they could bind first or differ in cost. */
  const earnedBy = (j: number): number => {
    const [slot, days] = [at(p.slotStart, j) + at(used, j), at(p.dayCapacity, j) - at(spent, j)];
    let [offers, needed, least, most] = [0, 0, days, 0];
    for (let x = at(first, j); x >= 0; x = at(next, x)) {
      const n = at(need, x);
      if (n > days) continue;
      profit[offers++] = worth(gain, x);
      [needed, least] = [needed + n, Math.min(least, n)];
    }
    const slots = Math.min(offers, at(p.slotStart, j + 1) - slot);
    if (needed <= days || slots <= 0) {
      if (offers > 1) profit.subarray(0, offers).sort();
      for (let c = 0; c < slots; c++)
        most += Math.max(0, worth(profit, offers - 1 - c) - worth(p.slotCost, slot + c));
      return most;
    }
    const isOneCost = p.slotCost[slot] === p.slotCost[slot + slots - 1];
    const step = isOneCost && (slots === offers || days < (slots + 1) * least) ? 0 : days + 1;
    const [rows, width] = [step === 0 ? 1 : slots, days + 1];
    const best = new Float64Array((rows + 1) * width).fill(-Infinity).fill(0, 0, 2 * width - step);
    for (let x = at(first, j); x >= 0; x = at(next, x))
      for (let c = rows, n = at(need, x); c >= 1; c--) {
        const earned = worth(gain, x) - worth(p.slotCost, slot + c - 1);
        for (let to = c * width + days; to >= c * width + n; to--)
          best[to] = Math.max(worth(best, to), worth(best, to - step - n) + earned);
      }
    return best.reduce((top, value) => Math.max(top, value), 0);
  };

  return function bound(part, proof = part.proof): bigint | null {
    if (proof.kind === "split") {
      const { pair, without, taking } = proof;
      if (fate[pair] !== 0) return null;
      fate[pair] = 2;
      const left = bound(part, without);
      fate[pair] = 1;
      const taken = bound(part, taking);
      fate[pair] = 0;
      return left === null || taken === null ? null : left > taken ? left : taken;
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
        const earned = worth(p.weight, e) - worth(price, i) - (g < 0 ? 0 : worth(groupPrice, g));
        if (fate[e] === 2 || (fate[e] === 0 && earned <= cheapest)) continue;
        if (!Number.isSafeInteger(earned)) add(NaN);
        if (at(first, j) < 0 && at(used, j) === 0) people[count++] = j;
        if (fate[e] === 1) add(earned - worth(p.slotCost, at(p.slotStart, j) + at(used, j)));
        if (fate[e] === 1) [used[j], spent[j]] = [at(used, j) + 1, at(spent, j) + at(p.need, e)];
        else [gain[offers], need[offers], next[offers]] = [earned, at(p.need, e), at(first, j)];
        if (fate[e] === 0) first[j] = offers++;
      }
    for (const j of people.subarray(0, count)) add(earnedBy(j));
    for (const j of people.subarray(0, count)) [first[j], used[j], spent[j]] = [-1, 0, 0];
    // The price of a group speaks for the part that pays for it and for no other.
    for (const g of part.groups) groupPrice[g] = NaN;
    return total();
  };
}

/** Checks an answer against the problem, sharing no code with the solver: feasible, worth what it says, bounded. */
export function check(p: Problem, answer: ProvenAnswer, claims: readonly Worth[]): CertificateVerdict {
  const { objective, broken, apart } = walked(p, answer);
  const boundOf = proverOf(p);
  const parts = answer.parts.map((part, x) => ({ objective: objective[x] ?? null, bound: boundOf(part) }));
  let sorted = true;
  for (let j = 0; j < p.practitionerCount; j++)
    for (let s = at(p.slotStart, j) + 1, end = at(p.slotStart, j + 1); s < end; s++)
      sorted &&= worth(p.slotCost, s - 1) <= worth(p.slotCost, s);
  const differ = (key: keyof Worth): boolean =>
    parts.length !== claims.length || parts.some((part, x) => part[key] !== claims[x]?.[key]);
  const checks = [
    { name: "feasible", passed: broken === null, detail: broken ?? "every limit is kept" },
    { name: "parts", passed: apart && sorted, detail: `${parts.length} parts share no practitioner` },
    { name: "objective", passed: !differ("objective"), detail: "is what the chosen pairs are worth" },
    { name: "bound", passed: !differ("bound"), detail: "is what the prices prove" },
  ];
  return { valid: checks.every(({ passed }) => passed), checks, parts };
}
