import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { giasHeader } from "../../shared/registers/giasHeader.ts";
import { rounded } from "./report.ts";

const beside = fileURLToPath(
  new URL("../../../shared/data/gias/edubasealldata-2017-sample.csv", import.meta.url),
);
const samplePath = process.env["GIAS_SAMPLE"] ?? beside;

export const rowsWanted = 50_000;
const firstUrn = 100_000;

/** The sample's rows over and over, each under a URN of its own; with `columns` as wide as today's register is. */
function repeated(sample: string, columns: readonly string[]): string {
  const [header = "", ...rows] = sample.split(/\r?\n/).filter((line) => line !== "");
  const filler = columns.map(() => `"Not applicable"`).join(",");
  const wide = (line: string, more: string): string => (columns.length === 0 ? line : `${line},${more}`);
  const lines = [wide(header, columns.map((name) => `"${name}"`).join(","))];
  for (let row = 0; row < rowsWanted; row += 1)
    lines.push(wide((rows[row % rows.length] ?? "").replace(/\d{6}/, String(firstUrn + row)), filler));
  return `${lines.join("\r\n")}\r\n`;
}

/** Writes the real sample repeated to a whole register, and answers its size in megabytes. */
export function writeRegister(path: string, { isWide }: { readonly isWide: boolean }): number {
  if (!existsSync(samplePath))
    throw new Error(`No register sample at ${samplePath}: name one in GIAS_SAMPLE`);
  const sample = readFileSync(samplePath, "latin1");
  const held = new Set(
    (sample.split("\n", 1)[0] ?? "").split(",").map((name) => name.trim().replaceAll('"', "")),
  );
  const columns = isWide ? giasHeader.filter((name) => !held.has(name)) : [];
  writeFileSync(path, repeated(sample, columns), "latin1");
  return rounded(statSync(path).size / 1e6, 1);
}
