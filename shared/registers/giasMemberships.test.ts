import { describe, expect, test } from "vitest";
import { toCsv } from "./csv.ts";
import { readMemberships } from "./giasMemberships.ts";
import { chunksOf } from "./namedColumns.ts";

// The complete files are not at hand: these rows are made up under the names that their readers in public code use.
const groupHeader = ["Group UID", "Group Name", "Group Type (code)", "Group Type", "Closed Date"];
const linkHeader = ["URN", "Group UID", "Joined date"];

const file = (header: readonly string[], rows: readonly (readonly string[])[]) =>
  chunksOf(new TextEncoder().encode(toCsv(header, rows)));

const groups = (...rows: readonly (readonly string[])[]) => file(groupHeader, rows);
const links = (...rows: readonly (readonly string[])[]) => file(linkHeader, rows);

describe("reading schools in groups", () => {
  const types = [
    ["1", "Federation", "federation"],
    ["2", "Trust", "foundation-trust"],
    ["5", "School sponsor", "sponsor"],
    ["06", "Multi-academy trust", "multi-academy-trust"],
    ["7", "Umbrella trust", "umbrella-trust"],
    ["10", "Single-academy trust", "single-academy-trust"],
    ["11", "Secure single-academy trust", "secure-single-academy-trust"],
  ];

  test.each(types)("group type %s, %s, is a %s by its code or by its name", async (code, name, kind) => {
    const member = ["100001", "0042", "01-09-2019"];
    for (const row of [
      ["42", "Oakfield", code ?? "", ""],
      ["42", "Oakfield", "", name ?? ""],
    ])
      expect(await readMemberships(links(member), groups([...row, ""]))).toMatchObject({
        kind: "read",
        rows: 1,
        items: [{ urn: "100001", kind, code: "42", name: "Oakfield", from: "2019-09-01", to: null }],
      });
  });

  test("a group that has closed ended the membership, and one without a date is kept and warned of", async () => {
    const reading = await readMemberships(
      links(["100001", "42", ""], ["100002", "42", "01-09-2019"]),
      groups(["42", "Oakfield", "6", "", "31-08-2024"]),
    );
    expect(reading).toMatchObject({
      items: [{ from: null, to: "2024-08-31" }, { from: "2019-09-01" }],
      warnings: [{ column: "Joined date", count: 1, firstRow: 2 }],
    });
  });

  test("groups that bind no schools are left out and counted", async () => {
    const reading = await readMemberships(
      links(["100001", "9", "01-09-2019"]),
      groups(["9", "Centre", "8", ""]),
    );
    expect(reading).toMatchObject({ kind: "refused" });
    const whole = await readMemberships(
      links(["100001", "9", "01-09-2019"]),
      groups(["9", "Centre", "8", "Children's Centre", ""]),
    );
    expect(whole).toMatchObject({ kind: "read", items: [], rows: 1 });
  });

  test("a file that names the groups by itself needs no other, and one that does not is refused by name", async () => {
    const whole = file(
      [...groupHeader, "URN", "Joined Date"],
      [["42", "Oakfield", "6", "Multi-academy trust", "", "100001", "01/09/2019"]],
    );
    expect(await readMemberships(whole)).toMatchObject({ items: [{ code: "42", from: "2019-09-01" }] });
    expect(await readMemberships(links(["100001", "42", ""]))).toMatchObject({
      kind: "refused",
      problems: [{ row: 1, column: "Group Type (code) or Group Type" }],
    });
  });

  test("a lost column, a malformed URN and a row cut short are refused with their place", async () => {
    expect(await readMemberships(file(["URN"], [["100001"]]), groups())).toMatchObject({
      problems: [{ row: 1, column: "Group UID" }],
    });
    const malformed = [
      ["100001", "42", ""],
      ["12", "42", ""],
    ];
    expect(await readMemberships(links(...malformed), groups(["42", "Oakfield", "6", "", ""]))).toMatchObject(
      {
        problems: [{ row: 3, column: "URN" }],
      },
    );
    const cut = new TextEncoder().encode(toCsv(linkHeader, malformed)).slice(0, -6);
    expect(await readMemberships(chunksOf(cut), groups(["42", "Oakfield", "6", "", ""]))).toMatchObject({
      kind: "refused",
      problems: [{ row: 3, column: null }],
    });
  });
});
