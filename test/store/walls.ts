import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idWith, PartnershipId } from "../../shared/domain/ids.ts";
import { partitionPrefix } from "../../shared/store/entity.ts";
import { auditOf, outboxList } from "../../shared/store/rows/trail.ts";
import { create, replace, type Store } from "../../shared/store/store.ts";
import { ForeignKeyError } from "../../shared/store/table.ts";
import { actionOf, type Ground } from "./ground.ts";
import { type Note, noteOf, notes, notesOn, rankedNotesOn } from "./notes.ts";

const shelves = ["one", "two"];
const kinds = ["create", "replace", "replace-stale", "stage", "get"] as const;

/** One step of somebody: which of the two partnerships, which row, and what is done with it. */
const step = fc.record({
  partnership: fc.constantFrom(0, 1),
  shelf: fc.constantFrom(...shelves),
  noteId: fc.constantFrom("a", "b", "c"),
  text: fc.string({ maxLength: 5 }),
  rank: fc.integer({ min: 0, max: 3 }),
  kind: fc.constantFrom(...kinds),
});
type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never;
type Model = Map<string, Note>;

const keyOf = (row: Pick<Note, "shelf" | "noteId">): string => `${row.shelf}/${row.noteId}`;

/** Does a step on the model of what a store should hold, and says what the store should answer. */
function foretold(model: Model, { shelf, noteId, text, rank, kind }: Step): unknown {
  const key = keyOf({ shelf, noteId });
  const known = model.get(key);
  const fresh = noteOf(noteId, { shelf, text, rank });
  if (kind === "get") return known;
  if (kind === "create" && known) return "conflict";
  if (kind === "replace-stale" || (kind === "replace" && !known)) return "conflict";
  model.set(key, kind === "replace" && known ? { ...fresh, revision: known.revision + 1 } : fresh);
  return kind === "stage" ? undefined : "committed";
}

/** Does a step on the store itself. `known` is the row as the model has it. */
function done(store: Store, { shelf, noteId, text, rank, kind }: Step, known: Note | undefined) {
  const fresh = noteOf(noteId, { shelf, text, rank });
  const revision = (known?.revision ?? 0) + (kind === "replace-stale" ? 1 : 0);
  switch (kind) {
    case "get":
      return store.get(notes, { shelf, noteId });
    case "stage":
      return store.stage(notes, [fresh]);
    case "create":
      return store.commit(actionOf([create(notes, fresh)]));
    case "replace":
    case "replace-stale":
      return store.commit(actionOf([replace(notes, { ...fresh, revision })]));
  }
}

const never = (): never => {
  throw new Error("There are two sides");
};
const byKey = (a: Note, b: Note): number => (keyOf(a) < keyOf(b) ? -1 : 1);

