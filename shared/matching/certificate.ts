import type { Problem } from "./problem.ts";
import type { ProofCase, ProvenAnswer, ProvenPart } from "./proof.ts";

/** What the checker found; `valid` only when every check passed. */
export interface Verdict {
  readonly valid: boolean;
  readonly checks: readonly { readonly name: string; readonly passed: boolean; readonly detail: string }[];
  /** Objective and proven bound of each part, computed here and nowhere else. */
  readonly parts: readonly { readonly objective: number; readonly bound: number }[];
}

type Claim = { readonly objective: number; readonly bound: number };
type Tally = Map<number, number>;

const count = (tally: Tally, key: number, amount: number): void =>
  void tally.set(key, (tally.get(key) ?? 0) + amount);
const at = (cells: ArrayLike<number>, index: number): number => cells[index] ?? Number.NaN;
const slots = (p: Problem, j: number): number[] =>
  Array.from(p.slotCost.slice(at(p.slotStart, j), at(p.slotStart, j + 1)));

/** Rows over their limits in the chosen pairs; empty when the answer is feasible. */
function brokenLimits(p: Problem, taken: Uint8Array): string[] {
  const [people, load, days, grouped]: Tally[] = [new Map(), new Map(), new Map(), new Map()];
  const seen = new Set<string>();
  const broken: string[] = taken.length === p.weight.length ? [] : ["one mark per pair"];
  for (let i = 0; i < p.requestCount; i++)
    for (let e = at(p.start, i); e < at(p.start, i + 1); e++) {
      if (at(taken, e) !== 0 && at(taken, e) !== 1) broken.push(`mark of pair ${e}`);
      if (at(taken, e) !== 1 || !people || !load || !days || !grouped) continue;
      const [j, g, pair] = [at(p.practitioner, e), at(p.group, e), `${i}/${at(p.practitioner, e)}`];
      if (seen.has(pair)) broken.push(`practitioner ${j} twice on request ${i}`);
      seen.add(pair);
      count(people, i, 1);
      count(load, j, 1);
      count(days, j, at(p.halfDays, i));
      if (g >= 0) count(grouped, g, 1);
    }
  people?.forEach((n, i) => n <= at(p.wanted, i) || broken.push(`request ${i} has ${n} people`));
  load?.forEach((n, j) => n <= slots(p, j).length || broken.push(`practitioner ${j} has ${n} places`));
  days?.forEach((n, j) => n <= at(p.dayCapacity, j) || broken.push(`practitioner ${j} has ${n} half-days`));
  grouped?.forEach((n, g) => n <= at(p.groupLimit, g) || broken.push(`group ${g} has ${n} people`));
  return broken;
}

/** One pair as the bound sees it. */
type Row = readonly [pair: number, request: number, practitioner: number, group: number];

/** The most that one practitioner can earn from items of [profit, half-days] beyond slots in use. */
function mostEarned(
  items: readonly (readonly [number, number])[],
  costs: readonly number[],
  days: number,
): number {
  const width = Math.max(
    0,
    Math.min(
      days,
      items.reduce((sum, [, need]) => sum + need, 0),
    ),
  );
  let best = costs.map(() => new Float64Array(width + 1));
  best = [new Float64Array(width + 1), ...best].slice(0, items.length + 1);
  for (const [profit, need] of items)
    for (let c = best.length - 1; c >= 1; c--)
      for (let d = width; d >= need; d--) {
        const [row, above] = [best[c], best[c - 1]];
        if (row && above) row[d] = Math.max(at(row, d), at(above, d - need) + profit);
      }
  let paid = 0;
  return best.reduce((most, row, c) => {
    paid += c === 0 ? 0 : at(costs, c - 1);
    return Math.max(most, at(row, width) - paid);
  }, 0);
}

