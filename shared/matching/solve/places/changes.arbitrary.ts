import type { Change } from "./changes.ts";
import type { Problem } from "../../problem/problem.ts";
import { problemFrom } from "../../problem/smallProblems.arbitrary.ts";

/** A problem as plain rows: what changes are told to it and to the live one alike. */
export interface Rows {
  readonly requests: { wanted: number; weights: Map<number, number> }[];
  readonly slots: (readonly number[])[];
}

/** The rows of a problem. */
export function rowsOf(problem: Problem): Rows {
  return {
    requests: Array.from(problem.wanted, (wanted, i) => {
      const [from, to] = [problem.start[i] ?? 0, problem.start[i + 1] ?? 0];
      const pairs = Array.from(problem.practitioner.subarray(from, to));
      return { wanted, weights: new Map(pairs.map((j, x) => [j, problem.weight[from + x] ?? 0])) };
    }),
    slots: Array.from({ length: problem.practitionerCount }, (_, j) =>
      Array.from(problem.slotCost.subarray(problem.slotStart[j] ?? 0, problem.slotStart[j + 1] ?? 0)),
    ),
  };
}

/** The problem that rows describe. */
export function problemOf({ requests, slots }: Rows): Problem {
  const bare = problemFrom({
    requests: requests.map(({ wanted, weights }) => ({
      wanted,
      halfDays: 0,
      cells: slots.map((_, j) => ({
        there: weights.has(j),
        weight: weights.get(j) ?? 0,
      })),
    })),
    people: slots.map((costs) => ({ slots: costs.length, days: 0, cost: 0 })),
  });
  return {
    ...bare,
    slotCost: Float64Array.from(slots.flat()),
  };
}

/** Tells the plain rows of a change. */
export function tell({ requests, slots }: Rows, told: Change): void {
  if (told.kind === "slots") slots[told.practitioner] = told.costs;
  else if (told.kind === "asked") {
    const weights = new Map(told.choices.map(({ practitioner, weight }) => [practitioner, weight]));
    requests[told.request] = { wanted: told.wanted, weights };
  } else if (told.kind === "fits") requests[told.request]?.weights.set(told.practitioner, told.weight);
  else requests[told.request]?.weights.delete(told.practitioner);
}

/** A change drawn from four numbers, among the rows that are there. */
export function drawn(
  { requests, slots }: Rows,
  [kind, a, b, c]: readonly [number, number, number, number],
): Change {
  const [request, practitioner] = [a % requests.length, b % slots.length];
  if (kind === 0) return { kind: "fits", request, practitioner, weight: 1 + (c % 90) };
  if (kind === 1)
    return {
      kind: "slots",
      practitioner: b % (slots.length + 1),
      costs: Array.from({ length: c % 4 }, (_, s) => s * (a % 7) - (a % 3)),
    };
  if (kind === 2)
    return {
      kind: "asked",
      request: a % (requests.length + 1),
      wanted: c % 4,
      choices: slots.flatMap((_, j) =>
        ((b >> (j % 16)) & 1) === 1 ? [{ practitioner: j, weight: 1 + ((c * (j + 3)) % 90) }] : [],
      ),
    };
  return { kind: "refused", request, practitioner };
}
