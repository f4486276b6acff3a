import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "stopping-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The first of six ports of this process alone, below those that systems give out by themselves. */
const firstPort = 20_000 + (process.pid % 2000) * 6;

/** What `npm start` says until it and all that it started have ended, a signal being sent to npm alone once it is ready. */
async function startedAndSent(signal: NodeJS.Signals): Promise<string> {
  const options = ["--empty", "--port", String(firstPort), "--data", join(folder, signal)];
  const npm = spawn("npm", ["start", "--", ...options], {
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const hear = (part: Buffer): void => {
    said += part.toString();
    if (said.endsWith("Ctrl-C stops.\n")) npm.kill(signal);
  };
  npm.stdout.on("data", hear);
  npm.stderr.on("data", hear);
  // The pipes close once nobody holds them any more, and not when npm alone has ended.
  const ended = new Promise<boolean>((resolve) => npm.once("close", () => resolve(true)));
  const tooLong = new Promise<boolean>((resolve) => setTimeout(resolve, 60_000, false));
  const isOver = await Promise.race([ended, tooLong]);
  if (!isOver && npm.pid !== undefined) process.kill(-npm.pid, "SIGKILL");
  expect(isOver, `${said}\nWhat npm started has not ended`).toBe(true);
  return said;
}

test.each(["SIGTERM", "SIGINT"] as const)(
  "npm start, sent %s, ends with all that it started",
  async (signal) => {
    expect(await startedAndSent(signal)).toContain("Stopped. The data is kept");
  },
);
