import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { printedBy } from "./child.ts";
import { rowsWanted, writeRegister } from "./registerSample.ts";
import { type Measured, median, rounded } from "./report.ts";

const script = fileURLToPath(import.meta.resolve("./registerOnce.ts"));
const repeats = 3;

const Read = z.object({
  rows: z.number(),
  held: z.number(),
  seconds: z.number(),
  processorSeconds: z.number(),
  peakMegabytes: z.number(),
});

/** How long the national register takes to read, and the most memory that the process has meanwhile. */
export async function measureRegisters(): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), "area-brokerage-bench-"));
  const file = join(folder, "register.csv");
  const rows: (string | number)[][] = [];
  try {
    for (const [width, isWide] of [
      ["the sample's columns", false],
      ["all columns of today", true],
    ] as const) {
      const megabytes = writeRegister(file, { isWide });
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
