import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import * as z from "zod";
import { bundle } from "../../infra/aws/bundle.ts";
import { type FunctionName, namesOf } from "../../infra/aws/functionSpecs.ts";
import { areas } from "../../shared/contract/door.ts";
import { queues, schedules, streams } from "../../shared/contract/workers.ts";
import { printedBy } from "./child.ts";
import { type Measured, median, rounded } from "./report.ts";

const importOnce = fileURLToPath(import.meta.resolve("./importOnce.ts"));
const imports = 5;
/** Milliseconds that passed, and those of the processor. */
const Imported = z.tuple([z.number(), z.number()]);

const environment: Readonly<Record<string, string>> = {
  TABLE_NAME: "table",
  MAIL_FROM: "brokerage@partnership.example",
  PUBLIC_ADDRESS: "https://partnership.example",
  AWS_REGION: "eu-west-2",
  UPLOADS_BUCKET: "uploads",
  JWT_ISSUER: "https://sign-in.example",
  WEB_CLIENT_ID: "web",
  ...Object.fromEntries(
    Object.keys(queues).map((queue) => [
      `QUEUE_URL_${queue.toUpperCase()}`,
      `https://sqs.eu-west-2.amazonaws.com/000000000000/${queue}`,
    ]),
  ),
};

const functionNames: readonly FunctionName[] = [
  ...areas,
  ...namesOf(queues),
  ...namesOf(streams),
  ...namesOf(schedules),
  "pages",
];

async function measureBundle(name: FunctionName, within: string): Promise<(string | number)[]> {
  const outdir = join(within, name);
  bundle(name, outdir);
  const file = join(outdir, "main.mjs");
  const [passed, used]: [number[], number[]] = [[], []];
  for (let round = 0; round < imports; round += 1) {
    const [milliseconds, processor] = Imported.parse(await printedBy(importOnce, [file], environment));
    passed.push(milliseconds);
    used.push(processor);
  }
  const kilobytes = (bytes: number): number => rounded(bytes / 1000, 1);
  const zipped = gzipSync(readFileSync(file)).length;
  const sizes = [kilobytes(statSync(file).size), kilobytes(zipped)];
  return [name, ...sizes, rounded(median(passed), 1), rounded(median(used), 1)];
}

/** How large each function is as it is deployed, and how long a fresh process takes to import it. */
export async function measureBundles(): Promise<Measured[]> {
  const outdir = mkdtempSync(join(tmpdir(), "area-brokerage-bundles-"));
  try {
    const rows: (string | number)[][] = [];
    for (const name of functionNames.toSorted()) rows.push(await measureBundle(name, outdir));
    return [
      {
        title: "Functions as they are deployed",
        notes: [
          "One ES module each, minified, the SDK inside, by the options that the stack bundles with; source maps not counted.",
          `Cold import: a fresh node process that imports the module, median of ${imports}; node's own start is not in it.`,
        ],
        columns: ["function", "kB", "kB gzipped", "cold import ms", "of the processor"],
        rows,
      },
    ];
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
