import type { Problem } from "../problem/problem.ts";
import { at, exactly, exactSum, worth } from "./cells.ts";
import type { CertificateVerdict, PricesProof, ProofCase, ProvenAnswer, ProvenPart, Worth } from "./proof.ts";

/** Walks once over all pairs: what each part's chosen ones are worth, a limit they break, whether parts share nobody. */
function walked(p: Problem, { taken, parts }: ProvenAnswer) {
  const noneYet = (): Int32Array => new Int32Array(p.practitionerCount).fill(-1);
  const [partOf, lastRequest, seen] = [noneYet(), noneYet(), new Uint8Array(p.weight.length)];
  const [places, groups, days] = [p.wanted.slice(), p.groupLimit.slice(), new Float64Array(p.dayCapacity)];
  const slots = p.slotStart.map((from, j) => at(p.slotStart, j + 1) - from);
  let [broken, apart] = [taken.length === p.weight.length ? null : "marks", true];
  const objective = parts.map(({ requests }, x) => {
    const sum: number[] = [];
    for (const i of requests)
      for (let e = at(p.start, i), end = at(p.start, i + 1); e < end; e++) {
        const j = at(p.practitioner, e);
        apart &&= seen[e] === 0 && (partOf[j] === -1 || partOf[j] === x);
        seen[e] = 1;
        partOf[j] = x;
        if (taken[e] === 0) continue;
        if (taken[e] !== 1 || lastRequest[j] === i) broken ??= `practitioner ${j}`;
        sum.push(worth(p.weight, e) - worth(p.slotCost, at(p.slotStart, j + 1) - at(slots, j)));
        const g = at(p.group, e);
        if (g >= 0) groups[g] = at(groups, g) - 1;
        [lastRequest[j], places[i], slots[j]] = [i, at(places, i) - 1, at(slots, j) - 1];
        days[j] = worth(days, j) - at(p.need, e);
      }
    return exactSum(sum);
  });
  for (const [name, left] of Object.entries({ places, groups, days, slots }))
    if (!left.every((count) => count >= 0)) broken ??= name;
  return { objective, broken, apart: apart && !seen.includes(0) };
}

/** A problem as a case reads it, and the pairs that the case takes (1) or leaves out (2). */
type Reading = Problem & { readonly fate: Uint8Array };
/** What a pair earns its practitioner at the prices of a case, and the half days that it takes. */
type Offer = { readonly gain: number; readonly need: number };

/** A price, or not-a-number, which makes every sum that it enters prove nothing. */
const asPrice = (value = NaN): number => (value >= 0 ? exactly(value) : NaN);

/** A problem with worths and costs read anew; null where the costs of somebody's slots, so read, would fall. */
function readAnew(p: Reading, by: (value: number) => number): Reading | null {
  const [weight, slotCost] = [p.weight.map(by), p.slotCost.map(by)];
  const firsts = new Set(p.slotStart);
  const isRising = slotCost.every((cost, s) => cost >= (firsts.has(s) ? -Infinity : worth(slotCost, s - 1)));
  return isRising ? { ...p, weight, slotCost } : null;
}

/** The most that somebody can earn who has so many half days, and slots at these costs, which never fall. */
function mostEarned(offers: readonly Offer[], costs: Float64Array, days: number): number {
  const useful = offers.filter(({ gain, need }) => need <= days && gain > worth(costs, 0));
  useful.sort((a, b) => b.gain - a.gain);
  // As many of the best as earn more than their slots cost: nothing is better where they keep to the days.
  const best = useful.filter(({ gain }, slot) => gain > (costs[slot] ?? Infinity));
  if (best.length === 0 || best.reduce((sum, { need }) => sum + need, 0) <= days)
    return best.reduce((sum, { gain }, slot) => sum + (gain - worth(costs, slot)), 0);
  // Slots are counted beside days, a row each, only where they could run out first or differ in cost.
  const least = useful.reduce((low, { need }) => Math.min(low, need), days);
  const isScarce = best.length < useful.length && days >= (best.length + 1) * least;
  const isCounted = isScarce || costs[0] !== costs[best.length - 1];
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
  const priceOfGroup = new Map(Array.from(part.groups, (g, x) => [g, asPrice(groupPrice[x])]));
  const sum = Array.from(part.groups, (g, x) => asPrice(groupPrice[x]) * at(p.groupLimit, g));
  const people = new Map<number, { slot: number; days: number; readonly offers: Offer[] }>();
  for (const [x, i] of part.requests.entries()) {
    const price = asPrice(requestPrice[x]);
    sum.push(price * at(p.wanted, i));
    for (let e = at(p.start, i), end = at(p.start, i + 1); e < end; e++) {
      const j = at(p.practitioner, e);
      const g = at(p.group, e);
      const gain = worth(p.weight, e) - price - (g < 0 ? 0 : (priceOfGroup.get(g) ?? NaN));
      if (p.fate[e] === 2 || (p.fate[e] === 0 && gain <= worth(p.slotCost, at(p.slotStart, j)))) continue;
      if (!Number.isSafeInteger(gain)) return null;
      const person = people.get(j) ?? { slot: at(p.slotStart, j), days: at(p.dayCapacity, j), offers: [] };
      people.set(j, person);
      if (p.fate[e] === 1) sum.push(gain - worth(p.slotCost, person.slot++));
      if (p.fate[e] === 1) person.days -= at(p.need, e);
      else person.offers.push({ gain, need: at(p.need, e) });
    }
  }
  for (const [j, { offers, slot, days }] of people)
    sum.push(mostEarned(offers, p.slotCost.subarray(slot, at(p.slotStart, j + 1)), days));
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
    const lessUnits = readAnew(read, (value) => exactly(value - price * Math.round(value / unit)));
    const [most, left] = [boundOf(counted, part, count), boundOf(lessUnits, part, rest)];
    return most === null || left === null ? null : (most / BigInt(fineness)) * BigInt(price) + left;
  };
  const plain = readAnew({ ...p, fate: new Uint8Array(p.weight.length) }, exactly);
  return (part) => boundOf(plain, part, part.proof);
}

/** Checks an answer against the problem, sharing no code with the solver: feasible, worth what it says, bounded. */
export function check(p: Problem, answer: ProvenAnswer, claims: readonly Worth[]): CertificateVerdict {
  const { objective, broken, apart } = walked(p, answer);
  const boundOf = proverOf(p);
  const parts = answer.parts.map((part, x) => ({ objective: objective[x] ?? null, bound: boundOf(part) }));
  const differ = (key: keyof Worth): boolean =>
    parts.length !== claims.length || parts.some((part, x) => part[key] !== claims[x]?.[key]);
  const checks = [
    { name: "feasible", passed: broken === null, detail: broken ?? "every limit is kept" },
    { name: "parts", passed: apart, detail: `${parts.length} parts share no practitioner` },
    { name: "objective", passed: !differ("objective"), detail: "is what the chosen pairs are worth" },
    { name: "bound", passed: !differ("bound"), detail: "is what the prices prove" },
  ];
  return { valid: checks.every(({ passed }) => passed), checks, parts };
}
