import { describe, expect, it } from "vitest";
import * as z from "zod";
import { withFault } from "./faults.ts";
import type { Ground } from "./ground.ts";
import { noteOf, notes, notesOn } from "./notes.ts";

const Batch = z.object({ RequestItems: z.record(z.string(), z.array(z.unknown())) });
const padded = (index: number): string => `n${String(index).padStart(3, "0")}`;

/** What staging rows promises. */
export function stagingContract(ground: Ground): void {
  describe("staging", () => {
    const rows = Array.from({ length: 60 }, (_, index) => noteOf(padded(index)));

    it("has the same effect once and twice, with more rows than one batch takes", async () => {
      const partnership = ground.newPartnership();
      const store = ground.store(partnership);
      await store.stage(notes, rows);
      const once = await ground.everythingOf(partnership);
      expect(once).toHaveLength(rows.length);
      await store.stage(notes, rows);
      expect(await ground.everythingOf(partnership)).toEqual(once);
      expect(await store.all(notesOn("one"))).toEqual(rows);
    });

    it("of nothing writes nothing", async () => {
      const partnership = ground.newPartnership();
      await ground.store(partnership).stage(notes, []);
      expect(await ground.everythingOf(partnership)).toEqual([]);
    });

    it("sends again the rows that the database left unprocessed", async () => {
      const client = ground.newClient();
      const store = ground.store(ground.newPartnership(), client);
      const calls = withFault(client, {
        command: "BatchWriteItemCommand",
        instead: (input, call) =>
          call % 2 === 1 ? { output: { UnprocessedItems: Batch.parse(input).RequestItems } } : "send",
      });
      await store.stage(notes, rows);
      expect(calls()).toBe(6);
      expect(await store.all(notesOn("one"))).toEqual(rows);
    });
  });
}
