import type { Problem } from "../problem/problem.ts";
import type { CertificateVerdict, ProofCase, ProvenAnswer, ProvenPart, Worth } from "./proof.ts";

/** The request of each pair, the pairs of each practitioner, who is in each part, and whether parts are apart. */
type Rows = ReturnType<typeof rowsOf>;

/** A cell, or not-a-number where there is none, which no comparison below lets pass. */
const at = (cells: Int32Array, index: number): number => cells[index] ?? Number.NaN;
const worth = (cells: Float64Array, index: number): number => cells[index] ?? Number.NaN;
const slotsOf = (p: Problem, j: number): Float64Array =>
  p.slotCost.subarray(at(p.slotStart, j), at(p.slotStart, j + 1));
const pairsOf = ({ pairs, first }: Rows, j: number): Int32Array =>
  pairs.subarray(at(first, j), at(first, j + 1));

function rowsOf(p: Problem, parts: readonly ProvenPart[]) {
  const owner = new Int32Array(p.weight.length);
  const pairs = new Int32Array(p.weight.length);
  const first = new Int32Array(p.practitionerCount + 1);
  const partOf = new Int32Array(p.requestCount).fill(-1);
  const homeOf = new Int32Array(p.practitionerCount).fill(-1);
  const peopleIn: number[][] = parts.map(() => []);
  let [apart, count] = [true, 0];
  for (const [x, { requests }] of parts.entries())
    for (const i of requests) {
      apart &&= at(partOf, i) === -1;
      partOf[i] = x;
    }
  for (let e = 0; e < p.practitioner.length; e++) {
    const j = at(p.practitioner, e);
    first[j + 1] = at(first, j + 1) + 1;
  }
  for (let j = 0; j < p.practitionerCount; j++) first[j + 1] = at(first, j + 1) + at(first, j);
  const next = first.slice();
  for (let i = 0; i < p.requestCount; i++)
    for (let e = at(p.start, i); e < at(p.start, i + 1); e++, count++) {
      const [j, part] = [at(p.practitioner, e), at(partOf, i)];
      owner[e] = i;
      pairs[at(next, j)] = e;
      next[j] = at(next, j) + 1;
      if (at(homeOf, j) === -1) peopleIn[part]?.push(j);
      apart &&= part >= 0 && (at(homeOf, j) === -1 || at(homeOf, j) === part);
      homeOf[j] = part;
    }
  const price = new Float64Array(p.requestCount).fill(Number.NaN);
  const groupPrice = new Float64Array(p.groupLimit.length).fill(Number.NaN);
  apart &&= count === p.weight.length;
  return { owner, pairs, first, peopleIn, apart, price, groupPrice };
}

/** The first limit that the chosen pairs break, or null when the answer is feasible. */
function brokenLimit(p: Problem, rows: Rows, taken: Uint8Array): string | null {
  const [people, grouped] = [new Int32Array(p.requestCount), new Int32Array(p.groupLimit.length)];
  if (taken.length !== p.weight.length || taken.some((mark) => mark > 1)) return "marks";
  for (let j = 0; j < p.practitionerCount; j++) {
    let [load, days, last] = [0, 0, -1];
    for (const e of pairsOf(rows, j)) {
      if (taken[e] === 0) continue;
      const [i, g] = [at(rows.owner, e), at(p.group, e)];
      if (i === last) return `practitioner ${j}, asked twice`;
      [load, days, last] = [load + 1, days + at(p.need, e), i];
      people[i] = at(people, i) + 1;
      if (g >= 0) grouped[g] = at(grouped, g) + 1;
    }
    const slots = at(p.slotStart, j + 1) - at(p.slotStart, j);
    if (!(load <= slots && (load === 0 || days <= at(p.dayCapacity, j)))) return `practitioner ${j}`;
  }
  const request = people.findIndex((count, i) => !(count <= at(p.wanted, i)));
  const group = grouped.findIndex((count, g) => !(count <= at(p.groupLimit, g)));
  return request !== -1 ? `request ${request}` : group !== -1 ? `group ${group}` : null;
}

type Item = readonly [profit: number, halfDays: number];
/** The most that one practitioner can earn from items in slots of these costs. */
function mostEarned(items: Item[], costs: Float64Array, days: number): number {
  const needed = items.reduce((sum, [, need]) => sum + need, 0);
  const slots = Math.min(items.length, costs.length);
  let [most, paid] = [0, 0];
  if (needed <= days) {
    items.sort(([a], [b]) => b - a);
    for (let c = 0; c < slots; c++)
      most = Math.max(most, (paid += (items[c]?.[0] ?? Infinity) - worth(costs, c)));
    return most;
  }
  const width = Math.max(0, days) + 1;
  const best = new Float64Array((slots + 1) * width).fill(-Infinity).fill(0, 0, width);
  for (const [profit, need] of items)
    for (let c = slots; c >= 1; c--)
      for (let d = width - 1; d >= need; d--)
        best[c * width + d] = Math.max(
          worth(best, c * width + d),
          worth(best, (c - 1) * width + d - need) + profit,
        );
  for (let c = 1; c <= slots; c++) {
    paid += worth(costs, c - 1);
    most = Math.max(most, worth(best, (c + 1) * width - 1) - paid);
  }
  return most;
}

