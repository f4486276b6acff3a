import { expect, test } from "vitest";
import { someoneToErase } from "../../test/harness/someoneToErase.ts";
import { schoolContacts } from "./rows/partnership.ts";
import { allSchools, registeredSchools, withContacts } from "./schools.ts";

test("contacts are read of the schools that are asked for, and of no others", async () => {
  const { store } = await someoneToErase();
  const facts = await registeredSchools(store);
  const known = { headEmail: "head@school.example", inCategoryOfConcern: true, revision: 0 };
  await store.stage(
    schoolContacts,
    facts.slice(1, 3).map(({ schoolId }) => ({ schoolId, ...known })),
  );
  const whole = await allSchools(store);
  expect(whole.filter(({ headEmail }) => headEmail === known.headEmail)).toHaveLength(2);
  const all = () => Promise.reject(new Error("A list was read whole"));
  for (const [place, each] of facts.entries())
    expect(await withContacts({ ...store, all }, [each])).toEqual([whole[place]]);
  expect(await withContacts({ ...store, all }, facts)).toEqual(whole);
});
