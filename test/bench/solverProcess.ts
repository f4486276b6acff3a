import { fork } from "node:child_process";
import { once } from "node:events";
import type * as z from "zod";

/** A solver for one instance in a process of its own, which has warmed up before it is told to solve. */
export interface SolverProcess<Told, Answer> {
  /** What it answered first, when nothing was compiled yet. */
  readonly first: Answer;
  readonly solved: (told: Told) => Promise<Answer>;
  readonly end: () => void;
}

/** Starts a solver on an instance; resolves once it has warmed up. */
export async function solverProcess<Told extends object, Answer>(
  file: URL,
  path: string,
  answers: z.ZodType<Answer>,
): Promise<SolverProcess<Told, Answer>> {
  const child = fork(file, [path]);
  const [first] = await once(child, "message");
  return {
    first: answers.parse(first),
    solved: async (told) => {
      child.send(told);
      const [answer] = await once(child, "message");
      return answers.parse(answer);
    },
    end: () => child.disconnect(),
  };
}

interface Solver<Told> {
  readonly solved: (told: Told) => object;
  /** What to warm up with: for so many milliseconds, and so many runs at least. */
  readonly first: Told;
  readonly leastRuns: number;
  readonly milliseconds: number;
}

/**
 * In a solver's process: warms up, so that all is compiled as in a service that has run before, then solves whenever
 * it is told to. It starts no other process: that would mark all of its memory as to be copied when written, and the
 * next solve would pay for that.
 */
export function solveWhenTold<Told>(
  tells: z.ZodType<Told>,
  { solved, first, leastRuns, milliseconds }: Solver<Told>,
): void {
  const until = performance.now() + milliseconds;
  const cold = solved(first);
  for (let run = 1; run < leastRuns || performance.now() < until; run++) solved(first);
  process.on("message", (message) => process.send?.(solved(tells.parse(message))));
  process.send?.(cold);
}
