import { counted } from "../../domain/counted.ts";
import { whole } from "../problem/cells.ts";
import type { Instance } from "./instance.ts";

/** Why totals could not be reckoned, by the row that weighs most in them. */
export interface TooLarge {
  readonly kind: "too-large";
  readonly where: string;
  readonly message: string;
}

/** The units by which the tiers of one instance are told apart in exact numbers. */
export interface Totals {
  readonly kind: "totals";
  /** What a filled place of priority 1 is worth before its score. */
  readonly perPriority: number;
  /** More than all places together could ever be worth. */
  readonly leastLoadUnit: number;
  readonly greatestScore: number;
  /** How many pairs each practitioner has. */
  readonly pairs: Int32Array;
}

/** Prices are added before they are subtracted, so one bit stays free. */
const largestTotal = 2 ** 52;
/** Cells of the table in which one practitioner's pairs are weighed against their days. */
const largestTable = 2 ** 22;

const tooLarge = (where: string, message: string): TooLarge => ({ kind: "too-large", where, message });

/** How many pairs each practitioner has. */
function pairsPerPractitioner(instance: Instance): Int32Array {
  const counts = new Int32Array(instance.practitionerCount);
  for (let i = 0; i < instance.requestCount; i++) countPairs(instance, counts, i);
  return counts;
}

/** Counts the pairs of a request, each for its practitioner. */
function countPairs({ start, practitioner }: Instance, counts: Int32Array, i: number): void {
  for (let e = whole(start, i), end = whole(start, i + 1); e < end; e++) {
    const j = whole(practitioner, e);
    counts[j] = whole(counts, j) + 1;
  }
}

const sumOf = (cells: Int32Array | Float64Array): number => {
  let sum = 0;
  for (let at = 0; at < cells.length; at++) sum += cells[at] ?? 0;
  return sum;
};

/** The row of the greatest value. */
function heaviest(cells: Int32Array | Float64Array): number {
  let row = 0;
  for (let at = 1; at < cells.length; at++) if ((cells[at] ?? 0) > (cells[row] ?? 0)) row = at;
  return row;
}

/** Best score of a request, 0 where it has no pair. */
function bestScore({ start, score }: Instance, i: number): number {
  const end = whole(start, i + 1);
  let most = 0;
  for (let e = whole(start, i); e < end; e++) most = Math.max(most, score[e] ?? 0);
  return most;
}

/**
 * Reckons the units of the tiers from what an instance could come to; `objectiveWeight` is what a place of
 * priority 1 is worth, null where priority outweighs all scores. Refuses what would not be exact in doubles.
 */
export function totalsOf(instance: Instance, objectiveWeight: number | null): Totals | TooLarge {
  const { requestCount, wanted, start, priority, slots, leastLoad } = instance;
  if (objectiveWeight !== null && !(Number.isSafeInteger(objectiveWeight) && objectiveWeight >= 0))
    return tooLarge("objective weight", `${objectiveWeight} is not a whole number from 0`);
  const best = wanted.map((_, i) => bestScore(instance, i));
  const places = new Int32Array(requestCount);
  for (let i = 0; i < requestCount; i++)
    places[i] = Math.min(whole(wanted, i), whole(start, i + 1) - whole(start, i));
  const greatestScore = best[heaviest(best)] ?? 0;
  const perPriority = objectiveWeight ?? 1 + sumOf(places) * greatestScore;
  const worth = new Float64Array(requestCount);
  for (let i = 0; i < requestCount; i++)
    // A request that wants nobody still has its price.
    worth[i] = Math.max(1, whole(places, i)) * (whole(priority, i) * perPriority + whole(best, i));
  const all = sumOf(worth);
  if (all > largestTotal) {
    const i = heaviest(worth);
    return tooLarge(
      `request ${i}`,
      `with priority ${priority[i]} and ${counted(whole(places, i), "place")} to fill weighs most in a total of about ` +
        `${all.toPrecision(3)}, which is more than can be exact`,
    );
  }
  const leastLoadUnit = 1 + all;
  const pairs = pairsPerPractitioner(instance);
  const least = new Int32Array(leastLoad.length);
  for (let j = 0; j < least.length; j++)
    least[j] = Math.min(whole(leastLoad, j), whole(slots, j), whole(pairs, j));
  if (all + leastLoadUnit * sumOf(least) > largestTotal) {
    const j = heaviest(least);
    return tooLarge(
      `practitioner ${j}`,
      `with least load ${leastLoad[j]} weighs most in ${sumOf(least)} such places, each worth more than ` +
        "all others together: their total is more than can be exact",
    );
  }
  return { kind: "totals", perPriority, leastLoadUnit, greatestScore, pairs };
}

/** The first practitioner whose days are too many to be weighed exactly against all pairs, or null. */
export function tooManyDays(instance: Instance): TooLarge | null {
  const { requestCount, start, practitioner, days, slots, dayCapacity } = instance;
  const asked = new Float64Array(slots.length);
  for (let i = 0; i < requestCount; i++)
    for (let e = whole(start, i); e < whole(start, i + 1); e++) {
      const j = whole(practitioner, e);
      asked[j] = (asked[j] ?? 0) + whole(days, i);
    }
  const pairs = pairsPerPractitioner(instance);
  for (let j = 0; j < slots.length; j++) {
    const count = whole(pairs, j);
    const rows = whole(slots, j) < count ? whole(slots, j) : 1;
    const cells = count * rows * (whole(dayCapacity, j) + 1);
    if ((asked[j] ?? 0) > whole(dayCapacity, j) && cells > largestTable)
      return tooLarge(
        `practitioner ${j}`,
        `days ${dayCapacity[j]} are too many to weigh exactly against ${counted(count, "pair")}`,
      );
  }
  return null;
}
