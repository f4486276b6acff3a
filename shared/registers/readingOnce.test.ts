import fc from "fast-check";
import { expect, test } from "vitest";
import { chunksOf } from "./namedColumns.ts";
import { nationalRegister } from "./nationalRegister.ts";
import { readingOnce } from "./readingOnce.ts";
import { syntheticRegister } from "./syntheticRegister.ts";

const made = syntheticRegister({ area: "Sheffield", schools: 20, seed: 5 });
if (made.kind !== "made") throw new Error("Sheffield is a known area");
const bytes = new TextEncoder().encode(made.text);

test("everybody is given what reading the file by themselves would give, and it is read once", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 4 }),
      async (wants) => {
        let opened = 0;
        const open = async function* () {
          opened += 1;
          yield* chunksOf(bytes);
        };
        const shared = readingOnce(
          nationalRegister,
          ({ urn }) => wants.includes(3) || wants.includes(Number(urn) % 3),
        );
        for (const want of wants) {
          const keep =
            want === 3 ? undefined : (school: { readonly urn: string }) => Number(school.urn) % 3 === want;
          expect(await shared.establishments(open(), keep)).toEqual(
            await nationalRegister.establishments(chunksOf(bytes), keep),
          );
        }
        expect(opened).toBe(1);
      },
    ),
    { numRuns: 30 },
  );
});

test("a file that is refused is refused for everybody, of every kind", async () => {
  const shared = readingOnce(nationalRegister, () => true);
  const page = () => chunksOf(new TextEncoder().encode("<!doctype html>"));
  for (const kind of ["establishments", "memberships", "groups", "successions", "inspections"] as const)
    for (const _reader of [1, 2])
      expect(await shared[kind](page())).toEqual(await nationalRegister[kind](page()));
});
