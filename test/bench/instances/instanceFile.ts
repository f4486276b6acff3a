import { writeFileSync } from "node:fs";
import { bestCandidates } from "./bestCandidates.ts";
import { madeUpWorld, type Scale, type Supply } from "./madeUpWorld.ts";

const magic = 0x424d4231;
const perfectScore = 10_000;

export interface Made {
  readonly scale: Scale;
  readonly supply: Supply;
  readonly seed: number;
  /** Best candidates of each request that the instance holds. */
  readonly candidates: number;
}

/** Writes a made-up instance as a `.bmb` file: little-endian words of 32 bits, the same bytes for the same name. */
export function writeInstance(path: string, { scale, supply, seed, candidates }: Made): void {
  const world = madeUpWorld(scale, supply, seed);
  const { start, person, score, bestOmitted } = bestCandidates(world, candidates);
  const { requests, people } = world;
  const columns = [
    [magic, requests.length, people.length, person.length, perfectScore, seed, 0, 0],
    requests.map((request) => request.people),
    requests.map((request) => request.days),
    requests.map((request) => request.priority),
    bestOmitted,
    people.map((one) => one.slots),
    people.map((one) => one.days),
    new Int32Array(people.length),
    start,
    person,
    score,
  ];
  const words = new Int32Array(columns.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const column of columns) {
    words.set(column, at);
    at += column.length;
  }
  const bytes = new DataView(new ArrayBuffer(4 * words.length));
  words.forEach((word, x) => bytes.setInt32(4 * x, word, true));
  writeFileSync(path, new Uint8Array(bytes.buffer));
}
