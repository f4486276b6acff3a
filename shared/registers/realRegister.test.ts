import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { areas, schoolsOfArea } from "./areas.ts";
import { readEstablishments } from "./gias.ts";
import { countSuccessions, successionGraph } from "./succession.ts";
import { readLinks } from "./successionLinks.ts";

const beside = (name: string): string =>
  fileURLToPath(new URL(`../../../shared/data/gias/${name}`, import.meta.url));

const samplePath = process.env["GIAS_SAMPLE"] ?? beside("edubasealldata-2017-sample.csv");
const linksPath = process.env["GIAS_LINKS"] ?? beside("links_edubasealldata20250422.csv");

const present = (path: string): string[] => (existsSync(path) ? [path] : []);
const missing = [samplePath, linksPath].filter((path) => !existsSync(path));

function schoolsRead(path: string) {
  const reading = readEstablishments(readFileSync(path));
  if (reading.kind !== "read") throw new Error(JSON.stringify(reading.problems));
  return reading;
}

function linksRead(path: string) {
  const reading = readLinks(readFileSync(path));
  if (reading.kind !== "read") throw new Error(JSON.stringify(reading.problems));
  return reading;
}

describe.each(missing)("SKIPPED: no real register file at %s", (path) => {
  test("the checks against real data did not run; set GIAS_SAMPLE and GIAS_LINKS", () => {
    console.warn(
      `SKIPPED: no real register file at ${path}; set GIAS_SAMPLE and GIAS_LINKS to check against it`,
    );
    expect(existsSync(path)).toBe(false);
  });
});

describe.each(present(samplePath))("on the real establishment file %s", (path) => {
  test("reads all 6,022 rows, and each area's schools as counted by hand", () => {
    const { rows, establishments, outsideEngland } = schoolsRead(path);
    const counts = areas.map(({ name }) => {
      const found = schoolsOfArea(establishments, name);
      return found.kind === "found" ? found.schools.length : 0;
    });
    expect([rows, establishments.length, outsideEngland]).toEqual([6022, 6022, 0]);
    expect(counts).toEqual([36, 151, 37, 33, 20, 36, 76, 140, 191, 382]);
    expect(establishments.filter(({ phases }) => phases.length === 0)).toEqual([]);
  });
});

describe.each(present(linksPath))("on the real succession file %s", (path) => {
  test("classifies each of its 33,801 rows, and resolves every school or says why not", () => {
    const reading = linksRead(path);
    const { rows, undated, byClass } = reading.counts;
    const counts = countSuccessions(successionGraph(reading.links));
    console.log("Succession of the real links file:", JSON.stringify({ byClass, ...counts }));
    expect([rows, undated, byClass.unrecognised]).toEqual([33_801, 8253, 0]);
    expect(Object.values(byClass).reduce((sum, count) => sum + count, 0)).toBe(rows);
    expect(counts.ambiguous.cycle).toBeGreaterThanOrEqual(6);
  });
});
