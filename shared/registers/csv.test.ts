import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsv, toCsv } from "./csv.ts";

const harmless = fc.string().filter((text) => !/^\s*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(text));

describe("CSV", () => {
  test("reads back whatever cells it wrote", () => {
    const table = fc
      .integer({ min: 1, max: 6 })
      .chain((width) =>
        fc.array(fc.array(harmless, { minLength: width, maxLength: width }), { maxLength: 8 }),
      );
    fc.assert(
      fc.property(table, (rows) => {
        const header = Array.from(rows[0] ?? ["only"], (_, index) => `column ${index}`);
        // A row of one empty cell is a blank line, which reading skips.
        const kept = rows.filter((cells) => cells.length > 1 || cells[0] !== "");
        const reading = readCsv(toCsv(header, kept));
        expect(reading.kind === "read" && reading.rows.map(({ cells }) => cells)).toEqual(kept);
      }),
    );
  });

  test("writes no text cell that a spreadsheet would run", () => {
    const start = fc.constantFrom("=", "+", "-", "@", "\t", "\r", " =", "\n@");
    fc.assert(
      fc.property(start, fc.string(), (first, rest) => {
        const [, row] = toCsv(["a"], [[first + rest]]).split(/\r\n(?=['"])/);
        expect(row).toMatch(/^"?'/);
      }),
    );
    expect(toCsv(["a"], [[-1.5]])).toBe("a\r\n-1.5\r\n");
  });

  test("counts rows as a spreadsheet does, blank lines and line breaks inside cells included", () => {
    const reading = readCsv('a,b\n\n"two\nlines",1\nshort\n');
    expect(reading).toEqual({
      kind: "refused",
      problems: [{ row: 4, column: null, message: "The row has 1 cells where the header has 2" }],
    });
  });

  test("refuses a header that names a column twice, UTF-16, and a stray quote", () => {
    expect(readCsv("a,a\n1,2\n")).toMatchObject({ kind: "refused", problems: [{ row: 1, column: "a" }] });
    expect(readCsv(new Uint8Array([0xff, 0xfe, 0x61, 0]))).toMatchObject({ kind: "refused" });
    expect(readCsv('a,b\n1,"x"y\n')).toMatchObject({ kind: "refused", problems: [{ row: 2 }] });
  });

  test("answers any bytes with rows or problems, and never throws", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(["read", "refused"]).toContain(readCsv(bytes).kind);
      }),
    );
  });
});
