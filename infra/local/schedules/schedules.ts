import { setTimeout as pause } from "node:timers/promises";
import type { MovableClock } from "../clock.ts";
import { timetable } from "./expression.ts";
import type { Timetable } from "./expression.ts";

/** What a schedule's handler is given. */
export type ScheduledEvent = { readonly scheduledFor: string };

export type Schedule = {
  readonly name: string;
  /** cron(...) or rate(...) as EventBridge Scheduler takes them. */
  readonly expression: string;
  readonly timezone: string;
  readonly handler: (event: ScheduledEvent) => Promise<unknown>;
};

/** Remembers across restarts up to when each schedule was served, in epoch milliseconds. */
export type ScheduleState = {
  read(name: string): number | undefined;
  write(name: string, servedUntilMs: number): void;
};

export type SchedulesOptions = {
  readonly schedules: readonly Schedule[];
  readonly clock: Pick<MovableClock, "nowMs" | "onMove">;
  readonly state: ScheduleState;
  readonly onError: (error: unknown, name: string) => void;
  /** Real pauses before a failed run is tried again, as Lambda does twice for an asynchronous call. */
  readonly retryAfterMs?: readonly number[];
};

export type FireOutcome = "done" | "failed" | "unknown-schedule";

export type Schedules = {
  /** Runs one now, whatever its timetable says; its next due time stays as it was. */
  readonly fire: (name: string) => Promise<FireOutcome>;
  /** Resolves when everything due by now has run. */
  readonly settled: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

// A sleeping laptop does not count down, so the time is looked at this often at least.
const longestSleepMs = 30_000;

/**
 * Runs schedules on a clock that can be moved. What fell due since the last look (a moved clock, a host that
 * was off) fires once per schedule, in the order of the due times, one after another. A schedule seen for the
 * first time starts from now. Throws TypeError when an expression cannot be read.
 */
export function runSchedules(options: SchedulesOptions): Schedules {
  const { clock, state, onError, retryAfterMs = [1000, 5000] } = options;
  const entries = options.schedules.map((schedule) => ({
    schedule,
    times: timetable(schedule.expression, schedule.timezone),
  }));
  for (const { schedule } of entries)
    if (state.read(schedule.name) === undefined) state.write(schedule.name, clock.nowMs());
  const stopping = new AbortController();
  const { signal } = stopping;
  let timer: NodeJS.Timeout | undefined;
  let line = Promise.resolve();

  const run = async ({ name, handler }: Schedule, atMs: number): Promise<FireOutcome> => {
    for (const waitMs of [...retryAfterMs, undefined]) {
      try {
        await handler({ scheduledFor: new Date(atMs).toISOString() });
        return "done";
      } catch (error) {
        onError(error, name);
      }
      if (waitMs === undefined || signal.aborted) break;
      await pause(waitMs, undefined, { signal }).catch(() => undefined);
    }
    return "failed";
  };
  const serveDue = async () => {
    for (const { schedule, atMs } of dueNow(entries, state, clock.nowMs())) {
      if (signal.aborted) return;
      await run(schedule, atMs);
      // Written after the run, so that a crash during it means one run more rather than one less.
      state.write(schedule.name, atMs);
    }
  };
  const look = () => {
    clearTimeout(timer);
    line = line
      .then(serveDue)
      .catch((error: unknown) => onError(error, "schedules"))
      .then(sleep);
  };
  const sleep = () => {
    clearTimeout(timer);
    if (!signal.aborted) timer = setTimeout(look, sleepMs(entries, state, clock.nowMs()));
  };
  const forget = clock.onMove(look);
  look();

  return {
    async fire(name) {
      const found = entries.find(({ schedule }) => schedule.name === name);
      return found === undefined ? "unknown-schedule" : run(found.schedule, clock.nowMs());
    },
    settled: () => line,
    async stop() {
      stopping.abort();
      forget();
      clearTimeout(timer);
      await line;
    },
  };
}

type Entry = { readonly schedule: Schedule; readonly times: Timetable };

function dueNow(entries: readonly Entry[], state: ScheduleState, nowMs: number) {
  return entries
    .flatMap(({ schedule, times }) => {
      const afterMs = state.read(schedule.name) ?? nowMs;
      const atMs = times.lastWithin({ afterMs, untilMs: nowMs });
      return atMs === undefined ? [] : [{ schedule, atMs }];
    })
    .toSorted((one, other) => one.atMs - other.atMs);
}

function sleepMs(entries: readonly Entry[], state: ScheduleState, nowMs: number): number {
  const dues = entries.map(
    ({ schedule, times }) => times.nextAfter(state.read(schedule.name) ?? nowMs) ?? Infinity,
  );
  return Math.min(longestSleepMs, Math.max(0, Math.min(...dues) - nowMs));
}