/** Finds what a proof proves: no answer to its part is worth more; infinite where it proves nothing. */
function proves(p: Problem, rows: Rows, part: ProvenPart & { people: readonly number[] }): number {
  const { price, groupPrice } = rows;
  const fixed = new Map<number, "taken" | "left">();

  const ofPerson = (j: number): number => {
    const items: Item[] = [];
    let [value, slots, days] = [0, slotsOf(p, j), at(p.dayCapacity, j)];
    const least = Math.min(0, slots[0] ?? 0);
    for (const e of pairsOf(rows, j)) {
      const [i, g, fate] = [at(rows.owner, e), at(p.group, e), fixed.size > 0 ? fixed.get(e) : undefined];
      const profit = worth(p.weight, e) - worth(price, i) - (g < 0 ? 0 : worth(groupPrice, g));
      if (fate === undefined && !(profit <= least)) items.push([profit, at(p.need, e)]);
      if (fate !== "taken") continue;
      value += profit - (slots[0] ?? 0);
      slots = slots.subarray(1);
      days -= at(p.need, e);
    }
    return value + (items.length === 0 ? 0 : mostEarned(items, slots, days));
  };

  const ofCase = (proof: ProofCase): number => {
    if (proof.kind === "split") {
      if (fixed.has(proof.pair)) return Infinity;
      const [taking, without] = (["taken", "left"] as const).map((fate) => {
        fixed.set(proof.pair, fate);
        return ofCase(fate === "taken" ? proof.taking : proof.without);
      });
      fixed.delete(proof.pair);
      return Math.max(taking ?? Infinity, without ?? Infinity);
    }
    const isPrice = (value: number): boolean => value >= 0 && Number.isSafeInteger(value);
    if (!proof.requestPrice.every(isPrice) || !proof.groupPrice.every(isPrice)) return Infinity;
    let bound = 0;
    part.requests.forEach((i, x) => (bound += (price[i] = worth(proof.requestPrice, x)) * at(p.wanted, i)));
    part.groups.forEach(
      (g, x) => (bound += (groupPrice[g] = worth(proof.groupPrice, x)) * at(p.groupLimit, g)),
    );
    for (const j of part.people) bound += ofPerson(j);
    return Number.isSafeInteger(bound) ? bound : Infinity;
  };
  return ofCase(part.proof);
}

/** Checks an answer against the problem, sharing no code with the solver: feasible, worth what it says, bounded. */
export function check(p: Problem, answer: ProvenAnswer, claims: readonly Worth[]): CertificateVerdict {
  const rows = rowsOf(p, answer.parts);
  const worthOf = (j: number): number => {
    let [sum, slot] = [0, at(p.slotStart, j)];
    for (const e of pairsOf(rows, j))
      if (answer.taken[e] === 1) sum += worth(p.weight, e) - worth(p.slotCost, slot++);
    return sum;
  };
  const parts = answer.parts.map((part, x) => {
    const people = rows.peopleIn[x] ?? [];
    const objective = people.reduce((sum, j) => sum + worthOf(j), 0);
    return { objective, bound: proves(p, rows, { ...part, people }) };
  });
  let sorted = true;
  for (let j = 0; j < p.practitionerCount; j++)
    for (let s = at(p.slotStart, j) + 1; s < at(p.slotStart, j + 1); s++)
      sorted &&= worth(p.slotCost, s - 1) <= worth(p.slotCost, s);
  const differ = (key: keyof Worth): boolean =>
    parts.length !== claims.length || parts.some((part, x) => part[key] !== claims[x]?.[key]);
  const broken = brokenLimit(p, rows, answer.taken);
  const checks = [
    { name: "feasible", passed: broken === null, detail: broken ?? "every limit is kept" },
    { name: "parts", passed: rows.apart && sorted, detail: `${parts.length} parts share no practitioner` },
    { name: "objective", passed: !differ("objective"), detail: "is what the chosen pairs are worth" },
    { name: "bound", passed: !differ("bound"), detail: "is what the prices prove" },
  ];
  return { valid: checks.every(({ passed }) => passed), checks, parts };
}
