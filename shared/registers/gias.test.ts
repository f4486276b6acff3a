import { describe, expect, test } from "vitest";
import { toCsv } from "./csv.ts";
import { readEstablishments, readEstablishmentsFrom } from "./gias.ts";
import { giasHeader } from "./giasHeader.ts";

type Cells = Readonly<Record<string, string>>;

const school = (urn: string, cells: Cells = {}): Cells => ({
  URN: urn,
  EstablishmentName: `Oakfield School ${urn}`,
  "EstablishmentStatus (code)": "1",
  "TypeOfEstablishment (code)": "1",
  "LA (code)": "373",
  ...cells,
});

const fileOf = (rows: readonly Cells[], header: readonly string[] = giasHeader): string =>
  toCsv(
    header,
    rows.map((row) => header.map((name) => row[name] ?? "")),
  );

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

function read(source: Uint8Array | string) {
  const reading = readEstablishments(source);
  if (reading.kind === "refused") throw new Error(JSON.stringify(reading.problems));
  return reading;
}

function problemsOf(source: Uint8Array | string) {
  const reading = readEstablishments(source);
  if (reading.kind === "read") throw new Error("The register was read");
  return reading.problems;
}

describe("reading the establishment register", () => {
  test("reads a name with an accent from UTF-8, UTF-8 with a byte order mark, and windows-1252 alike", () => {
    const text = fileOf([school("100001", { EstablishmentName: "École Saint Exupéry" })]);
    for (const bytes of [bytesOf(text), bytesOf(`\uFEFF${text}`), latin1(text)]) {
      expect(read(bytes).establishments.map(({ name }) => name)).toEqual(["École Saint Exupéry"]);
    }
  });

  test("reads the windows-1252 apostrophe, which is a control character in Latin-1", () => {
    const text = fileOf([school("100001", { EstablishmentName: "St Anne~s" })]).replace("~", "\u0092");
    expect(read(latin1(text)).establishments[0]?.name).toBe("St Anne’s");
  });

  test("refuses bytes that are neither UTF-8 nor windows-1252, with their row", () => {
    const text = fileOf([school("100001"), school("100002", { Town: "B~d" })]).replace("~", "\u0081");
    expect(problemsOf(latin1(text))).toMatchObject([{ row: 3 }]);
    const utf8 = bytesOf(fileOf([school("100001", { Town: "Café" }), school("100002", { Town: "Café" })]));
    utf8[utf8.lastIndexOf(0xc3)] = 0xff;
    expect(problemsOf(utf8)).toMatchObject([{ row: 3 }]);
  });

  test("reads the same schools whatever the order of the columns", () => {
    const rows = [school("100001", { "Trusts (code)": "0042" }), school("100002", { Easting: "435000" })];
    expect(read(fileOf(rows, giasHeader.toReversed())).establishments).toEqual(
      read(fileOf(rows)).establishments,
    );
  });

  test("tolerates the loss of any other column, and names it as absent", () => {
    const header = ["URN", "EstablishmentName", "EstablishmentStatus (name)"];
    const file = fileOf(
      [school("100001", { "EstablishmentStatus (name)": "Open, but proposed to close" })],
      header,
    );
    const { establishments, absent } = read(file);
    expect(establishments).toMatchObject([
      { urn: "100001", status: "open-proposed-to-close", trustCode: null },
    ]);
    expect(absent).toContain("trustCode");
  });

  test.each(["URN", "EstablishmentName", "EstablishmentStatus"])("refuses a file without %s", (lost) => {
    const header = giasHeader.filter((name) => !name.startsWith(lost));
    expect(problemsOf(fileOf([school("100001")], header))).toMatchObject([{ row: 1 }]);
  });

  test("reads the CSV's own status codes, with or without leading zeros", () => {
    const codes = ["1", "02", "3", "4"];
    const rows = codes.map((code, index) => school(`10000${index}`, { "EstablishmentStatus (code)": code }));
    expect(read(fileOf(rows)).establishments.map(({ status }) => status)).toEqual([
      "open",
      "closed",
      "open-proposed-to-close",
      "proposed-to-open",
    ]);
  });

  test("refuses an unknown status, a missing name and a URN of five digits, with row and column", () => {
    const rows = [
      school("100001", { "EstablishmentStatus (code)": "9" }),
      school("100002", { EstablishmentName: "" }),
      school("10003"),
    ];
    expect(problemsOf(fileOf(rows))).toMatchObject([
      { row: 2, column: "EstablishmentStatus (code)" },
      { row: 3, column: "EstablishmentName" },
      { row: 4, column: "URN" },
    ]);
  });

  test("leaves out and counts Welsh, offshore and overseas schools", () => {
    const rows = ["1", "25", "30", "037"].map((code, index) =>
      school(`10000${index}`, { "TypeOfEstablishment (code)": code }),
    );
    const reading = read(fileOf(rows));
    expect([reading.rows, reading.outsideEngland, reading.establishments.length]).toEqual([4, 3, 1]);
  });

  test("never lets a head teacher's name leave the reader", () => {
    const cells = { HeadFirstName: "Practitioner", HeadLastName: "Twelve", "HeadTitle (name)": "Dr" };
    expect(JSON.stringify(read(fileOf([school("100001", cells)])))).not.toMatch(/Practitioner|Twelve/);
  });

  test("refuses a URN that stands twice, naming both rows", () => {
    const [problem] = problemsOf(fileOf([school("100001"), school("100002"), school("100001")]));
    expect(problem).toEqual({ row: 4, column: "URN", message: "URN 100001 stands in row 2 and in row 4" });
  });

  test("refuses a file cut off at any byte inside its last row, up to its last column", () => {
    const text = fileOf([school("100001"), school("100002", { AccreditationExpiryDate: "01-01-2030" })]);
    const lastRow = text.lastIndexOf("\n", text.length - 2) + 1;
    const lastCell = text.lastIndexOf(",");
    for (let end = lastRow + 1; end <= lastCell; end += 1) {
      expect(problemsOf(text.slice(0, end))).toMatchObject([{ row: 3, column: null }]);
    }
  });

  test("refuses a file that ends inside a quoted cell", () => {
    const text = fileOf([school("100001"), school("100002", { Town: "Upper, Lower" })]);
    expect(problemsOf(text.slice(0, text.indexOf("Upper,") + 8))).toMatchObject([{ row: 3 }]);
  });

  test("reads dates as calendar dates, and warns once, with a count, of cells that are none", () => {
    const rows = [
      school("100001", { OpenDate: "01-09-2011" }),
      school("100002", { OpenDate: "31-02-2011" }),
      school("100003", { OpenDate: "soon" }),
    ];
    const { establishments, warnings } = read(fileOf(rows));
    expect(establishments.map(({ openedOn }) => openedOn)).toEqual(["2011-09-01", null, null]);
    expect(warnings).toMatchObject([{ column: "OpenDate", count: 2, firstRow: 3 }]);
  });

  test("reads codes as integers and 'not applicable' as none", () => {
    const cells = { "Trusts (code)": "00042", "Diocese (code)": "0000", "Diocese (name)": "Not applicable" };
    expect(read(fileOf([school("100001", cells)])).establishments).toMatchObject([
      { trustCode: "42", dioceseCode: null, dioceseName: null },
    ]);
  });

  test("refuses an empty file, a header without rows, and a file that is no CSV", () => {
    expect(problemsOf("")).toHaveLength(1);
    expect(problemsOf(fileOf([]))).toHaveLength(1);
    expect(problemsOf("<!doctype html><p>Service unavailable</p>").length).toBeGreaterThan(0);
  });

  const good = fileOf([
    school("100001", { EstablishmentName: "École" }),
    school("100002", { Town: "Añover" }),
  ]);
  const cutShort = good.slice(0, -200);
  const badByte = latin1(good.replace("Añover", "B\u0081d"));
  test.each([
    ["a UTF-8", bytesOf(good)],
    ["a marked UTF-8", bytesOf(`\uFEFF${good}`)],
    ["a Latin-1", latin1(good)],
    ["a shortened", bytesOf(cutShort)],
    ["an unreadable", badByte],
  ])("reads %s file in chunks as it reads it whole, wherever it is cut", async (_, bytes) => {
    async function* chunks(size: number): AsyncGenerator<Uint8Array> {
      for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
    }
    for (const size of [1, 7, 1000, 100_000]) {
      expect(await readEstablishmentsFrom(chunks(size))).toEqual(readEstablishments(bytes));
    }
  });

  test("passes on the failure of a source that breaks off, rather than half a register", async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield bytesOf(good);
      await Promise.reject(new Error("connection lost"));
    }
    await expect(readEstablishmentsFrom(broken())).rejects.toThrow("connection lost");
  });
});