/** What keeps one partnership from another. */
export function wallContract(ground: Ground): void {
  describe("a partnership", () => {
    it("holds what was written in it and nothing of another that uses the same ids", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
          const sides = [0, 1].map(() => ({
            store: ground.store(ground.newPartnership()),
            model: new Map<string, Note>(),
          }));
          for (const each of steps) {
            const { store, model } = sides[each.partnership] ?? never();
            const answer = await done(store, each, model.get(keyOf(each)));
            expect(answer).toEqual(foretold(model, each));
          }
          for (const { store, model } of sides) {
            const expected = [...model.values()].toSorted(byKey);
            for (const listed of [notesOn, rankedNotesOn]) {
              const read = await Promise.all(shelves.map((shelf) => store.all(listed(shelf))));
              expect(read.flat().toSorted(byKey)).toEqual(expected);
            }
          }
        }),
        { numRuns: 15 },
      );
    });

    it("whose id begins with the whole of another's shares nothing with it", async () => {
      const shorter = ground.newPartnership();
      const longer = idWith(PartnershipId, `${shorter.slice("par_".length)}a`);
      const [one, other] = [ground.store(shorter), ground.store(longer)];
      await one.commit(actionOf([create(notes, noteOf("a"))]));
      expect(await other.all(notesOn("one"))).toEqual([]);
      expect(await other.all(auditOf("request:1"))).toEqual([]);
      expect(await other.all(outboxList)).toEqual([]);
    });

    it("gives only its own rows after a cursor that was taken in another", async () => {
      const [mine, theirs] = [ground.newPartnership(), ground.newPartnership()];
      const stores = [mine, theirs].map((each) => ground.store(each));
      for (const [index, store] of stores.entries())
        await store.stage(
          notes,
          ["a", "b", "c", "d"].map((id, rank) => noteOf(id, { rank, text: `of partnership ${index}` })),
        );
      const [here, there] = stores;
      if (!here || !there) throw new Error("Two stores were opened");
      for (const list of [notesOn("one"), rankedNotesOn("one")]) {
        const { nextCursor } = await there.page(list, { limit: 2 });
        expect(nextCursor).not.toContain(theirs);
        expect(Buffer.from(nextCursor ?? "", "base64url").toString()).not.toContain(theirs);
        const read = await here.page(list, { limit: 9, cursor: nextCursor ?? undefined });
        expect(new Set(read.items.map((row) => row.text))).toEqual(new Set(["of partnership 0"]));
      }
    });
  });

  describe("the tripwire", () => {
    const foreign = (): { own: string; keys: (partnership: PartnershipId) => Record<string, string> } => ({
      own: partitionPrefix(ground.newPartnership()),
      keys: (partnership) => ({ pk: `${partitionPrefix(partnership)}NOTES#one`, sk: "a" }),
    });
    const item = (own: string, more: Record<string, string> = {}) => ({
      pk: `${own}NOTES`,
      sk: "a",
      ...more,
    });

    it("lets no key of another partnership be read, written, removed or begun from", async () => {
      const { own, keys } = foreign();
      const table = ground.table(own);
      const theirs = keys(ground.newPartnership());
      await expect(table.get(theirs)).rejects.toThrow(ForeignKeyError);
      await expect(table.remove(theirs)).rejects.toThrow(ForeignKeyError);
      await expect(table.put([item(own), theirs])).rejects.toThrow(ForeignKeyError);
      const TableName = "";
      for (const write of [
        { Put: { TableName, Item: theirs } },
        { Delete: { TableName, Key: theirs } },
        { ConditionCheck: { TableName, Key: theirs, ConditionExpression: "attribute_exists(pk)" } },
        { Update: { TableName, Key: theirs, UpdateExpression: "REMOVE x" } },
        {},
      ])
        await expect(table.transact([write])).rejects.toThrow(ForeignKeyError);
      const ask = { KeyConditionExpression: "pk = :partition" };
      const of = (pk: unknown) => ({ ...ask, ExpressionAttributeValues: { ":partition": pk } });
      await expect(table.query(of(theirs["pk"]))).rejects.toThrow(ForeignKeyError);
      await expect(table.query(ask)).rejects.toThrow(ForeignKeyError);
      const begun = { ...of(`${own}NOTES`), ExclusiveStartKey: theirs };
      await expect(table.query(begun)).rejects.toThrow(ForeignKeyError);
    });

    it.each(["gsi1pk", "gsi2pk", "gsi3pk"])(
      "lets no row stand in another's index by its %s",
      async (name) => {
        const { own, keys } = foreign();
        const table = ground.table(own);
        const stray = item(own, { [name]: String(keys(ground.newPartnership())["pk"]) });
        await expect(table.put([stray])).rejects.toThrow(ForeignKeyError);
        await expect(table.transact([{ Put: { TableName: "", Item: stray } }])).rejects.toThrow(
          ForeignKeyError,
        );
      },
    );

    it("lets no part of a batch be written when a later row of it is foreign", async () => {
      const partnership = ground.newPartnership();
      const own = partitionPrefix(partnership);
      const rows = Array.from({ length: 30 }, (_, index) => ({ pk: `${own}NOTES`, sk: String(index) }));
      const stray = { pk: "P#par_another#NOTES", sk: "a" };
      await expect(ground.table(own).put([...rows, stray])).rejects.toThrow(ForeignKeyError);
      expect(await ground.everythingOf(partnership)).toEqual([]);
    });
  });
}
