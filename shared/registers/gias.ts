import { csvText, problemLimit, visitCsv, type CsvProblem, type CsvRow, type CsvVisitor } from "./csv.ts";
import { visitCsvChunks } from "./csvStream.ts";
import type { Establishment } from "./establishment.ts";
import { indexColumns, type ColumnIndex, type GiasColumn } from "./giasColumns.ts";
import { parseRow } from "./giasRow.ts";

/** A kind of gap in the data, how many rows have it, and the first row that does. */
export type RegisterWarning = {
  readonly column: string;
  readonly message: string;
  readonly count: number;
  readonly firstRow: number;
};

/** A register that was read whole. `absent` names the columns it does not have: their facts are unknown. */
export type Register = {
  readonly establishments: readonly Establishment[];
  readonly absent: readonly GiasColumn[];
};

export type RegisterReading =
  | (Register & {
      readonly kind: "read";
      /** Data rows in the file, with those of schools outside England. */
      readonly rows: number;
      readonly outsideEngland: number;
      readonly warnings: readonly RegisterWarning[];
    })
  | { readonly kind: "refused"; readonly problems: readonly CsvProblem[] };

type Gathered = {
  readonly establishments: Establishment[];
  readonly rowOfUrn: Map<string, number>;
  readonly warnings: Map<string, RegisterWarning>;
  readonly problems: CsvProblem[];
  rows: number;
  outsideEngland: number;
};

function warn(gathered: Gathered, gap: { column: string; message: string }, row: number): void {
  const key = `${gap.column} ${gap.message}`;
  const known = gathered.warnings.get(key);
  gathered.warnings.set(
    key,
    known ? { ...known, count: known.count + 1 } : { ...gap, count: 1, firstRow: row },
  );
}

function keep(gathered: Gathered, school: Establishment, row: number): void {
  const earlier = gathered.rowOfUrn.get(school.urn);
  if (earlier !== undefined) {
    const message = `URN ${school.urn} stands in row ${earlier} and in row ${row}`;
    gathered.problems.push({ row, column: "URN", message });
    return;
  }
  gathered.rowOfUrn.set(school.urn, row);
  gathered.establishments.push(school);
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
      for (const gap of parsed.gaps) warn(gathered, gap, row);
      keep(gathered, parsed.school, row);
  }
}

const emptyRegister: CsvProblem = { row: 1, column: null, message: "The register has no schools" };

function startReading() {
  const gathered: Gathered = {
    establishments: [],
    rowOfUrn: new Map(),
    warnings: new Map(),
    problems: [],
    rows: 0,
    outsideEngland: 0,
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
    if (establishments.length === 0) return { kind: "refused", problems: [emptyRegister] };
    const warnings = [...gathered.warnings.values()];
    return { kind: "read", establishments, absent: columns.absent, rows, outsideEngland, warnings };
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

/** The same, from a file that arrives in chunks (a download or an upload), without holding it whole. */
export async function readEstablishmentsFrom(chunks: AsyncIterable<Uint8Array>): Promise<RegisterReading> {
  const { visitor, ended } = startReading();
  return ended(await visitCsvChunks(chunks, visitor));
}
