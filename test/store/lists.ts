import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeCursor, UnreadableCursorError } from "../../shared/store/cursor.ts";
import type { List } from "../../shared/store/entity.ts";
import type { PageOptions } from "../../shared/store/lists.ts";
import type { Store } from "../../shared/store/store.ts";
import type { Ground } from "./ground.ts";
import { type Note, noteOf, notes, notesBeginning, notesOn, rankedNotesOn } from "./notes.ts";

type NoteList = List<typeof notes.schema>;
type Options = Omit<PageOptions<Note>, "cursor">;

const nowSeconds = Date.parse("2026-09-01T08:00:00.000Z") / 1000;

/** Some rows of one shelf: some of them past their expiry, and several at one place of the index. */
const shelfRows = fc
  .uniqueArray(
    fc.record({
      noteId: fc.stringMatching(/^[ab][a-c]{1,3}$/),
      rank: fc.integer({ min: 0, max: 2 }),
      endsAtSeconds: fc.constantFrom(undefined, nowSeconds - 1, nowSeconds + 60),
    }),
    { selector: (row) => row.noteId, maxLength: 7 },
  )
  .map((rows) => rows.map(({ noteId, ...more }) => noteOf(noteId, more)));

async function pagesOf(store: Store, list: NoteList, options: Options): Promise<Note[]> {
  const rows: Note[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await store.page(list, { ...options, cursor: cursor ?? undefined });
    const isFull = page.items.length === options.limit;
    expect(isFull || (page.nextCursor === null && page.items.length < options.limit)).toBe(true);
    rows.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return rows;
}

const byId = (a: Note, b: Note): number => (a.noteId < b.noteId ? -1 : 1);
const isLive = (row: Note): boolean => row.endsAtSeconds === undefined || row.endsAtSeconds > nowSeconds;
const isWanted = (row: Note): boolean => row.noteId.endsWith("a");

/** What one list is to give, and how its order is judged. */
const lists = [
  { what: "the table", list: notesOn("one"), holds: () => true, place: (row: Note) => row.noteId },
  {
    what: "a part of a partition",
    list: notesBeginning("one", "b"),
    holds: (row: Note) => row.noteId.startsWith("b"),
    place: (row: Note) => row.noteId,
  },
  {
    what: "an index",
    list: rankedNotesOn("one"),
    holds: () => true,
    place: (row: Note) => String(row.rank),
  },
];

/** What reading lists promises. */
export function listContract(ground: Ground): void {
  describe("a list", () => {
    it.each(lists)("over $what gives every row once, in order, by pages of any size", async (each) => {
      const { list, holds, place } = each;
      await fc.assert(
        fc.asyncProperty(shelfRows, fc.boolean(), fc.boolean(), async (rows, newestFirst, filtered) => {
          const store = ground.store(ground.newPartnership());
          await store.stage(notes, [...rows, ...rows.map((row) => ({ ...row, shelf: "two" }))]);
          const expected = rows.filter((row) => isLive(row) && holds(row) && (!filtered || isWanted(row)));
          const where = filtered ? { where: isWanted } : {};
          for (let limit = 1; limit <= rows.length + 1; limit += 1) {
            const read = await pagesOf(store, list, { limit, newestFirst, ...where });
            expect(read.toSorted(byId)).toEqual(expected.toSorted(byId));
            const places = read.map(place);
            expect(places).toEqual(newestFirst ? places.toSorted().toReversed() : places.toSorted());
          }
          const all = (await store.all(list)).filter((row) => !filtered || isWanted(row));
          expect(all.toSorted(byId)).toEqual(expected.toSorted(byId));
        }),
        { numRuns: 15 },
      );
    });

    it("longer than one answer of the database is read to its last row", async () => {
      const store = ground.store(ground.newPartnership());
      // An answer holds 1 MB at most: 40 rows of 60 kB need three.
      const rows = Array.from({ length: 40 }, (_, index) =>
        noteOf(`n${String(index).padStart(2, "0")}`, { text: "x".repeat(60_000) }),
      );
      await store.stage(notes, rows);
      expect(await store.all(notesOn("one"))).toEqual(rows);
      expect((await store.all(rankedNotesOn("one"))).toSorted(byId)).toEqual(rows);
    });

    it("of keys gives a row or nothing for each, in the order of the keys, however many there are", async () => {
      const store = ground.store(ground.newPartnership());
      const over = noteOf("over", { endsAtSeconds: nowSeconds - 1 });
      const rows = Array.from({ length: 130 }, (_, index) => noteOf(`n${index}`));
      await store.stage(notes, [...rows, over]);
      const keys = [{ shelf: "two", noteId: "n1" }, ...rows.toReversed(), over];
      expect(await store.getEach(notes, keys)).toEqual([undefined, ...rows.toReversed(), undefined]);
      expect(await store.getEach(notes, [])).toEqual([]);
    });

    const strange = [
      "nonsense",
      "",
      "!!!",
      Buffer.from("{}").toString("base64url"),
      Buffer.from("[1]").toString("base64url"),
      encodeCursor([]),
      encodeCursor([""]),
      encodeCursor(["a", "b"]),
      encodeCursor(["a", "b", "c", "d"]),
      encodeCursor(["a", "", "c"]),
      encodeCursor(["x".repeat(2000)]),
      encodeCursor(["x", "x".repeat(2000), "x"]),
    ];
    it.each(lists)("over $what refuses a cursor that it could not have given", async ({ list }) => {
      const store = ground.store(ground.newPartnership());
      await store.stage(notes, [noteOf("aa"), noteOf("ba")]);
      for (const cursor of strange)
        await expect(store.page(list, { limit: 1, cursor })).rejects.toThrow(UnreadableCursorError);
    });

    it.each(lists)(
      "over $what answers any text given as a cursor with rows or with that refusal",
      async (each) => {
        const store = ground.store(ground.newPartnership());
        const rows = [noteOf("aa"), noteOf("ba")];
        await store.stage(notes, rows);
        const anyCursor = fc.oneof(
          fc.string(),
          fc.array(fc.string({ unit: "binary" }), { maxLength: 4 }).map(encodeCursor),
        );
        await fc.assert(
          fc.asyncProperty(anyCursor, async (cursor) => {
            const read = await store.page(each.list, { limit: 5, cursor }).catch((error: unknown) => error);
            if (read instanceof UnreadableCursorError) return;
            expect(read).toHaveProperty("items");
          }),
          { numRuns: 60 },
        );
      },
    );
  });
}
