// Writes one made-up instance: SCALE SUPPLY SEED CANDIDATES FILE.bmb. A process of its own gives its memory back.
import { writeInstance } from "./instanceFile.ts";
import { scales, supplies } from "./madeUpWorld.ts";

const [scaleName, supplyName, seed, candidates, path] = process.argv.slice(2);
const scale = scales.find((name) => name === scaleName);
const supply = supplies.find((name) => name === supplyName);
if (scale === undefined || supply === undefined || path === undefined)
  throw new Error("makeInstance SCALE SUPPLY SEED CANDIDATES FILE.bmb");
writeInstance(path, { scale, supply, seed: Number(seed), candidates: Number(candidates) });
