import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const sources = globSync("{shared,functions,infra,web}/**/*.ts");

interface Place {
  readonly file: string;
  /** The name that the file is to hold. */
  readonly name: string;
}

/** Each name that a row of the glossary says stands in a file: `domain/offer.ts` `Offer`, or several. */
const placesOf = (glossary: string): Place[] =>
  [...glossary.matchAll(/`([\w./-]+\.ts)`((?:,? `\w+(?:\.(?!ts`)\w+)?`)*)/g)].flatMap(
    ([, file = "", names = ""]) => {
      const found = [...names.matchAll(/`(\w+)/g)].map(([, name = ""]) => ({ file, name }));
      return found.length > 0 ? found : [{ file, name: "" }];
    },
  );

const stands = ({ file, name }: Place): boolean =>
  sources.some(
    (path) => `/${path}`.endsWith(`/${file}`) && new RegExp(`\\b${name}\\b`).test(readFileSync(path, "utf8")),
  );

test("each word of the glossary stands in the file that it names", () => {
  const places = placesOf(readFileSync("docs/glossary.md", "utf8"));
  expect(places.length).toBeGreaterThan(100);
  expect(places.filter((place) => !stands(place))).toEqual([]);
});
