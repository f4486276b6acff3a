import * as fc from "fast-check";
import { diceFrom } from "../facts/madeUpArea.ts";
import { type GapInstance, readGapText } from "./gapText.ts";
import { type GapAnswer, type GapOptions, type GapOutcome, solveGap } from "./solveGap.ts";

export const text = `# two requests, two people
p gap 2 2
u 5
u 3
e 0 0 4 5
e 0 1 9 3
e 1 0 1 4
e 1 1 2 3
`;

export function read(source: string): GapInstance {
  const reading = readGapText(source);
  if (reading.kind !== "gap") throw new Error(`${reading.where} ${reading.message}`);
  return reading.instance;
}

export const outcomeOf = (source: string, options: Partial<GapOptions> = {}): GapOutcome =>
  solveGap(read(source), { rounds: 6, spent: () => 0, cases: 2000, ...options });

export function solved(source: string, options: Partial<GapOptions> = {}): GapAnswer {
  const outcome = outcomeOf(source, options);
  if (outcome.kind !== "solved") throw new Error(outcome.message);
  return outcome;
}

/** The least cost of a complete assignment by trying all, infinite where there is none. */
export function leastCost({
  requestCount,
  start,
  practitioner,
  cost,
  consumption,
  capacity,
}: GapInstance): number {
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
export function hard({ requests, people, seed }: { requests: number; people: number; seed: number }): string {
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

export const sketches = fc.record({
  capacities: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 3 }),
  requests: fc.array(
    fc.array(fc.tuple(fc.integer({ min: -9, max: 30 }), fc.integer({ min: 0, max: 7 })), {
      minLength: 3,
      maxLength: 3,
    }),
    { maxLength: 5 },
  ),
});
