import type { SchoolColumns } from "./schools.ts";
import { mealsPer1000, pupilsPer1000 } from "../fit/fit.ts";
import { exact, sharedExact, whole } from "../problem/cells.ts";

/** Schools of about the same size and intake, and how alike those of two classes can be. */
export interface SchoolClasses {
  readonly count: number;
  /** The class of each school. */
  readonly of: Int32Array;
  /** Out of 1,000 at most, for each class asked by: `most[asking * count + home]`. */
  readonly most: Uint16Array;
  /** 1 for small schools; and pupils and free school meals of each, beside each other. */
  readonly isSmall: Uint8Array;
  readonly compared: Float64Array;
}

const comparedWide = 2;

/** How alike two schools are in size and intake, out of 1,000. */
export function alikePer1000(
  { isSmall, compared }: Pick<SchoolClasses, "isSmall" | "compared">,
  a: number,
  b: number,
): number {
  const [one, other] = [a * comparedWide, b * comparedWide];
  const same = isSmall[a] === isSmall[b] ? 1000 : 0;
  const [here, there] = [exact(compared, one), exact(compared, other)];
  const pupils = here + there > 0 ? pupilsPer1000(here, there) : -1;
  const meals = mealsPer1000(exact(compared, one + 1), exact(compared, other + 1));
  const shares = 1 + (pupils >= 0 ? 1 : 0) + (meals >= 0 ? 1 : 0);
  return Math.floor((same + Math.max(0, pupils) + (meals >= 0 ? meals : 0)) / shares);
}

/** Puts what is compared of schools side by side. */
function comparedOf({ pupils, percentageFsm }: SchoolColumns): Float64Array {
  const compared = sharedExact(pupils.length * comparedWide);
  for (let school = 0; school < pupils.length; school++) {
    compared[school * comparedWide] = exact(pupils, school);
    compared[school * comparedWide + 1] = exact(percentageFsm, school);
  }
  return compared;
}

/** Numbers in steps from `least[step]` to `most[step]`; the first step is of those not known, the second of 0. */
interface Steps {
  readonly of: Int32Array;
  readonly least: readonly number[];
  readonly most: readonly number[];
}

const [unknown, none] = [0, 1];

/** Cuts values into so many steps of about as many schools each. */
function stepsOf(values: Float64Array, wanted: number): Steps {
  const positive = values.filter((value) => value > 0).sort();
  const edges = Array.from(
    { length: wanted },
    (_, step) => positive[Math.floor((step * positive.length) / wanted)] ?? 0,
  );
  const [least, most]: [number[], number[]] = [
    [Number.NaN, 0],
    [Number.NaN, 0],
  ];
  const stepOf = (value: number): number => {
    if (Number.isNaN(value)) return unknown;
    if (value === 0) return none;
    let step = none + edges.length;
    while (step > none && value < (edges[step - none - 1] ?? 0)) step--;
    least[step] = Math.min(least[step] ?? value, value);
    most[step] = Math.max(most[step] ?? value, value);
    return step;
  };
  const of = new Int32Array(values.length);
  values.forEach((value, at) => (of[at] = stepOf(value)));
  return { of, least, most };
}

/** What numbers of two steps earn at most, out of 1,000: `shares[a * count + b]`; -1 where one is not known or nothing is counted. */
function sharesBy({ least, most }: Steps, count: number, shareOf: (a: number, b: number) => number) {
  const shares = new Int32Array(count * count).fill(-1);
  for (let lower = none; lower < count; lower++)
    for (let upper = lower; upper < count; upper++) {
      const from = lower === upper ? (least[upper] ?? 0) : (most[lower] ?? 0);
      shares[lower * count + upper] = shareOf(from, least[upper] ?? 0);
      shares[upper * count + lower] = whole(shares, lower * count + upper);
    }
  return shares;
}

/** The more schools, the finer the classes, of which there are at most so many steps by each number. */
const mostSteps = 10;

/** Puts schools into classes. */
export function classesOf(schools: SchoolColumns): SchoolClasses {
  const { isSmall, pupils, percentageFsm } = schools;
  const wanted = Math.min(mostSteps, 1 + Math.floor(Math.sqrt(isSmall.length) / 10));
  const [sizes, meals, steps] = [stepsOf(pupils, wanted), stepsOf(percentageFsm, wanted), wanted + 2];
  const sizeShares = sharesBy(sizes, steps, (a, b) => (b > 0 ? pupilsPer1000(a, b) : -1));
  const mealShares = sharesBy(meals, steps, mealsPer1000);
  const ofOneSize = steps * steps;
  const count = 2 * ofOneSize;
  const most = new Uint16Array(count * count);
  for (let a = 0; a < count; a++)
    for (let b = 0; b < count; b++) {
      const [sizeA, sizeB] = [Math.floor(a / steps), Math.floor(b / steps)];
      const size = whole(sizeShares, (sizeA % steps) * steps + (sizeB % steps));
      const meal = whole(mealShares, (a % steps) * steps + (b % steps));
      const same = a < ofOneSize === b < ofOneSize ? 1000 : 0;
      const shares = 1 + (size < 0 ? 0 : 1) + (meal < 0 ? 0 : 1);
      most[a * count + b] = Math.floor((same + Math.max(0, size) + Math.max(0, meal)) / shares);
    }
  const of = new Int32Array(isSmall.length);
  isSmall.forEach((small, school) => {
    of[school] = (small * steps + whole(sizes.of, school)) * steps + whole(meals.of, school);
  });
  return { count, of, most, isSmall, compared: comparedOf(schools) };
}
