import type { DatabaseSync } from "node:sqlite";
import * as z from "zod";
import { attributeMap } from "./queueAttributes.ts";
import type { AttributeMap } from "./queueAttributes.ts";

const queueRow = z.object({
  name: z.string(),
  attributes: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(attributeMap),
  created_at: z.number(),
  modified_at: z.number(),
});

/** A queue: its set attributes (defaults left out) and its times in milliseconds. */
export type Queue = z.output<typeof queueRow>;

const moveRow = z.object({
  handle: z.string(),
  source: z.string(),
  destination: z.string().nullable(),
  moved: z.number(),
  started_at: z.number(),
});

/** A finished move of messages out of a dead-letter queue. */
export type Move = z.output<typeof moveRow>;

export type QueueRows = ReturnType<typeof queueRows>;

/** Reads and writes of the queues and of the moves between them. */
export function queueRows(database: DatabaseSync) {
  const find = database.prepare("SELECT * FROM queues WHERE name = ?");
  const all = database.prepare("SELECT * FROM queues ORDER BY name");
  const insert = database.prepare("INSERT INTO queues VALUES (?, ?, ?, ?)");
  const update = database.prepare("UPDATE queues SET attributes = ?, modified_at = ? WHERE name = ?");
  const remove = database.prepare("DELETE FROM queues WHERE name = ?");
  const insertMove = database.prepare(
    "INSERT INTO moves (handle, source, destination, moved, started_at) VALUES (?, ?, ?, ?, ?)",
  );
  const moves = database.prepare("SELECT * FROM moves WHERE source = ? ORDER BY sequence DESC LIMIT ?");
  return {
    find(name: string): Queue | undefined {
      const row = find.get(name);
      return row === undefined ? undefined : queueRow.parse(row);
    },
    all(): Queue[] {
      return all.all().map((row) => queueRow.parse(row));
    },
    insert(queue: { name: string; attributes: AttributeMap; atMs: number }): void {
      insert.run(queue.name, JSON.stringify(queue.attributes), queue.atMs, queue.atMs);
    },
    setAttributes(queue: { name: string; attributes: AttributeMap; atMs: number }): void {
      update.run(JSON.stringify(queue.attributes), queue.atMs, queue.name);
    },
    remove(name: string): void {
      remove.run(name);
    },
    insertMove(move: Move): void {
      insertMove.run(move.handle, move.source, move.destination, move.moved, move.started_at);
    },
    moves(source: string, limit: number): Move[] {
      return moves.all(source, limit).map((row) => moveRow.parse(row));
    },
  };
}
