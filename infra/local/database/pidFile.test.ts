import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { claimPort } from "../gateway/ports.ts";
import { engineCommand, preferredEngine } from "./engine.ts";
import { writePidFile } from "./pidFile.ts";
import { describeProcess } from "./processList.ts";
import { type DatabaseOptions, startDatabase } from "./startDatabase.ts";

const embedded = preferredEngine() === "dynoxide";
if (!embedded)
  console.warn("SKIPPED: the embedded engine's process tests, its binary is not on this machine.");

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).toReversed()) await step();
});

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "database-test-"));
  cleanUp.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};
const start = async (options: DatabaseOptions): Promise<void> => {
  const database = await startDatabase(options);
  cleanUp.push(() => database.close());
};

/** Starts a database in a process of its own, as the host does, and waits until it is up. */
const startHost = async (dataFolder: string): Promise<{ host: ChildProcess; enginePid: number }> => {
  const module = new URL("./startDatabase.ts", import.meta.url).href;
  const script = `import { startDatabase } from ${JSON.stringify(module)};
    await startDatabase({ dataFolder: ${JSON.stringify(dataFolder)}, port: 0 }); console.log("up");`;
  const host = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  cleanUp.push(() => host.kill("SIGKILL"));
  await new Promise((resolve) => host.stdout?.once("data", resolve));
  const { enginePid } = JSON.parse(readFileSync(join(dataFolder, "engine.pid.json"), "utf8"));
  return { host, enginePid };
};

describe.runIf(embedded)("a data folder and its processes", () => {
  it("has no engine left after the host is killed with -9", async () => {
    const dataFolder = newFolder();
    const { host, enginePid } = await startHost(dataFolder);
    expect(describeProcess(enginePid)?.parentPid).toBe(host.pid);
    host.kill("SIGKILL");
    await expect.poll(() => describeProcess(enginePid), { timeout: 30_000 }).toBeUndefined();
    await start({ dataFolder, port: 0 });
  });

  it("is refused to a second host while the first lives", async () => {
    const dataFolder = newFolder();
    const { host } = await startHost(dataFolder);
    await expect(startDatabase({ dataFolder, port: 0 })).rejects.toThrow(
      `The data folder ${dataFolder} is in use by process ${host.pid}`,
    );
  });

  it("is taken back from an orphan that even the watcher missed", async () => {
    const dataFolder = newFolder();
    const port = await claimPort({ port: 0, purpose: "test" });
    const request = { dataFolder, port, javaCommand: "java" };
    const { command, args, dataPath = "" } = engineCommand("dynoxide", request);
    const orphaned = spawnSync("sh", ["-c", '"$@" >/dev/null 2>&1 & echo $!', "sh", command, ...args]);
    const enginePid = Number(orphaned.stdout.toString());
    await expect.poll(() => describeProcess(enginePid)?.commandLine, { timeout: 30_000 }).toContain(dataPath);
    writePidFile(dataFolder, { enginePid, hostPid: orphaned.pid, dataPath });
    await start({ dataFolder, port: 0 });
    expect(describeProcess(enginePid)).toBeUndefined();
  });

  it("leaves alone a process that merely has the number of a dead engine", async () => {
    const dataFolder = newFolder();
    const bystander = spawn("sleep", ["60"]);
    cleanUp.push(() => bystander.kill("SIGKILL"));
    const enginePid = bystander.pid ?? 0;
    writePidFile(dataFolder, {
      enginePid,
      hostPid: process.pid,
      dataPath: join(dataFolder, "dynoxide.sqlite"),
    });
    await start({ dataFolder, port: 0 });
    expect(describeProcess(enginePid)?.commandLine).toContain("sleep");
  });
});
