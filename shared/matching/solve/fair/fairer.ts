import { mark } from "../../problem/cells.ts";
import type { Problem } from "../../problem/problem.ts";
import { objectiveOf } from "../../problem/answer.ts";

/** One connected part in which days bind: its first tier, its levels and the best answer known. */
export interface Part {
  readonly first: Problem;
  readonly levelOf: Int32Array;
  readonly begin: Uint8Array;
}

/** A part with the unit of its first tier, besides which no answer is worth as much as one. */
export interface TieredPart extends Part {
  readonly unit: number;
}

/** Levels of the places filled, lowest first. */
export const placesOf = (levelOf: Int32Array, taken: Uint8Array): Int32Array =>
  levelOf.filter((_, e) => mark(taken, e) === 1).sort();

/** Whether an answer is worth more in the first tier, or as much and is fairer. */
export function isFairer(
  { first, levelOf }: Pick<Part, "first" | "levelOf">,
  a: Uint8Array,
  b: Uint8Array,
): boolean {
  const [more, less] = [objectiveOf(first, a), objectiveOf(first, b)];
  if (more !== less) return more > less;
  const [mine, other] = [placesOf(levelOf, a), placesOf(levelOf, b)];
  const at = mine.findIndex((level, x) => level !== other[x]);
  return at < 0 ? false : (mine[at] ?? 0) > (other[at] ?? -Infinity);
}
