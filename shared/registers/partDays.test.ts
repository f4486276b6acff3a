import { describe, expect, it } from "vitest";
import { on, readEvents, spansIn, until } from "./calendarEvents.testdata.ts";

describe("events that are not of whole days", () => {
  it("are left out and counted where they are shorter than a day of school, and read where they are not", () => {
    const reading = readEvents(
      ["Half term", "DTSTART:20261026T000000", "DTEND:20261031T000000"],
      ["INSET day", "DTSTART;TZID=Europe/London:20260901T090000", "DTEND;TZID=Europe/London:20260901T153000"],
      ["INSET day", "DTSTART:20270601T230000Z", "DTEND:20270602T225900Z"],
      ["INSET twilight", "DTSTART:20260908T150000", "DTEND:20260908T170000"],
      ["Assembly", "DTSTART:20260907T090000", "DTEND:20260907T093000", "RRULE:FREQ=WEEKLY"],
      ["End of term disco", "DTSTART:20261217T180000", "DTEND:20261217T200000"],
    );
    expect(spansIn(reading)).toEqual([
      ["holiday", "2026-10-26", "2026-10-30"],
      ["inset", "2026-09-01", "2026-09-01"],
      ["inset", "2027-06-02", "2027-06-02"],
    ]);
    expect(reading).toMatchObject({ leftOut: 3 });
  });

  it("are read for a length in hours, and left out where that is less than a day of school", () => {
    const reading = readEvents(
      ["INSET day", "DTSTART;TZID=Europe/London:20260901T090000", "DURATION:PT6H30M"],
      ["Training day", on("2027-06-07"), "DURATION:P1DT0H0M0S"],
      ["Staff training", "DTSTART:20270609T213000Z", "DURATION:PT12H"],
      ["Parents' evening", "DTSTART:20261112T170000", "DURATION:PT2H30M"],
      ["Whole-school photograph", "DTSTART:20261113T090000", "DURATION:PT0S"],
    );
    expect(spansIn(reading)).toEqual([
      ["inset", "2026-09-01", "2026-09-01"],
      ["inset", "2027-06-07", "2027-06-07"],
      ["inset", "2027-06-09", "2027-06-10"],
    ]);
    expect(reading).toMatchObject({ leftOut: 2 });
    for (const length of ["PT", "P", "-P1D", "P1Y", "PT6H30M"])
      expect(spansIn(readEvents(["INSET day", on("2026-09-01"), `DURATION:${length}`]))).toMatchObject([
        { row: 2, column: "DURATION" },
      ]);
  });

  it("are read for their length in days, and where they repeat by days or weeks until an end", () => {
    const reading = readEvents(
      ["Half term", on("2026-10-26"), "DURATION:P5D"],
      ["Half term", on("2027-02-15"), until("2027-02-16"), "RRULE:FREQ=DAILY;COUNT=5"],
      ["INSET day", on("2026-09-07"), "RRULE:FREQ=WEEKLY;UNTIL=20260930T000000Z;INTERVAL=2"],
      ["Training day", on("2027-06-07"), "RRULE:FREQ=WEEKLY;WKST=SU;COUNT=3;BYDAY=MO,FR", "EXDATE:20270611"],
      ["Christmas Day", on("2026-12-25")],
    );
    expect(spansIn(reading)).toEqual([
      ["holiday", "2026-10-26", "2026-10-30"],
      ["holiday", "2027-02-15", "2027-02-19"],
      ["inset", "2026-09-07", "2026-09-07"],
      ["inset", "2026-09-21", "2026-09-21"],
      ["inset", "2027-06-07", "2027-06-07"],
      ["inset", "2027-06-14", "2027-06-14"],
    ]);
  });
});
