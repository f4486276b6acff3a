import { addTo, gathered, gatheredExact, startsOf, whole } from "../../problem/cells.ts";
import type { Problem } from "../../problem/problem.ts";

/**
 * Slots that take pairs of at most some half-days each. Nobody whose slots are sized can be overbooked, so that
 * a problem in which days bind becomes one in which they do not.
 */
export interface SizedSlots {
  /** 1 for each practitioner whose slots are sized. */
  readonly isSized: Uint8Array;
  /** Half-days of each slot of such a practitioner, as the problem orders slots: together what the person has. */
  readonly size: Int32Array;
}

/** A problem with sized slots, and for each of its pairs the pair that it came from. */
export interface SizedProblem {
  readonly problem: Problem;
  readonly origin: Int32Array;
}

/** Slots of which none is sized yet. */
export const unsized = (problem: Problem): SizedSlots => ({
  isSized: new Uint8Array(problem.practitionerCount),
  size: new Int32Array(problem.slotCost.length),
});

/** Sizes the slots of one practitioner for some pairs, those of most half-days first; what is left goes to the first. */
export function resize(
  { dayCapacity, slotStart }: Problem,
  { isSized, size }: SizedSlots,
  { person, needs }: { readonly person: number; readonly needs: Int32Array },
): void {
  const first = whole(slotStart, person);
  const sorted = needs.toSorted((a, b) => b - a);
  isSized[person] = 1;
  size.fill(0, first, whole(slotStart, person + 1));
  size.set(sorted, first);
  addTo(size, first, whole(dayCapacity, person) - sorted.reduce((sum, need) => sum + need, 0));
}

/** Sized slots as people of one slot each, and everybody else as they are: where each person's rows begin. */
function peopleOf({ practitionerCount, slotStart, dayCapacity }: Problem, { isSized, size }: SizedSlots) {
  const slotsOf = (j: number): number => whole(slotStart, j + 1) - whole(slotStart, j);
  const counts = new Int32Array(practitionerCount);
  for (let j = 0; j < practitionerCount; j++) counts[j] = isSized[j] === 1 ? slotsOf(j) : 1;
  const rowStart = startsOf(counts);
  const rows = whole(rowStart, practitionerCount);
  const [days, slots] = [new Int32Array(rows), new Int32Array(rows)];
  for (let j = 0; j < practitionerCount; j++)
    for (
      let row = whole(rowStart, j), slot = whole(slotStart, j);
      row < whole(rowStart, j + 1);
      row++, slot++
    ) {
      const isOne = isSized[j] === 1;
      days[row] = isOne ? whole(size, slot) : whole(dayCapacity, j);
      slots[row] = isOne ? 1 : slotsOf(j);
    }
  return { rowStart, days, slotStart: startsOf(slots) };
}

/** The problem in which each sized slot is somebody of their own. Groups are left out. */
export function withSizedSlots(problem: Problem, sized: SizedSlots): SizedProblem {
  const { rowStart, days, slotStart } = peopleOf(problem, sized);
  const start = new Int32Array(problem.requestCount + 1);
  let most = 0;
  for (const j of problem.practitioner) most += whole(rowStart, j + 1) - whole(rowStart, j);
  const [allOrigins, allRows] = [new Int32Array(most), new Int32Array(most)];
  let count = 0;
  for (let i = 0; i < problem.requestCount; i++) {
    for (let e = whole(problem.start, i), end = whole(problem.start, i + 1); e < end; e++) {
      const [j, need] = [whole(problem.practitioner, e), whole(problem.need, e)];
      for (let row = whole(rowStart, j); row < whole(rowStart, j + 1); row++) {
        if (need > whole(days, row)) continue;
        allOrigins[count] = e;
        allRows[count++] = row;
      }
    }
    start[i + 1] = count;
  }
  const origin = allOrigins.slice(0, count);
  return {
    origin,
    problem: {
      ...problem,
      practitionerCount: days.length,
      start,
      practitioner: allRows.slice(0, count),
      need: gathered(problem.need, origin),
      weight: gatheredExact(problem.weight, origin),
      group: new Int32Array(count).fill(-1),
      groupLimit: new Int32Array(0),
      slotStart,
      dayCapacity: days,
    },
  };
}
