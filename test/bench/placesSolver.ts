// Solves one instance whenever it is told to, in a process that starts no other: starting one marks all memory of the
// process that does so as to be copied when written, and the next solve would pay for that.
import type { Instance } from "../../shared/matching/instances/instance.ts";
import { answerTo, certified, encodeInstance } from "../../shared/matching/instances/solveInstance.ts";
import { readInstance, weight } from "./matchingInstances.ts";
import type { Timed } from "./matchingPlaces.ts";

function solved(instance: Instance): Timed {
  const options = { objectiveWeight: weight, days: false, cases: 0 };
  const worked = process.cpuUsage();
  const began = performance.now();
  const encoded = encodeInstance(instance, options);
  if (encoded.kind === "too-large") throw new Error(encoded.message);
  const solution = answerTo(encoded, options);
  const answered = performance.now();
  const { user, system } = process.cpuUsage(worked);
  const { objective, certified: valid } = certified(encoded, solution);
  return {
    cpuMilliseconds: (user + system) / 1000,
    solveMilliseconds: answered - began,
    certifyMilliseconds: performance.now() - answered,
    objective,
    certified: valid,
  };
}

/** Lets the engine be compiled, as it is in a service that has run before: up to a second, thirty runs at most. */
function warmUp(instance: Instance): void {
  const until = performance.now() + 1000;
  for (let run = 0; run < 30 && performance.now() < until; run++) solved(instance);
}

const instance = readInstance(process.argv[2] ?? "");
warmUp(instance);
process.send?.("ready");
process.on("message", () => process.send?.(solved(instance)));
