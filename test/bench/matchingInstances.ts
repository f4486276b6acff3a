import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Instance, readInstanceBytes } from "../../shared/matching/instances/instance.ts";
import type { Scale, Supply } from "./instances/madeUpWorld.ts";

/** Each filled place is worth its priority times this, plus its score, as in the published optima. */
export const weight = 20_000;

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
}

/** Makes an instance in a folder: always the same bytes for the same name. */
export function made(folder: string, { scale, supply, candidates }: Wanted): Named {
  const path = join(folder, `${scale}-${supply}.bmb`);
  const run = spawnSync(process.execPath, [maker, scale, supply, "1", String(candidates), path], {
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
