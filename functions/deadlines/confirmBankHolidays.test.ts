import { expect, test } from "vitest";
import { PartnershipId } from "../../shared/domain/ids.ts";
import { calendarYears } from "../../shared/store/rows/calendars.ts";
import { tasksIn } from "../../shared/store/rows/tasks.ts";
import { outboxList } from "../../shared/store/rows/trail.ts";
import { someCalendarYear } from "../../test/harness/rows.ts";
import { memoryWorld } from "../../test/store/memoryWorld.ts";
import { confirmBankHolidays } from "./confirmBankHolidays.ts";

/** A partnership that is looked at day by day. */
function partnership() {
  const store = memoryWorld().storeFor(PartnershipId.parse("par_00000001"));
  const yearsOf = async (state: "open" | "settled") =>
    (await store.all(tasksIn(state))).flatMap(({ evidence }) =>
      evidence.kind === "bank-holidays" ? [evidence.academicYear] : [],
    );
  return {
    store,
    look: (today: string) => confirmBankHolidays(store, { now: `${today}T09:00:00.000Z`, today }),
    open: () => yearsOf("open"),
    settled: () => yearsOf("settled"),
    letters: async () => (await store.all(outboxList)).length,
  };
}

test("brokers are asked once, from the first working day of June on, for the next academic year", async () => {
  const { look, open, letters } = partnership();
  for (const early of ["2026-11-02", "2027-05-28", "2030-06-01"]) await look(early);
  expect(await open()).toEqual([]);
  for (const day of ["2027-06-01", "2027-06-01", "2027-07-05", "2027-09-01"]) await look(day);
  expect(await open()).toEqual(["2027-28"]);
  expect(await letters()).toBe(1);
  await look("2028-06-01");
  expect(await open()).toEqual(["2027-28", "2028-29"]);
});

test("the task is settled once the partnership's calendar speaks of the year, and is not asked of one that does", async () => {
  const { store, look, open, settled } = partnership();
  await look("2027-06-01");
  await store.stage(calendarYears, [
    someCalendarYear("partnership", "2027-28", []),
    someCalendarYear("partnership", "2028-29", []),
  ]);
  for (const day of ["2027-06-02", "2028-06-01"]) await look(day);
  expect([await open(), await settled()]).toEqual([[], ["2027-28"]]);
});
