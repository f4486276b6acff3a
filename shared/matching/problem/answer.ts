import { addTo, exact, whole } from "./cells.ts";
import type { Problem } from "./problem.ts";
import { type Total, totalFromZero } from "./total.ts";

/** How many pairs of an answer each practitioner holds. */
export function loadsOf({ practitioner, practitionerCount }: Problem, taken: Uint8Array): Int32Array {
  const loads = new Int32Array(practitionerCount);
  taken.forEach((chosen, e) => addTo(loads, whole(practitioner, e), chosen));
  return loads;
}

/** Half-days by which each practitioner is over their capacity; 0 where they are within it. */
export function overbooked(problem: Problem, taken: Uint8Array): Int32Array {
  const over = problem.dayCapacity.map((capacity) => -capacity);
  taken.forEach((chosen, e) => {
    if (chosen === 1) addTo(over, whole(problem.practitioner, e), whole(problem.need, e));
  });
  return over.map((value) => Math.max(0, value));
}

interface Counted {
  readonly problem: Problem;
  readonly taken: Uint8Array;
  readonly load: Int32Array;
  readonly value: Total;
}

/** Adds what a request's pairs are worth, less the next slots of their practitioners. */
function addRow({ problem, taken, load, value }: Counted, i: number): void {
  const { start, practitioner, weight, slotStart, slotCost } = problem;
  for (let e = whole(start, i), end = whole(start, i + 1); e < end; e++) {
    if (taken[e] !== 1) continue;
    const j = whole(practitioner, e);
    value.add(exact(weight, e) - exact(slotCost, whole(slotStart, j) + whole(load, j)));
    addTo(load, j, 1);
  }
}

/** The objective of an answer: the weight of its pairs less the cost of the slots in use. */
export function objectiveOf(problem: Problem, taken: Uint8Array): bigint {
  const counted = { problem, taken, load: new Int32Array(problem.practitionerCount), value: totalFromZero() };
  for (let i = 0; i < problem.requestCount; i++) addRow(counted, i);
  return counted.value.value();
}

/** Whether an answer keeps to the limits of all groups. */
function keepsToGroups({ group, groupLimit }: Problem, taken: Uint8Array): boolean {
  const left = groupLimit.slice();
  for (let e = 0; e < taken.length; e++)
    if (taken[e] === 1 && whole(group, e) >= 0) addTo(left, whole(group, e), -1);
  return left.every((count) => count >= 0);
}

/** Whether an answer keeps to half-days and groups, the limits beside those of places. */
export const isWithinLimits = (problem: Problem, taken: Uint8Array): boolean =>
  overbooked(problem, taken).every((over) => over === 0) && keepsToGroups(problem, taken);

/** Whether an answer keeps to every limit: of requests, people's slots and half-days, and groups. */
export function isFeasible(problem: Problem, taken: Uint8Array): boolean {
  const { wanted, start, slotStart } = problem;
  const isFilledWithin = wanted.every(
    (count, i) => taken.subarray(start[i], start[i + 1]).reduce((sum, each) => sum + each, 0) <= count,
  );
  return (
    isFilledWithin &&
    loadsOf(problem, taken).every((load, j) => load <= whole(slotStart, j + 1) - whole(slotStart, j)) &&
    isWithinLimits(problem, taken)
  );
}
