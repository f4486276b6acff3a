import { DatabaseSync } from "node:sqlite";
import { messageRows, type MessageRows } from "./messageRows.ts";
import { queueRows, type QueueRows } from "./queueRows.ts";

const schema = `
  CREATE TABLE IF NOT EXISTS queues (
    name TEXT PRIMARY KEY, attributes TEXT NOT NULL, created_at INTEGER NOT NULL, modified_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS messages (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
    attributes TEXT NOT NULL, system_attributes TEXT NOT NULL, sent_at INTEGER NOT NULL,
    stored_at INTEGER NOT NULL, visible_at INTEGER NOT NULL, receive_count INTEGER NOT NULL DEFAULT 0,
    first_received_at INTEGER, receipt TEXT, source_queue TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS messages_due ON messages (queue, visible_at, sequence);
  CREATE INDEX IF NOT EXISTS messages_age ON messages (queue, stored_at);
  CREATE TABLE IF NOT EXISTS moves (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT, handle TEXT NOT NULL, source TEXT NOT NULL,
    destination TEXT, moved INTEGER NOT NULL, started_at INTEGER NOT NULL
  ) STRICT;
`;

/** The queues on disk. Every change goes through one of the two transactions. */
export type QueueStore = {
  readonly queues: QueueRows;
  readonly messages: MessageRows;
  /** One transaction, on disk before it returns: not even a power cut loses it. */
  durably<T>(work: () => T): T;
  /** One transaction that survives a killed process; a power cut may undo it, which costs a redelivery. */
  atomically<T>(work: () => T): T;
  close(): void;
};

/** Opens the queue file, creating it when missing. Throws when the file cannot be read or is no database. */
export function openQueueStore(file: string): QueueStore {
  const database = new DatabaseSync(file);
  database.exec("PRAGMA journal_mode = WAL; PRAGMA busy_timeout = 5000;");
  database.exec(schema);
  const transaction = <T>(synchronous: "FULL" | "NORMAL", work: () => T): T => {
    database.exec(`PRAGMA synchronous = ${synchronous}; BEGIN IMMEDIATE`);
    try {
      const result = work();
      database.exec("COMMIT");
      return result;
    } catch (error) {
      if (database.isTransaction) database.exec("ROLLBACK");
      throw error;
    }
  };
  return {
    queues: queueRows(database),
    messages: messageRows(database),
    // An acknowledged send must outlast a power cut, because its sender then forgets the message.
    durably: (work) => transaction("FULL", work),
    // A lost receive or delete only means one more delivery, so it need not wait for the disk.
    atomically: (work) => transaction("NORMAL", work),
    close: () => database.close(),
  };
}
