import * as z from "zod";
import { jsonFile } from "./schedules/jsonFile.ts";

const clockState = z.object({ aheadMs: z.number().int() });

/** How far to move a clock; days are of 24 hours. */
export type Advance = { readonly days?: number; readonly hours?: number; readonly minutes?: number };

/** Real time plus how far the clock was moved, which is kept and only ever grows; it may begin in the past. */
export type MovableClock = {
  readonly now: () => Date;
  readonly nowMs: () => number;
  /** How far this clock is ahead of real time, in milliseconds; negative while it is behind. */
  readonly aheadMs: () => number;
  /** Moves forward, tells the listeners and returns the new time. Throws RangeError on anything negative. */
  readonly advance: (by: Advance) => Date;
  /** Moves a clock that is behind forward to real time; any other stays as it is. */
  readonly catchUp: () => Date;
  /** Calls the listener after each move; returns how to stop that. */
  readonly onMove: (listener: () => void) => () => void;
};

const dayMs = 24 * 60 * 60_000;

/** Opens the clock kept in a file; without the file it shows real time, or as many days before it as are given. */
export function movableClock(options: {
  readonly file: string;
  readonly realNow?: () => number;
  readonly daysBehind?: number;
}): MovableClock {
  const { file, realNow = Date.now, daysBehind = 0 } = options;
  const kept = jsonFile({ file, schema: clockState, initial: { aheadMs: -daysBehind * dayMs } });
  const listeners = new Set<() => void>();
  let { aheadMs } = kept.read();
  // A past that was begun is gone on with, whatever a later start asks for.
  if (aheadMs < 0) kept.write({ aheadMs });
  const nowMs = () => realNow() + aheadMs;
  const moveTo = (grownMs: number): Date => {
    kept.write({ aheadMs: grownMs });
    aheadMs = grownMs;
    for (const listener of listeners) listener();
    return new Date(nowMs());
  };
  return {
    now: () => new Date(nowMs()),
    nowMs,
    aheadMs: () => aheadMs,
    advance: (by) => moveTo(aheadMs + milliseconds(by)),
    catchUp: () => (aheadMs < 0 ? moveTo(0) : new Date(nowMs())),
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
