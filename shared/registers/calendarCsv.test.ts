import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SchoolUrn } from "../domain/ids.ts";
import { calendarTemplate, readCalendarCsv } from "./calendarCsv.ts";
import { toCsv } from "./csv.ts";

const member = SchoolUrn.parse("100001");
const schoolOf = (urn: SchoolUrn) => (urn === member ? "sch_00000001" : undefined);
const header = ["Authority code", "School URN", "Kind", "Name", "From", "To"];
const read = (...rows: string[][]) => readCalendarCsv(toCsv(header, rows), schoolOf);

describe("calendars from CSV", () => {
  it("reads its own template", () => {
    expect(readCalendarCsv(calendarTemplate(), schoolOf)).toEqual({
      kind: "read",
      calendars: [
        {
          holder: "authority-373",
          academicYear: "2026-27",
          rows: [2],
          spans: [{ kind: "term", name: "Autumn term", from: "2026-09-01", to: "2026-12-18" }],
        },
      ],
    });
  });

  it("puts rows together by whose they are and by academic year, and reads British dates", () => {
    const reading = read(
      ["373", "", "Term", "Summer term", "12/04/2027", "21/07/2027"],
      ["", "100001", "INSET", "Training", "2026-09-01", ""],
      ["373", "", "holiday", "Half term", "2027-05-31", "2027-06-04"],
      ["373", "", "term", "Autumn term", "2027-08-30", "2027-12-17"],
    );
    expect(reading).toMatchObject({
      kind: "read",
      calendars: [
        { holder: "authority-373", academicYear: "2026-27", rows: [2, 4] },
        {
          holder: "sch_00000001",
          academicYear: "2026-27",
          spans: [{ kind: "inset", from: "2026-09-01", to: "2026-09-01" }],
        },
        { holder: "authority-373", academicYear: "2027-28", rows: [5] },
      ],
    });
  });

  it("names every fault by its row and, where one cell is at fault, its column", () => {
    const reading = read(
      ["373", "100001", "term", "Both", "2026-09-01", "2026-12-18"],
      ["", "", "term", "Neither", "2026-09-01", "2026-12-18"],
      ["", "100002", "term", "A stranger", "2026-09-01", "2026-12-18"],
    );
    expect(reading.kind === "refused" && reading.problems.map(({ row, column }) => [row, column])).toEqual([
      [2, "School URN"],
      [3, "Authority code"],
      [4, "School URN"],
    ]);
    const cells = read(["373", "", "fair", "", "31/31/2026", ""]);
    expect(cells.kind === "refused" && cells.problems.map(({ column }) => column)).toEqual([
      "Kind",
      "Name",
      "From",
    ]);
  });

  it("refuses days that cannot be: reversed, outside any year of school, or in two terms", () => {
    const reading = read(
      ["373", "", "term", "Autumn term", "2026-09-01", "2026-12-18"],
      ["373", "", "term", "Spring term", "2026-12-18", "2027-03-26"],
      ["373", "", "holiday", "Half term", "2027-02-19", "2027-02-15"],
      ["373", "", "term", "Summer term", "2027-04-12", "2027-10-01"],
    );
    expect(reading.kind === "refused" && reading.problems.map(({ row }) => row)).toEqual([3, 4, 5]);
  });

  it("gives for any rows of one holder either calendars that hold every row once, or problems of its rows", () => {
    const date = fc
      .date({ min: new Date("2026-08-01"), max: new Date("2028-08-31"), noInvalidDate: true })
      .map((each) => each.toISOString().slice(0, 10));
    const row = fc
      .tuple(fc.constantFrom("term", "holiday", "inset", "closed"), date, date)
      .map(([kind, from, to]) => ["373", "", kind, "Days", from, to]);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
        const reading = read(...rows);
        const all = rows.map((_, index) => index + 2);
        const kept = reading.kind === "read" ? reading.calendars.flatMap((each) => each.rows) : all;
        const told = reading.kind === "read" ? [] : reading.problems.map((each) => each.row);
        expect(kept.toSorted((a, b) => a - b)).toEqual(all);
        expect(told.every((each) => all.includes(each))).toBe(true);
        expect(told.length > 0).toBe(reading.kind === "refused");
      }),
    );
  });
});
