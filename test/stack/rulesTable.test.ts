import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { hardRules } from "../../shared/matching/rules/rules.ts";

/** The rows of the table of rules in the engine's guide: their names, and who may set them aside. */
const rowsOf = (guide: string): (readonly [string, string])[] =>
  [...guide.matchAll(/^\| ([a-z, -]+?) +\|[^|]+\|[^|]+\| (broker|never) +\|$/gm)].flatMap(
    ([, names = "", by = ""]) => names.split(", ").map((name) => [name, by] as const),
  );

test("the engine's guide lists every hard rule in its order, and who may set it aside", () => {
  const rows = rowsOf(readFileSync("docs/matching.md", "utf8"));
  expect(rows).toEqual(hardRules.map(({ name, overridable }) => [name, overridable ? "broker" : "never"]));
});
