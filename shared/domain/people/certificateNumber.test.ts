import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holdsCertificateNumber } from "./certificateNumber.ts";

const anyDigits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((digits) => digits.join(""));

describe("the number of a DBS certificate in a text", () => {
  test("is seen wherever its twelve digits stand alone, in one piece or behind its zero in groups", () => {
    fc.assert(
      fc.property(anyDigits(12), anyDigits(11), (whole, rest) => {
        expect(holdsCertificateNumber(whole)).toBe(true);
        expect(holdsCertificateNumber(`Enhanced DBS no. ${whole}, checked in May`)).toBe(true);
        expect(holdsCertificateNumber(`(${whole})`)).toBe(true);
        for (const size of [/.{3}(?=.)/g, /.{4}(?=.)/g])
          for (const gap of [" ", "-"])
            expect(
              holdsCertificateNumber(`DBS: 0${rest}`.replace(/\d+/, (n) => n.replaceAll(size, `$&${gap}`))),
            ).toBe(true);
      }),
    );
  });

  test("is not seen in a longer or shorter number", () => {
    const otherLengths = fc.integer({ min: 1, max: 20 }).filter((length) => length !== 12);
    fc.assert(
      fc.property(otherLengths.chain(anyDigits), (digits) => {
        expect(holdsCertificateNumber(digits)).toBe(false);
      }),
    );
  });

  test.each([
    "Led phonics from 2019-09-01 to 2024-07-19, and again in 2025",
    "Results rose in 2023 2024 2025",
    "URN 900001, 900002 and 900003",
    "Ring 0114 496 0123 or +441144960123 or 07700 900123",
    "Case id per_123456789012",
    "DBS certificate seen by the home school in May",
    "",
  ])("is not seen in: %s", (text) => {
    expect(holdsCertificateNumber(text)).toBe(false);
  });
});
