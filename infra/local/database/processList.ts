import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** What the system says of a running process. */
export type ProcessFacts = { readonly parentPid: number; readonly commandLine: string };

const fromProc = (pid: number): ProcessFacts => {
  // The command's name, in brackets, may hold anything: fields are counted after the last bracket.
  const afterName = readFileSync(`/proc/${pid}/stat`, "utf8").split(")").at(-1) ?? "";
  const [, , parent] = afterName.split(" ");
  const commandLine = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  return { parentPid: Number(parent), commandLine };
};

const fromPs = (pid: number): ProcessFacts => {
  const line = execFileSync("ps", ["-o", "ppid=,command=", "-p", String(pid)], { encoding: "utf8" }).trim();
  const [parent = "", ...command] = line.split(/\s+/);
  return { parentPid: Number(parent), commandLine: command.join(" ") };
};

/** Facts of a running process, or undefined when there is none (or only its exit code is left). */
export const describeProcess = (pid: number): ProcessFacts | undefined => {
  try {
    const facts = process.platform === "linux" ? fromProc(pid) : fromPs(pid);
    return facts.commandLine === "" ? undefined : facts;
  } catch {
    return undefined;
  }
};

const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch {
    // Gone between the look and the signal, which is what was wanted.
  }
};

const goneWithin = async (pid: number, seconds: number): Promise<boolean> => {
  const deadline = performance.now() + seconds * 1000;
  while (performance.now() < deadline) {
    if (describeProcess(pid) === undefined) return true;
    await sleep(20);
  }
  return false;
};

/** Ends a process politely, then by force; resolves when it is gone. */
export const endProcess = async (pid: number): Promise<void> => {
  signal(pid, "SIGTERM");
  if (await goneWithin(pid, 5)) return;
  signal(pid, "SIGKILL");
  await goneWithin(pid, 5);
};
