import { describe, expect, test } from "vitest";
import { toCsv } from "./csv.ts";
import { readGroups, readMemberships } from "./giasMemberships.ts";
import { chunksOf } from "./namedColumns.ts";

// The complete files are not at hand: these rows are made up under the names that their readers in public code use.
const groupHeader = ["Group UID", "Group Name", "Group Type (code)", "Group Type", "Closed Date"];

const file = (header: readonly string[], rows: readonly (readonly string[])[]) =>
  chunksOf(new TextEncoder().encode(toCsv(header, rows)));

describe("reading schools in groups", () => {
  const types: readonly (readonly [code: string, name: string, kind: string])[] = [
    ["1", "Federation", "federation"],
    ["2", "Trust", "foundation-trust"],
    ["02", "Foundation trust", "foundation-trust"],
    ["5", "School sponsor", "sponsor"],
    ["05", "Academy sponsor", "sponsor"],
    ["06", "Multi-academy trust", "multi-academy-trust"],
    ["7", "Umbrella trust", "umbrella-trust"],
    ["10", "Single-academy trust", "single-academy-trust"],
    ["11", "Secure single-academy trust", "secure-single-academy-trust"],
  ];

  const inGroup = (type: readonly [string, string], more: readonly string[] = ["", "100001", "01-09-2019"]) =>
    file([...groupHeader, "URN", "Joined date"], [["0042", "Oakfield", ...type, ...more]]);

  test.each(types)("group type %s, %s, is a %s by its code or by its name", async (code, name, kind) => {
    for (const type of [
      [code, ""],
      ["", name],
    ] as const) {
      expect(await readMemberships(inGroup(type))).toMatchObject({
        kind: "read",
        rows: 1,
        items: [{ urn: "100001", kind, code: "42", name: "Oakfield", from: "2019-09-01", to: null }],
      });
      const group = file(groupHeader, [["0042", "Oakfield", ...type, "31-08-2024"]]);
      expect(await readGroups(group)).toMatchObject({
        items: [{ kind, code: "42", name: "Oakfield", closedOn: "2024-08-31" }],
      });
    }
  });

  test("a group that has closed ended the membership, and one without a date is kept and warned of", async () => {
    const reading = await readMemberships(inGroup(["6", ""], ["31-08-2024", "100001", ""]));
    expect(reading).toMatchObject({
      items: [{ from: null, to: "2024-08-31" }],
      warnings: [{ column: "Joined date", count: 1, firstRow: 2 }],
    });
  });

  test("groups that bind no schools are counted: left out of memberships, and of no kind among groups", async () => {
    const centre = ["8", "Children's Centre"] as const;
    const warnings = [{ column: "Group Type", count: 1, firstRow: 2 }];
    expect(await readMemberships(inGroup(centre))).toMatchObject({
      kind: "read",
      items: [],
      rows: 1,
      warnings,
    });
    const group = file(groupHeader, [["9", "Centre", ...centre, ""]]);
    expect(await readGroups(group)).toMatchObject({ items: [{ code: "9", kind: null }], warnings });
  });

  test("a file that only numbers its groups gives memberships of an unknown kind", async () => {
    const links = file(["URN", "Group UID", "Joined Date"], [["100001", "42", "01/09/2019"]]);
    expect(await readMemberships(links)).toMatchObject({
      items: [{ kind: "unknown", code: "42", name: "", from: "2019-09-01", to: null }],
    });
  });

  test("a lost column, a malformed URN and a row cut short are refused with their place", async () => {
    expect(await readMemberships(file(["URN"], [["100001"]]))).toMatchObject({
      problems: [{ row: 1, column: "Group UID" }],
    });
    expect(await readGroups(file(["Group UID"], [["42"]]))).toMatchObject({
      problems: [{ row: 1, column: "Group Type (code) or Group Type" }],
    });
    const header = ["URN", "Group UID", "Joined date"];
    const rows = [
      ["100001", "42", ""],
      ["12", "42", ""],
    ];
    expect(await readMemberships(file(header, rows))).toMatchObject({
      problems: [{ row: 3, column: "URN" }],
    });
    const cut = new TextEncoder().encode(toCsv(header, rows)).slice(0, -6);
    expect(await readMemberships(chunksOf(cut))).toMatchObject({ problems: [{ row: 3, column: null }] });
  });
});
