import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startHost } from "../local/host.ts";
import type { LogEvent } from "../../shared/runtime/log.ts";

/** A service of the demo's own, and what went wrong inside it that no answer told. */
export interface OwnHost {
  readonly origin: string;
  readonly mishaps: () => readonly string[];
  /** Stops it and removes its data; more than once does nothing more. */
  readonly close: () => Promise<void>;
}

const alarming: ReadonlySet<LogEvent["code"]> = new Set([
  "unexpected-error",
  "message-failed",
  "message-refused",
  "run-failed",
]);

const freePorts = { service: 0, signIn: 0, mailbox: 0, database: 0, queues: 0, files: 0 };

/** Starts a service on free ports over a folder that is removed with it. */
export async function startOwnHost(): Promise<OwnHost> {
  const dataFolder = mkdtempSync(join(tmpdir(), "area-brokerage-demo-"));
  const mishaps: string[] = [];
  const remove = (): void => rmSync(dataFolder, { recursive: true, force: true });
  try {
    const host = await startHost({
      dataFolder,
      ports: freePorts,
      log: (event) => {
        if (alarming.has(event.code)) mishaps.push(JSON.stringify(event));
      },
      onError: (error, where) =>
        mishaps.push(`${where}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
    });
    let closing: Promise<void> | undefined;
    const close = (): Promise<void> => (closing ??= host.close().finally(remove));
    return { origin: host.origin, mishaps: () => mishaps, close };
  } catch (error) {
    remove();
    throw error;
  }
}
