import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assign } from "./assign.ts";
import { drawn, problemOf, type Rows, rowsOf, tell } from "./changes.arbitrary.ts";
import { type Change, change } from "./changes.ts";
import { check } from "../../certificate/certificate.ts";
import { diceFrom } from "../../facts/madeUpArea.ts";
import { heldBy, keepAlive, type Live, type Standing, standingOf } from "./live.ts";
import type { Problem } from "../../problem/problem.ts";
import { solutionOfOnePart } from "../solution.ts";
import { smallProblems } from "../../problem/smallProblems.arbitrary.ts";

/** A change whose worths are few, so that many answers are best. */
function coarse(told: Change, worths: number): Change {
  const few = (weight: number): number => 1 + (weight % worths);
  if (told.kind === "fits") return { ...told, weight: few(told.weight) };
  if (told.kind !== "asked") return told;
  return { ...told, choices: told.choices.map((each) => ({ ...each, weight: few(each.weight) })) };
}

const coarseProblem = (problem: Problem, worths: number): Problem => ({
  ...problem,
  weight: problem.weight.map((weight) => 1 + (weight % worths)),
});

/** Whom each request has, by their number. */
const peopleOf = (problem: Problem, taken: Uint8Array): number[][] =>
  Array.from(problem.wanted, (_, i) =>
    Array.from(problem.practitioner.subarray(problem.start[i], problem.start[i + 1]))
      .filter((_, x) => taken[(problem.start[i] ?? 0) + x] === 1)
      .toSorted((x, y) => x - y),
  );

/** All that is told of an answer. */
const toldOf = (problem: Problem, { taken, requestPrice, slotPrice }: Standing["answer"]) => ({
  people: peopleOf(problem, taken),
  requestPrice: Array.from(requestPrice),
  slotPrice: Array.from(slotPrice),
});

const numbers = fc.tuple(fc.nat(5), fc.nat(65_535), fc.nat(65_535), fc.nat(65_535));
const plainProblems = smallProblems({ daysBind: false }).map((problem) => problemOf(rowsOf(problem)));

interface Kept {
  readonly live: Live;
  readonly rows: Rows;
}

/** Whether an answer kept alive is the very one from scratch, with its prices, and proven. */
function expectAsFromScratch({ live, rows }: Kept): void {
  const people = rows.requests.map((_, i) => heldBy(live, i).toSorted((x, y) => x - y));
  const { problem: now, answer } = standingOf(live);
  expect(rowsOf(now)).toEqual(rows);
  const afresh = problemOf(rows);
  const scratch = assign(afresh, { tiers: null, candidates: Infinity, isFirst: true });
  expect(toldOf(now, answer)).toEqual(toldOf(afresh, scratch));
  expect(people).toEqual(peopleOf(afresh, scratch.taken));
  const solution = solutionOfOnePart(now, answer);
  expect(check(now, solution, solution.claims).valid).toBe(true);
}

describe("changes", () => {
  it("leave, one by one or many at once, the very answers and prices of ones from scratch, however many are kept alive together", () => {
    const batches = fc.array(fc.array(numbers, { minLength: 1, maxLength: 6 }), { maxLength: 12 });
    const several = fc.array(plainProblems, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(several, batches, fc.constantFrom(90, 3, 1), (plains, sequence, worths) => {
        const kept = plains.map((plain): Kept => {
          const problem = coarseProblem(plain, worths);
          return { live: keepAlive(problem, null), rows: rowsOf(problem) };
        });
        for (const batch of sequence) {
          for (const { live, rows } of kept) {
            const changes = batch.map((four) => {
              const told = coarse(drawn(rows, four), worths);
              tell(rows, told);
              return told;
            });
            change(live, changes);
          }
          kept.forEach(expectAsFromScratch);
        }
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
    const solution = solutionOfOnePart(problem, answer);
    expect(check(problem, solution, solution.claims).valid).toBe(true);
  });

  it.each<[string, Change]>([
    ["request", { kind: "refused", request: 5, practitioner: 0 }],
    ["practitioner", { kind: "fits", request: 0, practitioner: 7, weight: 1 }],
    ["new practitioner out of turn", { kind: "slots", practitioner: 7, costs: [0] }],
    ["new request out of turn", { kind: "asked", request: 5, wanted: 1, choices: [] }],
  ])("of a %s that is not there stop the run", (_, told) => {
    const live = keepAlive(
      problemOf({ requests: [{ wanted: 1, weights: new Map([[0, 5]]) }], slots: [[0]] }),
      null,
    );
    expect(() => change(live, [told])).toThrow(RangeError);
  });
});
