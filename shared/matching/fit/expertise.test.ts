import { describe, expect, it } from "vitest";
import { codes } from "../../registers/taxonomy.ts";
import {
  bestClaim,
  expertisePer1000,
  familyOf,
  keyAt,
  nearEnough,
  nearestFirst,
  nearness,
  siblingKeyOf,
} from "./expertise.ts";
import type { ExpertiseClaim } from "../facts/facts.ts";
import { defaultPolicy } from "../facts/policy.ts";

const claim = (code: string, change: Partial<ExpertiseClaim> = {}): ExpertiseClaim => ({
  code,
  level: "can-lead-review",
  lastPractisedYear: 2025,
  endorsed: true,
  ...change,
});
const context = { policy: defaultPolicy, year: 2026 };
const anyCode = { policy: { ...defaultPolicy, nearestExpertise: "family" as const }, year: 2026 };

describe("expertise", () => {
  it.each([
    ["CT-03", "CT-03", "exact"],
    ["CT-03", "CT-05", "sibling"],
    ["CT-03", "CT-06", "family"],
    ["BS-FIN1", "BS-FIN3", "sibling"],
    ["BS-FIN1", "BS-HR1", "family"],
    ["IN-ASD", "IN-SEMH", "sibling"],
    ["IN-ASD", "CT-03", null],
  ] as const)("sets %s and %s as near as %s, whichever is asked", (a, b, near) => {
    expect(nearness(a, b)).toBe(near);
    expect(nearness(b, a)).toBe(near);
  });

  it("gives the same key to just those codes that are near enough to each other, leaves among them", () => {
    const leaves = codes.flatMap(({ code }) => [code, `${code}.LW`]);
    for (const near of nearestFirst) {
      const policy = { ...defaultPolicy, nearestExpertise: near };
      const isNear = (a: string, b: string): boolean => {
        const found = nearness(a, b);
        return found !== null && nearEnough(found, policy);
      };
      const wrong = leaves.flatMap((a) =>
        leaves.filter((b) => isNear(a, b) !== (keyAt(near, a) === keyAt(near, b))),
      );
      expect(wrong).toEqual([]);
    }
  });

  it("takes a local leaf for as near as its code is to another, and for exact only to itself", () => {
    expect([nearness("CT-03.LW", "CT-03.LW"), nearness("CT-03.LW", "CT-03")]).toEqual(["exact", "sibling"]);
    expect([nearness("CT-03", "CT-18.LW"), nearness("CT-18.LW", "CT-18.X")]).toEqual(["family", "sibling"]);
    expect(siblingKeyOf("BS-FIN1.LW")).toBe(siblingKeyOf("BS-FIN2"));
  });

  it("takes the family from before the hyphen and keeps a code that has no siblings to itself", () => {
    expect(familyOf("BS-FIN1")).toBe("BS");
    expect(siblingKeyOf("CT-18")).toBe("CT-18");
  });

  it("prices an exact code in full, a sibling at half and a family at a quarter", () => {
    const worth = (code: string): number | undefined => bestClaim("CT-03", [claim(code)], anyCode)?.per1000;
    expect([worth("CT-03"), worth("CT-04"), worth("CT-06"), worth("LG-01")]).toEqual([
      1000,
      500,
      250,
      undefined,
    ]);
  });

  it("takes the claim worth most, halves what is long ago, and weighs levels", () => {
    expect(
      bestClaim("CT-03", [claim("CT-04"), claim("CT-03", { level: "can-share" })], context)?.per1000,
    ).toBe(700);
    expect(bestClaim("CT-03", [claim("CT-03", { lastPractisedYear: 2020 })], context)?.per1000).toBe(500);
    expect(bestClaim("CT-03", [claim("CT-03", { lastPractisedYear: 2021 })], context)?.per1000).toBe(1000);
  });

  it("accepts nothing farther than the policy lets, nor below its level", () => {
    const strict = { ...context, policy: { ...defaultPolicy, nearestExpertise: "exact" as const } };
    expect(bestClaim("CT-03", [claim("CT-04")], strict)).toBeNull();
    const coaches = { ...context, policy: { ...defaultPolicy, minimumLevel: "can-coach" as const } };
    expect(bestClaim("CT-03", [claim("CT-03", { level: "can-share" })], coaches)).toBeNull();
  });

  it("counts the primary code seven tenths where there are secondary codes", () => {
    const [whole, half] = [claim("CT-03"), claim("CT-04")].map((row) => bestClaim("CT-03", [row], context));
    expect(expertisePer1000(whole ?? null, [])).toBe(1000);
    expect(expertisePer1000(whole ?? null, [null, null])).toBe(700);
    expect(expertisePer1000(half ?? null, [whole ?? null])).toBe(650);
  });
});
