// Ours, without days, in a process of its own.
import * as z from "zod";
import type { Instance } from "../../shared/matching/instances/instance.ts";
import { encodeInstance } from "../../shared/matching/instances/encodeInstance.ts";
import { answerTo, certified } from "../../shared/matching/instances/solveInstance.ts";
import { readInstance, weight } from "./matchingInstances.ts";
import type { Timed } from "./matchingPlaces.ts";
import { processorMilliseconds } from "./processorTime.ts";
import { solveWhenTold } from "./solverProcess.ts";

function solved(instance: Instance): Timed {
  const options = { objectiveWeight: weight, days: false, cases: 0 };
  const worked = processorMilliseconds();
  const began = performance.now();
  const encoded = encodeInstance(instance, options);
  if (encoded.kind === "too-large") throw new Error(encoded.message);
  const solution = answerTo(encoded, options);
  const answered = performance.now();
  const cpuMilliseconds = processorMilliseconds() - worked;
  const { objective, certified: valid } = certified(encoded, solution);
  return {
    cpuMilliseconds,
    solveMilliseconds: answered - began,
    certifyMilliseconds: performance.now() - answered,
    objective,
    certified: valid,
  };
}

const instance = readInstance(process.argv[2] ?? "");
/** From about the tenth run on, one is no faster than the one before. */
const warmUp = { first: {}, leastRuns: 12, milliseconds: 1000 };

solveWhenTold(z.object({}), { solved: () => solved(instance), ...warmUp });
