import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assign } from "./assign.ts";
import { drawn, problemOf, type Rows, rowsOf, tell } from "./changes.arbitrary.ts";
import { type Change, change } from "./changes.ts";
import { check } from "../../certificate/certificate.ts";
import { diceFrom } from "../../facts/madeUpArea.ts";
import { heldBy, keepAlive, standingOf } from "./live.ts";
import { objectiveOf } from "../../problem/answer.ts";
import { solutionOfOnePart } from "../solution.ts";
import { smallProblems } from "../../problem/smallProblems.arbitrary.ts";

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
          const solution = solutionOfOnePart(now, answer);
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
