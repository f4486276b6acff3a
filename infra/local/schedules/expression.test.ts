import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { timetable } from "./expression.ts";

const at = (iso: string) => new Date(iso).getTime();
const next = (expression: string, after: string, timezone = "Europe/London") => {
  const ms = timetable(expression, timezone).nextAfter(at(after));
  return ms === undefined ? undefined : new Date(ms).toISOString().replace(":00.000Z", "Z");
};

describe("cron expressions of AWS", () => {
  test.for([
    ["cron(0 2 * * ? *)", "2026-11-23T02:00Z", "2026-11-24T02:00Z"],
    ["cron(0/15 8-17 ? * MON-FRI *)", "2026-11-20T17:45Z", "2026-11-23T08:00Z"],
    ["cron(0 18 ? * 6L *)", "2026-11-23T12:00Z", "2026-11-27T18:00Z"],
    ["cron(0 9 ? * 2#1 *)", "2026-11-23T12:00Z", "2026-12-07T09:00Z"],
    ["cron(0 9 ? * 1 *)", "2026-11-23T12:00Z", "2026-11-29T09:00Z"],
    ["cron(0 0 L * ? *)", "2026-11-23T12:00Z", "2026-11-30T00:00Z"],
    ["cron(0 9 15W * ? *)", "2026-08-01T12:00Z", "2026-08-14T08:00Z"],
    ["cron(0 8 1 1 ? 2027)", "2026-11-23T12:00Z", "2027-01-01T08:00Z"],
    ["cron(0 8 1 1 ? 2020)", "2026-11-23T12:00Z", undefined],
  ] as const)("%s after %s is due at %s", ([expression, after, due]) => {
    expect(next(expression, after)).toBe(due);
  });

  test("two in the morning in London stays two in the morning across both clock changes", () => {
    expect(next("cron(0 2 * * ? *)", "2027-03-27T02:00Z")).toBe("2027-03-28T01:00Z");
    expect(next("cron(0 2 * * ? *)", "2026-10-25T00:59Z")).toBe("2026-10-25T02:00Z");
  });

  test("a time the clocks skip is due when they have jumped, and one they repeat is due once", () => {
    expect(next("cron(30 1 * * ? *)", "2027-03-27T12:00Z")).toBe("2027-03-28T01:00Z");
    expect(next("cron(30 1 * * ? *)", "2026-10-24T12:00Z")).toBe("2026-10-25T00:30Z");
    expect(next("cron(30 1 * * ? *)", "2026-10-25T00:30Z")).toBe("2026-10-26T01:30Z");
  });

  test.for([
    "cron(0 2 * * *)",
    "cron(0 2 * * * *)",
    "cron(99 2 * * ? *)",
    "rate(0 minutes)",
    "rate(5 weeks)",
    "daily",
  ])("%s is refused", (expression) => {
    expect(() => timetable(expression, "UTC")).toThrow(/cron|rate|pattern/i);
  });
});

test("the last due time of any span is the last one found by stepping through it", () => {
  const expressions = ["cron(30 1 * * ? *)", "cron(0 2 * * ? *)", "cron(0 0/6 * * ? *)", "rate(7 hours)"];
  // Spans of up to nine days around both clock changes.
  const starts = ["2027-03-25T00:00Z", "2026-10-22T00:00Z"].map(at);
  const minutes = fc.nat(4 * 24 * 60);
  fc.assert(
    fc.property(
      fc.constantFrom(...expressions),
      fc.constantFrom(...starts),
      fc.tuple(minutes, minutes),
      (expression, start, [skipped, length]) => {
        const times = timetable(expression, "Europe/London");
        const afterMs = start + skipped * 60_000;
        const untilMs = afterMs + length * 60_000;
        let stepped: number | undefined;
        for (
          let due = times.nextAfter(afterMs);
          due !== undefined && due <= untilMs;
          due = times.nextAfter(due)
        )
          stepped = due;
        expect(times.lastWithin({ afterMs, untilMs })).toBe(stepped);
      },
    ),
    { numRuns: 200 },
  );
});
