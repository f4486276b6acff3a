import { describe, expect, it } from "vitest";
import { act } from "../../shared/runtime/act.ts";
import { refuse } from "../../shared/runtime/refusal.ts";
import { auditOf } from "../../shared/store/rows/trail.ts";
import { create, replace } from "../../shared/store/store.ts";
import { transactionConflict, withFault } from "./faults.ts";
import { actionOf, type Ground } from "./ground.ts";
import { noteOf, notes } from "./notes.ts";

/** What happens when several want the same. */
export function rivalryContract(ground: Ground): void {
  describe("rivals", () => {
    it("of one place are answered truthfully: 64 clients, one winner, 63 told that it is taken", async () => {
      const partnership = ground.newPartnership();
      const slot = noteOf("slot", { rank: 1 });
      await ground.store(partnership).commit(actionOf([create(notes, slot)]));
      const claim = async (client: number) => {
        const store = ground.store(partnership, ground.newClient());
        return act({ store }, async () => {
          const row = await store.get(notes, slot);
          if (!row || row.rank < 1) return refuse("slots-filled", "Taken.");
          const taken = { ...row, rank: row.rank - 1, text: `client ${client}` };
          return { reply: { status: 200, body: client }, action: actionOf([replace(notes, taken)]) };
        });
      };
      const answers = await Promise.all(Array.from({ length: 64 }, (_, client) => claim(client)));
      const winners = answers.flatMap((answer) => ("status" in answer ? [answer.body] : []));
      const refusals = answers.flatMap((answer) => ("problem" in answer ? [answer.problem] : []));
      expect(winners).toHaveLength(1);
      expect(refusals).toEqual(Array.from({ length: 63 }, () => "slots-filled"));
      const row = await ground.store(partnership).get(notes, slot);
      expect(row).toMatchObject({ rank: 0, text: `client ${winners[0]}`, revision: 1 });
      expect(await ground.store(partnership).all(auditOf("request:1"))).toHaveLength(2);
    });

    it("whose transactions collide are written when they are sent again", async () => {
      const client = ground.newClient();
      const store = ground.store(ground.newPartnership(), client);
      const calls = withFault(client, {
        command: "TransactWriteItemsCommand",
        instead: (_, call) => {
          if (call <= 2) throw transactionConflict();
          return "send";
        },
      });
      expect(await store.commit(actionOf([create(notes, noteOf("a"))]))).toBe("committed");
      expect(calls()).toBe(3);
      expect(await store.all(auditOf("request:1"))).toHaveLength(1);
    });

    it("whose transactions collide for ever are told of a conflict, and nothing is written", async () => {
      const partnership = ground.newPartnership();
      const client = ground.newClient();
      withFault(client, {
        command: "TransactWriteItemsCommand",
        instead: () => {
          throw transactionConflict();
        },
      });
      const action = actionOf([create(notes, noteOf("a"))]);
      expect(await ground.store(partnership, client).commit(action)).toBe("conflict");
      expect(await ground.everythingOf(partnership)).toEqual([]);
    });
  });
}
