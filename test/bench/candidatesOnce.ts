// Prints, as JSON, what finding the best candidates for made-up facts of one scale takes in this process.
import { setTimeout } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { crewOf } from "../../infra/matching/crew.ts";
import type { Ask } from "../../shared/matching/candidates/asks.ts";
import { candidatesOf } from "../../shared/matching/candidates/best.ts";
import { fieldOf } from "../../shared/matching/candidates/field.ts";
import { rosterOf } from "../../shared/matching/facts/roster.ts";
import { pinsOf } from "../../shared/matching/problem/pins.ts";
import { processorMilliseconds } from "./processorTime.ts";
import { type Scale, scaledFacts, scales } from "./scaledFacts.ts";

const [name, most = "30", rounds = "1", threads = "1"] = process.argv.slice(2);
const scale: Scale | undefined = Object.entries(scales).find(([each]) => each === name)?.[1];
if (scale === undefined) throw new Error(`There is no scale ${name}`);

/** Starting other threads is part of it: they start while this one lays the facts out. */
async function once(input: ReturnType<typeof scaledFacts>) {
  const [began, beganToWork] = [performance.now(), processorMilliseconds()];
  const crew = crewOf(Number(threads));
  const roster = rosterOf(input);
  const pinned = pinsOf(roster);
  const ordered = performance.now();
  const field = fieldOf(roster, pinned, crew.gather);
  const laidOut = performance.now();
  const asks: readonly Ask[] = roster.requests.map((_, request) => ({
    request,
    most: Number(most),
    above: -Infinity,
  }));
  const found = candidatesOf(field, crew.findAll)(asks);
  const [done, worked] = [performance.now(), processorMilliseconds() - beganToWork];
  await crew.dismiss();
  return {
    milliseconds: {
      order: ordered - began,
      index: laidOut - ordered,
      best: done - laidOut,
      all: done - began,
      worked,
    },
    pairs: found.reduce((sum, { people }) => sum + people.length, 0),
    leftOut: found.filter(({ leftOut }) => leftOut > -Infinity).length,
  };
}

/**
 * Clears away what making up the facts left behind, which would be cleared at some time of what is measured; other
 * threads of the runtime go on clearing for a while.
 */
async function settle(): Promise<void> {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") collect();
  await setTimeout(500);
}

const building = processorMilliseconds();
const input = scaledFacts(scale, 1);
const built = processorMilliseconds() - building;
const factsMegabytes = process.memoryUsage().rss / 1e6;
await settle();
let fastest = await once(input);
for (let round = 1; round < Number(rounds); round++) {
  const run = await once(input);
  if (run.milliseconds.all < fastest.milliseconds.all) fastest = run;
}
const rssMegabytes = process.resourceUsage().maxRSS / 1e3;
process.stdout.write(JSON.stringify({ ...fastest, built, factsMegabytes, rssMegabytes }));
