import type { Problem } from "../problem/problem.ts";
import { check } from "./certificate.ts";
import { at, exactly } from "./cells.ts";
import type { FairTiers } from "./fairness.ts";
import type { LadderProof, RungProof } from "./fairProof.ts";

type Levelled = Pick<FairTiers, "first" | "levelOf">;

const put = (cells: Int32Array, index: number, by: number): void =>
  void (cells[index] = at(cells, index) + by);

/** An answer, what the levels so far decided of each pair (open, kept or out), and the room that those kept leave. */
interface Left {
  readonly taken: Uint8Array;
  readonly fate: Uint8Array;
  readonly wanted: Int32Array;
  readonly groupLimit: Int32Array;
  readonly dayCapacity: Int32Array;
  readonly load: Int32Array;
}
const [open, kept, out] = [0, 1, 2] as const;

/** The slots of everybody that those kept leave. */
function slotsBeyond(p: Problem, load: Int32Array, scale: number): Pick<Problem, "slotStart" | "slotCost"> {
  const [slotStart, slotCost]: [number[], number[]] = [[0], []];
  for (let j = 0; j < p.practitionerCount; j++) {
    for (let s = at(p.slotStart, j) + at(load, j), end = at(p.slotStart, j + 1); s < end; s++)
      slotCost.push(scale * (p.slotCost[s] ?? NaN));
    slotStart.push(slotCost.length);
  }
  return { slotStart: Int32Array.from(slotStart), slotCost: Float64Array.from(slotCost) };
}

/** The open pairs of the requests told as a problem of their own; null where one is told (and so filled) twice, or others have an open pair with the same people. */
function askedBy({ first: p, levelOf }: Levelled, left: Left, rung: RungProof) {
  const mine = new Set(rung.requests);
  if (mine.size < rung.requests.length) return null;
  const people = new Set<number>();
  const pairs: number[] = [];
  const start = [0];
  for (const i of rung.requests) {
    for (let e = at(p.start, i), end = at(p.start, i + 1); e < end; e++) {
      if (left.fate[e] !== open) continue;
      pairs.push(e);
      people.add(at(p.practitioner, e));
    }
    start.push(pairs.length);
  }
  for (let i = 0; i < p.requestCount; i++)
    for (let e = at(p.start, i), end = at(p.start, i + 1); e < end && !mine.has(i); e++)
      if (left.fate[e] === open && people.has(at(p.practitioner, e))) return null;
  const gather = (cells: Int32Array): Int32Array => Int32Array.from(pairs, (e) => at(cells, e));
  const problem: Problem = {
    ...p,
    requestCount: rung.requests.length,
    wanted: rung.requests.map((i) => at(left.wanted, i)),
    groupLimit: left.groupLimit,
    dayCapacity: left.dayCapacity,
    start: Int32Array.from(start),
    practitioner: gather(p.practitioner),
    need: gather(p.need),
    group: gather(p.group),
    weight: Float64Array.from(
      pairs,
      (e) => exactly(rung.scale * (p.weight[e] ?? NaN)) - (rung.penalties.get(at(levelOf, e)) ?? 0),
    ),
    ...slotsBeyond(p, left.load, rung.scale),
  };
  return { problem, taken: Uint8Array.from(pairs, (e) => left.taken[e] ?? 0) };
}

/** Whether an answer keeps the limits and its parts share nobody. */
const isKept = (checks: ReturnType<typeof check>["checks"]): boolean =>
  checks.every(({ name, passed }) => passed || (name !== "feasible" && name !== "parts"));

/**
 * Whether the bound of one level leaves no room for an answer with fewer places at it. Such an answer has the first
 * tier as it is and no more places at the levels below that have a penalty, so that it is worth a penalty more.
 */
