import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { movableClock } from "../clock.ts";
import type { MovableClock } from "../clock.ts";
import { scheduleStateFile } from "./scheduleState.ts";
import { runSchedules } from "./schedules.ts";
import type { ScheduledEvent, Schedules } from "./schedules.ts";

const realNow = () => new Date("2027-03-26T12:00:00Z").getTime();
let folder = "";
let clock: MovableClock;
let fired: string[] = [];
let errors: string[] = [];
let running: Schedules | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "schedules-"));
  clock = movableClock({ file: join(folder, "clock.json"), realNow });
  fired = [];
  errors = [];
});
afterEach(async () => {
  await running?.stop();
  rmSync(folder, { recursive: true });
});

const note = (name: string) => ({
  name,
  timezone: "Europe/London",
  handler: async ({ scheduledFor }: ScheduledEvent) => void fired.push(`${name} ${scheduledFor}`),
});
const nightly = { ...note("nightly"), expression: "cron(0 2 * * ? *)" };
const sweep = { ...note("sweep"), expression: "rate(5 minutes)" };

function start(schedules: Parameters<typeof runSchedules>[0]["schedules"]): Schedules {
  const state = scheduleStateFile(join(folder, "state.json"));
  const onError = (error: unknown, name: string) => void errors.push(`${name}: ${String(error)}`);
  running = runSchedules({ schedules, clock, state, onError, retryAfterMs: [0, 0] });
  return running;
}

test("a schedule that is new does not fire for the past", async () => {
  await start([nightly, sweep]).settled();
  expect(fired).toEqual([]);
});

test("a move over many due times fires each schedule once, in the order they fell due", async () => {
  const schedules = start([sweep, nightly]);
  clock.advance({ days: 2 });
  await schedules.settled();
  expect(fired).toEqual(["nightly 2027-03-28T01:00:00.000Z", "sweep 2027-03-28T12:00:00.000Z"]);
});

test("moves that each cross the night fire each night once, over the change to summer time", async () => {
  const schedules = start([nightly]);
  for (const _ of [1, 2, 3]) {
    clock.advance({ days: 1 });
    await schedules.settled();
  }
  expect(fired).toEqual([
    "nightly 2027-03-27T02:00:00.000Z",
    "nightly 2027-03-28T01:00:00.000Z",
    "nightly 2027-03-29T01:00:00.000Z",
  ]);
});

test("what was served is not served again after a restart, and what fell due meanwhile is", async () => {
  const first = start([nightly]);
  clock.advance({ days: 1 });
  await first.settled();
  await first.stop();
  await start([nightly]).settled();
  expect(fired).toHaveLength(1);
  await running?.stop();
  clock.advance({ days: 1 });
  await start([nightly]).settled();
  expect(fired).toHaveLength(2);
});

test("a due time reached by itself fires without a move", async () => {
  let began: number | undefined;
  // Time begins when it is first asked for: however long the start takes, the due time lies before it.
  const fromFirstAsked = () => Date.parse("2027-03-27T01:59:59.980Z") + Date.now() - (began ??= Date.now());
  clock = movableClock({ file: join(folder, "real.json"), realNow: fromFirstAsked });
  const done = new Promise<string>((resolve) => {
    start([{ ...nightly, handler: async ({ scheduledFor }) => resolve(scheduledFor) }]);
  });
  expect(await done).toBe("2027-03-27T02:00:00.000Z");
});

test("one is fired by name without touching its timetable", async () => {
  const schedules = start([nightly]);
  expect(await schedules.fire("nightly")).toBe("done");
  expect(await schedules.fire("weekly")).toBe("unknown-schedule");
  clock.advance({ days: 1 });
  await schedules.settled();
  expect(fired).toEqual(["nightly 2027-03-26T12:00:00.000Z", "nightly 2027-03-27T02:00:00.000Z"]);
});

test("a failing run is tried three times, reported each time, and does not keep others from running", async () => {
  const failing = { ...nightly, name: "failing", handler: () => Promise.reject(new Error("no")) };
  const schedules = start([failing, sweep]);
  clock.advance({ days: 1 });
  await schedules.settled();
  expect(errors).toEqual(Array.from({ length: 3 }, () => "failing: Error: no"));
  expect(fired).toEqual(["sweep 2027-03-27T12:00:00.000Z"]);
  expect(await schedules.fire("failing")).toBe("failed");
});

test("an expression that cannot be read stops the start", () => {
  expect(() => start([{ ...nightly, expression: "every night" }])).toThrow(TypeError);
});
