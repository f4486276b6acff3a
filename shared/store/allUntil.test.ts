import * as fc from "fast-check";
import { expect, test } from "vitest";
import { PartnershipId } from "../domain/ids.ts";
import { memoryWorld } from "../../test/store/memoryWorld.ts";
import { noteOf, notes, rankedNotesOn } from "../../test/store/notes.ts";
import { allUntil } from "./allUntil.ts";

test("all rows until the first that is past are read, to whichever page that is, and no page after it", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(260), fc.nat(260), async (count, first) => {
      const store = memoryWorld().storeFor(PartnershipId.parse("par_00000001"));
      const ranked = Array.from({ length: count }, (_, at) => noteOf(`n${at}`, { rank: 1000 + at }));
      await store.stage(notes, ranked);
      let pages = 0;
      const counting: Pick<typeof store, "page"> = {
        page: (list, options) => {
          pages += 1;
          return store.page(list, options);
        },
      };
      const found = await allUntil(counting, rankedNotesOn("one"), ({ rank }) => rank >= 1000 + first);
      expect(found).toEqual(ranked.slice(0, first));
      // A list that ends with a full page is known to end only by the next, which is empty.
      expect(pages).toBe(Math.floor(Math.min(count, first) / 100) + 1);
    }),
    { numRuns: 30 },
  );
});
