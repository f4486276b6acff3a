import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { totalFromZero } from "./total.ts";

const numbers = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -9, max: 9 }), fc.constant(2 ** 53 - 1));

describe("a total", () => {
  it("is what whole numbers of any size add up to, at every step", () => {
    fc.assert(
      fc.property(fc.array(numbers, { maxLength: 40 }), (values) => {
        const total = totalFromZero();
        let sum = 0n;
        for (const value of values) {
          total.add(value);
          sum += BigInt(value);
          expect(total.value()).toBe(sum);
        }
      }),
    );
  });

  it.each([0.5, Number.NaN, Infinity, 2 ** 53])("takes no %s", (value) => {
    expect(() => totalFromZero().add(value)).toThrow(RangeError);
  });
});
