import { describe, expect, it } from "vitest";
import { ruleCases } from "./ruleCases.testdata.ts";
import { hardRules, mayBeProposed, overrideOf, refusals } from "./rules.ts";
import { pairWith, person } from "./rules.testdata.ts";

describe("hard rules", () => {
  it("are each tested below, by name", () => {
    expect(ruleCases.map(({ rule }) => rule)).toEqual(hardRules.map(({ name }) => name));
  });

  it("let a pair without any conflict pass", () => {
    expect(refusals(pairWith({}))).toEqual([]);
  });

  for (const { rule, refused, says, passes } of ruleCases)
    it(`refuse by ${rule} exactly where its record says so, and name that record`, () => {
      const pair = pairWith(refused);
      expect(refusals(pair).map(({ name }) => name)).toContain(rule);
      expect(mayBeProposed(pair)).toBe(false);
      const found = hardRules.find(({ name }) => name === rule);
      expect(found?.why(pair)).toContain(says);
      expect(found?.evidence(pair)).not.toEqual([]);
      expect(refusals(pairWith(passes)).map(({ name }) => name)).not.toContain(rule);
    });

  for (const { rule, refused } of ruleCases)
    it(`let ${rule} be overridden only where the rule says it may be`, () => {
      const overrides = [{ personId: person, rule, reason: "agreed by the board" }];
      const pair = pairWith({ ...refused, request: { ...refused.request, overrides } });
      const found = hardRules.find(({ name }) => name === rule);
      expect(refusals(pair).some(({ name }) => name === rule)).toBe(found?.overridable === false);
      expect(found && overrideOf(found, pair)).toBe(found?.overridable ? "agreed by the board" : null);
    });
});
