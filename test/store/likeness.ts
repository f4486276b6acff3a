import fc from "fast-check";
import { expect, it } from "vitest";
import { EventId, idWith } from "../../shared/domain/ids.ts";
import { sha256 } from "../../shared/runtime/identity.ts";
import { auditOf } from "../../shared/store/rows/trail.ts";
import { create, replace, type Store, storeFor, type StoreDependencies } from "../../shared/store/store.ts";
import { unchanged } from "../../shared/store/unchanged.ts";
import { actionOf, type Ground } from "./ground.ts";
import { memoryTable } from "./memoryTable.ts";
import { noteOf, notes, notesBeginning, notesOn, rankedNotesOn } from "./notes.ts";

const seconds = Date.parse("2026-09-01T08:00:00.000Z") / 1000;
const ids = ["a", "ab", "b"];
const note = fc
  .record({
    noteId: fc.constantFrom(...ids),
    shelf: fc.constantFrom("one", "two"),
    tens: fc.constantFrom(1, 2, 10),
    revision: fc.nat(2),
    endsAtSeconds: fc.option(fc.constantFrom(seconds - 1, seconds + 1), { nil: undefined }),
  })
  // No two stand at one place of the index: DynamoDB promises no order among those that do.
  .map(({ noteId, tens, ...more }) => noteOf(noteId, { ...more, rank: tens * 10 + ids.indexOf(noteId) }));
const write = fc
  .record({ how: fc.constantFrom(create, replace, unchanged), of: note })
  .map(({ how, of }) => ({ of, write: how(notes, of) }));
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .uniqueArray(write, { minLength: 1, maxLength: 3, selector: ({ of }) => `${of.shelf} ${of.noteId}` })
      .map((all) => (store: Store) => store.commit(actionOf(all.map((each) => each.write)))),
  },
  { weight: 1, arbitrary: note.map((of) => (store: Store) => store.note(create(notes, of))) },
  { weight: 1, arbitrary: note.map((of) => (store: Store) => store.note(replace(notes, of))) },
  { weight: 1, arbitrary: note.map((of) => (store: Store) => store.stage(notes, [of])) },
  { weight: 1, arbitrary: note.map((of) => (store: Store) => store.drop(notes, [of])) },
);

/** Everything that a store can tell, by every kind of list, both ways and in small pages. */
async function told(store: Store): Promise<unknown[]> {
  const lists = ["one", "two"].flatMap((shelf) => [
    notesOn(shelf),
    notesBeginning(shelf, "a"),
    rankedNotesOn(shelf),
  ]);
  const answers: unknown[] = [await store.all(auditOf("request:1"))];
  for (const list of lists) {
    answers.push(await store.all(list));
    const first = await store.page(list, { limit: 1, newestFirst: true });
    const cursor = first.nextCursor ?? undefined;
    answers.push(first, await store.page(list, { limit: 2, newestFirst: true, cursor }));
  }
  return answers;
}

/** The table in memory, on which the service is simulated, is worth as much as it answers like a real one. */
export function likenessContract(ground: Ground): void {
  it("is what the table in memory answers like, whatever is written", async () => {
    const alike = fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const partnership = ground.newPartnership();
      const over = (openTable: StoreDependencies["openTable"]): Store => {
        let events = 0;
        const newEventId = () => idWith(EventId, String((events += 1)).padStart(8, "0"));
        return storeFor({ openTable, now: () => ground.clock.now, newEventId, digest: sha256 })(partnership);
      };
      const [real, inMemory] = [over(ground.table), over(memoryTable())];
      for (const take of steps) expect(await take(inMemory)).toEqual(await take(real));
      expect(await told(inMemory)).toEqual(await told(real));
    });
    await fc.assert(alike, { numRuns: 30 });
  }, 180_000);
}
