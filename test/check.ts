import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";

/** Every check there is, each by the tool that knows best; all run, so that one look shows all that is wrong. */
const checks = [
  { name: "types", tool: ["tsc", "--noEmit"] },
  { name: "lint and layers", tool: ["oxlint", "--type-aware", "--deny-warnings"] },
  { name: "format", tool: ["prettier", "--check", "--log-level", "warn", "."] },
  { name: "dead code", tool: ["knip"] },
  { name: "tests", tool: ["vitest", "run", "--config", "test/vitest.config.ts"] },
] as const;

const { values } = parseArgs({ options: { "without-tests": { type: "boolean", default: false } } });
const wanted = checks.filter(({ name }) => !(values["without-tests"] && name === "tests"));
const failed = wanted.filter(({ name, tool }) => {
  process.stdout.write(`\n== ${name}\n`);
  const launch = ["infra/local/launch.mjs", "--tool", ...tool];
  return spawnSync(process.execPath, launch, { stdio: "inherit" }).status !== 0;
});
const names = failed.map(({ name }) => name).join(", ");
process.stdout.write(failed.length === 0 ? "\nEvery check passed.\n" : `\nFailed: ${names}.\n`);
process.exit(failed.length === 0 ? 0 : 1);
