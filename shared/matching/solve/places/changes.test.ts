import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assign } from "./assign.ts";
import { type Change, change } from "./changes.ts";
import { check } from "../../certificate/certificate.ts";
import { diceFrom } from "../../facts/madeUpArea.ts";
import { heldBy, keepAlive, standingOf } from "./live.ts";
import { objectiveOf } from "../days.ts";
import type { Problem } from "../../problem/problem.ts";
import { problemFrom, smallProblems } from "../../problem/smallProblems.arbitrary.ts";
import { solutionOfOnePart } from "../solve.ts";

/** A problem as plain rows: what changes are told to it and to the live one alike. */
interface Rows {
  readonly requests: { wanted: number; weights: Map<number, number> }[];
  readonly slots: (readonly number[])[];
}

function rowsOf(problem: Problem): Rows {
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

function problemOf({ requests, slots }: Rows): Problem {
  const bare = problemFrom({
    requests: requests.map(({ wanted, weights }) => ({
      wanted,
      halfDays: 0,
      limit: 0,
      cells: slots.map((_, j) => ({
        there: weights.has(j),
        weight: weights.get(j) ?? 0,
        grouped: false,
      })),
    })),
    people: slots.map((costs) => ({ slots: costs.length, days: 0, cost: 0 })),
  });
  return {
    ...bare,
    group: bare.group.map(() => -1),
    groupLimit: new Int32Array(0),
    slotCost: Float64Array.from(slots.flat()),
  };
}

/** Tells the plain rows of a change. */
function tell({ requests, slots }: Rows, told: Change): void {
  if (told.kind === "slots") slots[told.practitioner] = told.costs;
  else if (told.kind === "asked") {
    const weights = new Map(told.choices.map(({ practitioner, weight }) => [practitioner, weight]));
    requests[told.request] = { wanted: told.wanted, weights };
  } else if (told.kind === "fits") requests[told.request]?.weights.set(told.practitioner, told.weight);
  else requests[told.request]?.weights.delete(told.practitioner);
}

/** A change drawn from four numbers, among the rows that are there. */
function drawn(
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

/** Rows in which no two sets of pairs are worth the same. */
const apart = (i: number, j: number, weight: number): number => weight * 2 ** 20 + 2 ** (4 * i + j);

const distinct = ({ requests, slots }: Rows): Rows => ({
  requests: requests.map(({ wanted, weights }, i) => ({
    wanted,
    weights: new Map(Array.from(weights, ([j, weight]) => [j, apart(i, j, weight)])),
  })),
  slots: slots.map((costs) => costs.map((cost) => cost * 2 ** 20)),
});

const distinctly = (told: Change): Change =>
  told.kind === "fits" ? { ...told, weight: apart(told.request, told.practitioner, told.weight) } : told;

const numbers = fc.tuple(fc.nat(5), fc.nat(65_535), fc.nat(65_535), fc.nat(65_535));
const plainProblems = smallProblems({ daysBind: false }).map((problem) => problemOf(rowsOf(problem)));

describe("changes", () => {
  it("leave an answer as good as one from scratch, after each of them, and the checker accepts its prices", () => {
    fc.assert(
      fc.property(plainProblems, fc.array(numbers, { maxLength: 40 }), (problem, sequence) => {
        const live = keepAlive(problem, null);
        const rows = rowsOf(problem);
        for (const four of sequence) {
          const told = drawn(rows, four);
          tell(rows, told);
          change(live, [told]);
          const afresh = problemOf(rows);
          const best = objectiveOf(afresh, assign(afresh, { tiers: null, candidates: Infinity }).taken);
          const { problem: now, answer } = standingOf(live);
          expect(objectiveOf(now, answer.taken)).toBe(best);
          expect(rowsOf(now)).toEqual(rows);
          const solution = solutionOfOnePart(now, answer, null);
          expect(check(now, solution, solution.claims).valid).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("leave the very answer of one from scratch where only one is best", () => {
    fc.assert(
      fc.property(plainProblems, fc.array(numbers, { maxLength: 20 }), (problem, sequence) => {
        const rows = distinct(rowsOf(problem));
        const live = keepAlive(problemOf(rows), null);
        const told = sequence.map((four) =>
          distinctly(drawn(rows, [four[0] % 2 === 0 ? 0 : 3, four[1], four[2], four[3]])),
        );
        for (const one of told) tell(rows, one);
        change(live, told);
        const afresh = problemOf(rows);
        const { taken } = assign(afresh, { tiers: null, candidates: Infinity });
        rows.requests.forEach((_, i) => {
          const [from, to] = [afresh.start[i] ?? 0, afresh.start[i + 1] ?? 0];
          const people = afresh.practitioner.subarray(from, to).filter((_, x) => taken[from + x] === 1);
          expect(heldBy(live, i).toSorted((a, b) => a - b)).toEqual(Array.from(people));
        });
      }),
      { numRuns: 200 },
    );
  });

  it("still do when they are more than the room at first allows", () => {
    const dice = diceFrom(5);
    const rows: Rows = { requests: [], slots: [] };
    const live = keepAlive(problemOf(rows), null);
    for (let step = 0; step < 400; step++) {
      const four = [dice.below(3), dice.below(65_536), dice.below(65_536), dice.below(65_536)] as const;
      const told: Change =
        step < 12
          ? { kind: "slots", practitioner: step, costs: [0, step] }
          : drawn(rows, step < 14 ? [2, 12, 7, step] : four);
      tell(rows, told);
      change(live, [told]);
    }
    const { problem, answer } = standingOf(live);
    expect(rowsOf(problem)).toEqual(rows);
    const solution = solutionOfOnePart(problem, answer, null);
    expect(check(problem, solution, solution.claims).valid).toBe(true);
  });
});
