import { expect, test } from "vitest";
import { counted } from "./counted.ts";

test("a count has its thing in the singular for one, and in the plural for none, more and parts", () => {
  const told = [0, 0.5, 1, 2].map((count) => counted(count, "day"));
  expect(told).toEqual(["0 days", "0.5 days", "1 day", "2 days"]);
  expect([0, 1, 2].map((count) => counted(count, "person", "people"))).toEqual([
    "0 people",
    "1 person",
    "2 people",
  ]);
});
