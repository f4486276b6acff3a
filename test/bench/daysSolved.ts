import * as z from "zod";
import type { Instance } from "../../shared/matching/instances/instance.ts";
import { encodeInstance } from "../../shared/matching/instances/encodeInstance.ts";
import { answerTo, certified } from "../../shared/matching/instances/solveInstance.ts";
import { weight } from "./matchingInstances.ts";
import { processorMilliseconds } from "./processorTime.ts";

/**
 * Tells the processor's time since now. It is read at most once a millisecond, since reading it takes longer than
 * many a step that asks for it.
 */
function processorClock(): () => number {
  const began = processorMilliseconds();
  let [told, toldAt] = [0, performance.now()];
  return () => {
    const now = performance.now();
    if (now - toldAt >= 1) [told, toldAt] = [processorMilliseconds() - began, now];
    return told;
  };
}

export const Allowed = z.object({
  seconds: z.number(),
  /** The gap at which to stop, as a share. */
  enough: z.number(),
});
export type Allowed = z.infer<typeof Allowed>;

/** How both solvers warm up. */
export const warmUp = { first: { seconds: 2, enough: 0.0002 }, leastRuns: 1, milliseconds: 5000 };

export const DaysSolved = z.object({
  objective: z.number(),
  gap: z.number(),
  milliseconds: z.number(),
  certified: z.boolean(),
});
export type DaysSolved = z.infer<typeof DaysSolved>;

export const HighsSolved = z.object({
  /** With reading the model. */
  milliseconds: z.number(),
  /** Whether it came to the gap asked for. */
  reached: z.boolean(),
});
export type HighsSolved = z.infer<typeof HighsSolved>;

/** Solves an instance in which days bind, and has the answer certified, which is not timed. */
export function daysSolved(instance: Instance, { seconds, enough }: Allowed): DaysSolved {
  const began = processorMilliseconds();
  const clock = processorClock();
  const spent = (): number => clock() / (1000 * seconds);
  const options = { objectiveWeight: weight, days: true, cases: 100, rounds: Infinity, spent, enough };
  const encoded = encodeInstance(instance, options);
  if (encoded.kind === "too-large") throw new Error(encoded.message);
  const solution = answerTo(encoded, options);
  const milliseconds = processorMilliseconds() - began;
  const { objective, gap, certified: valid } = certified(encoded, solution);
  return { objective, gap, milliseconds, certified: valid };
}
