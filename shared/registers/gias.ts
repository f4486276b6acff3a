import { csvText, problemLimit, visitCsv, type CsvProblem, type CsvRow, type CsvVisitor } from "./csv.ts";
import { visitCsvChunks } from "./csvStream.ts";
import type { Establishment } from "./establishment.ts";
import { type ColumnIndex, indexColumns } from "./giasColumns.ts";
import { parseRow } from "./giasRow.ts";
import { gatherWarnings } from "./registerWarnings.ts";
import type { RegisterReading } from "./source.ts";

type Gathered = {
  readonly establishments: Establishment[];
  readonly rowOfUrn: Map<string, number>;
  readonly warnings: ReturnType<typeof gatherWarnings>;
  readonly problems: CsvProblem[];
  readonly wanted: (school: Establishment) => boolean;
  rows: number;
  outsideEngland: number;
  schools: number;
};

function keep(gathered: Gathered, school: Establishment, row: number): void {
  const earlier = gathered.rowOfUrn.get(school.urn);
  if (earlier !== undefined) {
    const message = `URN ${school.urn} stands in row ${earlier} and in row ${row}`;
    gathered.problems.push({ row, column: "URN", message });
    return;
  }
  gathered.rowOfUrn.set(school.urn, row);
  gathered.schools += 1;
  if (gathered.wanted(school)) gathered.establishments.push(school);
}

function gather(gathered: Gathered, columns: ColumnIndex, { row, cells }: CsvRow): void {
  gathered.rows += 1;
  const parsed = parseRow(columns.cellsOf(cells));
  switch (parsed.kind) {
    case "outside-england":
      gathered.outsideEngland += 1;
      return;
    case "faulty":
      gathered.problems.push(...parsed.faults.map((fault) => ({ row, ...fault })));
      return;
    case "school":
      for (const gap of parsed.gaps) gathered.warnings.warn(gap, row);
      keep(gathered, parsed.school, row);
  }
}

const emptyRegister: CsvProblem = { row: 1, column: null, message: "The register has no schools" };

const everySchool = (): boolean => true;

function startReading(wanted: (school: Establishment) => boolean = everySchool) {
  const gathered: Gathered = {
    establishments: [],
    rowOfUrn: new Map(),
    warnings: gatherWarnings(),
    problems: [],
    wanted,
    rows: 0,
    outsideEngland: 0,
    schools: 0,
  };
  let columns = indexColumns([]);
  const visitor: CsvVisitor = {
    header: (cells) => {
      columns = indexColumns(cells);
      return columns.problems;
    },
    row: (row) => {
      if (gathered.problems.length < problemLimit) gather(gathered, columns, row);
    },
  };
  const ended = (shapeProblems: readonly CsvProblem[]): RegisterReading => {
    const problems = [...shapeProblems, ...gathered.problems].slice(0, problemLimit);
    if (problems.length > 0) return { kind: "refused", problems };
    const { establishments, rows, outsideEngland } = gathered;
    if (gathered.schools === 0) return { kind: "refused", problems: [emptyRegister] };
    const { absent, missingColumns } = columns;
    const warnings = gathered.warnings.all();
    return { kind: "read", establishments, absent, missingColumns, rows, outsideEngland, warnings };
  };
  return { visitor, ended };
}

/**
 * Reads GIAS's establishment file (`edubasealldataYYYYMMDD.csv`, Open Government Licence) by header name:
 * windows-1252, Latin-1 or UTF-8, quoted or not, columns in any order, absent columns tolerated. The head
 * teachers' names in it are never read. Schools outside England are counted and left out. The file is
 * refused whole, with rows and columns, when URN, name or status are missing, a URN stands twice, a row is
 * cut short or bytes are no text; other unusable cells become null and are counted as warnings.
 */
export function readEstablishments(source: Uint8Array | string): RegisterReading {
  const decoded = csvText(source);
  if (decoded.kind === "refused") return { kind: "refused", problems: [decoded.problem] };
  const { visitor, ended } = startReading();
  return ended(visitCsv(decoded.text, visitor));
}

/**
 * The same, from a file that arrives in chunks (a download or an upload), without holding it whole. Schools that
 * are not wanted are checked and counted like the others, and not held.
 */
export async function readEstablishmentsFrom(
  chunks: AsyncIterable<Uint8Array>,
  wanted?: (school: Establishment) => boolean,
): Promise<RegisterReading> {
  const { visitor, ended } = startReading(wanted);
  return ended(await visitCsvChunks(chunks, visitor));
}
