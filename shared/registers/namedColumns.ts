import type { CsvProblem } from "./csv.ts";
import { visitCsvChunks } from "./csvStream.ts";

/** A file of a register as it arrives: from an upload, a download or a disk. */
export type FileChunks = AsyncIterable<Uint8Array>;

/** A file that is read by the names of its columns, whatever their order. */
export type NamedTable<Column extends string> = {
  /** What the file is, for a refusal. */
  readonly file: string;
  /** The name of each column in the file's header; case and spacing do not matter. */
  readonly columns: Readonly<Record<Column, string>>;
  /** Columns of which each group must have at least one, or the file is refused. */
  readonly needed: readonly (readonly NoInfer<Column>[])[];
};

/** Reads the cell of a column, trimmed; an absent column and a literal NULL read as empty. */
export type NamedCells<Column extends string> = (column: Column) => string;

export type NamedRow<Column extends string> = {
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number;
  readonly cell: NamedCells<Column>;
};

const plain = (name: string): string => name.trim().toLowerCase().replaceAll(/\s+/g, " ");

/**
 * Walks a file by the names of its columns. Returns the problems found in its shape, none when every row was
 * visited, and how many data rows it has.
 */
export async function visitNamed<Column extends string>(
  chunks: FileChunks,
  { file, columns, needed }: NamedTable<Column>,
  visit: (row: NamedRow<Column>) => void,
): Promise<{ readonly problems: readonly CsvProblem[]; readonly rows: number }> {
  const positions = new Map<string, number>();
  let rows = 0;
  const lacking = (group: readonly Column[]): CsvProblem[] => {
    if (group.some((column) => positions.has(plain(columns[column])))) return [];
    const names = group.map((column) => columns[column]).join(" or ");
    const message = `The header lacks ${names}: this is no ${file}, or its columns have changed`;
    return [{ row: 1, column: names, message }];
  };
  const problems = await visitCsvChunks(chunks, {
    header: (cells) => {
      for (const [index, name] of cells.entries()) positions.set(plain(name), index);
      return needed.flatMap(lacking);
    },
    row: ({ row, cells }) => {
      rows += 1;
      const cell = (column: Column): string => {
        const text = cells[positions.get(plain(columns[column])) ?? -1]?.trim() ?? "";
        return text === "NULL" ? "" : text;
      };
      visit({ row, cell });
    },
  });
  return { problems, rows };
}

/** A file held in memory, as one that arrives. */
export async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
