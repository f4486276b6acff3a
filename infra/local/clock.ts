import * as z from "zod";
import { jsonFile } from "./schedules/jsonFile.ts";

const clockState = z.object({ aheadMs: z.number().int().min(0) });

/** How far to move a clock; days are of 24 hours. */
export type Advance = { readonly days?: number; readonly hours?: number; readonly minutes?: number };

/** Real time plus how far the clock was moved, which is kept and only ever grows. */
export type MovableClock = {
  readonly now: () => Date;
  readonly nowMs: () => number;
  /** How far this clock is ahead of real time, in milliseconds. */
  readonly aheadMs: () => number;
  /** Moves forward, tells the listeners and returns the new time. Throws RangeError on anything negative. */
  readonly advance: (by: Advance) => Date;
  /** Calls the listener after each move; returns how to stop that. */
  readonly onMove: (listener: () => void) => () => void;
};

/** Opens the clock kept in a file; without the file it shows real time. */
export function movableClock(options: {
  readonly file: string;
  readonly realNow?: () => number;
}): MovableClock {
  const { file, realNow = Date.now } = options;
  const kept = jsonFile({ file, schema: clockState, initial: { aheadMs: 0 } });
  const listeners = new Set<() => void>();
  let { aheadMs } = kept.read();
  const nowMs = () => realNow() + aheadMs;
  return {
    now: () => new Date(nowMs()),
    nowMs,
    aheadMs: () => aheadMs,
    advance(by) {
      const grown = aheadMs + milliseconds(by);
      kept.write({ aheadMs: grown });
      aheadMs = grown;
      for (const listener of listeners) listener();
      return new Date(nowMs());
    },
    onMove(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function milliseconds({ days = 0, hours = 0, minutes = 0 }: Advance): number {
  const ms = Math.round(((days * 24 + hours) * 60 + minutes) * 60_000);
  if ([days, hours, minutes].every((part) => part >= 0) && Number.isSafeInteger(ms)) return ms;
  throw new RangeError("The clock only moves forward, by numbers of days, hours and minutes.");
}
