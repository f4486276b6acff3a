import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Instance } from "./instance.ts";
import { readInstanceBytes } from "./instanceBytes.ts";
import { readInstanceText } from "./instanceText.ts";
import { requestOfPairs } from "../problem/problem.ts";
import { bruteForce, smallProblems } from "../problem/smallProblems.arbitrary.ts";
import { solveInstance } from "./solveInstance.ts";

const text = `# two schools ask, two people can come
p bm 2 2 3 10000
r 1 2 3
r 2 1 1
u 1 4 0
u 2 2 0
e 0 0 500
e 1 1 300
e 1 0 900
`;

function read(source: string): Instance {
  const reading = readInstanceText(source);
  if (reading.kind !== "instance") throw new Error(`${reading.where} ${reading.message}`);
  return reading.instance;
}

/** The same instance in the binary form. */
function bytesOf(instance: Instance): Uint8Array {
  const { requestCount, practitionerCount, score, scoreScale } = instance;
  const words = [
    [0x424d4231, requestCount, practitionerCount, score.length, scoreScale, 0, 0, 0],
    instance.wanted,
    instance.days,
    instance.priority,
    instance.bestOmitted,
    instance.slots,
    instance.dayCapacity,
    instance.leastLoad,
    instance.start,
    instance.practitioner,
    score,
  ].flatMap((cells) => Array.from(cells));
  const view = new DataView(new ArrayBuffer(words.length * 4));
  words.forEach((word, at) => view.setInt32(at * 4, word, true));
  return new Uint8Array(view.buffer);
}

describe("instances", () => {
  it("read the same from text and from bytes", () => {
    const instance = read(text);
    expect(readInstanceBytes(bytesOf(instance))).toEqual({ kind: "instance", instance });
  });

  it("are solved by weight, and by priority before every score when no weight is given", () => {
    const instance = read(text);
    const weighted = solveInstance(instance, { objectiveWeight: 100, days: false, cases: 10 });
    expect(weighted).toMatchObject({ objective: 1400, filled: 2, fit: 1200, certified: true, gap: 0 });
    const lexicographic = solveInstance(instance, { objectiveWeight: null, days: false, cases: 10 });
    expect(lexicographic).toMatchObject({ priorityFilled: 4, fit: 800, certified: true, gap: 0 });
  });

  it("reach the optimum that trying every answer finds", () => {
    fc.assert(
      fc.property(smallProblems({ daysBind: true }), (problem) => {
        const ungrouped = { ...problem, group: problem.group.map(() => -1), groupLimit: new Int32Array(0) };
        const owner = requestOfPairs(problem);
        // In these files all pairs of a request take the same days.
        const need = problem.need.map((_, e) => problem.need[problem.start[owner[e] ?? 0] ?? 0] ?? 0);
        const free = { ...ungrouped, need, slotCost: problem.slotCost.map(() => 0) };
        const instance: Instance = {
          requestCount: problem.requestCount,
          practitionerCount: problem.practitionerCount,
          scoreScale: 100,
          wanted: problem.wanted,
          days: problem.wanted.map((_, i) => problem.need[problem.start[i] ?? 0] ?? 0),
          priority: problem.wanted.map((count) => 1 + count),
          bestOmitted: problem.wanted.map(() => -1),
          slots: problem.slotStart.slice(1).map((end, j) => end - (problem.slotStart[j] ?? 0)),
          dayCapacity: problem.dayCapacity,
          leastLoad: problem.dayCapacity.map(() => 0),
          start: problem.start,
          practitioner: problem.practitioner,
          score: Int32Array.from(problem.weight),
        };
        const weight = problem.weight.map((worth, e) => {
          const i = problem.start.findIndex((first, at) => e >= first && e < (problem.start[at + 1] ?? 0));
          return worth + 50 * (instance.priority[i] ?? 0);
        });
        const outcome = solveInstance(instance, { objectiveWeight: 50, days: true, cases: 10_000 });
        expect(outcome).toMatchObject({
          objective: Number(bruteForce({ ...free, weight })),
          gap: 0,
          certified: true,
        });
      }),
      { numRuns: 200 },
    );
  });
});
