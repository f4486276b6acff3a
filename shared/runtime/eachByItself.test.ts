import fc from "fast-check";
import { expect, test } from "vitest";
import { eachByItself } from "./eachByItself.ts";

test("each is dealt with once, no more at once than asked, and all that failed is raised at the end", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean()), fc.integer({ min: 1, max: 4 }), async (all, atOnce) => {
      const dealt: number[] = [];
      let [working, most] = [0, 0];
      const work = eachByItself(
        all.entries(),
        async ([at, fails]) => {
          most = Math.max(most, (working += 1));
          await Promise.resolve();
          working -= 1;
          dealt.push(at);
          if (fails) throw new Error(`${at}`);
        },
        { atOnce },
      );
      const raised = await work.then(
        () => [],
        (error: unknown) => (error instanceof AggregateError ? error.errors.map(String) : [error]),
      );
      expect(raised).toEqual(all.flatMap((fails, at) => (fails ? [`Error: ${at}`] : [])));
      expect(dealt).toEqual(all.map((_, at) => at));
      expect(most).toBe(Math.min(atOnce, all.length));
    }),
  );
});
