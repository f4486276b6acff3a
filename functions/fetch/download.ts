import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { addDays, dateAt } from "../../shared/domain/calendar/calendar.ts";
import { largestFileBytes } from "../../shared/domain/schools/registerUpload.ts";
import type { FileChunks } from "../../shared/registers/namedColumns.ts";

/** A file on this machine, to be read as often as wanted until it is discarded. */
export interface Downloaded {
  readonly open: () => FileChunks;
  /** SHA-256 of its bytes. */
  readonly digest: string;
  readonly discard: () => Promise<void>;
}

/** Why there is no file: the code of what went wrong, and the status where HTTP answered otherwise than with it. */
export interface NotDownloaded {
  readonly why: string;
  readonly status: number | null;
}

const timeoutMilliseconds = 120_000;
const mostRedirects = 3;

/** Asks one address and follows it nowhere. */
export type Ask = (address: string, signal: AbortSignal) => Promise<Response>;

const ask: Ask = (address, signal) => fetch(address, { redirect: "manual", signal });

/** An address with the day before in it, in London: the newest day of which registers have a file. */
export const addressOn = (address: string, now: string): string =>
  address.replaceAll("{date}", addDays(dateAt(now), -1).replaceAll("-", ""));

/**
 * Copies a file to disk, so that it is read whole or not at all. There is none when HTTP answers another status than
 * 200 or leads where nothing is followed, when the answer breaks off, or when it is larger than any register.
 */
export async function download(address: string, asking: Ask = ask): Promise<Downloaded | NotDownloaded> {
  const folder = await mkdtemp(join(tmpdir(), "register-"));
  const path = join(folder, "file.csv");
  const discard = () => rm(folder, { recursive: true, force: true });
  const hash = createHash("sha256");
  try {
    const answer = address.startsWith("file:") ? null : await followed(address, asking);
    if (answer && (answer.status !== 200 || !answer.body)) {
      await discard();
      return { why: isRedirect(answer) ? "redirect" : "status", status: answer.status };
    }
    await pipeline(
      // Opened where it is read: the error of a stream that nobody listens to ends the process.
      answer?.body ?? createReadStream(fileURLToPath(address)),
      async function* (chunks: AsyncIterable<Uint8Array>) {
        let size = 0;
        for await (const chunk of chunks) {
          size += chunk.length;
          if (size > largestFileBytes) throw new TooLarge();
          hash.update(chunk);
          yield chunk;
        }
      },
      createWriteStream(path),
    );
  } catch (error) {
    await discard();
    return { why: codeOf(error), status: null };
  }
  return { open: () => chunksAt(path), digest: hash.digest("hex"), discard };
}

/** A file's chunks; it is opened only once somebody reads the first. */
async function* chunksAt(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path);
}

const isRedirect = ({ status, headers }: Response): boolean =>
  status >= 300 && status < 400 && headers.has("location");

/** The answer that an address leads to within a few steps, else the one that leads where nothing is followed. */
async function followed(address: string, asking: Ask): Promise<Response> {
  const signal = AbortSignal.timeout(timeoutMilliseconds);
  let at = address;
  for (let steps = 0; ; steps += 1) {
    const answer = await asking(at, signal);
    const next = isRedirect(answer) ? URL.parse(answer.headers.get("location") ?? "", at) : null;
    if (!next || steps === mostRedirects || !mayBeFollowed(next)) return answer;
    await answer.body?.cancel();
    at = next.href;
  }
}

/** An address is somebody's setting; one that it leads to is anybody's, and may not lead into the account's network. */
const mayBeFollowed = ({ protocol, hostname, username }: URL): boolean =>
  protocol === "https:" && hostname.includes(".") && !/^[\d.]+$/.test(hostname) && username === "";

class TooLarge extends Error {
  override readonly name = "TooLarge";
}

const Coded = z.object({ code: z.string() });

/** What systems call an error, such as ENOENT, else its class. */
function codeOf(error: unknown): string {
  const causes = error instanceof Error ? [error, error.cause] : [error];
  const coded = causes.flatMap((each) => Coded.safeParse(each).data ?? []);
  return coded[0]?.code ?? (error instanceof Error ? error.name : typeof error);
}
