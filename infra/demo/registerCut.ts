import type { Area } from "../../shared/registers/areas.ts";

/** What the importing route takes as one body, in bytes. */
export const largestFileBytes = 4 * 1024 * 1024;

/** The end of the record that starts there: after its line end, which counts only outside quotes. */
function endOfRecord(text: string, start: number): number {
  let quoted = false;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') quoted = !quoted;
    else if (character === "\n" && !quoted) return at + 1;
  }
  return text.length;
}

/** The cells of one record without their quotes. */
function cellsOf(record: string): string[] {
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  for (const character of record.replace(/\r?\n$/, "")) {
    if (character === '"') quoted = !quoted;
    else if (character === "," && !quoted) {
      cells.push(cell);
      cell = "";
    } else cell += character;
  }
  return [...cells, cell];
}

const plainCode = (code: string): string => code.trim().replace(/^0+/, "");

/**
 * The rows of an area cut out of a register file, under the same header and byte for byte: whatever the file's
 * encoding and quoting, a row that is kept is the row that was there.
 */
export function cutRegister(file: Uint8Array, area: Area): Uint8Array {
  // Latin-1 maps each byte to one character and back, so that slices of the text are slices of the file.
  const text = Buffer.from(file).toString("latin1");
  const bodyStart = endOfRecord(text, 0);
  const header = cellsOf(text.slice(0, bodyStart)).map((name) => name.trim());
  const codeColumn = header.indexOf("LA (code)");
  const nameColumn = header.indexOf("LA (name)");
  const codes = new Set(area.authorities.map(({ code }) => plainCode(code)));
  const names = new Set(area.authorities.map(({ name }) => name.toLowerCase()));
  const kept = [text.slice(0, bodyStart)];
  for (let start = bodyStart; start < text.length;) {
    const end = endOfRecord(text, start);
    const record = text.slice(start, end);
    const cells = cellsOf(record);
    const code = plainCode(cells[codeColumn] ?? "");
    const name = (cells[nameColumn] ?? "").trim().toLowerCase();
    if (code === "" ? names.has(name) : codes.has(code)) kept.push(record);
    start = end;
  }
  return new Uint8Array(Buffer.from(kept.join(""), "latin1"));
}
