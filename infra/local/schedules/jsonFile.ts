import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import type * as z from "zod";
import { startProblem } from "../gateway/ports.ts";

/** A small value kept in a file: read whole, written whole. */
export type JsonFile<Value> = { read(): Value; write(value: Value): void };

/**
 * Keeps a value as JSON. A reader or a crash sees the old value or the new one, never half of either.
 * Reading throws when the file holds anything else than the schema allows.
 */
export function jsonFile<Value>(options: {
  readonly file: string;
  readonly schema: z.ZodType<Value>;
  readonly initial: Value;
}): JsonFile<Value> {
  const { file, schema, initial } = options;
  return {
    read() {
      if (!existsSync(file)) return initial;
      try {
        return schema.parse(JSON.parse(readFileSync(file, "utf8")));
      } catch {
        throw startProblem(
          `${file} cannot be read: put a good copy in its place, or begin again with --fresh.`,
        );
      }
    },
    write(value) {
      const draft = `${file}.new`;
      const handle = openSync(draft, "w");
      try {
        writeSync(handle, JSON.stringify(value));
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
      renameSync(draft, file);
    },
  };
}
