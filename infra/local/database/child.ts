import { spawn } from "node:child_process";
import type { EngineCommand } from "./engine.ts";
import { endProcess } from "./processList.ts";

/** Why an engine is no longer there: it could not be started, or it ended with these last words. */
export type EngineExit =
  | { readonly kind: "not-started"; readonly code: string | undefined }
  | { readonly kind: "ended"; readonly lastLines: readonly string[] };

/** A running engine. `exited` settles once, however it ends. */
export type EngineChild = {
  readonly pid: number | undefined;
  readonly exited: Promise<EngineExit>;
  stop(): Promise<void>;
};

const keptLines = 8;

// Holds a pipe from this process: when this process dies, even by kill -9, the pipe closes and the engine ends.
const watch = (enginePid: number): (() => void) => {
  const script = 'read -r _; kill -TERM "$1" 2>/dev/null';
  const watcher = spawn("sh", ["-c", script, "engine-watcher", String(enginePid)], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  watcher.on("error", () => undefined);
  watcher.stdin.on("error", () => undefined);
  return () => void watcher.kill("SIGKILL");
};

/** Starts an engine that ends when this process ends. It does not hear Ctrl-C: the host closes it last. */
export const startChild = ({ command, args, workingFolder }: EngineCommand): EngineChild => {
  const child = spawn(command, args, {
    cwd: workingFolder,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let lastLines: readonly string[] = [];
  const keep = (chunk: Buffer): void => {
    const lines = chunk.toString().split("\n");
    lastLines = [...lastLines, ...lines.filter((line) => line.trim() !== "")].slice(-keptLines);
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const pid = child.pid;
  const unwatch = pid === undefined ? () => undefined : watch(pid);
  const exited = new Promise<EngineExit>((resolve) => {
    child.once("error", (error: NodeJS.ErrnoException) => resolve({ kind: "not-started", code: error.code }));
    child.once("close", () => resolve({ kind: "ended", lastLines }));
  });
  void exited.then(unwatch);
  const stop = async (): Promise<void> => {
    unwatch();
    if (pid !== undefined && child.exitCode === null && child.signalCode === null) await endProcess(pid);
    await exited;
  };
  return { pid, exited, stop };
};
