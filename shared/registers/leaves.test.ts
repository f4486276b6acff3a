import { describe, expect, test } from "vitest";
import { leavesByMark, type LocalLeaf } from "../domain/people/expertise.ts";
import { codeOfLeaf, meaningToday } from "./codeToday.ts";
import { codeFault } from "./leaves.ts";
import { codes, findCode } from "./taxonomy.ts";
import { retiredCodes } from "./taxonomy/retired.ts";
import { codeFilter, hasLabels, listedCodes, saysWords } from "./taxonomySearch.ts";

const leaf = (more: Partial<LocalLeaf> = {}): LocalLeaf => ({
  mark: "LW",
  under: "CT-03",
  name: "Little steps to reading",
  isRetired: false,
  revision: 0,
  ...more,
});
const inUse = leavesByMark([leaf()]);
const retired = leavesByMark([leaf({ isRetired: true })]);
// A leaf that was put under an area that has since been replaced.
const moved = leavesByMark([leaf({ under: "SL-PHO" })]);

describe("a local leaf", () => {
  test("may be written while it is in use, under its own national code only", () => {
    expect(codeFault("CT-03.LW", inUse)).toBeUndefined();
    expect(codeFault("CT-04.LW", inUse)).toMatchObject({ kind: "unknown-code" });
    expect(codeFault("CT-03.XX", inUse)).toMatchObject({ kind: "unknown-code" });
  });

  test("that is retired is answered with its national code, and means it", () => {
    expect(codeFault("CT-03.LW", retired)).toEqual({
      kind: "retired-code",
      detail: "CT-03.LW (Little steps to reading) was retired: use CT-03",
    });
    expect(meaningToday("CT-03.LW", retired)).toBe("CT-03");
  });

  test("goes on under the code that replaced its own, and is answered with its code of today", () => {
    expect(moved.values().map(codeOfLeaf).toArray()).toEqual(["CT-03.LW"]);
    expect([meaningToday("SL-PHO.LW", moved), codeFault("CT-03.LW", moved)]).toEqual(["CT-03.LW", undefined]);
    expect(codeFault("SL-PHO.LW", moved)).toMatchObject({ kind: "retired-code" });
  });

  test("that nobody knows means its national code", () => {
    expect(meaningToday("CT-03.XX", inUse)).toBe("CT-03");
    expect(meaningToday("SL-PHO.XX", inUse)).toBe("CT-03");
  });
});

describe("the list of codes", () => {
  test("holds every national code, retired area and leaf once, by code", () => {
    const listed = listedCodes(inUse);
    expect(listed).toHaveLength(codes.length + retiredCodes.length + 1);
    expect(listed.map(({ code }) => code)).toEqual(listed.map(({ code }) => code).toSorted());
    expect(listed.find(({ code }) => code === "CT-03.LW")).toMatchObject({
      kind: "leaf",
      parent: "CT-03",
      crosswalk: { legacySleArea: "Phonics" },
    });
  });

  test("is found by every label of a code's crosswalk and by the words of its title", () => {
    for (const { code, title, crosswalk } of codes) {
      const { npq = [], ...labels } = crosswalk;
      expect(hasLabels(crosswalk, labels)).toBe(true);
      expect(npq.every((each) => hasLabels(crosswalk, { npq: each }))).toBe(true);
      expect(hasLabels(crosswalk, { eef: "No such report" })).toBe(false);
      const [listed] = listedCodes(inUse).filter((each) => each.code === code);
      expect(listed && saysWords(listed, title.toUpperCase())).toBe(true);
    }
  });
});

describe("finding claims", () => {
  test("of a code finds those of its leaves; of a leaf only those; of what replaced an area those of the area", () => {
    const claimed = ["CT-03", "CT-03.LW", "SL-PHO", "CT-04"];
    const found = (code: string) => claimed.filter(codeFilter({ code }, inUse));
    expect(found("CT-03")).toEqual(["CT-03", "CT-03.LW", "SL-PHO"]);
    expect(found("CT-03.LW")).toEqual(["CT-03.LW"]);
    expect(found("SL-PHO")).toEqual(["CT-03", "CT-03.LW", "SL-PHO"]);
  });

  test("by an area of RISE finds just the codes that the crosswalk puts there", () => {
    const isFound = codeFilter({ riseArea: "Attendance" }, inUse);
    const found = codes.map(({ code }) => code).filter(isFound);
    expect(found).toEqual(["BA-02", "BA-09"]);
    for (const code of found)
      expect(findCode(code)).toMatchObject({ expertise: { crosswalk: { riseArea: "Attendance" } } });
  });
});