function holds(tiers: Levelled, left: Left, rung: RungProof): boolean {
  const own = rung.penalties.get(rung.level) ?? 0;
  const asked = askedBy(tiers, left, rung);
  const isSound = Array.from(rung.penalties).every(
    ([level, penalty]) => level <= rung.level && penalty >= 0 && Number.isSafeInteger(penalty),
  );
  if (asked === null || !isSound || !(own > 0) || !(exactly(rung.scale) > 0)) return false;
  const requests = Int32Array.from(rung.requests.keys());
  const parts = [{ requests, groups: rung.groups, proof: rung.proof }];
  const { checks, parts: found } = check(asked.problem, { taken: asked.taken, parts }, []);
  if (!isKept(checks)) return false;
  const [objective, bound] = [found[0]?.objective ?? null, found[0]?.bound ?? null];
  return objective !== null && bound !== null && bound < objective + BigInt(own);
}

/** Whether no answer within the days is better in the first tier, in which the next better one is worth `scale` more. */
function isBestInFirst(
  { first }: Levelled,
  taken: Uint8Array,
  { first: { scale, parts } }: LadderProof,
): boolean {
  if (!Number.isSafeInteger(scale)) return false;
  const scaled = (cells: Float64Array): Float64Array => cells.map((worth) => scale * worth);
  const problem = { ...first, weight: scaled(first.weight), slotCost: scaled(first.slotCost) };
  const { checks, parts: reckoned } = check(problem, { taken, parts }, []);
  const isBest = reckoned.every(
    ({ objective, bound }) => objective !== null && bound !== null && bound < objective + BigInt(scale),
  );
  return isBest && isKept(checks);
}

/**
 * Up to which level an answer within the days is the fairest: no other is better in the first tier, which settles how
 * many places are filled, nor as good there and fairer at a level below the one told; Infinity where at none at all.
 * Levels are looked at from the lowest. Where no place is at one, none need be, and its pairs are out; where all open
 * pairs are taken and fewer would not do, they are kept; else they stay open. Shares no code with the solver.
 */
export function fairestBelow(tiers: Levelled, taken: Uint8Array, ladder: LadderProof): number {
  const { first: p, levelOf } = tiers;
  if (!isBestInFirst(tiers, taken, ladder)) return -Infinity;
  const request = new Int32Array(p.weight.length);
  for (let i = 0; i < p.requestCount; i++) request.fill(i, p.start[i], p.start[i + 1]);
  const left: Left = {
    taken,
    fate: Uint8Array.from(p.need, (need, e) =>
      need > at(p.dayCapacity, at(p.practitioner, e)) ? out : open,
    ),
    wanted: p.wanted.slice(),
    groupLimit: p.groupLimit.slice(),
    dayCapacity: p.dayCapacity.slice(),
    load: new Int32Array(p.practitionerCount),
  };
  const keep = (e: number): void => {
    const [j, g] = [at(p.practitioner, e), at(p.group, e)];
    left.fate[e] = kept;
    put(left.wanted, at(request, e), -1);
    put(left.dayCapacity, j, -at(p.need, e));
    put(left.load, j, 1);
    if (g >= 0) put(left.groupLimit, g, -1);
  };
  const levels = Map.groupBy(
    Array.from(levelOf.keys()).filter((e) => left.fate[e] === open),
    (e) => at(levelOf, e),
  );
  for (const [level, pairs] of Array.from(levels).toSorted(([a], [b]) => a - b)) {
    const used = pairs.filter((e) => taken[e] === 1);
    const rungs = used.length === 0 ? [] : ladder.rungs.filter((rung) => rung.level === level);
    const asked = new Set(rungs.flatMap(({ requests }) => Array.from(requests)));
    const isProven = used.every((e) => asked.has(at(request, e)));
    if (!isProven || !rungs.every((rung) => holds(tiers, left, rung))) return level;
    if (used.length === 0) for (const e of pairs) left.fate[e] = out;
    else if (used.length === pairs.length) used.forEach(keep);
  }
  return Infinity;
}
