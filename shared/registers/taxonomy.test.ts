import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ExpertiseCode, LeafCode, markOf, Npq, OfstedArea, RiseArea } from "../domain/people/expertise.ts";
import { codeToday } from "./codeToday.ts";
import { codeProblem, codes, families, findCode, relation, taxonomyVersion } from "./taxonomy.ts";
import { retiredCodes } from "./taxonomy/retired.ts";
import { frozenVersions } from "./taxonomyVersions.testdata.ts";

const anyCode = fc.constantFrom(...codes.map((each) => each.code));

describe("the expertise taxonomy", () => {
  test("holds ten families and 123 codes, in the numbers the field was surveyed with", () => {
    const sizes = families.map(({ family }) => [
      family,
      codes.filter((each) => each.family === family).length,
    ]);
    expect(sizes).toEqual([
      ["LG", 14],
      ["CT", 24],
      ["PA", 16],
      ["EY", 6],
      ["IN", 18],
      ["BA", 10],
      ["PW", 6],
      ["WF", 8],
      ["BS", 16],
      ["DA", 5],
    ]);
    expect(codes).toHaveLength(123);
  });

  test("gives every code once, in the format the domain accepts, with its family as prefix", () => {
    expect(new Set(codes.map((each) => each.code)).size).toBe(codes.length);
    const misnamed = codes.filter(
      ({ code, family }) => !ExpertiseCode.safeParse(code).success || !code.startsWith(`${family}-`),
    );
    expect(misnamed).toEqual([]);
    expect(codes.filter(({ words }) => words.length < 2)).toEqual([]);
  });

  test("maps every retired code to current codes only, and never reuses its name", () => {
    for (const { code, replacedBy } of retiredCodes) {
      expect(ExpertiseCode.parse(code)).toBe(code);
      expect(findCode(code)).toMatchObject({ kind: "retired", replacedBy });
      expect(replacedBy.map((each) => findCode(each).kind)).toEqual(replacedBy.map(() => "current"));
    }
  });

  test("says of a retired code what to use instead, and of any other text that it is unknown", () => {
    expect(codeProblem("SL-ICT")).toContain("use CT-09");
    expect(codeProblem("CT-99")).toContain("CT-99 is not a code");
    expect(codeProblem("CT-03")).toBeNull();
    expect(findCode("constructor")).toEqual({ kind: "unknown" });
  });

  test("relates two codes the same way in both directions, and a code exactly only to itself", () => {
    fc.assert(
      fc.property(anyCode, anyCode, (a, b) => {
        expect(relation(a, b)).toBe(relation(b, a));
        expect(relation(a, b) === "exact").toBe(a === b);
        expect(relation(a, b) === "none").toBe(a.slice(0, 2) !== b.slice(0, 2));
      }),
    );
  });

  test("calls phonics and reading siblings, phonics and music family, phonics and budgets unrelated", () => {
    expect([relation("CT-03", "CT-04"), relation("CT-03", "CT-16"), relation("CT-03", "BS-FIN1")]).toEqual([
      "sibling",
      "family",
      "none",
    ]);
  });

  test("changes no national code without a new version", () => {
    const meaning = JSON.stringify([
      codes.map(({ code, group, title }) => [code, group, title]),
      retiredCodes.map(({ code, title, replacedBy }) => [code, title, replacedBy]),
    ]);
    const digest = createHash("sha256").update(meaning).digest("hex");
    const list = codes.map(({ code }) => code).join(" ");
    expect(frozenVersions.at(-1)).toEqual({ version: taxonomyVersion, digest, codes: list });
    expect(new Set(frozenVersions.map(({ version }) => version)).size).toBe(frozenVersions.length);
  });

  test("still answers every code that any version gave out, as current or with what replaced it", () => {
    const given = frozenVersions.flatMap((each) => each.codes.split(" "));
    expect(given.filter((code) => findCode(code).kind === "unknown")).toEqual([]);
    expect(given.map(codeToday).filter((code) => findCode(code).kind !== "current")).toEqual([]);
  });

  test("says of every code which area of Ofsted and of RISE it belongs to, and names each area somewhere", () => {
    const label = (name: "ofstedArea" | "riseArea") => codes.map(({ crosswalk }) => crosswalk[name]);
    expect(new Set(label("ofstedArea"))).toEqual(new Set(OfstedArea.options));
    expect(new Set(label("riseArea"))).toEqual(new Set(RiseArea.options));
  });

  test("leads from every qualification, discipline of business leaders and need in GIAS to codes", () => {
    expect(new Set(codes.flatMap(({ crosswalk }) => crosswalk.npq ?? []))).toEqual(new Set(Npq.options));
    const business = codes.filter(({ family }) => family === "BS").map(({ crosswalk }) => crosswalk.isbl);
    expect(new Set(business)).toEqual(
      new Set([
        "Finance",
        "Human Resources",
        "Procurement",
        "Infrastructure",
        "Marketing",
        "Leading Support Services",
      ]),
    );
    const needs = codes.filter(({ code }) => /^IN-[A-Z]/.test(code));
    expect(
      needs.map(({ code, crosswalk }) => [code, crosswalk.giasSen?.split(" ")[0]?.toUpperCase()]),
    ).toEqual(needs.map(({ code }) => [code, code.slice(3)]));
  });

  test("says of every code that took over a former SLE area which area that was", () => {
    for (const { title, replacedBy } of retiredCodes)
      for (const code of replacedBy)
        expect([code, findCode(code)]).toMatchObject([
          code,
          { expertise: { crosswalk: { legacySleArea: title } } },
        ]);
  });

  test("has no code with a dot, so that no version can clash with a local leaf", () => {
    const given = [
      ...frozenVersions.flatMap((each) => each.codes.split(" ")),
      ...retiredCodes.map(({ code }) => code),
    ];
    expect(given.filter((code) => markOf(code) !== undefined || LeafCode.safeParse(code).success)).toEqual(
      [],
    );
  });

  test("carries no empty crosswalk label", () => {
    const labels = codes.flatMap(({ crosswalk }) => Object.values(crosswalk));
    expect(labels.filter((label) => label.length === 0)).toEqual([]);
  });
});
