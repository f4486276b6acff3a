import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { startProblem } from "../gateway/ports.ts";
import { describeProcess, endProcess } from "./processList.ts";

const pidFileSchema = z.object({ enginePid: z.int(), hostPid: z.int(), dataPath: z.string() });

/** Which engine works on a data folder, and which process started it. */
export type PidFile = z.infer<typeof pidFileSchema>;

const pidFilePath = (dataFolder: string): string => join(dataFolder, "engine.pid.json");

const readPidFile = (dataFolder: string): PidFile | undefined => {
  try {
    return pidFileSchema.safeParse(JSON.parse(readFileSync(pidFilePath(dataFolder), "utf8"))).data;
  } catch {
    return undefined;
  }
};

/** Notes who works on the data folder, so that the next start can clean up after a `kill -9`. */
export const writePidFile = (dataFolder: string, content: PidFile): void =>
  writeFileSync(pidFilePath(dataFolder), JSON.stringify(content));

/** Forgets it again. */
export const removePidFile = (dataFolder: string): void => rmSync(pidFilePath(dataFolder), { force: true });

/**
 * Makes sure nobody else works on the data folder. An engine whose host has died is ended; one whose host
 * still lives is a start problem. A process that merely inherited the number is left alone.
 */
export const reclaimDataFolder = async (dataFolder: string): Promise<void> => {
  const noted = readPidFile(dataFolder);
  if (noted === undefined) return;
  const facts = describeProcess(noted.enginePid);
  if (facts?.commandLine.includes(noted.dataPath) === true) {
    if (facts.parentPid === noted.hostPid)
      throw startProblem(
        `The data folder ${dataFolder} is in use by process ${noted.hostPid}: stop that first, or choose another.`,
      );
    await endProcess(noted.enginePid);
  }
  removePidFile(dataFolder);
};
