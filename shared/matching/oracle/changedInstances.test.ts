import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Instance } from "../instances/instance.ts";
import { readInstanceText } from "../instances/instanceText.ts";
import { type InstanceAnswer, solveInstance } from "../instances/solveInstance.ts";
import { shuffled } from "./changedFacts.arbitrary.ts";
import { beside, cases, changes } from "./changedInstances.arbitrary.ts";
import { instanceOf, type Sheet, textOf } from "./files.arbitrary.ts";

const objectiveWeight = 2000;

function solvedBy(instance: Instance, days: boolean, weight: number | null): InstanceAnswer {
  const outcome = solveInstance(instance, { objectiveWeight: weight, days, cases: 10_000 });
  if (outcome.kind !== "solved") throw new Error(`${outcome.where} ${outcome.message}`);
  if (outcome.gap !== 0 || !outcome.certified) throw new Error("The answer is not proven best");
  return outcome;
}

/** What the best answer is worth in its two tiers: places kept of those that people are owed, then all else. */
function bestOf(sheet: Sheet, days: boolean): { readonly kept: number; readonly objective: number } {
  const { leastLoadShort, objective } = solvedBy(instanceOf(sheet), days, objectiveWeight);
  const owed = sheet.people.reduce((sum, { leastLoad }) => sum + leastLoad, 0);
  return { kept: owed - leastLoadShort, objective };
}

describe("the optimum of an instance", () => {
  it.each(changes)("$title", ({ changed, holds }) => {
    fc.assert(
      fc.property(cases, ({ sheet, days, seed }) => {
        const [before, after] = [bestOf(sheet, days), bestOf(changed(sheet, seed), days)];
        const more = after.kept - before.kept || after.objective - before.objective;
        expect({ before, after, holds: holds(more) }).toEqual({ before, after, holds: true });
      }),
      { numRuns: 60 },
    );
  });

  it("grows as scores and weights grow", () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 2, max: 50 }), ({ sheet, days }, factor) => {
        const pairs = sheet.pairs.map((pair) => ({ ...pair, score: pair.score * factor }));
        const larger = solvedBy(instanceOf({ ...sheet, pairs }), days, objectiveWeight * factor);
        expect(larger.objective).toBe(bestOf(sheet, days).objective * factor);
      }),
      { numRuns: 60 },
    );
  });

  it("is in every tier the sum over parts that have nothing to do with each other", () => {
    fc.assert(
      fc.property(cases, cases, (one, other) => {
        const days = one.days && other.days;
        const [a, b, both] = [one.sheet, other.sheet, beside(one.sheet, other.sheet)].map((sheet) =>
          solvedBy(instanceOf(sheet), days, null),
        );
        expect([both?.leastLoadShort, both?.priorityFilled, both?.fit]).toEqual([
          (a?.leastLoadShort ?? 0) + (b?.leastLoadShort ?? 0),
          (a?.priorityFilled ?? 0) + (b?.priorityFilled ?? 0),
          (a?.fit ?? 0) + (b?.fit ?? 0),
        ]);
      }),
      { numRuns: 60 },
    );
  });

  it("is reached by the same pairs for any order of the pairs in a text", () => {
    fc.assert(
      fc.property(cases, ({ sheet, days, seed }) => {
        const [one, other] = [sheet, { ...sheet, pairs: shuffled(sheet.pairs, seed) }].map((told) => {
          const reading = readInstanceText(textOf(told));
          return reading.kind === "instance" ? solvedBy(reading.instance, days, null) : reading;
        });
        expect(other).toEqual(one);
      }),
      { numRuns: 60 },
    );
  });
});
