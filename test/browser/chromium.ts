import { spawnSync, type SpawnSyncOptions } from "node:child_process";
import { existsSync } from "node:fs";
import type { TestProject } from "vitest/node";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const here = (): string | undefined =>
  [process.env["CHROMIUM"], ...places].find((each) => each !== undefined && existsSync(each));

/** Installs Chromium where this machine is Debian's or Ubuntu's and ours to change, as a build machine is. */
function install(): void {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  process.stderr.write("Installing Chromium for the tests of pages ...\n");
  const options: SpawnSyncOptions = { stdio: ["ignore", "ignore", "inherit"], timeout: 240_000 };
  spawnSync("apt-get", ["update", "-qq"], options);
  spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], options);
}

/** Finds a Chromium for the tests of pages, or says loudly that they are left out. */
export function setup(project: TestProject): void {
  if (here() === undefined) install();
  const chromium = here() ?? null;
  if (chromium === null)
    process.stderr.write(
      "\nTHE TESTS OF PAGES ARE LEFT OUT: there is no Chromium. apt-get install chromium, or name one in CHROMIUM.\n\n",
    );
  project.provide("chromium", chromium);
}

declare module "vitest" {
  interface ProvidedContext {
    chromium: string | null;
  }
}
