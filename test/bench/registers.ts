import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { giasHeader } from "../../shared/registers/giasHeader.ts";
import { printedBy } from "./child.ts";
import { type Measured, median, rounded } from "./report.ts";

const script = fileURLToPath(import.meta.resolve("./registerOnce.ts"));
const beside = fileURLToPath(
  new URL("../../../shared/data/gias/edubasealldata-2017-sample.csv", import.meta.url),
);
const samplePath = process.env["GIAS_SAMPLE"] ?? beside;

const rowsWanted = 50_000;
const repeats = 3;
const firstUrn = 100_000;

const Read = z.object({
  rows: z.number(),
  held: z.number(),
  seconds: z.number(),
  processorSeconds: z.number(),
  peakMegabytes: z.number(),
});

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

/** How long the national register takes to read, and the most memory that the process has meanwhile. */
export async function measureRegisters(): Promise<Measured[]> {
  if (!existsSync(samplePath))
    throw new Error(`No register sample at ${samplePath}: name one in GIAS_SAMPLE`);
  const sample = readFileSync(samplePath, "latin1");
  const held = new Set(
    (sample.split("\n", 1)[0] ?? "").split(",").map((name) => name.trim().replaceAll('"', "")),
  );
  const folder = mkdtempSync(join(tmpdir(), "area-brokerage-bench-"));
  const file = join(folder, "register.csv");
  const rows: (string | number)[][] = [];
  try {
    for (const [width, columns] of [
      ["the sample's columns", []],
      ["all columns of today", giasHeader.filter((name) => !held.has(name))],
    ] as const) {
      writeFileSync(file, repeated(sample, columns), "latin1");
      const megabytes = rounded(statSync(file).size / 1e6, 1);
      for (const area of ["", "North East"]) {
        const runs = [];
        for (let run = 0; run < repeats; run += 1)
          runs.push(Read.parse(await printedBy(script, [file, area])));
        rows.push([
          width,
          megabytes,
          area === "" ? "all" : area,
          runs[0]?.rows ?? 0,
          runs[0]?.held ?? 0,
          rounded(median(runs.map(({ seconds }) => seconds)), 1),
          rounded(Math.min(...runs.map(({ seconds }) => seconds)), 1),
          rounded(median(runs.map(({ processorSeconds }) => processorSeconds)), 1),
          rounded(Math.max(...runs.map(({ peakMegabytes }) => peakMegabytes))),
        ]);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const columns = [
    "file",
    "MB",
    "kept",
    "rows read",
    "schools held",
    "median s",
    "least s",
    "processor s",
    "peak MB",
  ];
  return [
    {
      title: "Reading the national register",
      notes: [
        `The real sample repeated to ${rowsWanted} rows under as many URNs, read from disk as it streams, ${repeats} times each in a process of its own.`,
        "Peak is the largest resident set of the whole process, node itself with it.",
      ],
      columns,
      rows,
    },
  ];
}
