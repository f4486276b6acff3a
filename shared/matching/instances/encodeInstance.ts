import { sameCells, whole } from "../problem/cells.ts";
import type { Problem } from "../problem/problem.ts";
import type { Tiers } from "../solve/places/assign.ts";
import { type TooLarge, type Totals, tooManyDays, totalsOf } from "./exactTotals.ts";
import type { Instance } from "./instance.ts";

/** What is asked of an instance. */
export interface Asked {
  /** Each filled place is worth its priority times this, plus its score; null makes priority outweigh all scores. */
  readonly objectiveWeight: number | null;
  /** Whether days bind; without them only places do. */
  readonly days: boolean;
}

/** An instance as an integer problem, with what its numbers mean. */
export interface EncodedInstance {
  readonly kind: "encoded";
  readonly instance: Instance;
  readonly problem: Problem;
  readonly tiers: Tiers;
  /** What each filled place is worth for each step of its request's priority. */
  readonly perPriority: number;
  /** What each place up to somebody's least load is worth: more than all other places together. */
  readonly leastLoadUnit: number;
}

type Encoding = EncodedInstance | TooLarge;

const [noNeed, noGroup, daysEnough] = [sameCells(0), sameCells(-1), sameCells(2 ** 30)];

/** Slots that could ever be used, those up to the least load earning what they must. */
function slotsOf(
  instance: Instance,
  { pairs: degree, leastLoadUnit }: Totals,
): Pick<Problem, "slotStart" | "slotCost"> {
  const slotStart = new Int32Array(instance.practitionerCount + 1);
  for (let j = 0; j < degree.length; j++)
    slotStart[j + 1] = whole(slotStart, j) + Math.min(whole(instance.slots, j), whole(degree, j));
  const slotCost = new Float64Array(whole(slotStart, degree.length));
  for (let j = 0; j < degree.length; j++) {
    const [least, first] = [whole(instance.leastLoad, j), whole(slotStart, j)];
    if (least > 0) slotCost.fill(-leastLoadUnit, first, Math.min(first + least, whole(slotStart, j + 1)));
  }
  return { slotStart, slotCost };
}

/** Writes an instance as an integer problem; refuses what could not be totalled exactly. */
export function encodeInstance(instance: Instance, options: Asked): Encoding {
  const totals = totalsOf(instance, options.objectiveWeight);
  if (totals.kind === "too-large") return totals;
  const unweighable = options.days ? tooManyDays(instance) : null;
  if (unweighable !== null) return unweighable;
  const { perPriority, leastLoadUnit, greatestScore } = totals;
  const weight = new Float64Array(instance.score.length);
  const need = options.days ? new Int32Array(weight.length) : noNeed(weight.length);
  for (let i = 0; i < instance.requestCount; i++) {
    const base = whole(instance.priority, i) * perPriority;
    const [from, to] = [whole(instance.start, i), whole(instance.start, i + 1)];
    for (let e = from; e < to; e++) weight[e] = base + (instance.score[e] ?? 0);
    if (options.days) need.fill(whole(instance.days, i), from, to);
  }
  const { days } = options;
  return {
    kind: "encoded",
    instance,
    perPriority,
    leastLoadUnit,
    tiers: { unit: Math.max(1, perPriority), room: Math.max(1, 2 * greatestScore) },
    problem: {
      requestCount: instance.requestCount,
      practitionerCount: instance.practitionerCount,
      wanted: instance.wanted,
      start: instance.start,
      practitioner: instance.practitioner,
      need,
      weight,
      group: noGroup(weight.length),
      groupLimit: new Int32Array(0),
      ...slotsOf(instance, totals),
      dayCapacity: days ? instance.dayCapacity : daysEnough(instance.practitionerCount),
    },
  };
}
