import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsv, toCsv } from "./csv.ts";
import { peopleTemplate, readPeople } from "./peopleCsv.ts";
import { readRequests, requestsTemplate } from "./requestsCsv.ts";

type Cells = Readonly<Record<string, string>>;

/** The template with its example row replaced by rows that differ from it in the given cells. */
function fileFrom(template: string, rows: readonly Cells[]): string {
  const reading = readCsv(template);
  if (reading.kind !== "read") throw new Error("The template is no CSV");
  const { header, rows: examples } = reading;
  const cells = rows.map((row) => header.map((name, index) => row[name] ?? examples[0]?.cells[index] ?? ""));
  return toCsv(header, cells);
}

const people = (...rows: Cells[]) => readPeople(fileFrom(peopleTemplate(), rows));
const requests = (...rows: Cells[]) => readRequests(fileFrom(requestsTemplate(), rows));

describe("the people file", () => {
  test("reads its own template, with every optional fact of a person", () => {
    const reading = readPeople(peopleTemplate());
    expect(reading).toMatchObject({
      kind: "read",
      people: [
        {
          row: 2,
          personKey: "P001",
          homeUrn: "900001",
          travelLimitMetres: 30_000,
          capacityDaysPerYear: 15,
          available: { from: "2025-09-01", to: "2026-07-17" },
          claims: [{ code: "CT-03", level: "can-coach", phases: ["early-years", "primary"] }],
        },
      ],
    });
  });

  test("gathers one person's claims from rows anywhere in the file", () => {
    const other = { "Person key": "P002", Email: "practitioner.2@example.org" };
    const reading = people({}, other, { Code: "CT-04", "Travel limit km": "" });
    expect(
      reading.kind === "read" && reading.people.map(({ claims }) => claims.map(({ code }) => code)),
    ).toEqual([["CT-03", "CT-04"], ["CT-03"]]);
  });

  test("reads dates as British spreadsheets write them, and words in any case", () => {
    expect(people({ "Endorsed on": "01/09/2025", Level: "Can coach", Phases: "Primary" })).toMatchObject({
      kind: "read",
      people: [{ claims: [{ level: "can-coach", endorsement: { endorsedOn: "2025-09-01" } }] }],
    });
  });

  test("reads a file without the optional columns", () => {
    const short = toCsv(
      ["person KEY", "Name", "Email", "Home school URN", "Code", "Level", "Phases", "Last practised year"],
      [["P1", "Practitioner 1", "p1@example.org", "900001", "CT-03", "can-share", "primary", "2024"]],
    );
    expect(readPeople(short)).toMatchObject({ kind: "read", people: [{ modes: null, designation: null }] });
  });

  test("names row and column of each bad cell", () => {
    const bad: [Cells, string, RegExp][] = [
      [{ "Home school URN": "12345" }, "Home school URN", /six digits/],
      [{ Code: "SL-ICT" }, "Code", /retired: use CT-09/],
      [{ Code: "CT-77" }, "Code", /not a code/],
      [{ Level: "expert" }, "Level", /can-share, can-coach, can-lead-review/],
      [{ Phases: "primary; primary" }, "Phases", /twice/],
      [{ Phases: "" }, "Phases", /empty/],
      [{ Evidence: "Seen, no. 001234567890" }, "Evidence", /DBS certificate/],
      [{ "Endorsement note": "DBS 0012 3456 7890" }, "Endorsement note", /DBS certificate/],
      [{ "Last practised year": "1989" }, "Last practised year", /1990/],
      [{ Email: "nobody" }, "Email", /e-mail/],
      [{ "Days per year": "1.3" }, "Days per year", /halves/],
      [{ "Endorsed on": "31/02/2025" }, "Endorsed on", /no date/],
      [{ "Available to": "2025-08-31" }, "Available to", /before/],
      [{ "Designation expires": "2020-01-01" }, "Designation expires", /before/],
      [{ "Assurance valid until": "2020-01-01" }, "Assurance valid until", /before/],
      [{ "Awarding body": "" }, "Awarding body", /awarding body/],
    ];
    for (const [cells, column, message] of bad) {
      expect(people(cells)).toMatchObject({
        kind: "refused",
        problems: [{ row: 2, column, message: expect.stringMatching(message) }],
      });
    }
  });

  test("refuses a code claimed twice, a ninth claim, and an address under two keys", () => {
    expect(people({}, {})).toMatchObject({ problems: [{ row: 3, column: "Code" }] });
    const nine = ["01", "02", "03", "04", "05", "06", "07", "08", "09"].map((part) => ({
      Code: `LG-${part}`,
    }));
    expect(people(...nine)).toMatchObject({ problems: [{ row: 10, column: "Code" }] });
    expect(people({}, { "Person key": "P002" })).toMatchObject({ problems: [{ row: 3, column: "Email" }] });
  });

  test("takes a person's own facts from whichever of their rows give them, in any order of the rows", () => {
    const own = [
      "Modes",
      "Days per year",
      "Deployments at once",
      "Travel limit km",
      "Available from",
      "Available to",
      "Designation",
      "Awarding body",
      "Awarded on",
      "Designation expires",
      "Assurance confirmed on",
      "Assurance valid until",
    ];
    const factsIn = (rows: readonly Cells[]) => {
      const reading = people(...rows);
      if (reading.kind === "refused") throw new Error(JSON.stringify(reading.problems));
      return reading.people.map(({ claims: _claims, ...facts }) => facts);
    };
    const claimed = ["CT-03", "CT-04", "LG-01"];
    fc.assert(
      fc.property(fc.array(fc.nat(2), { minLength: own.length, maxLength: own.length }), (rowsGiving) => {
        const rows = claimed.map((Code, row) => ({
          Code,
          ...Object.fromEntries(own.filter((_, at) => rowsGiving[at] !== row).map((column) => [column, ""])),
        }));
        expect(factsIn(rows)).toEqual(factsIn([{}]));
        expect(factsIn(rows.toReversed())).toEqual(factsIn([{}]));
      }),
    );
  });

  test("refuses rows of one person that contradict each other", () => {
    const others: Cells = {
      Modes: "remote",
      "Available to": "2026-07-18",
      "Awarding body": "Another alliance",
      "Assurance confirmed on": "2025-09-02",
    };
    for (const [column, cell] of Object.entries(others))
      expect(people({}, { Code: "CT-04", [column]: cell })).toMatchObject({
        problems: [{ row: 3, column, message: "This differs from row 2, which has the same person key" }],
      });
    expect(people({}, { Code: "CT-04", "Home school URN": "900002" })).toMatchObject({
      problems: [{ row: 3, column: "Home school URN" }],
    });
  });

  test("refuses an unknown column by name, a missing one, and a file without rows", () => {
    const [header = "", row = ""] = peopleTemplate().split("\r\n");
    expect(readPeople(`${header},Shoe size\r\n${row},9\r\n`)).toMatchObject({
      problems: [{ row: 1, column: "Shoe size" }],
    });
    expect(readPeople(`${header.replace("Email", "Name")}\r\n${row}\r\n`)).toMatchObject({ kind: "refused" });
    expect(readPeople(`${header}\r\n`)).toMatchObject({ kind: "refused" });
  });
});

