import { describe, expect, test } from "vitest";
import { toCsv } from "./csv.ts";
import { chunksOf } from "./namedColumns.ts";
import { readInspections } from "./ofstedInspections.ts";

// The complete file is not at hand: these rows are made up under the header names of the field's own notes.
const header = [
  "URN",
  "LAESTAB",
  "School name",
  "Ofsted phase",
  "Type of education",
  "Inspection start date",
  "Publication date",
  "Inspection type",
  "Category of concern",
  "Most recent category of concern",
  "Safeguarding standards",
  "Inclusion",
  "Curriculum and teaching",
  "Achievement",
  "Attendance and behaviour",
  "Personal development and wellbeing",
  "Early years (where applicable)",
  "Post-16 provision (where applicable)",
  "Leadership and governance",
  "Latest OEIF overall effectiveness",
  "Latest OEIF quality of education",
  "Latest OEIF behaviour and attitudes",
  "Latest OEIF personal development",
  "Latest OEIF effectiveness of leadership and management",
  "Ungraded inspection overall outcome",
  "Date of latest ungraded inspection",
  "URN at time of latest OEIF graded inspection",
  "Inspection start date of latest OEIF graded inspection",
  "Publication date of latest OEIF graded inspection",
  "Latest OEIF category of concern",
];

type Cells = Readonly<Record<string, string>>;
const textOf = (rows: readonly Cells[]): string =>
  toCsv(
    header,
    rows.map((row) => header.map((name) => row[name] ?? "NULL")),
  );
const windows1252 = (text: string) =>
  chunksOf(Uint8Array.from(text, (character) => (character === "’" ? 0x92 : character.charCodeAt(0))));
const read = (...rows: readonly Cells[]) => readInspections(windows1252(textOf(rows)));

describe("reading Ofsted's management information", () => {
  test("gives judgements by framework, area, grade and date, both frameworks beside each other", async () => {
    const reading = await read({
      URN: "100001",
      "School name": "St Anne’s",
      "Inspection start date": "02/12/2025",
      "Safeguarding standards": "Met",
      Inclusion: "Strong standard",
      "Early years (where applicable)": "Not applicable",
      "Latest OEIF overall effectiveness": "Not judged",
      "Latest OEIF quality of education": "2",
      "Inspection start date of latest OEIF graded inspection": "07/03/2023",
      "URN at time of latest OEIF graded inspection": "100009",
      "Ungraded inspection overall outcome": "School remains Good",
      "Date of latest ungraded inspection": "01/02/2024",
    });
    expect(reading).toMatchObject({ kind: "read", rows: 1, warnings: [] });
    const [school] = reading.kind === "read" ? reading.items : [];
    expect(school).toEqual({
      urn: "100001",
      concern: null,
      judgements: [
        {
          framework: "report-card",
          area: "safeguarding standards",
          grade: "Met",
          on: "2025-12-02",
          urn: null,
        },
        {
          framework: "report-card",
          area: "inclusion",
          grade: "Strong standard",
          on: "2025-12-02",
          urn: null,
        },
        { framework: "oeif", area: "quality of education", grade: "good", on: "2023-03-07", urn: "100009" },
        {
          framework: "oeif-ungraded",
          area: "overall outcome",
          grade: "School remains Good",
          on: "2024-02-01",
          urn: null,
        },
      ],
    });
  });

  test.each([
    ["SM", "special-measures"],
    ["Special measures", "special-measures"],
    ["SWK", "serious-weaknesses"],
    ["Requires significant improvement", "requires-significant-improvement"],
    ["Something new", "unrecognised"],
  ])("reads the category of concern %s as %s, with the day of its inspection", async (written, category) => {
    const card = { "Inspection start date": "02/12/2025", "Category of concern": written };
    expect(await read({ URN: "100001", ...card, "Most recent category of concern": written })).toMatchObject({
      items: [{ concern: { category, since: "2025-12-02", framework: "report-card" } }],
    });
    const older = { "Latest OEIF category of concern": written, "Most recent category of concern": written };
    const graded = { "Inspection start date of latest OEIF graded inspection": "07/03/2023" };
    expect(await read({ URN: "100001", ...older, ...graded })).toMatchObject({
      items: [{ concern: { category, since: "2023-03-07", framework: "oeif" } }],
    });
  });

  test("gives the day on which the report came out, and lets a later inspection end an earlier one's category", async () => {
    const oeif = {
      "Latest OEIF category of concern": "SM",
      "Inspection start date of latest OEIF graded inspection": "07/03/2025",
      "Publication date of latest OEIF graded inspection": "28/04/2025",
    };
    const concernOf = async (cells: Cells) => {
      const reading = await read({ URN: "100001", ...oeif, ...cells });
      return reading.kind === "read" ? reading.items[0]?.concern : undefined;
    };
    const found = {
      category: "special-measures",
      since: "2025-03-07",
      publishedOn: "2025-04-28",
      framework: "oeif",
    };
    expect(await concernOf({})).toEqual(found);
    expect(await concernOf({ "Inspection start date": "07/03/2025" })).toEqual(found);
    expect(await concernOf({ "Inspection start date": "02/12/2025" })).toBeNull();
    const card = {
      "Inspection start date": "02/12/2025",
      "Publication date": "20/01/2026",
      "Category of concern": "Requires significant improvement",
    };
    expect(await concernOf(card)).toEqual({
      category: "requires-significant-improvement",
      since: "2025-12-02",
      publishedOn: "2026-01-20",
      framework: "report-card",
    });
  });

  test("a line that titles the file above its header is passed over", async () => {
    const text = `State-funded schools as at 31 October\r\n${textOf([{ URN: "100001" }])}`;
    expect(await readInspections(windows1252(text))).toMatchObject({ kind: "read", rows: 1 });
  });

  test("a file without URN or without any category of concern is refused by name", async () => {
    const without = (name: RegExp) => {
      const kept = header.filter((each) => !name.test(each));
      return readInspections(windows1252(toCsv(kept, [kept.map(() => "NULL")])));
    };
    expect(await without(/^URN$/)).toMatchObject({ kind: "refused", problems: [{ row: 1, column: "URN" }] });
    const unconcerned = await without(/concern/i);
    expect(unconcerned.kind === "refused" && unconcerned.problems[0]?.column).toContain(
      "Most recent category",
    );
    expect(await read({ URN: "1" })).toMatchObject({
      kind: "refused",
      problems: [{ row: 2, column: "URN" }],
    });
  });
});
