import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { personId, schoolId } from "../facts/madeUpArea.ts";
import { edgeDays, someInterests } from "../facts/ties.arbitrary.ts";
import { declaredReason, reciprocal } from "./conflictRules.ts";
import { pairWith } from "./rules.testdata.ts";

describe("a declared reason", () => {
  it("stands on the days of the work that the interest covers", () => {
    fc.assert(
      fc.property(someInterests(2), fc.constantFrom(...edgeDays.slice(-5)), (declaredInterests, until) => {
        const covers = declaredInterests.some(
          (each) =>
            each.schoolId === schoolId(0) &&
            (each.since ?? "") <= until &&
            (each.until ?? "9999") >= "2026-01-12",
        );
        expect(declaredReason.refuses(pairWith({ until, person: { declaredInterests } }))).toBe(covers);
      }),
    );
  });

  it("is told in the same words whatever was declared, and its evidence says what", () => {
    fc.assert(
      fc.property(someInterests(2), (declaredInterests) => {
        const pair = pairWith({ person: { declaredInterests } });
        fc.pre(declaredReason.refuses(pair));
        expect(declaredReason.why(pair)).toBe("A declared reason stands against it.");
        for (const { record, of, what } of declaredReason.evidence(pair)) {
          expect([record, of]).toEqual(["declared-interest", personId(0)]);
          expect(what).toMatch(/^(governor|family|own-child|financial|other) at sch_00000000$/);
        }
      }),
    );
  });
});

describe("support returned", () => {
  it("is refused to the school that was supported, and never to the one that gave", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("2022-12-31", "2023-01-04", "2023-01-05", ...edgeDays.slice(0, 8)),
        (onDate) => {
          const given = {
            homeSchoolId: schoolId(0),
            receivingSchoolId: schoolId(1),
            onDate,
            deploymentId: null,
          };
          const back = { ...given, homeSchoolId: schoolId(1), receivingSchoolId: schoolId(0) };
          expect(reciprocal.refuses(pairWith({ recentSupport: [given] }))).toBe(onDate >= "2023-01-05");
          expect(reciprocal.refuses(pairWith({ recentSupport: [back] }))).toBe(false);
        },
      ),
    );
  });
});
