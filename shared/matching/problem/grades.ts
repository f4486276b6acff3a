/** What a place weighs by its level; null where one at such a level is out of the question. */
export type WeightOfLevel = (level: number) => number | null;

/** Of two places the lower one weighs twice as much where such a share of all levels lies between them. */
const halfOfLevels = 1 / 100;
/** What a place weighs at the level from which grades begin. */
export const heaviest = 2 ** 20;

/** A power of a half, along a line from one halving to the next: powers may differ between machines. */
function powerOfHalf(times: number): number {
  const halvings = Math.floor(times);
  let share = 1 - (times - halvings) / 2;
  for (let each = 0; each < halvings; each++) share /= 2;
  return share;
}

/** Grades of places from that of a worst one on, below which there is to be none: half as much each hundredth of all levels. */
export function gradesFrom(worst: number, levelOf: Int32Array): WeightOfLevel {
  const highest = levelOf.reduce((most, level) => Math.max(most, level), worst + 1);
  const half = Math.max(1, highest * halfOfLevels);
  return (level) => (level < worst ? null : Math.round(heaviest * powerOfHalf((level - worst) / half)));
}

/** What the places of an answer weigh in all; null where one is out of the question. */
export function weightOfPlaces(
  levelOf: Int32Array,
  taken: Uint8Array,
  weightOf: WeightOfLevel,
): number | null {
  let sum: number | null = 0;
  for (let e = 0; e < taken.length; e++) {
    if (taken[e] !== 1) continue;
    const weight = weightOf(levelOf[e] ?? 0);
    sum = weight === null || sum === null ? null : sum + weight;
  }
  return sum;
}