/** No answer that the case allows is worth more than this. */
function boundOfCase(p: Problem, part: ProvenPart, { rows, fixed, proof }: Case): number {
  if (proof.kind === "split") {
    const [without, taking] = [new Map(fixed).set(proof.pair, 0), new Map(fixed).set(proof.pair, 1)];
    return Math.max(
      boundOfCase(p, part, { rows, fixed: without, proof: proof.without }),
      boundOfCase(p, part, { rows, fixed: taking, proof: proof.taking }),
    );
  }
  const price = new Map(Array.from(part.requests, (i, x) => [i, at(proof.requestPrice, x)]));
  const groupPrice = new Map(Array.from(part.groups, (g, x) => [g, at(proof.groupPrice, x)]));
  if (
    [...price.values(), ...groupPrice.values()].some((value) => !(value >= 0 && Number.isSafeInteger(value)))
  )
    return Infinity;
  let bound = 0;
  price.forEach((value, i) => (bound += value * at(p.wanted, i)));
  groupPrice.forEach((value, g) => (bound += value * at(p.groupLimit, g)));
  const open = new Map<number, { items: [number, number][]; costs: number[]; days: number }>();
  for (const [e, i, j, g] of rows) {
    const person = open.get(j) ?? { items: [], costs: slots(p, j), days: at(p.dayCapacity, j) };
    open.set(j, person);
    const profit =
      at(p.weight, e) - (price.get(i) ?? Number.NaN) - (g < 0 ? 0 : (groupPrice.get(g) ?? Number.NaN));
    if (fixed.get(e) === 1) {
      bound += profit - (person.costs.shift() ?? 0);
      person.days -= at(p.halfDays, i);
    } else if (fixed.get(e) !== 0 && !(profit <= 0)) person.items.push([profit, at(p.halfDays, i)]);
  }
  for (const person of open.values()) bound += mostEarned(person.items, person.costs, person.days);
  return Number.isSafeInteger(bound) ? bound : Infinity;
}

interface Case {
  readonly rows: readonly Row[];
  readonly fixed: ReadonlyMap<number, 0 | 1>;
  readonly proof: ProofCase;
}

const rowsOf = (p: Problem, i: number): Row[] =>
  Array.from({ length: at(p.start, i + 1) - at(p.start, i) }, (_, x) => {
    const e = at(p.start, i) + x;
    return [e, i, at(p.practitioner, e), at(p.group, e)];
  });

function objective(p: Problem, rows: readonly Row[], taken: Uint8Array): number {
  const costs = new Map<number, number[]>();
  return rows.reduce((sum, [e, , j]) => {
    if (at(taken, e) !== 1) return sum;
    const left = costs.get(j) ?? slots(p, j);
    costs.set(j, left);
    return sum + at(p.weight, e) - (left.shift() ?? Number.NaN);
  }, 0);
}

/** Checks an answer against the problem, sharing no code with the solver: feasible, worth what it says, bounded. */
export function check(p: Problem, answer: ProvenAnswer, claims: readonly Claim[]): Verdict {
  const broken = brokenLimits(p, answer.taken);
  const rows = answer.parts.map(({ requests }) => Array.from(requests).flatMap((i) => rowsOf(p, i)));
  const home = new Map<number, number>();
  const shared = rows.some((part, x) => part.some(([, , j]) => (home.get(j) ?? x) !== x || !home.set(j, x)));
  const pairs = new Set(rows.flat().map(([e]) => e));
  const apart = !shared && pairs.size === p.weight.length && rows.flat().length === pairs.size;
  const costsRise = p.slotStart.every((first, j) =>
    slots(p, j).every((cost, s) => s === 0 || cost >= at(p.slotCost, first + s - 1)),
  );
  const parts = answer.parts.map((part, x) => ({
    objective: objective(p, rows[x] ?? [], answer.taken),
    bound: boundOfCase(p, part, { rows: rows[x] ?? [], fixed: new Map(), proof: part.proof }),
  }));
  const wrong = (key: "objective" | "bound") =>
    parts.filter((part, x) => part[key] !== claims[x]?.[key]).length;
  const checks = [
    {
      name: "feasible",
      passed: broken.length === 0,
      detail: broken.slice(0, 3).join("; ") || "every limit is kept",
    },
    {
      name: "parts",
      passed: apart && costsRise,
      detail: `${parts.length} parts hold ${pairs.size} of ${p.weight.length} pairs`,
    },
    {
      name: "objective",
      passed: wrong("objective") === 0,
      detail: `${wrong("objective")} parts are worth other than claimed`,
    },
    {
      name: "bound",
      passed: wrong("bound") === 0 && parts.length === claims.length,
      detail: `${wrong("bound")} parts have another bound than claimed`,
    },
  ];
  return { valid: checks.every(({ passed }) => passed), checks, parts };
}
