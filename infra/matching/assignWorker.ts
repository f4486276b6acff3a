// Solves the shares of a problem that are sent to this thread, one after the other.
import { parentPort } from "node:worker_threads";
import { assign, type Beginning } from "../../shared/matching/solve/places/assign.ts";
import type { Problem } from "../../shared/matching/problem/problem.ts";

export interface Share {
  readonly problem: Problem;
  readonly beginning: Beginning;
}

parentPort?.on("message", ({ problem, beginning }: Share) => {
  parentPort?.postMessage(assign(problem, beginning));
});
