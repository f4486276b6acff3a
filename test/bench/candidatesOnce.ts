// Prints, as JSON, what finding the best candidates for made-up facts of one scale takes in this process.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { type Ask, candidatesOf } from "../../shared/matching/candidates/best.ts";
import { fieldOf } from "../../shared/matching/candidates/field.ts";
import { rosterOf } from "../../shared/matching/facts/roster.ts";
import { pinsOf } from "../../shared/matching/problem/pins.ts";
import { type Scale, scaledFacts, scales } from "./scaledFacts.ts";

const [name, most = "30", rounds = "1"] = process.argv.slice(2);
const scale: Scale | undefined = Object.entries(scales).find(([each]) => each === name)?.[1];
if (scale === undefined) throw new Error(`There is no scale ${name}`);

/** Milliseconds for which this process has been at work: what else the machine does is not in them. */
function atWork(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function once(input: ReturnType<typeof scaledFacts>) {
  const began = atWork();
  const roster = rosterOf(input);
  const pinned = pinsOf(roster);
  const ordered = atWork();
  const field = fieldOf(roster, pinned);
  const laidOut = atWork();
  const asks: readonly Ask[] = roster.requests.map((_, request) => ({
    request,
    most: Number(most),
    above: -Infinity,
  }));
  const found = candidatesOf(field)(asks);
  const done = atWork();
  return {
    milliseconds: {
      order: ordered - began,
      index: laidOut - ordered,
      best: done - laidOut,
      all: done - began,
    },
    pairs: found.reduce((sum, { people }) => sum + people.length, 0),
    leftOut: found.filter(({ leftOut }) => leftOut > -Infinity).length,
  };
}

/** Clears away what making up the facts left behind, which would be cleared at some time of what is measured. */
function settle(): void {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") collect();
}

const building = atWork();
const input = scaledFacts(scale, 1);
const built = atWork() - building;
const factsMegabytes = process.memoryUsage().rss / 1e6;
settle();
const runs = Array.from({ length: Number(rounds) }, () => once(input));
const fastest = runs.reduce((best, run) => (run.milliseconds.all < best.milliseconds.all ? run : best));
const rssMegabytes = process.resourceUsage().maxRSS / 1e3;
process.stdout.write(JSON.stringify({ ...fastest, built, factsMegabytes, rssMegabytes }));
