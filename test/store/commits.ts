import { describe, expect, it } from "vitest";
import { firstBrokenLink } from "../../shared/domain/audit.ts";
import { sha256 } from "../../shared/runtime/identity.ts";
import { answers, auditOf, outboxList } from "../../shared/store/rows/trail.ts";
import { remove } from "../../shared/store/remove.ts";
import { create, replace, type Write } from "../../shared/store/store.ts";
import { unchanged } from "../../shared/store/unchanged.ts";
import { actionOf, type Ground } from "./ground.ts";
import { noteOf, notes, notesOn } from "./notes.ts";

const answerOf = (key: string) => ({
  route: "aRoute",
  account: "account-1",
  key,
  bodyHash: "hash",
  status: 201,
  body: "{}",
  answeredAt: "2026-09-01T08:00:00.000Z",
});
const announcement = {
  type: "request-submitted",
  subject: {},
  tell: [{ to: "brokers" }],
} as const;

/** What one commit promises. */
export function commitContract(ground: Ground): void {
  describe("a commit", () => {
    it("refuses to create a row that exists, and leaves it as it was", async () => {
      const store = ground.store(ground.newPartnership());
      const first = noteOf("a", { text: "first" });
      expect(await store.commit(actionOf([create(notes, first)]))).toBe("committed");
      expect(await store.commit(actionOf([create(notes, { ...first, text: "second" })]))).toBe("conflict");
      expect(await store.get(notes, first)).toEqual(first);
    });

    it("replaces a row as it was read, raises its revision, and refuses a revision that has passed", async () => {
      const store = ground.store(ground.newPartnership());
      const first = noteOf("a", { text: "first" });
      await store.commit(actionOf([create(notes, first)]));
      const change = replace(notes, { ...first, text: "second" });
      expect(await store.commit(actionOf([change]))).toBe("committed");
      expect(await store.get(notes, first)).toEqual({ ...first, text: "second", revision: 1 });
      expect(await store.commit(actionOf([change]))).toBe("conflict");
      expect(await store.get(notes, first)).toMatchObject({ revision: 1 });
    });

    it("removes a row as it was read, once, and refuses a revision that has passed", async () => {
      const store = ground.store(ground.newPartnership());
      const first = noteOf("a");
      await store.commit(actionOf([create(notes, first)]));
      expect(await store.commit(actionOf([remove(notes, { ...first, revision: 7 })]))).toBe("conflict");
      expect(await store.get(notes, first)).toEqual(first);
      expect(await store.commit(actionOf([remove(notes, first)]))).toBe("committed");
      expect(await store.get(notes, first)).toBeUndefined();
      expect(await store.commit(actionOf([remove(notes, first)]))).toBe("conflict");
    });

    it("refuses to replace a row that is not there", async () => {
      const store = ground.store(ground.newPartnership());
      expect(await store.commit(actionOf([replace(notes, noteOf("a"))]))).toBe("conflict");
      expect(await store.get(notes, noteOf("a"))).toBeUndefined();
    });

    it("is all or nothing: whichever condition fails, nothing of it is written", async () => {
      const partnership = ground.newPartnership();
      const store = ground.store(partnership);
      const standing = noteOf("standing");
      const others = ["taken", "watched"].map((each) => create(notes, noteOf(each)));
      await store.commit(actionOf([create(notes, standing), ...others]));
      const good: readonly Write[] = [
        create(notes, noteOf("new")),
        replace(notes, { ...standing, text: "changed" }),
        unchanged(notes, noteOf("watched")),
      ];
      const bad: readonly Write[] = [
        create(notes, noteOf("taken")),
        replace(notes, { ...standing, revision: 7 }),
        unchanged(notes, noteOf("watched", { revision: 7 })),
      ];
      const before = await ground.everythingOf(partnership);
      for (const position of good.keys()) {
        const writes = good.map((write, index) => (index === position ? (bad[index] ?? write) : write));
        const action = actionOf(writes, { announce: [announcement], answer: answerOf("a-key") });
        expect(await store.commit(action)).toBe("conflict");
        expect(await ground.everythingOf(partnership)).toEqual(before);
      }
      const whole = actionOf(good, { announce: [announcement], answer: answerOf("a-key") });
      expect(await store.commit(whole)).toBe("committed");
      // The new note, the announcement, the answer and the second audit entry.
      expect(await ground.everythingOf(partnership)).toHaveLength(before.length + 4);
    });

    it("says when its Idempotency-Key is answered already, and then writes nothing", async () => {
      const partnership = ground.newPartnership();
      const store = ground.store(partnership);
      const answer = answerOf("a-key");
      expect(await store.commit(actionOf([create(notes, noteOf("a"))], { answer }))).toBe("committed");
      const before = await ground.everythingOf(partnership);
      const repeat = actionOf([create(notes, noteOf("b"))], { answer, announce: [announcement] });
      expect(await store.commit(repeat)).toBe("already-answered");
      const whole = actionOf([create(notes, noteOf("a"))], { answer });
      expect(await store.commit(whole)).toBe("already-answered");
      expect(await ground.everythingOf(partnership)).toEqual(before);
      expect(await store.get(answers, answer)).toEqual(answer);
    });

    it("puts its announcements into the outbox, where they stay until they are forgotten", async () => {
      const store = ground.store(ground.newPartnership());
      await store.commit(actionOf([create(notes, noteOf("a"))], { announce: [announcement, announcement] }));
      const [first, second] = await store.all(outboxList);
      expect(first).toMatchObject({ ...announcement, partnershipId: store.partnershipId });
      if (!first || !second) throw new Error("Two announcements were made");
      await store.forget([first.eventId]);
      await store.forget([first.eventId]);
      expect(await store.all(outboxList)).toEqual([second]);
    });

    it("takes 100 rows in one transaction, and says so where it is given 101", async () => {
      const partnership = ground.newPartnership();
      const store = ground.store(partnership);
      const writes = Array.from({ length: 100 }, (_, index) => create(notes, noteOf(`n${index}`)));
      await expect(store.commit(actionOf(writes))).rejects.toThrow(/takes 100 rows and this has 101/);
      expect(await ground.everythingOf(partnership)).toEqual([]);
      // The audit entry is the hundredth.
      expect(await store.commit(actionOf(writes.slice(1)))).toBe("committed");
      expect(await store.all(notesOn("one"))).toHaveLength(99);
    });

    it("raises where one row is named twice, and writes nothing", async () => {
      const partnership = ground.newPartnership();
      const store = ground.store(partnership);
      const twice = [create(notes, noteOf("a")), create(notes, noteOf("a"))];
      await expect(store.commit(actionOf(twice))).rejects.toThrow("names one row twice");
      expect(await ground.everythingOf(partnership)).toEqual([]);
    });
  });

  describe("the audit chain", () => {
    it("has every entry once and in order after many commits at once, and its hashes hold", async () => {
      const store = ground.store(ground.newPartnership());
      const writers = 20;
      const commitUntilDone = async (index: number): Promise<void> => {
        const action = actionOf([create(notes, noteOf(`n${index}`))], { facts: { index } });
        while ((await store.commit(action)) !== "committed") continue;
      };
      await Promise.all(Array.from({ length: writers }, (_, index) => commitUntilDone(index)));
      const entries = await store.all(auditOf("request:1"));
      expect(entries.map((entry) => entry.sequence)).toEqual(
        Array.from({ length: writers }, (_, index) => index + 1),
      );
      expect(new Set(entries.map((entry) => entry.facts["index"])).size).toBe(writers);
      expect(firstBrokenLink(entries, sha256)).toBeUndefined();
      expect(await store.all(notesOn("one"))).toHaveLength(writers);
    });

    it("names the entry that somebody changed in the table", async () => {
      const store = ground.store(ground.newPartnership());
      for (const index of [1, 2, 3]) await store.commit(actionOf([], { facts: { index } }));
      const entries = await store.all(auditOf("request:1"));
      const forged = entries.map((entry) =>
        entry.sequence === 2 ? { ...entry, facts: { index: 9 } } : entry,
      );
      expect(firstBrokenLink(entries, sha256)).toBeUndefined();
      expect(firstBrokenLink(forged, sha256)).toBe(2);
    });
  });
}
