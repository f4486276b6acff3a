import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leavesByMark } from "../../shared/domain/people/expertise.ts";
import type { ExpertiseClaim } from "../../shared/domain/people/person.ts";
import { codes, findCode } from "../../shared/registers/taxonomy.ts";
import { retiredCodes } from "../../shared/registers/taxonomy/retired.ts";
import { numbered } from "../../test/harness/rows.ts";
import { claimsToday, codesToday } from "./codesToday.ts";

const claim: ExpertiseClaim = {
  code: "CT-03",
  level: "can-share",
  phases: ["primary"],
  lastPractisedYear: 2024,
  evidence: "",
  endorsement: null,
};
const endorsement = { bySchoolId: numbered.school(1), endorsedOn: "2025-09-01", note: "" };
const everGiven = fc.constantFrom(...[...codes, ...retiredCodes].map(({ code }) => code));
const currentlyGiven = fc.constantFrom(...codes.map(({ code }) => code));
const isCurrent = (code: string): boolean => findCode(code).kind === "current";

describe("codes that rows hold from an earlier version of the taxonomy", () => {
  it("are matched, in claims and in requests, as the best code that replaced them", () => {
    expect(claimsToday([{ ...claim, code: "SL-PHO" }])).toEqual([
      { code: "CT-03", level: "can-share", lastPractisedYear: 2024, endorsed: false, phases: ["primary"] },
    ]);
    expect(codesToday({ primary: "SL-ASM", secondary: ["SL-MUS", "CT-04"] })).toEqual({
      primary: "PA-05",
      secondary: ["CT-16", "CT-04"],
    });
  });

  it("leave one claim, the one that says more, where two have become one", () => {
    const strong: ExpertiseClaim = { ...claim, code: "SL-PHO", level: "can-coach" };
    const endorsed: ExpertiseClaim = { ...claim, code: "SL-PHO", endorsement };
    for (const pair of [
      [claim, strong],
      [strong, { ...claim, endorsement, lastPractisedYear: 2025 }],
    ]) {
      expect(claimsToday(pair).map(({ level }) => level)).toEqual(["can-coach"]);
      expect(claimsToday(pair.toReversed())).toEqual(claimsToday(pair));
    }
    expect(claimsToday([claim, endorsed])).toMatchObject([{ code: "CT-03", endorsed: true }]);
    expect(claimsToday([claim, { ...endorsed, endorsement: null, lastPractisedYear: 2025 }])).toMatchObject([
      { lastPractisedYear: 2025 },
    ]);
  });

  it("become current ones, each once, whatever a row holds", () => {
    fc.assert(
      fc.property(fc.uniqueArray(everGiven, { minLength: 1, maxLength: 8 }), (held) => {
        const [primary = "CT-03", ...secondary] = held;
        const asked = codesToday({ primary, secondary });
        const wanted = [asked.primary, ...asked.secondary];
        const claimed = claimsToday(held.map((code) => ({ ...claim, code }))).map(({ code }) => code);
        for (const after of [wanted, claimed]) {
          expect(after.every(isCurrent)).toBe(true);
          expect(new Set(after).size).toBe(after.length);
          expect(held.filter((code) => isCurrent(code) && !after.includes(code))).toEqual([]);
        }
        expect(new Set(claimed)).toEqual(new Set(wanted));
      }),
    );
  });

  it("stay as they are, in their order, when they are current", () => {
    fc.assert(
      fc.property(fc.uniqueArray(currentlyGiven, { minLength: 1, maxLength: 8 }), (held) => {
        const [primary = "CT-03", ...secondary] = held;
        expect(codesToday({ primary, secondary })).toEqual({ primary, secondary });
        expect(claimsToday(held.map((code) => ({ ...claim, code }))).map(({ code }) => code)).toEqual(held);
      }),
    );
  });
});

describe("local leaves", () => {
  const leaf = { mark: "LW", under: "CT-03", name: "Little steps", isRetired: false, revision: 0 };
  const leaves = leavesByMark([leaf]);
  const retired = leavesByMark([{ ...leaf, isRetired: true }]);

  it("are matched by themselves and, after that, by their national code", () => {
    expect(claimsToday([{ ...claim, code: "CT-03.LW" }], leaves).map(({ code }) => code)).toEqual([
      "CT-03.LW",
      "CT-03",
    ]);
    expect(codesToday({ primary: "CT-03.LW", secondary: ["CT-16"] }, leaves)).toEqual({
      primary: "CT-03.LW",
      secondary: ["CT-03", "CT-16"],
    });
  });

  it("that are retired or unknown are matched as their national code alone", () => {
    for (const known of [retired, leavesByMark([])]) {
      expect(claimsToday([{ ...claim, code: "CT-03.LW" }], known).map(({ code }) => code)).toEqual(["CT-03"]);
      expect(codesToday({ primary: "CT-03.LW", secondary: [] }, known)).toEqual({
        primary: "CT-03",
        secondary: [],
      });
    }
  });

  it("leave the stronger claim of a code that is claimed by itself too", () => {
    const strong: ExpertiseClaim = { ...claim, code: "CT-03.LW", level: "can-lead-review" };
    for (const claims of [
      [claim, strong],
      [strong, claim],
    ])
      expect(claimsToday(claims, leaves).filter(({ code }) => code === "CT-03")).toMatchObject([
        { level: "can-lead-review" },
      ]);
  });
});
