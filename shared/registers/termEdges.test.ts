import { describe, expect, it } from "vitest";
import { addDays, isWorkingDay } from "../domain/calendar/calendar.ts";
import { on, readEvents, spansIn, termsOf, until } from "./calendarEvents.testdata.ts";

describe("terms of which a file marks the first and last days", () => {
  it("are read from day to day, half terms and INSET days beside them", () => {
    const reading = readEvents(
      ["Autumn Term Begins", on("2026-09-02")],
      ["Half Term", on("2026-10-26"), until("2026-10-31")],
      ["INSET day", on("2026-09-01")],
      ["End of Autumn Term", on("2026-12-18")],
      ["First day of Spring term 2027", on("2027-01-05")],
      ["Last day of spring term", on("2027-03-25")],
    );
    expect(spansIn(reading)).toEqual([
      ["term", "2026-09-02", "2026-12-18"],
      ["holiday", "2026-10-26", "2026-10-30"],
      ["inset", "2026-09-01", "2026-09-01"],
      ["term", "2027-01-05", "2027-03-25"],
    ]);
    const names = reading.kind === "read" ? reading.calendars.flatMap(({ spans }) => spans) : [];
    expect(names.filter(({ kind }) => kind === "term").map(({ name }) => name)).toEqual([
      "Autumn term",
      "Spring term",
    ]);
  });

  it("are cut by half terms that are marked by their first and last days", () => {
    const reading = readEvents(
      ["TERM BEGINS", on("2026-09-01")],
      ["HALF TERM BEGINS", on("2026-10-26")],
      ["HALF TERM ENDS", on("2026-10-30")],
      ["TERM ENDS", on("2026-12-18")],
    );
    expect(spansIn(reading)).toEqual([
      ["term", "2026-09-01", "2026-10-25"],
      ["term", "2026-10-31", "2026-12-18"],
    ]);
  });

  it("are cut where a school says when it closes for a holiday and opens after it", () => {
    const reading = readEvents(
      ["School reopens", "DTSTART;TZID=Europe/London:20260903T084500"],
      ["School closes for half term at 3pm", "DTSTART:20261023T140000Z"],
      ["Pupils return after half term", on("2026-11-02")],
      ["Break up for Christmas", on("2026-12-17")],
    );
    expect(spansIn(reading)).toEqual([
      ["term", "2026-09-03", "2026-10-23"],
      ["term", "2026-11-02", "2026-12-17"],
    ]);
  });

  it("end with the last holiday before the next term where that end is not marked", () => {
    const reading = readEvents(
      ["Term starts", on("2026-09-04")],
      ["Half term", on("2026-10-26"), until("2026-10-31")],
      ["Christmas holidays", on("2026-12-19"), until("2027-01-04")],
      ["Term starts", on("2027-01-05")],
      ["Half term", on("2027-02-15"), until("2027-02-20")],
      ["Easter holidays", on("2027-03-26"), until("2027-04-12")],
    );
    expect(spansIn(reading)).toEqual([
      ["term", "2026-09-04", "2026-12-18"],
      ["holiday", "2026-10-26", "2026-10-30"],
      ["holiday", "2026-12-19", "2027-01-03"],
      ["term", "2027-01-05", "2027-03-25"],
      ["holiday", "2027-02-15", "2027-02-19"],
      ["holiday", "2027-03-26", "2027-04-11"],
    ]);
  });

  it("begin after the first holiday since the last term where that end is not marked", () => {
    const reading = readEvents(
      ["Term starts", on("2026-09-04")],
      ["Last day of term", on("2026-12-18")],
      ["Christmas holidays", on("2026-12-19"), until("2027-01-04")],
      ["Half term", on("2027-02-15"), until("2027-02-20")],
      ["Last day of term", on("2027-03-25")],
    );
    expect(spansIn(reading)).toEqual([
      ["term", "2026-09-04", "2026-12-18"],
      ["holiday", "2026-12-19", "2027-01-03"],
      ["holiday", "2027-02-15", "2027-02-19"],
      ["term", "2027-01-04", "2027-03-25"],
    ]);
  });

  it("begin with the first of the years that come back, and end with the last that go home", () => {
    const reading = readEvents(
      ["Term starts for Year 7", on("2026-09-02")],
      ["Term starts for all years", on("2026-09-04")],
      ["Last day of term for Year 11", on("2026-12-16")],
      ["Last day of term", on("2026-12-18")],
      ["Christmas holiday begins", on("2026-12-21")],
    );
    expect(spansIn(reading)).toEqual([["term", "2026-09-02", "2026-12-18"]]);
  });

  it("stand beside terms that are written whole", () => {
    const reading = readEvents(
      ["Autumn term", on("2026-09-01"), until("2026-12-19")],
      ["Half term begins", on("2026-10-26")],
      ["Half term ends", on("2026-10-30")],
    );
    expect(spansIn(reading)).toEqual([
      ["term", "2026-09-01", "2026-10-25"],
      ["term", "2026-10-31", "2026-12-18"],
    ]);
  });

  it("are refused where the last day of half term was meant for the last one before it", () => {
    const reading = readEvents(
      ["Term starts", on("2026-09-02")],
      ["Last day of half term", on("2026-10-23")],
      ["Half term", on("2026-10-26"), until("2026-10-31")],
      ["Term starts", on("2026-11-02")],
      ["Term ends", on("2026-12-18")],
    );
    expect(spansIn(reading)).toMatchObject([{ row: 2, column: "SUMMARY" }]);
  });

  it("are refused with their line where the other end is nowhere to be found", () => {
    for (const [summary, row] of [
      ["Autumn term starts", 3],
      ["Summer term ends", 3],
    ] as const)
      expect(spansIn(readEvents([summary, on("2026-09-01")]))).toMatchObject([
        { row: row - 1, column: "SUMMARY" },
      ]);
  });
});

