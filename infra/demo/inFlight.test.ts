import * as fc from "fast-check";
import { expect, test } from "vitest";
import { forEachInFlight } from "./inFlight.ts";

test("gives the results in the order of the items, with no more under way at once than allowed", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer()), fc.integer({ min: 1, max: 9 }), async (items, atOnce) => {
      let underWay = 0;
      let most = 0;
      const work = async (item: number): Promise<string> => {
        underWay += 1;
        most = Math.max(most, underWay);
        await Promise.resolve();
        underWay -= 1;
        return String(item);
      };
      expect(await forEachInFlight(items, work, atOnce)).toEqual(items.map(String));
      expect(most).toBe(Math.min(items.length, atOnce));
    }),
  );
});

test("fails with the first failure", async () => {
  const work = async (item: number): Promise<number> => {
    if (item === 3) throw new Error("three");
    return item;
  };
  await expect(forEachInFlight([1, 2, 3, 4], work)).rejects.toThrow("three");
});
