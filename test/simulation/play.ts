import { parseArgs } from "node:util";
import { plantedFaults, sound } from "./planted.ts";
import { simulate } from "./simulate.ts";

/** `npm run simulate -- [--from 1] [--seeds 1000] [--planted NAME]`: plays seeds and prints those in which something is wrong. */
const { values } = parseArgs({
  options: {
    from: { type: "string", default: "1" },
    seeds: { type: "string", default: "1000" },
    planted: { type: "string" },
  },
});

const [from, count] = [Number(values.from), Number(values.seeds)];
const planted = values.planted === undefined ? sound : plantedFaults[values.planted];
if (!Number.isInteger(from) || !Number.isInteger(count) || count < 1 || !planted) {
  const names = Object.keys(plantedFaults).map((name) => `  "${name}"`);
  console.error(["Give whole numbers, and as --planted one of:", ...names].join("\n"));
  process.exit(2);
}

const began = performance.now();
const struck = new Map<string, number>();
let [wrong, turns] = [0, 0];
for (let seed = from; seed < from + count; seed += 1) {
  const simulation = await simulate(seed, planted);
  turns += simulation.turns;
  for (const [fault, times] of simulation.struck) struck.set(fault, (struck.get(fault) ?? 0) + times);
  if (simulation.violations.length > 0) {
    wrong += 1;
    console.log(`seed ${seed}: ${simulation.violations.join("; ")}`);
  }
  const played = seed - from + 1;
  if (played % 100 === 0) console.error(`${played} of ${count} seeds, ${wrong} with something wrong`);
}
const seconds = (performance.now() - began) / 1000;
console.log(
  `${count} seeds from ${from}, ${turns} turns, ${seconds.toFixed(1)} s: ${wrong} with something wrong`,
);
console.log([...struck].map(([fault, times]) => `${fault} ${times}`).join(", "));
process.exit(wrong > 0 ? 1 : 0);
