/** One logical line: name and parameters in capitals, the value as written, and where in the file it begins. */
export interface IcalLine {
  readonly row: number;
  readonly name: string;
  readonly parameters: readonly string[];
  readonly value: string;
}

const isInside = (byte: number | undefined): boolean => byte !== undefined && byte >> 6 === 0b10;
const [lineFeed, carriageReturn, space, tab] = [0x0a, 0x0d, 0x20, 0x09];

/**
 * The same lines, none folded within a character of UTF-8. Lines are folded by their bytes, so that a program may
 * fold between those of one character, which would then be no UTF-8: each such fold is put behind the character.
 */
export function foldedBetweenCharacters(bytes: Uint8Array): Uint8Array {
  const moved = Uint8Array.from(bytes);
  for (let at = 0; at < moved.length; at += 1) {
    if (moved[at] !== lineFeed || (moved[at + 1] !== space && moved[at + 1] !== tab)) continue;
    const begins = moved[at - 1] === carriageReturn ? at - 1 : at;
    let ends = at + 2;
    while (isInside(moved[ends])) ends += 1;
    const fold = moved.slice(begins, at + 2);
    moved.copyWithin(begins, at + 2, ends);
    moved.set(fold, ends - fold.length);
    at = ends - 1;
  }
  return moved;
}

/** Lines as RFC 5545 section 3.1 unfolds them: one that begins with a space or tab goes on with the line before. */
export function unfolded(text: string): IcalLine[] {
  const folded: { row: number; text: string }[] = [];
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const before = folded.at(-1);
    if (/^[ \t]/.test(line) && before) before.text += line.slice(1);
    else if (line !== "") folded.push({ row: index + 1, text: line });
  }
  return folded.map(({ row, text: whole }) => {
    const [, head = "", value = ""] = /^((?:[^":]|"[^"]*")*):(.*)$/.exec(whole) ?? [];
    const [name = "", ...parameters] = head.toUpperCase().split(";");
    return { row, name, parameters, value };
  });
}

/** The lines of each VEVENT, without those of what is nested in it; undefined where one does not end. */
export function eventsOf(lines: readonly IcalLine[]): (readonly IcalLine[])[] | undefined {
  const events: IcalLine[][] = [];
  const open: string[] = [];
  for (const line of lines) {
    const component = line.value.trim().toUpperCase();
    if (line.name === "BEGIN") {
      open.push(component);
      if (component === "VEVENT") events.push([line]);
    } else if (line.name === "END") {
      if (open.pop() !== component) return undefined;
    } else if (open.at(-1) === "VEVENT") events.at(-1)?.push(line);
  }
  return open.length === 0 ? events : undefined;
}

/** The text of a value, on one line. */
export const unescaped = (text: string): string =>
  text.replaceAll(/\\([nN,;\\])/g, (_, letter: string) => (/n/i.test(letter) ? " " : letter)).trim();
