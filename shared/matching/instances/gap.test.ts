import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diceFrom } from "../facts/madeUpArea.ts";
import { type GapInstance, readGapText } from "./gapText.ts";
import { type GapAnswer, solveGap } from "./solveGap.ts";

const text = `# two requests, two people
p gap 2 2
u 5
u 3
e 0 0 4 5
e 0 1 9 3
e 1 0 1 4
e 1 1 2 3
`;

function read(source: string): GapInstance {
  const reading = readGapText(source);
  if (reading.kind !== "gap") throw new Error(`${reading.where} ${reading.message}`);
  return reading.instance;
}

function solved(source: string, rounds = 6): GapAnswer {
  const outcome = solveGap(read(source), { rounds, spent: () => 0, cases: 2000 });
  if (outcome.kind !== "solved") throw new Error(outcome.message);
  return outcome;
}

/** The least cost of a complete assignment by trying all, infinite where there is none. */
function leastCost({ requestCount, start, practitioner, cost, consumption, capacity }: GapInstance): number {
  const left = Array.from(capacity);
  const from = (i: number): number => {
    if (i === requestCount) return 0;
    let least = Infinity;
    for (let e = start[i] ?? 0; e < (start[i + 1] ?? 0); e++) {
      const [j, need] = [practitioner[e] ?? 0, consumption[e] ?? 0];
      if ((left[j] ?? 0) < need) continue;
      left[j] = (left[j] ?? 0) - need;
      least = Math.min(least, (cost[e] ?? 0) + from(i + 1));
      left[j] = (left[j] ?? 0) + need;
    }
    return least;
  };
  return from(0);
}

/** An instance in which a heavier pair is a cheaper one, the hardest kind of the literature. */
function hard({ requests, people, seed }: { requests: number; people: number; seed: number }): string {
  const dice = diceFrom(seed);
  const pairs = Array.from({ length: requests * people }, (_, x) => {
    const consumption = 1 + dice.below(100);
    return {
      i: Math.floor(x / people),
      j: x % people,
      consumption,
      cost: 101 - consumption + dice.below(21),
    };
  });
  const capacities = Array.from({ length: people }, (_, j) =>
    Math.floor(pairs.reduce((sum, pair) => sum + (pair.j === j ? (0.8 * pair.consumption) / people : 0), 0)),
  );
  return [
    `p gap ${requests} ${people}`,
    ...capacities.map((capacity) => `u ${capacity}`),
    ...pairs.map(({ i, j, cost, consumption }) => `e ${i} ${j} ${cost} ${consumption}`),
  ].join("\n");
}

const sketches = fc.record({
  capacities: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 3 }),
  requests: fc.array(
    fc.array(fc.tuple(fc.integer({ min: -9, max: 30 }), fc.integer({ min: 0, max: 7 })), {
      minLength: 3,
      maxLength: 3,
    }),
    { maxLength: 5 },
  ),
});

describe("a .gap file", () => {
  it("is answered by the cheapest way to give each request to one practitioner", () => {
    expect(solved(text)).toMatchObject({
      status: "optimal",
      objective: 6,
      bound: 6,
      gap: 0,
      certified: true,
    });
  });

  it("is answered as trying every way answers, whether or not there is one", () => {
    fc.assert(
      fc.property(sketches, ({ capacities, requests }) => {
        const rows = requests.flatMap((cells, i) =>
          capacities.map((_, j) => `e ${i} ${j} ${cells[j]?.join(" ") ?? ""}`),
        );
        const head = `p gap ${requests.length} ${capacities.length}`;
        const source = [head, ...capacities.map((capacity) => `u ${capacity}`), ...rows].join("\n");
        const least = leastCost(read(source));
        const found = solved(source);
        const expected =
          least === Infinity
            ? { status: "infeasible", objective: null, certified: true }
            : { status: "optimal", objective: least, bound: least, certified: true };
        expect(found).toMatchObject(expected);
      }),
      { numRuns: 200 },
    );
  });

  it("is answered near its bound where heavy pairs are the cheap ones, and the checker proves the bound", () => {
    for (const seed of [1, 2]) {
      const found = solved(hard({ requests: 60, people: 6, seed }), 12);
      expect(found).toMatchObject({ feasible: true, assigned: 60, certified: true });
      expect(found.gap).toBeLessThan(0.01);
    }
  });

  it("says so when no complete assignment exists", () => {
    expect(solved(text.replace("u 5", "u 3"))).toMatchObject({ status: "infeasible", feasible: false });
  });

  it.each([
    ["a negative capacity", text.replace("u 5", "u -5"), "practitioner 0"],
    ["a pair told twice", text.replace("e 1 1 2 3", "e 1 0 2 3"), "request 1 with practitioner 0"],
    ["a number that is none", text.replace("e 0 0 4 5", "e 0 0 NaN 5"), "line 5"],
    ["a negative consumption", text.replace("e 0 0 4 5", "e 0 0 4 -5"), "request 0 with practitioner 0"],
    ["a practitioner who is not there", text.replace("e 1 1", "e 1 2"), "request 1 with practitioner 2"],
    ["a request that is not there", text.replace("e 1 1", "e 2 1"), "request 2 with practitioner 1"],
    ["too few practitioners", text.replace("u 3\n", ""), "header"],
    ["a request without a pair", text.replace("p gap 2 2", "p gap 3 2"), "request 2"],
    ["a row of another kind", `${text}r 1 2 3\n`, "line 9"],
    ["a second header", `${text}p gap 2 2\n`, "header"],
    ["no header", text.replace("p gap 2 2", ""), "header"],
  ])("is refused for %s, naming the row", (_, source, where) => {
    expect(readGapText(source)).toMatchObject({ kind: "unreadable", where });
  });
});
