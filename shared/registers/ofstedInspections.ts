import { SchoolUrn } from "../domain/ids.ts";
import type { Concern, Judgement } from "../domain/schools/registerFacts.ts";
import { problemLimit, type CsvProblem } from "./csv.ts";
import { isoDateOf } from "./giasCells.ts";
import { type FileChunks, type NamedCells, visitNamed } from "./namedColumns.ts";
import { type OfstedColumn, oeifAreas, ofstedColumns, reportCardAreas } from "./ofstedColumns.ts";
import { gatherWarnings } from "./registerWarnings.ts";
import type { SchoolInspections, SourceReading } from "./source.ts";

type Cells = NamedCells<OfstedColumn>;

const oeifGrades: Readonly<Record<string, string>> = {
  "1": "outstanding",
  "2": "good",
  "3": "requires improvement",
  "4": "inadequate",
};
const saysNothing = /^(?:not judged|not applicable|n\/a|none|no|0|9)?$/i;

const longest = 80;
const urnIn = (text: string): SchoolUrn | null => SchoolUrn.safeParse(text).data ?? null;

function categoryOf(text: string): Concern["category"] | null {
  if (saysNothing.test(text)) return null;
  if (/^sm$|special measures/i.test(text)) return "special-measures";
  if (/^swk?$|serious weakness/i.test(text)) return "serious-weaknesses";
  return /^r?si$|significant improvement/i.test(text) ? "requires-significant-improvement" : "unrecognised";
}

function reportCard(cell: Cells): Judgement[] {
  return reportCardAreas.flatMap(({ area, grade, gradedOn }) => {
    const text = cell(grade);
    if (saysNothing.test(text)) return [];
    const on = isoDateOf(cell(gradedOn)) ?? isoDateOf(cell("startedOn"));
    const found = { framework: "report-card" as const, area, grade: text.slice(0, longest), on };
    return [{ ...found, urn: urnIn(cell("urnThen")) }];
  });
}

function oeif(cell: Cells): Judgement[] {
  const on = isoDateOf(cell("oeifStartedOn"));
  const urn = urnIn(cell("oeifUrnThen"));
  const graded = oeifAreas.flatMap(({ area, grade }) => {
    const text = cell(grade);
    if (saysNothing.test(text)) return [];
    const word = oeifGrades[text] ?? text.slice(0, longest);
    return [{ framework: "oeif" as const, area, grade: word, on, urn }];
  });
  const outcome = cell("ungradedOutcome");
  if (saysNothing.test(outcome)) return graded;
  const ungraded = {
    framework: "oeif-ungraded" as const,
    area: "overall outcome",
    grade: outcome.slice(0, longest),
  };
  return [...graded, { ...ungraded, on: isoDateOf(cell("ungradedOn")), urn: urnIn(cell("ungradedUrnThen")) }];
}

type Found = Omit<Concern, "category"> & { readonly category: Concern["category"] | null };

/** What the inspection under each framework said of a category. */
function inspectionsIn(cell: Cells): { readonly card: Found; readonly oeif: Found } {
  const found = (category: OfstedColumn, since: OfstedColumn, publishedOn: OfstedColumn) => ({
    category: categoryOf(cell(category)),
    since: isoDateOf(cell(since)),
    publishedOn: isoDateOf(cell(publishedOn)),
  });
  return {
    card: { ...found("concern", "startedOn", "publishedOn"), framework: "report-card" },
    oeif: { ...found("oeifConcern", "oeifStartedOn", "oeifPublishedOn"), framework: "oeif" },
  };
}

const isLater = (one: Found, other: Found): boolean =>
  one.since !== null && other.since !== null && one.since > other.since;

/**
 * The most recent category where the file says it, else the later inspection's: one without a category ends the
 * earlier one's. Where their dates do not tell which is later, nothing has ended.
 */
function concernIn(cell: Cells): Concern | null {
  const { card, oeif } = inspectionsIn(cell);
  const inForce = [card, oeif].filter((each) => !isLater(each === card ? oeif : card, each));
  const category =
    categoryOf(cell("latestConcern")) ?? inForce.find((each) => each.category !== null)?.category ?? null;
  if (category === null) return null;
  const [found = card] = [card, oeif].filter((each) => each.category === category);
  const { since, publishedOn, framework } = found;
  return { category, since, publishedOn, framework };
}

const hasUrnHeader = (line: string): boolean => /(?:^|,)"?\s*URN\s*"?(?:,|\r?$)/i.test(line);

function pastTitle(head: Buffer): Buffer {
  const end = head.indexOf("\n") + 1;
  const [first = "", second = ""] = head.toString("latin1").split("\n", 2);
  return !hasUrnHeader(first) && hasUrnHeader(second) ? head.subarray(end) : head;
}

// Some months open with a line that titles the file, above its header.
async function* withoutTitle(chunks: FileChunks): AsyncGenerator<Uint8Array> {
  let head = Buffer.alloc(0);
  let isPast = false;
  for await (const chunk of chunks) {
    if (isPast) yield chunk;
    else head = Buffer.concat([head, chunk]);
    // Two whole lines tell whether the first one is the header.
    if (isPast || head.indexOf("\n", head.indexOf("\n") + 1) < 1) continue;
    isPast = true;
    yield pastTitle(head);
  }
  if (!isPast && head.length > 0) yield pastTitle(head);
}

/**
 * Reads Ofsted's monthly management information of state-funded schools (Open Government Licence, windows-1252,
 * literal NULL): of each school the latest judgements by framework and area, each with its date and the URN the
 * school had then, and its category of concern. There is no single grade to read.
 */
export async function readInspections(file: FileChunks): Promise<SourceReading<SchoolInspections>> {
  const schools: SchoolInspections[] = [];
  const faults: CsvProblem[] = [];
  const warnings = gatherWarnings();
  const table = {
    file: "file of Ofsted's management information",
    columns: ofstedColumns,
    needed: [["urn"], ["latestConcern", "concern", "oeifConcern"]],
  } as const;
  const { problems, rows } = await visitNamed(withoutTitle(file), table, ({ row, cell }) => {
    const urn = urnIn(cell("urn"));
    if (urn === null) {
      faults.push({ row, column: "URN", message: "A URN is six digits and does not begin with zero" });
      return;
    }
    const judgements = [...reportCard(cell), ...oeif(cell)].map((each) =>
      each.urn === urn ? { ...each, urn: null } : each,
    );
    const concern = concernIn(cell);
    if (judgements.some(({ on }) => on === null))
      warnings.warn({ column: ofstedColumns.startedOn, message: "does not date every judgement" }, row);
    if (concern?.category === "unrecognised")
      warnings.warn({ column: ofstedColumns.latestConcern, message: "is a category not known so far" }, row);
    schools.push({ urn, judgements, concern });
  });
  const all = [...problems, ...faults].slice(0, problemLimit);
  if (all.length > 0) return { kind: "refused", problems: all };
  return { kind: "read", items: schools, rows, warnings: warnings.all() };
}
