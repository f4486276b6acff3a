// Days binding: the answer within some seconds, with the gap to its proven bound.
import { answerTo, certified, encodeInstance } from "../../shared/matching/instances/solveInstance.ts";
import { type Named, readInstance, weight } from "./matchingInstances.ts";

export const daysHead = ["instance", "objective", "gap %", "ms", "certified"];

/** Solves one instance within so many seconds. */
export function daysRow({ name, path }: Named, seconds: number): string[] {
  const instance = readInstance(path);
  const began = performance.now();
  const spent = (): number => (performance.now() - began) / (1000 * seconds);
  const options = { objectiveWeight: weight, days: true, cases: 100, rounds: Infinity, spent };
  const encoded = encodeInstance(instance, options);
  if (encoded.kind === "too-large") throw new Error(encoded.message);
  const solution = answerTo(encoded, options);
  const milliseconds = performance.now() - began;
  const { objective, gap, certified: valid } = certified(encoded, solution);
  const percent = (100 * gap).toFixed(4);
  return [name, String(objective), percent, milliseconds.toFixed(0), valid ? "yes" : "NO"];
}
