import { execFile } from "node:child_process";
import { promisify } from "node:util";

const execute = promisify(execFile);
const largestOutputBytes = 64 * 1024 * 1024;

/** Runs a script in a fresh node process and gives what it printed, as JSON. */
export async function printedBy(
  script: string,
  args: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const quiet = ["--disable-warning=ExperimentalWarning", script, ...args];
  const { stdout } = await execute(process.execPath, quiet, {
    env: { ...process.env, ...environment },
    maxBuffer: largestOutputBytes,
  });
  return JSON.parse(stdout);
}
