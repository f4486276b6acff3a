import type { Problem } from "./problem.ts";
import type { CertificateVerdict, ProofCase, ProvenAnswer, ProvenPart, Worth } from "./proof.ts";

/** The request of each pair, the pairs of each practitioner, who is in each part, and whether parts are apart. */
type Rows = ReturnType<typeof rowsOf>;

/** A cell, or not-a-number where there is none, which no comparison below lets pass. */
const at = (cells: ArrayLike<number>, index: number): number => cells[index] ?? Number.NaN;
const lists = (length: number): number[][] => Array.from({ length }, () => []);
const slotsOf = (p: Problem, j: number): Float64Array =>
  p.slotCost.subarray(at(p.slotStart, j), at(p.slotStart, j + 1));

function rowsOf(p: Problem, parts: readonly ProvenPart[]) {
  const owner: number[] = [];
  const [pairsOf, peopleIn] = [lists(p.practitionerCount), lists(parts.length)];
  const partOf = new Int32Array(p.requestCount).fill(-1);
  const homeOf = new Int32Array(p.practitionerCount).fill(-1);
  let apart = true;
  for (const [x, { requests }] of parts.entries())
    for (const i of requests) {
      apart &&= at(partOf, i) === -1;
      partOf[i] = x;
    }
  for (let i = 0; i < p.requestCount; i++)
    for (let e = at(p.start, i); e < at(p.start, i + 1); e++) {
      const [j, part] = [at(p.practitioner, e), at(partOf, i)];
      owner.push(i);
      pairsOf[j]?.push(e);
      if (at(homeOf, j) === -1) peopleIn[part]?.push(j);
      apart &&= part >= 0 && (at(homeOf, j) === -1 || at(homeOf, j) === part);
      homeOf[j] = part;
    }
  return { owner, pairsOf, peopleIn, apart: apart && owner.length === p.weight.length };
}

/** The first limit that the chosen pairs break, or null when the answer is feasible. */
function brokenLimit(p: Problem, { owner, pairsOf }: Rows, taken: Uint8Array): string | null {
  const [people, grouped] = [new Int32Array(p.requestCount), new Int32Array(p.groupLimit.length)];
  if (taken.length !== p.weight.length || taken.some((mark) => mark > 1)) return "marks";
  for (const [j, pairs] of pairsOf.entries()) {
    const mine = pairs.filter((e) => taken[e] === 1);
    const days = mine.reduce((sum, e) => sum + at(p.halfDays, at(owner, e)), 0);
    if (mine.length > slotsOf(p, j).length || !(days <= at(p.dayCapacity, j))) return `practitioner ${j}`;
    if (new Set(mine.map((e) => at(owner, e))).size < mine.length) return `practitioner ${j}, asked twice`;
    for (const e of mine) {
      people[at(owner, e)] = at(people, at(owner, e)) + 1;
      if (at(p.group, e) >= 0) grouped[at(p.group, e)] = at(grouped, at(p.group, e)) + 1;
    }
  }
  const request = people.findIndex((count, i) => !(count <= at(p.wanted, i)));
  const group = grouped.findIndex((count, g) => !(count <= at(p.groupLimit, g)));
  return request !== -1 ? `request ${request}` : group !== -1 ? `group ${group}` : null;
}

type Item = readonly [profit: number, halfDays: number];
/** The most that one practitioner can earn from items in slots of these costs. */
function mostEarned(items: readonly Item[], costs: Float64Array, days: number): number {
  const needed = items.reduce((sum, [, need]) => sum + need, 0);
  const width = Math.max(0, Math.min(days, needed)) + 1;
  const slots = Math.min(items.length, costs.length);
  const best = new Float64Array((slots + 1) * width);
  for (const [profit, need] of items)
    for (let c = slots; c >= 1; c--)
      for (let d = width - 1; d >= need; d--)
        best[c * width + d] = Math.max(
          at(best, c * width + d),
          at(best, (c - 1) * width + d - need) + profit,
        );
  let [most, paid] = [0, 0];
  for (let c = 1; c <= slots; c++) {
    paid += at(costs, c - 1);
    most = Math.max(most, at(best, (c + 1) * width - 1) - paid);
  }
  return most;
}

/** Finds what a proof proves: no answer to its part is worth more; infinite where it proves nothing. */
function proves(
  p: Problem,
  { owner, pairsOf }: Rows,
  part: ProvenPart & { people: readonly number[] },
): number {
  const [price, groupPrice] = [new Map<number, number>(), new Map<number, number>([[-1, 0]])];
  const fixed = new Map<number, "taken" | "left">();

  const ofPerson = (j: number): number => {
    const items: Item[] = [];
    let [value, slots, days] = [0, slotsOf(p, j), at(p.dayCapacity, j)];
    for (const e of pairsOf[j] ?? []) {
      const [i, g, fate] = [at(owner, e), at(p.group, e), fixed.get(e)];
      const profit = at(p.weight, e) - (price.get(i) ?? Number.NaN) - (groupPrice.get(g) ?? Number.NaN);
      if (fate === undefined && !(profit <= 0)) items.push([profit, at(p.halfDays, i)]);
      if (fate !== "taken") continue;
      value += profit - (slots[0] ?? 0);
      slots = slots.subarray(1);
      days -= at(p.halfDays, i);
    }
    return value + mostEarned(items, slots, days);
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
    const prices = [...proof.requestPrice, ...proof.groupPrice];
    if (!prices.every((value) => value >= 0 && Number.isSafeInteger(value))) return Infinity;
    part.requests.forEach((i, x) => price.set(i, at(proof.requestPrice, x)));
    part.groups.forEach((g, x) => groupPrice.set(g, at(proof.groupPrice, x)));
    let bound = 0;
    price.forEach((value, i) => (bound += value * at(p.wanted, i)));
    groupPrice.forEach((value, g) => (bound += g < 0 ? 0 : value * at(p.groupLimit, g)));
    for (const j of part.people) bound += ofPerson(j);
    return Number.isSafeInteger(bound) ? bound : Infinity;
  };
  return ofCase(part.proof);
}

/** Checks an answer against the problem, sharing no code with the solver: feasible, worth what it says, bounded. */
export function check(p: Problem, answer: ProvenAnswer, claims: readonly Worth[]): CertificateVerdict {
  const rows = rowsOf(p, answer.parts);
  const worthOf = (j: number): number => {
    const mine = (rows.pairsOf[j] ?? []).filter((e) => answer.taken[e] === 1);
    return mine.reduce((sum, e, c) => sum + at(p.weight, e) - at(slotsOf(p, j), c), 0);
  };
  const parts = answer.parts.map((part, x) => {
    const people = rows.peopleIn[x] ?? [];
    const objective = people.reduce((sum, j) => sum + worthOf(j), 0);
    return { objective, bound: proves(p, rows, { ...part, people }) };
  });
  const sorted = rows.pairsOf.every((_, j) =>
    slotsOf(p, j).every((cost, s, all) => !(cost < at(all, s - 1))),
  );
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
