import { expect, test } from "vitest";
import { timesApart } from "./words.ts";

test("two times of one minute are told to the second, and all others to the minute", () => {
  const times = ["2026-11-26T02:00:05Z", "2026-11-26T02:00:31Z", "2026-11-27T02:00:05Z"];
  expect(times.map(timesApart(times))).toEqual([
    "Thursday 26 November 2026 at 02:00:05",
    "Thursday 26 November 2026 at 02:00:31",
    "Friday 27 November 2026 at 02:00",
  ]);
});
