import * as fc from "fast-check";
import { expect, test } from "vitest";
import { leastPublished, published } from "./published.ts";

const lists = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 8 });
const isSmall = (count: number): boolean => count > 0 && count < leastPublished;

test("no small count is published, and what is published is as it was", () => {
  fc.assert(
    fc.property(lists, (counts) => {
      const told = published(counts);
      expect(told.some((count) => count !== null && isSmall(count))).toBe(false);
      expect(told.map((count, place) => count ?? counts[place])).toEqual(counts);
    }),
  );
});

test("no single count is held back beside another that is told: their total would tell it", () => {
  fc.assert(
    fc.property(lists, (counts) => {
      const told = published(counts);
      const isAlone = told.filter((count) => count === null).length === 1;
      expect(isAlone && told.some((count) => count !== null && count > 0)).toBe(false);
    }),
  );
});

test("nothing is held back where nothing is small", () => {
  expect(published([0, 5, 12])).toEqual([0, 5, 12]);
  expect(published([3, 12, 7])).toEqual([null, 12, null]);
});
