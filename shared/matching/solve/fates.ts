import { type Prices, reckonerOf } from "./bound.ts";
import { nothingDecided } from "./bestFinder.ts";
import { mark, whole } from "../problem/cells.ts";
import { pairsByPractitioner, type Problem } from "../problem/problem.ts";
import { kept, open, out } from "../problem/residual.ts";

/** Cells of packings that may be looked at to learn what one practitioner's pairs can be in a best answer. */
const mostCells = 2e7;

/**
 * What prices that prove a best answer tell of each pair: no best answer has it, each has it, or it may be either way. A
 * practitioner earns in all best answers the most that they can at these prices (complementary slackness).
 */
export function fatesAt(problem: Problem, taken: Uint8Array, prices: Prices): Uint8Array {
  const { earned } = reckonerOf(problem);
  const { start, pairs } = pairsByPractitioner(problem);
  const [fixing, scratch] = [nothingDecided(problem), new Uint8Array(problem.weight.length)];
  const fates = new Uint8Array(problem.weight.length);
  for (let j = 0; j < problem.practitionerCount; j++) {
    const mine = pairs.subarray(whole(start, j), whole(start, j + 1));
    const slots = Math.min(mine.length, whole(problem.slotStart, j + 1) - whole(problem.slotStart, j));
    const halfDays = whole(problem.dayCapacity, j);
    if (mine.length ** 2 * slots * (halfDays + 1) > mostCells) continue;
    const most = earned(j, { prices, fixing }, scratch);
    for (const e of mine) {
      const isTaken = mark(taken, e) === 1;
      fixing[e] = isTaken ? -1 : 1;
      const canBe = isTaken || (slots > 0 && whole(problem.need, e) <= halfDays);
      const isOpen = canBe && earned(j, { prices, fixing }, scratch) === most;
      fates[e] = isOpen ? open : isTaken ? kept : out;
      fixing[e] = 0;
    }
  }
  return fates;
}
