import { addDays } from "../domain/calendar.ts";
import type { CalendarHolder, CalendarSpan, SpanKind } from "../domain/calendarYear.ts";
import { IsoDate } from "../domain/vocabulary.ts";
import { type CalendarReading, calendarsOf, type SpanRow } from "./calendarReading.ts";
import { type CsvProblem, csvText, problemLimit } from "./csv.ts";

/** One logical line: name and parameters in capitals, the value as written, and where in the file it begins. */
interface Line {
  readonly row: number;
  readonly name: string;
  readonly parameters: readonly string[];
  readonly value: string;
}

/** Lines as RFC 5545 section 3.1 unfolds them: one that begins with a space or tab goes on with the line before. */
function unfolded(text: string): Line[] {
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
function eventsOf(lines: readonly Line[]): (readonly Line[])[] | undefined {
  const events: Line[][] = [];
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

const unescaped = (text: string): string =>
  text.replaceAll(/\\([nN,;\\])/g, (_, letter: string) => (/n/i.test(letter) ? " " : letter)).trim();

/** What the words of a summary say that the days are. The first that fits decides. */
const kindWords: readonly (readonly [RegExp, SpanKind])[] = [
  [/\b(?:inset|non[- ]pupil|staff (?:training|development)|training day|occasional day)/i, "inset"],
  [/\b(?:half[- ]term|holidays?|break|vacation)\b/i, "holiday"],
  [/\b(?:closed|closure)\b/i, "closed"],
  [/\bterm\b/i, "term"],
];

const bankHoliday = /\bbank holiday\b/i;
const oneEndOfATerm = /\b(?:starts?|begins?|ends?|opens?|closes?|first day|last day)\b/i;

function dateOf({ parameters, value }: Line): string | undefined {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(value.trim()) ?? [];
  const date = IsoDate.safeParse(`${year}-${month}-${day}`);
  return date.success && !parameters.includes("VALUE=DATE-TIME") ? date.data : undefined;
}

type Fault = Pick<CsvProblem, "column" | "message">;

function spanOf(line: (name: string) => Line | undefined, name: string): CalendarSpan | Fault {
  const [start, end] = [line("DTSTART"), line("DTEND")];
  const kind = kindWords.find(([words]) => words.test(name))?.[1];
  const from = start && dateOf(start);
  const after = end ? dateOf(end) : from && addDays(from, 1);
  if (line("RRULE") ?? line("RDATE") ?? line("DURATION"))
    return {
      column: "RRULE",
      message: `"${name}" repeats or has a duration: write each stretch with its dates`,
    };
  if (kind === undefined || name.length > 80)
    return {
      column: "SUMMARY",
      message: `"${name.slice(0, 80)}" names no term, half term, holiday, INSET day or closed day`,
    };
  if (kind === "term" && oneEndOfATerm.test(name))
    return {
      column: "SUMMARY",
      message: `"${name}" is one end of a term: write the term from first to last day`,
    };
  if (from === undefined)
    return { column: "DTSTART", message: `"${name}" has no whole day such as 20260901` };
  if (after === undefined || after <= from)
    return { column: "DTEND", message: `"${name}" needs a day after its first: the end is not counted` };
  return { kind, name, from, to: addDays(after, -1) };
}

/** What an event says, null where it says nothing that is kept: cancelled, or a bank holiday, which is computed. */
function rowOf(event: readonly Line[], holder: CalendarHolder): SpanRow | CsvProblem | null {
  const row = event[0]?.row ?? 1;
  const line = (name: string): Line | undefined => event.find((each) => each.name === name);
  const name = unescaped(line("SUMMARY")?.value ?? "");
  if (bankHoliday.test(name) || line("STATUS")?.value.trim().toUpperCase() === "CANCELLED") return null;
  const span = spanOf(line, name);
  return "kind" in span ? { row, holder, span } : { row, ...span };
}

const refused = (problems: readonly CsvProblem[]): CalendarReading => ({ kind: "refused", problems });
const wholeFile = (message: string): CalendarReading => refused([{ row: 1, column: null, message }]);

/** Whether a file says of itself that it is iCalendar. */
export const looksLikeIcal = (source: Uint8Array): boolean =>
  /^\uFEFF?\s*BEGIN:VCALENDAR/i.test(new TextDecoder().decode(source.subarray(0, 100)));

/**
 * Reads one holder's calendar from iCalendar (RFC 5545): events of whole days, whose end is not counted, told
 * apart by the words of their summary. What else the standard has is refused with the line of its event, not guessed.
 */
export function readCalendarIcal(source: Uint8Array | string, holder: CalendarHolder): CalendarReading {
  const decoded = csvText(source);
  if (decoded.kind === "refused") return refused([decoded.problem]);
  const events = eventsOf(unfolded(decoded.text));
  if (!events) return wholeFile("The file ends inside a calendar or an event: it was cut short");
  const read = events.flatMap((event) => rowOf(event, holder) ?? []);
  const problems = read.flatMap((each) => ("span" in each ? [] : [each]));
  if (problems.length > 0) return refused(problems.slice(0, problemLimit));
  const rows = read.flatMap((each) => ("span" in each ? [each] : []));
  return rows.length === 0 ? wholeFile("The file has no event that is kept") : calendarsOf(rows);
}
