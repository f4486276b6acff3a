import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildOpenApi } from "../shared/contract/openapi.ts";

// Writes docs/openapi.json from the manifest; with --check writes nothing and exits 1 when it is stale.
const file = join(import.meta.dirname, "..", "docs", "openapi.json");
const fresh = `${JSON.stringify(buildOpenApi(), null, 2)}\n`;
const stale = !existsSync(file) || readFileSync(file, "utf8") !== fresh;

if (!process.argv.includes("--check")) {
  if (stale) writeFileSync(file, fresh);
  console.log(stale ? "docs/openapi.json written" : "docs/openapi.json was up to date");
} else if (stale) {
  console.error("docs/openapi.json is stale: run `npm run openapi` and commit the result");
  process.exitCode = 1;
}
