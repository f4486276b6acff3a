import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterEach, describe, expect, it } from "vitest";
import { itemOf } from "../../shared/store/entity.ts";
import { answers, auditOf, outboxList } from "../../shared/store/rows/trail.ts";
import { create } from "../../shared/store/store.ts";
import { actionOf, type Ground } from "./ground.ts";
import { noteOf, notes, notesOn, rankedNotesOn } from "./notes.ts";

const day = 86_400;

/** What becomes of rows whose time is over, and of rows that an older version wrote. */
export function expiryContract(ground: Ground): void {
  describe("a row past its expiry", () => {
    const began = ground.clock.now;
    const beganSeconds = Date.parse(began) / 1000;
    afterEach(() => {
      ground.clock.now = began;
    });
    const passes = (seconds: number): void => {
      ground.clock.now = new Date((beganSeconds + seconds) * 1000).toISOString();
    };

    it("is never returned, from the very second on, though the engine still holds it", async () => {
      const partnership = ground.newPartnership();
      const store = ground.store(partnership);
      const lasting = noteOf("a");
      const passing = noteOf("b", { endsAtSeconds: beganSeconds + day });
      await store.commit(actionOf([create(notes, lasting), create(notes, passing)]));
      passes(day - 1);
      expect(await store.get(notes, passing)).toEqual(passing);
      expect(await store.all(notesOn("one"))).toEqual([lasting, passing]);
      passes(day);
      expect(await store.get(notes, passing)).toBeUndefined();
      for (const list of [notesOn("one"), rankedNotesOn("one")]) {
        expect(await store.all(list)).toEqual([lasting]);
        expect((await store.page(list, { limit: 1, newestFirst: true })).items).toEqual([lasting]);
      }
      expect(await ground.everythingOf(partnership)).toHaveLength(3);
    });

    it("is no obstacle to a new one in its place, while one in force is", async () => {
      const store = ground.store(ground.newPartnership());
      const first = noteOf("a", { text: "first", endsAtSeconds: beganSeconds + day });
      const second = noteOf("a", { text: "second", endsAtSeconds: beganSeconds + 9 * day });
      expect(await store.commit(actionOf([create(notes, first)]))).toBe("committed");
      passes(day - 1);
      expect(await store.commit(actionOf([create(notes, second)]))).toBe("conflict");
      passes(day);
      expect(await store.commit(actionOf([create(notes, second)]))).toBe("committed");
      expect(await store.get(notes, first)).toEqual(second);
    });

    it("frees an Idempotency-Key after two days", async () => {
      const store = ground.store(ground.newPartnership());
      const asked = { route: "aRoute", account: "account-1", key: "a-key" };
      const answerAt = (answeredAt: string) => ({
        ...asked,
        bodyHash: "h",
        status: 200,
        body: "{}",
        answeredAt,
      });
      const answering = () => store.commit(actionOf([], { answer: answerAt(ground.clock.now) }));
      expect(await answering()).toBe("committed");
      passes(2 * day - 1);
      expect(await answering()).toBe("already-answered");
      passes(2 * day);
      expect(await store.get(answers, asked)).toBeUndefined();
      expect(await answering()).toBe("committed");
      expect(await store.get(answers, asked)).toEqual(answerAt(ground.clock.now));
    });
  });

  describe("a row of an older shape", () => {
    it("is read without the attributes that nobody knows any more", async () => {
      const partnership = ground.newPartnership();
      const store = ground.store(partnership);
      const row = noteOf("a");
      const old = { ...itemOf(partnership, notes, row), nickname: "planted", more: { deep: ["planted"] } };
      await ground.newClient().send(new PutCommand({ TableName: ground.tableName, Item: old }));
      expect(await store.get(notes, row)).toEqual(row);
      expect(await store.all(notesOn("one"))).toEqual([row]);
      expect((await store.page(rankedNotesOn("one"), { limit: 5 })).items).toEqual([row]);
    });

    it("raises when what every row must have is missing, rather than being left out", async () => {
      const partnership = ground.newPartnership();
      const store = ground.store(partnership);
      const { text: _text, ...broken } = itemOf(partnership, notes, noteOf("a"));
      await ground.newClient().send(new PutCommand({ TableName: ground.tableName, Item: broken }));
      await expect(store.get(notes, noteOf("a"))).rejects.toThrow("text");
      await expect(store.all(notesOn("one"))).rejects.toThrow("text");
    });

    it("is never returned with its keys: a row of the outbox or the trail is as it was written", async () => {
      const store = ground.store(ground.newPartnership());
      const announce = [{ type: "request-opened", subject: {}, tell: [] }] as const;
      await store.commit(actionOf([], { announce }));
      const [event] = await store.all(outboxList);
      const [entry] = await store.all(auditOf("request:1"));
      for (const row of [event, entry])
        for (const name of ["pk", "sk", "rowType"]) expect(row).not.toHaveProperty(name);
    });
  });
}
