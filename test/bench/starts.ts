import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { printedBy } from "./child.ts";
import { type Measured, median, rounded } from "./report.ts";

const script = fileURLToPath(import.meta.resolve("./startOnce.ts"));
const Started = z.object({ status: z.literal(200), milliseconds: z.number() });
const repeats = 3;

const start = async (folder: string): Promise<number> =>
  Started.parse(await printedBy(script, [folder])).milliseconds;

/** How long it takes from the start of the process to the first answer of GET /health. */
export async function measureStarts(): Promise<Measured[]> {
  const fresh: number[] = [];
  const warm: number[] = [];
  for (let round = 0; round < repeats; round += 1) {
    const folder = mkdtempSync(join(tmpdir(), "area-brokerage-bench-"));
    fresh.push(await start(folder));
    warm.push(await start(folder));
    rmSync(folder, { recursive: true, force: true });
  }
  const row = (what: string, figures: readonly number[]) => [
    what,
    rounded(median(figures)),
    rounded(Math.min(...figures)),
    rounded(Math.max(...figures)),
  ];
  return [
    {
      title: "Start of the local host",
      notes: [`From the start of the process to the first answer of GET /health, ${repeats} times each.`],
      columns: ["data folder", "median ms", "least ms", "most ms"],
      rows: [row("fresh", fresh), row("used before", warm)],
    },
  ];
}
