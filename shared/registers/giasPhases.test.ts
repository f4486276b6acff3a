import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { phases } from "../domain/vocabulary.ts";
import { phasesOf } from "./giasPhases.ts";

const facts = (
  phaseCode: number | null,
  ages: readonly [number, number],
  sixthForm: boolean | null = null,
) => ({
  phaseCode,
  lowAge: ages[0],
  highAge: ages[1],
  sixthForm,
});

describe("the phases of a school", () => {
  test.each([
    ["a nursery school", facts(1, [2, 5]), ["early-years"]],
    ["a primary school from three", facts(2, [3, 11]), ["early-years", "primary"]],
    ["a junior school", facts(2, [7, 11]), ["primary"]],
    ["a middle school deemed primary", facts(3, [8, 12]), ["primary", "secondary"]],
    ["a middle school deemed secondary", facts(5, [9, 13]), ["primary", "secondary"]],
    ["a secondary school to sixteen", facts(4, [11, 16], false), ["secondary"]],
    ["a secondary school with a sixth form", facts(4, [11, 18], true), ["secondary", "post-16"]],
    ["a secondary school to eighteen that has none", facts(4, [11, 18], false), ["secondary"]],
    ["an all-through school", facts(7, [3, 18]), ["early-years", "primary", "secondary", "post-16"]],
    ["a special school, by its ages", facts(0, [4, 19]), ["early-years", "primary", "secondary", "post-16"]],
    ["a referral unit, by its ages", facts(null, [11, 16]), ["secondary"]],
  ])("of %s follow from its registered phase and ages", (_, school, expected) => {
    expect(phasesOf(school)).toEqual(expected);
  });

  test("are unknown, not none, for a school without phase and ages", () => {
    expect(phasesOf({ phaseCode: 0, lowAge: null, highAge: null, sixthForm: null })).toEqual([]);
  });

  test("stand in order, each once, whatever the register says", () => {
    const age = fc.option(fc.integer({ min: 0, max: 30 }));
    const phaseCode = fc.option(fc.integer({ min: 0, max: 12 }));
    fc.assert(
      fc.property(
        fc.record({ phaseCode, lowAge: age, highAge: age, sixthForm: fc.option(fc.boolean()) }),
        (school) => {
          const found = phasesOf(school);
          expect(found).toEqual(phases.filter((phase) => found.includes(phase)));
        },
      ),
    );
  });
});
