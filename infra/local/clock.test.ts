import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { movableClock } from "./clock.ts";

let folder = "";
let file = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "clock-"));
  file = join(folder, "clock.json");
});
afterEach(() => rmSync(folder, { recursive: true }));

test("moves add up and survive being opened again", () => {
  const moves = fc.array(fc.record({ days: fc.nat(400), hours: fc.nat(48), minutes: fc.nat(120) }), {
    maxLength: 5,
  });
  fc.assert(
    fc.property(moves, (steps) => {
      rmSync(file, { force: true });
      const realNow = () => 1_000_000;
      for (const step of steps) movableClock({ file, realNow }).advance(step);
      const minutes = steps.reduce((sum, step) => sum + (step.days * 24 + step.hours) * 60 + step.minutes, 0);
      expect(movableClock({ file, realNow }).nowMs()).toBe(1_000_000 + minutes * 60_000);
    }),
    { numRuns: 30 },
  );
});

test("it goes on with real time and tells each move to its listeners until they leave", () => {
  let realMs = 5000;
  const clock = movableClock({ file, realNow: () => realMs });
  const seen: number[] = [];
  const leave = clock.onMove(() => seen.push(clock.nowMs()));
  clock.advance({ minutes: 1 });
  realMs += 10;
  leave();
  clock.advance({ minutes: 1 });
  expect(seen).toEqual([65_000]);
  expect(clock.now().getTime()).toBe(125_010);
});

test("it refuses to move backward or by no number, and stays where it was", () => {
  const clock = movableClock({ file, realNow: () => 0 });
  for (const by of [{ days: -1 }, { days: 2, hours: -1 }, { minutes: Number.NaN }, { days: Infinity }])
    expect(() => clock.advance(by)).toThrow(RangeError);
  expect(clock.nowMs()).toBe(0);
});

test("it may begin in the past, survives that, and catches up with real time once", () => {
  const realNow = () => 40 * 86_400_000;
  expect(movableClock({ file, realNow, daysBehind: 30 }).nowMs()).toBe(10 * 86_400_000);
  const clock = movableClock({ file, realNow });
  clock.advance({ days: 1 });
  expect(clock.nowMs()).toBe(11 * 86_400_000);
  expect(clock.catchUp().getTime()).toBe(realNow());
  clock.advance({ days: 1 });
  expect(clock.catchUp().getTime()).toBe(realNow() + 86_400_000);
  expect(movableClock({ file, realNow, daysBehind: 30 }).nowMs()).toBe(realNow() + 86_400_000);
});

test("a file that is no clock is reported rather than overwritten", () => {
  writeFileSync(file, '{"aheadMs":"5"}');
  expect(() => movableClock({ file })).toThrow("cannot be read");
});
