// Measures the matching engine side by side with its peers and prints tables of ratios, pair by pair. Makes the
// instances and builds the peers itself; a peer that cannot be built is skipped loudly.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Scale, scales, supplies } from "./instances/madeUpWorld.ts";
import { changesHead, changesRow } from "./matchingChanges.ts";
import { daysHead, daysRow } from "./matchingDays.ts";
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
  days: { type: "boolean", default: false },
  seconds: { type: "string", default: "10" },
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
      const named = made(folder, { scale, supply, candidates: Number(values.candidates) });
      yield named;
      rmSync(named.path);
    }
}

function places(folder: string): void {
  const lemon = buildLemon(folder);
  const [sideBySide, changes]: [string[][], string[][]] = [[], []];
  for (const named of instances(folder)) {
    const row = placesRow(named, lemon, Number(values.repeats ?? usualRuns[named.scale]));
    console.error(row.join("  "));
    sideBySide.push(row);
    changes.push(changesRow(named));
  }
  console.log(`Places only, beside LEMON's network simplex:\n\n${table(placesHead, sideBySide)}\n`);
  console.log(`After each refusal, beside an answer from scratch:\n\n${table(changesHead, changes)}`);
}

function days(folder: string): void {
  const rows = Array.from(instances(folder), (named) => daysRow(named, Number(values.seconds)));
  console.log(`Days binding, ${values.seconds} s each:\n\n${table(daysHead, rows)}`);
}

const folder = mkdtempSync(join(tmpdir(), "matching-"));
try {
  if (values.days) days(folder);
  else places(folder);
} finally {
  rmSync(folder, { recursive: true });
}
