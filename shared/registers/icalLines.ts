/** One logical line: name and parameters in capitals, the value as written, and where in the file it begins. */
export interface IcalLine {
  readonly row: number;
  readonly name: string;
  readonly parameters: readonly string[];
  readonly value: string;
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
