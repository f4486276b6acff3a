import { appendFileSync } from "node:fs";
import type { Log } from "../../shared/runtime/log.ts";

/** Keeps the service's log beside its data, so that the terminal stays for people. */
export const localLog =
  (file: string): Log =>
  (event) =>
    appendFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), ...event })}\n`);