describe("the requests file", () => {
  test("reads its own template", () => {
    expect(readRequests(requestsTemplate())).toMatchObject({
      kind: "read",
      requests: [
        {
          schoolUrn: "900001",
          codes: { primary: "CT-03", secondary: ["EY-02", "LG-04"] },
          daysEach: 3.5,
          people: 1,
          requiredDesignation: null,
        },
      ],
    });
  });

  test("names row and column of each bad cell", () => {
    const bad: [Cells, string, RegExp][] = [
      [{ "School URN": "urn" }, "School URN", /six digits/],
      [{ "Primary code": "SL-PHO" }, "Primary code", /use CT-03/],
      [{ "Secondary codes": "CT-04; CT-05; CT-06" }, "Secondary codes", /At most 2/],
      [{ "Secondary codes": "CT-03" }, "Secondary codes", /again/],
      [{ "Window to": "2025-11-02" }, "Window to", /before/],
      [{ "Days each": "0" }, "Days each", /halves/],
      [{ People: "11" }, "People", /1 to 10/],
      [{ Urgency: "yesterday" }, "Urgency", /this-week/],
      [{ Description: "Help" }, "Description", /fewer than 10/],
    ];
    for (const [cells, column, message] of bad) {
      expect(requests(cells)).toMatchObject({
        kind: "refused",
        problems: [{ row: 2, column, message: expect.stringMatching(message) }],
      });
    }
  });

  test("refuses a key given twice, and reports the problems of all rows at once", () => {
    expect(requests({}, {})).toMatchObject({ problems: [{ row: 3, column: "Request key" }] });
    const answer = requests({ People: "0" }, { Mode: "boat" });
    expect(answer.kind === "refused" && answer.problems.map(({ row, column }) => [row, column])).toEqual([
      [2, "People"],
      [3, "Mode"],
    ]);
  });
});
