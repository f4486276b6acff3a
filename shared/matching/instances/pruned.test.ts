import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { startsOf } from "../problem/cells.ts";
import type { Instance } from "./instance.ts";
import { solveInstance } from "./solveInstance.ts";

interface Sketch {
  readonly requests: readonly { wanted: number; priority: number; scores: readonly number[] }[];
  readonly slots: readonly number[];
}

/** An instance in which each request keeps its best so many candidates; a score of 0 is no candidate. */
function instanceOf({ requests, slots }: Sketch, kept: number): Instance {
  const lists = requests.map(({ scores }) =>
    scores
      .map((score, person) => ({ score, person }))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score || a.person - b.person),
  );
  const pairs = lists.flatMap((list) => list.slice(0, kept));
  const column = (values: readonly number[]): Int32Array => Int32Array.from(values);
  return {
    requestCount: requests.length,
    practitionerCount: slots.length,
    scoreScale: 100,
    wanted: column(requests.map(({ wanted }) => wanted)),
    days: column(requests.map(() => 1)),
    priority: column(requests.map(({ priority }) => priority)),
    bestOmitted: column(lists.map((list) => list[kept]?.score ?? -1)),
    slots: column(slots),
    dayCapacity: column(slots),
    leastLoad: column(slots.map(() => 0)),
    start: startsOf(column(lists.map((list) => Math.min(kept, list.length)))),
    practitioner: column(pairs.map(({ person }) => person)),
    score: column(pairs.map(({ score }) => score)),
  };
}

const people = 5;
const sketches: fc.Arbitrary<Sketch> = fc.record({
  requests: fc.array(
    fc.record({
      wanted: fc.integer({ min: 1, max: 2 }),
      priority: fc.integer({ min: 1, max: 4 }),
      scores: fc.array(fc.nat(99), { minLength: people, maxLength: people }),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  slots: fc.array(fc.nat(3), { minLength: people, maxLength: people }),
});

function solved(instance: Instance) {
  const answer = solveInstance(instance, { objectiveWeight: 100, days: false, cases: 100 });
  if (answer.kind !== "solved") throw new Error("The instance is small");
  return answer;
}

describe("candidates that an instance leaves out", () => {
  it("could not raise the objective when prices prove it of every request, which they often do", () => {
    let proven = 0;
    fc.assert(
      fc.property(sketches, fc.integer({ min: 1, max: 4 }), (sketch, kept) => {
        const few = instanceOf(sketch, kept);
        const { objective, prunedCertified, prunedOpen } = solved(few);
        expect(prunedCertified + prunedOpen).toBe(few.bestOmitted.filter((best) => best >= 0).length);
        if (prunedOpen > 0) return;
        if (prunedCertified > 0) proven++;
        expect(objective).toBe(solved(instanceOf(sketch, people)).objective);
      }),
      { numRuns: 200 },
    );
    expect(proven).toBeGreaterThan(10);
  });
});
