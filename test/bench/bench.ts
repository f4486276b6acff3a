import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { measureBundles } from "./bundles.ts";
import { measureExplanations } from "./explanations.ts";
import { measureCandidates } from "./candidates.ts";
import { measureHandlers, measureService } from "./load.ts";
import { circumstances, type Measured, textOf } from "./report.ts";
import { measureRegisters } from "./registers.ts";
import { measureRuns } from "./runs.ts";
import { measureStarts } from "./starts.ts";
import { measureUnits } from "./units.ts";
import { measureUploads } from "./uploads.ts";

const benches: Readonly<Record<string, () => Promise<Measured[]>>> = {
  start: measureStarts,
  handlers: measureHandlers,
  service: measureService,
  run: measureRuns,
  explain: measureExplanations,
  candidates: measureCandidates,
  bundles: measureBundles,
  units: measureUnits,
  registers: measureRegisters,
  uploads: measureUploads,
};

const { values } = parseArgs({
  options: { only: { type: "string" }, json: { type: "string" }, help: { type: "boolean", default: false } },
});
const names = Object.keys(benches).join(", ");
const wanted = Object.entries(benches).filter(([name]) => values.only === undefined || values.only === name);

async function main(): Promise<void> {
  if (values.help || wanted.length === 0) {
    process.stdout.write(`npm run bench -- [--only NAME] [--json OUT]\n\nNAME is one of ${names}.\n`);
    process.exitCode = values.help ? 0 : 1;
    return;
  }
  const results: Record<string, Measured[]> = {};
  for (const [name, measure] of wanted) {
    const tables = await measure();
    results[name] = tables;
    for (const table of tables) process.stdout.write(`${textOf(table)}\n`);
  }
  if (values.json !== undefined)
    writeFileSync(values.json, `${JSON.stringify({ ...circumstances(), results }, null, 2)}\n`);
}

await main();
