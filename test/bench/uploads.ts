import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { startFileEndpoint } from "../../infra/local/files/endpoint.ts";
import { printedBy } from "./child.ts";
import { rowsWanted, writeRegister } from "./registerSample.ts";
import { type Measured, median, rounded } from "./report.ts";

const through = fileURLToPath(import.meta.resolve("./uploadOnce.ts"));
const reader = fileURLToPath(import.meta.resolve("./readerOnce.ts"));
const repeats = 3;
const area = "North East";
const [partnershipId, uploadId, bucket] = ["par_00000001", "upl_00000001", "uploads"];

const Through = z.object({
  sent: z.number(),
  previewed: z.number(),
  rows: z.literal(rowsWanted),
  schools: z.number(),
  peakMegabytes: z.number(),
});
const Reader = z.object({
  state: z.literal("previewed"),
  seconds: z.number(),
  processorSeconds: z.number(),
  peakMegabytes: z.number(),
});

async function readersOf(file: string, folder: string): Promise<z.output<typeof Reader>[]> {
  mkdirSync(join(folder, bucket, partnershipId), { recursive: true });
  copyFileSync(file, join(folder, bucket, partnershipId, uploadId));
  const files = await startFileEndpoint({
    folder,
    bucket,
    port: 0,
    now: () => new Date(),
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    tell: async () => undefined,
    onError: (error) => {
      throw error;
    },
  });
  const environment = {
    TABLE_NAME: "table",
    MAIL_FROM: "brokerage@partnership.example",
    PUBLIC_ADDRESS: "https://partnership.example",
    S3_ENDPOINT: files.endpoint,
    UPLOADS_BUCKET: bucket,
  };
  const args = [partnershipId, uploadId, String(statSync(file).size), area];
  const runs = [];
  for (let run = 0; run < repeats; run += 1)
    runs.push(Reader.parse(await printedBy(reader, args, environment)));
  await files.close();
  return runs;
}

/** How long a broker waits for the preview of a whole register that they send, and the memory of who reads it. */
export async function measureUploads(): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), "area-brokerage-bench-"));
  const file = join(folder, "register.csv");
  try {
    const megabytes = writeRegister(file, { isWide: true });
    const whole = [];
    for (let run = 0; run < repeats; run += 1)
      whole.push(Through.parse(await printedBy(through, [file, area])));
    const alone = await readersOf(file, join(folder, "files"));
    const seconds = (figures: readonly number[]) => rounded(median(figures), 1);
    const most = (runs: readonly { readonly peakMegabytes: number }[]) =>
      rounded(Math.max(...runs.map(({ peakMegabytes }) => peakMegabytes)));
    return [
      {
        title: "Uploading the national register",
        notes: [
          `The real sample repeated to ${rowsWanted} rows, sent to the local host for the schools of ${area}, ${repeats} times.`,
          "Seconds are counted from asking for the address; the process is the whole service and who sends.",
        ],
        columns: ["MB", "rows read", "schools here", "sent s", "previewed s", "peak MB of all"],
        rows: [
          [
            megabytes,
            rowsWanted,
            whole[0]?.schools ?? 0,
            seconds(whole.map(({ sent }) => sent)),
            seconds(whole.map(({ previewed }) => previewed)),
            most(whole),
          ],
        ],
      },
      {
        title: "The reader of an uploaded register",
        notes: [
          `The same file read by the worker in a process of its own, from the local host's files, ${repeats} times.`,
          "What it stages is kept in the process too, as no database is beside it.",
        ],
        columns: ["MB", "median s", "processor s", "peak MB"],
        rows: [
          [
            megabytes,
            seconds(alone.map((run) => run.seconds)),
            seconds(alone.map((run) => run.processorSeconds)),
            most(alone),
          ],
        ],
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
