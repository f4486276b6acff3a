import { exact, whole } from "../problem/cells.ts";
import { loadsOf } from "../problem/answer.ts";
import type { Solved } from "./standing.ts";

/** How many of the places that each practitioner has in a run are work that they are owed, up to their least load. */
export function owedKept({ encoded, solution }: Pick<Solved, "encoded" | "solution">): Int32Array {
  const { problem } = encoded;
  return loadsOf(problem, solution.taken).map((places, j) => {
    let owed = 0;
    for (let s = whole(problem.slotStart, j); s < whole(problem.slotStart, j + 1); s++)
      if (exact(problem.slotCost, s) < 0) owed++;
    return Math.min(owed, places);
  });
}
