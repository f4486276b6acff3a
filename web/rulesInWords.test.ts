import { expect, test } from "vitest";
import { hardRules } from "../shared/matching/rules/rules.ts";
import { inWords } from "./terms.ts";
import { constraintsInWords, rulesTold } from "./rulesInWords.ts";

test("every rule is told in words of its own, and no name of a rule that is none", () => {
  const own = Object.keys(constraintsInWords);
  expect(hardRules.map(({ name }) => name).filter((name) => !own.includes(name))).toEqual([]);
  const more = ["no-expertise", "too-few-qualify", "one-school", "capacity"];
  expect(own).toEqual([...hardRules.map(({ name }) => name), ...more]);
});

test("a refusal tells its rules in words, and all else as it is", () => {
  const detail = "A rule forbids this match since the run. reciprocal: Somebody is asked. May be set aside.";
  expect(rulesTold(detail)).toBe(detail.replace("reciprocal", "Support that goes both ways"));
  expect(rulesTold("Two things: this and that")).toBe("Two things: this and that");
});

test("ways of working and families of codes are told without their code words", () => {
  expect(inWords("can work on-site")).toBe("Can work at the school");
  expect(inWords("works hybrid by choice")).toBe("Works partly at the school, partly remotely by choice");
  expect(inWords("Any code of the same family: 9 more people qualify")).toBe(
    "Help with something near to it: 9 more people qualify",
  );
});
