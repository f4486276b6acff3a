import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream, mkdirSync, readdirSync } from "node:fs";
import { link, rm, stat } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import * as z from "zod";

const partial = ".partial";
const daysKept = 15;

/** The files of one bucket in a folder: each appears whole, once, and is never changed. */
export interface FileFolder {
  /** False where a file of that key is there already; raises where the file breaks off, of which nothing stays. */
  readonly keep: (key: string, file: Readable) => Promise<boolean>;
  readonly sizeOf: (key: string) => Promise<number | undefined>;
  readonly open: (key: string) => Readable;
  /** Every key of which there is a file. */
  readonly keys: () => readonly string[];
  /** Removes what is older than a bucket keeps it, and what was left of files that broke off. */
  readonly tidy: (nowMilliseconds: number) => Promise<void>;
}

const Coded = z.object({ code: z.string() });
const hasCode = (error: unknown, code: string): boolean => Coded.safeParse(error).data?.code === code;

/** Opens the folder, which is made where it is missing. */
export function fileFolder(folder: string): FileFolder {
  mkdirSync(folder, { recursive: true });
  const pathOf = (key: string): string => join(folder, ...key.split("/"));
  const all = (): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
  return {
    async keep(key, file) {
      const path = pathOf(key);
      const coming = `${path}.${randomUUID()}${partial}`;
      mkdirSync(dirname(path), { recursive: true });
      try {
        await pipeline(file, createWriteStream(coming));
        // Of two that arrive at once, the second finds the name taken.
        await link(coming, path);
        return true;
      } catch (error) {
        if (hasCode(error, "EEXIST")) return false;
        throw error;
      } finally {
        await rm(coming, { force: true });
      }
    },
    async sizeOf(key) {
      try {
        return (await stat(pathOf(key))).size;
      } catch (error) {
        if (hasCode(error, "ENOENT")) return undefined;
        throw error;
      }
    },
    open: (key) => createReadStream(pathOf(key)),
    keys: () =>
      all()
        .filter((path) => !path.endsWith(partial))
        .map((path) => path.slice(folder.length + 1).replaceAll(sep, "/")),
    async tidy(nowMilliseconds) {
      const oldest = nowMilliseconds - daysKept * 86_400_000;
      for (const path of all())
        if (path.endsWith(partial) || (await stat(path)).mtimeMs < oldest) await rm(path);
    },
  };
}
