import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { addDays, dateAt } from "../../shared/domain/calendar.ts";
import type { FileChunks } from "../../shared/registers/namedColumns.ts";

/** A file on this machine, to be read as often as wanted until it is discarded. */
export interface Downloaded {
  readonly open: () => FileChunks;
  /** SHA-256 of its bytes. */
  readonly digest: string;
  readonly discard: () => Promise<void>;
}

const largestBytes = 256 * 1024 * 1024;
const timeoutMilliseconds = 120_000;

/** An address with the day before in it, in London: the newest day of which registers have a file. */
export const addressOn = (address: string, now: string): string =>
  address.replace("{date}", addDays(dateAt(now), -1).replaceAll("-", ""));

/** The bytes at an address: a path's, or what HTTP answers. */
async function bytesAt(address: string): Promise<FileChunks> {
  if (address.startsWith("file:")) return createReadStream(fileURLToPath(address));
  const answer = await fetch(address, { signal: AbortSignal.timeout(timeoutMilliseconds) });
  if (!answer.ok || !answer.body) throw new Error(`The register's address answered ${answer.status}`);
  return answer.body;
}

/**
 * Copies a file to disk, so that it is read whole or not at all. Throws when there is none, when the answer is not 200
 * or breaks off, or when it is larger than any register.
 */
export async function download(address: string): Promise<Downloaded> {
  const bytes = await bytesAt(address);
  const folder = await mkdtemp(join(tmpdir(), "register-"));
  const path = join(folder, "file.csv");
  const discard = () => rm(folder, { recursive: true, force: true });
  const hash = createHash("sha256");
  try {
    await pipeline(
      bytes,
      async function* (chunks: AsyncIterable<Uint8Array>) {
        let size = 0;
        for await (const chunk of chunks) {
          size += chunk.length;
          if (size > largestBytes) throw new Error("The file is larger than any register");
          hash.update(chunk);
          yield chunk;
        }
      },
      createWriteStream(path),
    );
  } catch (error) {
    await discard();
    throw error;
  }
  return { open: () => createReadStream(path), digest: hash.digest("hex"), discard };
}
