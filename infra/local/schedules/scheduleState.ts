import * as z from "zod";
import { jsonFile } from "./jsonFile.ts";
import type { ScheduleState } from "./schedules.ts";

const servedUntil = z.record(z.string(), z.number());

/** Keeps in a JSON file up to when each schedule was served. */
export function scheduleStateFile(file: string): ScheduleState {
  const kept = jsonFile({ file, schema: servedUntil, initial: {} });
  return {
    read: (name) => kept.read()[name],
    write: (name, servedUntilMs) => kept.write({ ...kept.read(), [name]: servedUntilMs }),
  };
}
