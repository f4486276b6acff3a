import * as fc from "fast-check";
import { expect, test } from "vitest";
import { numbered, someCalendarYear, someImportRecord, someSchool } from "../../test/harness/rows.ts";
import { memoryWorld } from "../../test/store/memoryWorld.ts";
import { authorityHolder } from "../domain/calendar/calendarYear.ts";
import { PartnershipId, RegisterImportId } from "../domain/ids.ts";
import { calendarsOfAll, calendarsOfSome } from "./calendars.ts";
import { calendarYears } from "./rows/calendars.ts";
import { registers, schoolFacts } from "./rows/partnership.ts";

const importId = RegisterImportId.parse("imp_00000001");
/** Members of two authorities, of which the last school is in none: it is no member. */
const members = Array.from({ length: 7 }, (_, at) => ({
  ...someSchool(at),
  schoolId: numbered.school(at),
  laCode: at % 2 === 0 ? "373" : "330",
  importedBy: importId,
}));
const schoolIds = [...members.map(({ schoolId }) => schoolId), numbered.school(9)];
const holders = ["partnership", ...["373", "330"].map(authorityHolder), ...schoolIds];

async function storeWith(some: readonly string[]) {
  const store = memoryWorld().storeFor(PartnershipId.parse("par_00000001"));
  const now = "2026-09-01T08:00:00.000Z";
  await store.stage(registers, [{ importId, record: someImportRecord(importId, now), revision: 0 }]);
  await store.stage(schoolFacts, members);
  const rows = some.flatMap((holder) =>
    ["2026-27", "2027-28"].map((year) => someCalendarYear(holder, year, [])),
  );
  await store.stage(calendarYears, rows);
  return store;
}

test("the calendars of some schools are those that a reading of all finds, by one query for each holder", async () => {
  const some = fc.array(fc.constantFrom(...schoolIds));
  await fc.assert(
    fc.asyncProperty(fc.subarray(holders), some, async (speaking, asked) => {
      const store = await storeWith(speaking);
      let queries = 0;
      const all: typeof store.all = async (list) => {
        queries += 1;
        return store.all(list);
      };
      const [ofAll, ofSome] = [await calendarsOfAll(store), await calendarsOfSome({ ...store, all }, asked)];
      for (const schoolId of asked) expect(ofSome(schoolId)).toEqual(ofAll(schoolId));
      const authorities = members.filter((each) => asked.includes(each.schoolId)).map(({ laCode }) => laCode);
      const holding = new Set(asked).size + new Set(authorities).size;
      expect(queries).toBe(asked.length === 0 ? 0 : 1 + holding);
    }),
    { numRuns: 30 },
  );
});

test("a school that was not asked for is told from one of which nobody has said anything", async () => {
  const [asked, other] = [numbered.school(0), numbered.school(1)];
  const calendarOf = await calendarsOfSome(await storeWith([]), [asked]);
  expect(calendarOf(asked)).toEqual({ school: [], authority: [], partnership: [] });
  expect(() => calendarOf(other)).toThrow(`The calendar of ${other} was not asked for`);
});
