import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import type { Route } from "../../shared/contract/door.ts";
import { personalRows } from "../../shared/store/personalRows.ts";
import { routes } from "../../shared/contract/manifest.ts";

const pages = ["README.md", "CONTRIBUTING.md", ...globSync("docs/**/*.md")].map((path) => ({
  path,
  text: readFileSync(path, "utf8"),
}));
const found = (text: string, what: RegExp): string[] => [...text.matchAll(what)].map(([, each = ""]) => each);

test("the table of rows in the architecture lists every kind of row, and no other", () => {
  const kinds = globSync("shared/store/rows/*.ts").flatMap((path) =>
    found(readFileSync(path, "utf8"), /\bentity\("([a-z-]+)"/g),
  );
  const [, table = ""] =
    /\n\| Row [\s\S]*?\n((?:\|.*\n)+)/.exec(readFileSync("docs/architecture.md", "utf8")) ?? [];
  expect(found(table, /^\| `([a-z-]+)`/gm).toSorted()).toEqual(kinds.toSorted());
});

test("operations say of each kind of row that can speak of a practitioner what it holds, and what erasing does with it", () => {
  const [, section = ""] =
    /\n## Personal data\n([\s\S]*?)\n## /.exec(readFileSync("docs/operations.md", "utf8")) ?? [];
  const told = found(section, /^\|((?: `[a-z-]+`,?)+) +\|[^|]+\| [^|]*\w[^|]*\|$/gm).flatMap((cell) =>
    found(cell, /`([a-z-]+)`/g),
  );
  const personal = Object.entries(personalRows).filter(
    ([, row]) => row.exported || !row.why.startsWith("It speaks of no"),
  );
  expect(personal.map(([name]) => name).filter((name) => !told.includes(name))).toEqual([]);
});

test("every route that a page names is one of the manifest, but for those of one machine", () => {
  const known = Object.values<Route>(routes).map(
    ({ method, path }) => new RegExp(`^${method} ${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`),
  );
  const named = pages.flatMap(({ text }) => found(text, /`((?:GET|POST|PUT) \/[^`\s?]+)/g));
  expect(named.length).toBeGreaterThan(20);
  const strange = named.filter((each) => !known.some((route) => route.test(each)));
  expect(strange.filter((each) => !each.includes(" /_local/"))).toEqual([]);
});

test("every link of a page leads to a file, and to a heading in it", () => {
  const anchorOf = (heading: string): string =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w\- ]/g, "")
      .replaceAll(" ", "-");
  const dead = pages.flatMap(({ path, text }) =>
    found(text, /\]\(([^)\s]+)\)/g)
      .filter((link) => !link.startsWith("http"))
      .filter((link) => {
        const [file = "", anchor] = link.split("#");
        const target = file === "" ? path : join(dirname(path), file);
        if (!existsSync(target)) return true;
        const headings = anchor === undefined ? [] : found(readFileSync(target, "utf8"), /^#+ (.*)$/gm);
        return anchor !== undefined && !headings.map(anchorOf).includes(anchor);
      }),
  );
  expect(dead).toEqual([]);
});

test("what is to be read of the engine first is there, and can be read in an hour", () => {
  const [, reading = ""] =
    /\n## An hour's reading\n([\s\S]*?)\n## /.exec(readFileSync("docs/matching.md", "utf8")) ?? [];
  const files = reading.split(/\n\d+\. /).flatMap((step) => {
    const [folder = ""] = found(step, /^`([a-z/]+\/)`/g);
    return found(step, /\*\*`([^`]+)`\*\*/g).map((name) => join("shared/matching", folder, name));
  });
  expect(files.length).toBeGreaterThan(20);
  const lines = files.map((path) => readFileSync(path, "utf8").split("\n").length - 1);
  expect(lines.reduce((sum, each) => sum + each, 0)).toBeLessThan(2_700);
});
