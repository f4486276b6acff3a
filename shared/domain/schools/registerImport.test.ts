import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasShrunk } from "./registerImport.ts";

describe("a register that shrank", () => {
  test.each([
    [100, 98, false],
    [100, 97, true],
    [1000, 980, false],
    [1000, 979, true],
    [49, 48, true],
    [50, 49, false],
    [0, 0, false],
  ])("%i rows that become %i have shrunk too far: %s", (before, now, expected) => {
    expect(hasShrunk(before, now)).toBe(expected);
  });

  test("one that grew or stayed as long never has", () => {
    fc.assert(
      fc.property(fc.nat(60_000), fc.nat(1000), (before, more) => {
        expect(hasShrunk(before, before + more)).toBe(false);
      }),
    );
  });
});
