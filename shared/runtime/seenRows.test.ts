import { expect, test } from "vitest";
import { lookAgain, seenOf, seenOtherwise, unseen } from "./seenRows.ts";

const rows = [1, 2, 3].map((revision) => ({ change: "changed" as const, standing: ["row", revision] }));
const [first, second, third] = rows;
if (!first || !second || !third) throw new Error("There are three");

test("a file is imported over the rows that were seen, and by whoever does not say what they saw", () => {
  expect(unseen(seenOf(rows), rows)).toBeUndefined();
  expect(unseen(undefined, rows)).toBeUndefined();
});

test("a row that was changed since is told by its place, and nothing is imported", () => {
  const now = [first, { ...second, standing: ["row", 9] }, third];
  expect(seenOtherwise(seenOf(rows), seenOf(now))).toEqual([1]);
  expect(unseen(seenOf(rows), now)).toBe(lookAgain);
});

test("a row that says meanwhile what the file does hinders nothing", () => {
  expect(unseen(seenOf(rows), [{ ...first, change: "unchanged" }, second, third])).toBeUndefined();
});

test("what was seen of another file is no sight of this one", () => {
  expect(unseen(seenOf(rows.slice(0, 2)), rows)).toBe(lookAgain);
  expect(unseen("", rows)).toBe(lookAgain);
});

test("a file of more rows than have a mark each is told from others all the same, by a mark that fits an address", () => {
  const many = Array.from({ length: 3000 }, (_, row) => ({ change: "added" as const, standing: [row] }));
  const seen = seenOf(many);
  expect(seen.length).toBeLessThan(100);
  expect(unseen(seen, many)).toBeUndefined();
  expect(unseen(seen, [...many, first])).toBe(lookAgain);
});
