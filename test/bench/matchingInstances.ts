import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Instance } from "../../shared/matching/instances/instance.ts";
import { readInstanceBytes } from "../../shared/matching/instances/instanceBytes.ts";
import * as z from "zod";
import type { Scale, Supply } from "./instances/madeUpWorld.ts";

/** Each filled place is worth its priority times this, plus its score, as in the published optima. */
export const weight = 20_000;

const matcher = join(import.meta.dirname, "..", "..", "infra", "matching", "match.ts");
const maker = join(import.meta.dirname, "instances", "makeInstance.ts");

/** One made-up instance on disk. */
export interface Named {
  readonly name: string;
  readonly scale: Scale;
  readonly path: string;
}

export interface Wanted {
  readonly scale: Scale;
  readonly supply: Supply;
  readonly candidates: number;
  readonly seed: number;
}

/** Makes an instance in a folder: always the same bytes for the same name. */
export function made(folder: string, { scale, supply, candidates, seed }: Wanted): Named {
  const path = join(folder, `${scale}-${supply}.bmb`);
  const run = spawnSync(process.execPath, [maker, scale, supply, String(seed), String(candidates), path], {
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(`The instance could not be made: ${run.stderr}`);
  return { name: `${scale} ${supply}`, scale, path };
}

export function readInstance(path: string): Instance {
  const reading = readInstanceBytes(readFileSync(path));
  if (reading.kind !== "instance") throw new Error(`${path}: ${reading.where} ${reading.message}`);
  return reading.instance;
}

/** The most memory that `npm run match` held for one instance, in a process of its own. */
export function peakMegabytes(path: string, ...words: string[]): number {
  const asked = [matcher, "--instance", path, "--objective-weight", String(weight), ...words];
  const run = spawnSync(process.execPath, asked, { encoding: "utf8" });
  if (run.status !== 0) throw new Error(`npm run match failed: ${run.stderr}`);
  return z.object({ rssMegabytes: z.number() }).parse(JSON.parse(run.stdout)).rssMegabytes;
}
