import { pipeline } from "node:stream/promises";
import { CsvError, parse } from "csv-parse";
import { collectCsv, type CsvProblem, type CsvVisitor } from "./csv.ts";
import { decodeText, type TextEncoding } from "./textDecoding.ts";

const newLine = 10;

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}

// A line feed is never part of a longer character in the encodings that are read, so lines decode alone.
async function* wholeLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array[] = [];
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(newLine) + 1;
    if (end > 0) {
      yield joined([...rest, chunk.subarray(0, end)]);
      rest = [];
    }
    // Copied, as a source may use its buffer again.
    if (end < chunk.length) rest.push(chunk.slice(end));
  }
  if (rest.length > 0) yield joined(rest);
}

/**
 * Walks a CSV file that arrives in chunks, as `visitCsv` walks a text, holding a chunk at a time. Errors of
 * the source itself (a broken download) are thrown.
 */
export async function visitCsvChunks(
  chunks: AsyncIterable<Uint8Array>,
  visitor: CsvVisitor,
): Promise<readonly CsvProblem[]> {
  const badBytes: CsvProblem[] = [];
  async function* texts(): AsyncGenerator<string> {
    let encoding: TextEncoding = "ascii";
    let linesBefore = 0;
    for await (const lines of wholeLines(chunks)) {
      const decoded = decodeText(lines, encoding);
      if (decoded.kind === "bad-bytes") {
        const { line, message } = decoded;
        badBytes.push({ row: linesBefore + line, column: null, message });
        return;
      }
      encoding = decoded.encoding;
      linesBefore += decoded.text.split("\n").length - 1;
      yield decoded.text;
    }
  }
  const collected = collectCsv(visitor);
  try {
    const parser = parse(collected.options);
    await pipeline(texts, parser.resume());
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return badBytes.length > 0 ? badBytes : collected.ended(error);
  }
  return badBytes.length > 0 ? badBytes : collected.ended(null);
}
