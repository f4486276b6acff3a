/** What reading the bytes of a text file gives: the text and the encoding it was in, or where it broke. */
export type DecodedText =
  | { readonly kind: "text"; readonly text: string; readonly encoding: TextEncoding }
  | { readonly kind: "bad-bytes"; readonly line: number; readonly message: string };

/** ASCII is part of both others: such a text leaves the encoding of its file open. */
export type TextEncoding = "ascii" | "utf-8" | "windows-1252";

const lastAscii = 127;

// NUL never stands in a text file; the other five are the bytes that windows-1252 leaves unassigned.
const neverText = ["\u0000", "\u0081", "\u008d", "\u008f", "\u0090", "\u009d"];

const lineOf = (text: string, end: number): number => text.slice(0, end).split("\n").length;

function utf8Text(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

// The first sequence beyond ASCII decides: a register is written by one program, in one encoding.
function encodingOf(bytes: Uint8Array): TextEncoding {
  const start = bytes.findIndex((byte) => byte > lastAscii);
  if (start === -1) return "ascii";
  for (const length of [2, 3, 4]) {
    if (utf8Text(bytes.subarray(start, start + length)) !== null) return "utf-8";
  }
  return "windows-1252";
}

function badUtf8Line(bytes: Uint8Array): number {
  const text = new TextDecoder("utf-8").decode(bytes);
  return lineOf(text, text.indexOf("\uFFFD"));
}

function decodeUtf8(bytes: Uint8Array): DecodedText {
  const text = utf8Text(bytes);
  if (text !== null) return { kind: "text", text, encoding: "utf-8" };
  const message = "This line holds bytes that are not UTF-8, in a file that is UTF-8 up to here";
  return { kind: "bad-bytes", line: badUtf8Line(bytes), message };
}

const reportedByte = (character: string): string =>
  `0x${character.charCodeAt(0).toString(16).padStart(2, "0")}`;

function withoutControls(decoded: DecodedText): DecodedText {
  if (decoded.kind === "bad-bytes") return decoded;
  for (const character of neverText) {
    const at = decoded.text.indexOf(character);
    if (at === -1) continue;
    const message = `This line holds the byte ${reportedByte(character)}, which is no text`;
    return { kind: "bad-bytes", line: lineOf(decoded.text, at), message };
  }
  return decoded;
}

/**
 * Decodes a text file, or whole lines of one, whose encoding nobody states: UTF-8 with or without a byte
 * order mark, or windows-1252 (of which Latin-1 text is a part). Bytes that fit neither are refused with
 * their line, never replaced. The byte order mark is not part of the text. `known` is the encoding that the
 * file's earlier lines have shown.
 */
export function decodeText(bytes: Uint8Array, known: TextEncoding = "ascii"): DecodedText {
  const [first, second, third] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { kind: "bad-bytes", line: 1, message: "The file is UTF-16: save it as CSV UTF-8" };
  }
  const hasMark = first === 0xef && second === 0xbb && third === 0xbf;
  const encoding = hasMark ? "utf-8" : known === "ascii" ? encodingOf(bytes) : known;
  if (encoding === "utf-8") return withoutControls(decodeUtf8(bytes));
  // The decoder for windows-1252 reads ASCII too.
  return withoutControls({ kind: "text", text: new TextDecoder("windows-1252").decode(bytes), encoding });
}
