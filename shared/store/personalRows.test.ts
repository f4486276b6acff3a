import { globSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import * as z from "zod";
import { personalRows } from "./personalRows.ts";

/** Every kind of row there is: what the files of `rows` declare. */
const Declared = z.looseObject({ rowType: z.string(), schema: z.instanceof(z.ZodObject) });
const files = await Promise.all(
  globSync("shared/store/rows/*.ts").map(async (path): Promise<Record<string, unknown>> =>
    z.record(z.string(), z.unknown()).parse({ ...(await import(resolve(path))) }),
  ),
);
const kinds = new Map(
  files
    .flatMap((file) => Object.values(file))
    .flatMap((each) => {
      const read = Declared.safeParse(each);
      return read.success ? [[read.data.rowType, read.data.schema] as const] : [];
    }),
);

const namesPerson = (schema: z.ZodType): boolean =>
  /\^per_|email/.test(JSON.stringify(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" })));

test("each kind of row is either told in an export, or it is said why not", () => {
  expect(Object.keys(personalRows).toSorted()).toEqual([...kinds.keys()].toSorted());
});

test("what can name a person or an address is not said to speak of nobody", () => {
  const said = Object.entries(personalRows)
    .filter(([, row]) => !row.exported && row.why.startsWith("It speaks of no practitioner"))
    .map(([name]) => name);
  expect(said.length).toBeGreaterThan(5);
  const naming = [...kinds].filter(([, schema]) => namesPerson(schema)).map(([name]) => name);
  expect(naming).toContain("proposal");
  expect(naming.filter((name) => said.includes(name))).toEqual([]);
});