describe("terms of a file that marks none of their days", () => {
  it("are put together from its days of school, over weekends and bank holidays and no other day", () => {
    const days = (from: string, count: number) =>
      Array.from({ length: count }, (_, at) => addDays(from, at))
        .filter(isWorkingDay)
        .map((date): readonly [string, string] => ["Hallam: Term day", on(date)]);
    const reading = readEvents(...days("2027-04-26", 12), ...days("2027-05-17", 12));
    expect(spansIn(reading)).toEqual([
      ["term", "2027-04-26", "2027-05-07"],
      ["term", "2027-05-17", "2027-05-28"],
    ]);
    expect(spansIn(readEvents(...days("2027-04-26", 3)))).toMatchObject([{ row: 2, column: "SUMMARY" }]);
  });

  it("are what lies between its holidays, where it states all of them", () => {
    const reading = readEvents(
      ["Hallam: Summer holiday", on("2026-08-01"), until("2026-09-01")],
      ["Hallam: October half-term", on("2026-10-24"), until("2026-11-02")],
      ["Hallam: Christmas holiday", on("2026-12-19"), until("2027-01-04")],
      ["Hallam: Easter holiday", on("2027-03-26"), until("2027-04-12")],
      ["Hallam: Bank holiday", on("2027-05-03")],
      ["Hallam: Summer holiday", on("2027-07-22"), until("2027-09-01")],
    );
    expect(termsOf(reading)).toEqual([
      ["term", "2026-09-01", "2026-10-23"],
      ["term", "2026-11-02", "2026-12-18"],
      ["term", "2027-01-04", "2027-03-25"],
      ["term", "2027-04-12", "2027-07-21"],
    ]);
  });

  it("are none over Christmas, Easter or August, where a holiday must be missing", () => {
    const reading = readEvents(
      ["Eid holiday", on("2026-11-09")],
      ["Holiday", on("2027-02-15"), until("2027-02-20")],
      ["Holiday", on("2027-05-31"), until("2027-06-05")],
      ["Holiday", on("2027-10-25"), until("2027-10-30")],
    );
    expect(termsOf(reading)).toEqual([]);
  });

  it("are none of a holiday that is written as its first day alone", () => {
    expect(spansIn(readEvents(["Summer Holidays", on("2027-07-23")]))).toMatchObject([{ column: "SUMMARY" }]);
  });
});
