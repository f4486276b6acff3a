// Measures the matching engine side by side with its peers and prints tables of ratios, pair by pair. Makes the
// instances and builds the peers itself; a peer that cannot be built is skipped loudly.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Scale, scales, supplies } from "./instances/madeUpWorld.ts";
import { changesHead, changesRow } from "./matchingChanges.ts";
import { daysHead, daysRow, highsHead, highsRow } from "./matchingDays.ts";
import { gapHead, gapRows } from "./matchingGap.ts";
import { made, type Named } from "./matchingInstances.ts";
import { buildLemon } from "./matchingPeers.ts";
import { placesHead, placesRow } from "./matchingPlaces.ts";
import { table } from "./matchingTable.ts";

const settings = {
  scales: { type: "string", default: scales.join(",") },
  supplies: { type: "string", default: supplies.join(",") },
  candidates: { type: "string", default: "30" },
  /** Runs of each row; unless told, more of the short ones. */
  repeats: { type: "string" },
  seed: { type: "string", default: "1" },
  days: { type: "boolean", default: false },
  /** Generalised assignment instead: classes C, D and E of the literature. */
  gap: { type: "boolean", default: false },
  /** Seconds for days: 10 for area and large, 60 for region and nation, unless told. */
  seconds: { type: "string" },
} as const;

/** Runs of each row unless told: LEMON takes a minute for a run of nation. */
const usualRuns: Readonly<Record<Scale, number>> = { area: 25, large: 15, region: 5, nation: 3 };

const { values } = parseArgs({ options: settings });
const chosen = <Name extends string>(all: readonly Name[], words: string): Name[] =>
  all.filter((name) => words.split(",").includes(name));

/** Makes the instances one after the other, so that only one is on disk at a time. */
function* instances(folder: string): Generator<Named> {
  for (const scale of chosen(scales, values.scales))
    for (const supply of chosen(supplies, values.supplies)) {
      const named = made(folder, {
        scale,
        supply,
        candidates: Number(values.candidates),
        seed: Number(values.seed),
      });
      yield named;
      rmSync(named.path);
    }
}

async function places(folder: string): Promise<void> {
  const lemon = buildLemon(folder);
  const [sideBySide, changes]: [string[][], string[][]] = [[], []];
  for (const named of instances(folder)) {
    const row = await placesRow(named, lemon, Number(values.repeats ?? usualRuns[named.scale]));
    console.error(row.join("  "));
    sideBySide.push(row);
    changes.push(changesRow(named));
  }
  console.log(`Places only, beside LEMON's network simplex:\n\n${table(placesHead, sideBySide)}\n`);
  console.log(`After each refusal, beside an answer from scratch:\n\n${table(changesHead, changes)}`);
}

async function days(folder: string): Promise<void> {
  const [rows, beside]: [string[][], string[][]] = [[], []];
  for (const named of instances(folder)) {
    const isSmall = named.scale === "area" || named.scale === "large";
    const row = daysRow(named, Number(values.seconds ?? (isSmall ? 10 : 60)));
    console.error(row.join("  "));
    rows.push(row);
    const runs = Number(values.repeats ?? 5);
    if (isSmall && runs > 0) beside.push(await highsRow(named, { runs, highsSeconds: 120 }));
  }
  console.log(`Days binding, within the time allowed:\n\n${table(daysHead, rows)}\n`);
  console.log(`Until the gap is small enough, beside HiGHS:\n\n${table(highsHead, beside)}`);
}

const folder = mkdtempSync(join(tmpdir(), "matching-"));
try {
  if (values.gap) console.log(table(gapHead, gapRows(Number(values.seconds ?? 10), Number(values.seed))));
  else if (values.days) await days(folder);
  else await places(folder);
} finally {
  rmSync(folder, { recursive: true });
}
