import type { DatabaseSync } from "node:sqlite";
import * as z from "zod";
import { messageAttributes } from "./messageContent.ts";
import type { MessageAttributes } from "./messageContent.ts";

const attributesColumn = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(messageAttributes);

const messageRow = z.object({
  sequence: z.number(),
  id: z.string(),
  body: z.string(),
  attributes: attributesColumn,
  system_attributes: attributesColumn,
  sent_at: z.number(),
  visible_at: z.number(),
  receive_count: z.number(),
  first_received_at: z.number().nullable(),
  source_queue: z.string().nullable(),
});

/** A stored message; all times are milliseconds on the clock that can be moved. */
export type StoredMessage = z.output<typeof messageRow>;

type NewMessage = {
  readonly queue: string;
  readonly id: string;
  readonly body: string;
  readonly attributes: MessageAttributes;
  readonly systemAttributes: MessageAttributes;
  readonly sentAtMs: number;
  readonly storedAtMs: number;
  readonly visibleAtMs: number;
};

const letter = messageRow.pick({ sequence: true, source_queue: true });
const counts = z.object({ visible: z.number(), inFlight: z.number(), delayed: z.number() });
const soonest = z.object({ at: z.number().nullable() });

export type MessageRows = ReturnType<typeof messageRows>;

/** Reads and writes of single messages. */
export function messageRows(database: DatabaseSync) {
  const insert = database.prepare(`INSERT INTO messages
    (queue, id, body, attributes, system_attributes, sent_at, stored_at, visible_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
  const due = database.prepare(
    "SELECT * FROM messages WHERE queue = ? AND visible_at <= ? ORDER BY visible_at, sequence LIMIT ?",
  );
  const letters = database.prepare(
    "SELECT sequence, source_queue FROM messages WHERE queue = ? AND visible_at <= ? ORDER BY sequence",
  );
  const byReceipt = database.prepare(
    "SELECT * FROM messages WHERE sequence = ? AND queue = ? AND receipt = ?",
  );
  const received = database.prepare(`UPDATE messages SET visible_at = ?, receipt = ?,
    receive_count = receive_count + 1, first_received_at = COALESCE(first_received_at, ?) WHERE sequence = ?`);
  const setVisible = database.prepare("UPDATE messages SET visible_at = ? WHERE sequence = ?");
  const toDeadLetter = database.prepare(`UPDATE messages
    SET source_queue = queue, queue = ?, visible_at = ?, receipt = NULL WHERE sequence = ?`);
  const sendAgain = database.prepare(`UPDATE messages SET queue = ?, id = ?, sent_at = ?, stored_at = ?,
    visible_at = ?, receive_count = 0, first_received_at = NULL, receipt = NULL, source_queue = NULL
    WHERE sequence = ?`);
  const remove = database.prepare("DELETE FROM messages WHERE sequence = ?");
  const purge = database.prepare("DELETE FROM messages WHERE queue = ?");
  const expire = database.prepare("DELETE FROM messages WHERE queue = ? AND stored_at < ?");
  const nextDue = database.prepare(
    "SELECT min(visible_at) AS at FROM messages WHERE queue = ? AND visible_at > ?",
  );
  const count = database.prepare(`SELECT count(*) FILTER (WHERE visible_at <= $now) AS visible,
    count(*) FILTER (WHERE visible_at > $now AND receipt IS NOT NULL) AS inFlight,
    count(*) FILTER (WHERE visible_at > $now AND receipt IS NULL) AS delayed
    FROM messages WHERE queue = $queue`);
  return {
    insert(message: NewMessage): void {
      insert.run(
        message.queue,
        message.id,
        message.body,
        JSON.stringify(message.attributes),
        JSON.stringify(message.systemAttributes),
        message.sentAtMs,
        message.storedAtMs,
        message.visibleAtMs,
      );
    },
    /** Messages that may be delivered now, longest waiting first. */
    due(asked: { queue: string; nowMs: number; limit: number }): StoredMessage[] {
      return due.all(asked.queue, asked.nowMs, asked.limit).map((row) => messageRow.parse(row));
    },
    /** What lies in a dead-letter queue and is not in flight, oldest first, with where it came from. */
    letters(queue: string, nowMs: number): z.output<typeof letter>[] {
      return letters.all(queue, nowMs).map((row) => letter.parse(row));
    },
    /** When the next hidden message of a queue becomes visible, or undefined when none is hidden. */
    nextDueMs(queue: string, nowMs: number): number | undefined {
      return soonest.parse(nextDue.get(queue, nowMs)).at ?? undefined;
    },
    /** The message last handed out under this receipt, if it is still in the queue. */
    byReceipt(asked: { sequence: number; queue: string; receipt: string }): StoredMessage | undefined {
      const row = byReceipt.get(asked.sequence, asked.queue, asked.receipt);
      return row === undefined ? undefined : messageRow.parse(row);
    },
    markReceived(sequence: number, as: { receipt: string; nowMs: number; visibleAtMs: number }): void {
      received.run(as.visibleAtMs, as.receipt, as.nowMs, sequence);
    },
    setVisible(sequence: number, atMs: number): void {
      setVisible.run(atMs, sequence);
    },
    moveToDeadLetter(sequence: number, to: { queue: string; nowMs: number }): void {
      toDeadLetter.run(to.queue, to.nowMs, sequence);
    },
    /** Puts a dead letter back to work as a new message: new id and times, no receives yet. */
    sendAgain(sequence: number, to: { queue: string; id: string; nowMs: number; storedAtMs: number }): void {
      sendAgain.run(to.queue, to.id, to.nowMs, to.storedAtMs, to.nowMs, sequence);
    },
    remove(sequence: number): void {
      remove.run(sequence);
    },
    purge(queue: string): void {
      purge.run(queue);
    },
    expire(queue: string, storedBeforeMs: number): void {
      expire.run(queue, storedBeforeMs);
    },
    counts(queue: string, nowMs: number): z.output<typeof counts> {
      return counts.parse(count.get({ $queue: queue, $now: nowMs }));
    },
  };
}
