import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areas, type Area, findArea, schoolsOfArea } from "../../shared/registers/areas.ts";
import { readEstablishments } from "../../shared/registers/gias.ts";
import { syntheticRegister } from "../../shared/registers/syntheticRegister.ts";
import { cutRegister } from "./registerCut.ts";

const registerOf = (area: string, schools: number, seed: number): string => {
  const made = syntheticRegister({ area, schools, seed });
  if (made.kind !== "made") throw new Error(`No area ${area}`);
  return made.text;
};

const areaNamed = (name: string): Area => {
  const area = findArea(name);
  if (!area) throw new Error(`No area ${name}`);
  return area;
};

const schoolsIn = (file: Uint8Array) => {
  const reading = readEstablishments(file);
  if (reading.kind !== "read") throw new Error(JSON.stringify(reading.problems));
  return reading.establishments;
};

/** The rows of two areas in turns under one header. */
function mixed(first: string, second: string): string {
  const [header, ...rows] = first.split("\r\n");
  const others = second.split("\r\n").slice(1);
  return [header, ...rows.flatMap((row, index) => [row, others[index] ?? ""])].filter(Boolean).join("\r\n");
}

const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "latin1"));

describe("the cut of a register", () => {
  test("keeps the header and the area's rows and nothing else, as the reader of registers finds them", () => {
    const twoAreas = fc.shuffledSubarray(
      areas.map(({ name }) => name),
      { minLength: 2, maxLength: 2 },
    );
    fc.assert(
      fc.property(
        twoAreas,
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 999 }),
        (names, count, seed) => {
          const [wanted = "", other = ""] = names;
          const file = latin1(mixed(registerOf(wanted, count, seed), registerOf(other, count, seed)));
          const found = schoolsOfArea(schoolsIn(file), wanted);
          const cut = schoolsIn(cutRegister(file, areaNamed(wanted)));
          expect(cut).toEqual(found.kind === "found" ? found.schools : []);
          expect(cut).toHaveLength(count);
        },
      ),
      { numRuns: 20 },
    );
  });

  test("keeps every byte of a row: Latin-1 letters, quotes, commas and line ends within a cell", () => {
    const header = '"URN","LA (code)","LA (name)","EstablishmentName"\r\n';
    const kept =
      '"900001","0373","Sheffield","École ""Élan"", Upper\r\nand Lower"\r\n900002,373,Sheffield,Plain\n';
    const dropped = '"900003","330","Birmingham","Brook, 373"\r\n';
    const cut = cutRegister(latin1(header + dropped + kept + dropped), areaNamed("Sheffield"));
    expect(Buffer.from(cut)).toEqual(Buffer.from(header + kept, "latin1"));
  });

  test("goes by the authority's name in a file without codes", () => {
    const header = "URN,LA (name),EstablishmentName\n";
    const cut = cutRegister(latin1(`${header}900001,Sheffield,A\n900002,Leeds,B`), areaNamed("Sheffield"));
    expect(Buffer.from(cut).toString("latin1")).toBe(`${header}900001,Sheffield,A\n`);
  });
});
