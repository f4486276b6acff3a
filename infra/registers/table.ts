/** One row of a table that is printed: words to the left, numbers to the right. */
export type Row = readonly (string | number)[];

/** A table as plain text. */
export function tableOf(columns: readonly string[], rows: readonly Row[]): string {
  const cells = [columns, ...rows].map((row) => row.map(String));
  const widths = columns.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  const rule = widths.map((width) => "-".repeat(width));
  const [head = [], ...body] = cells.map((row, line) =>
    row.map((cell, at) => {
      const width = widths[at] ?? 0;
      return typeof rows[line - 1]?.[at] === "number" ? cell.padStart(width) : cell.padEnd(width);
    }),
  );
  return [head, rule, ...body].map((row) => row.join("  ").trimEnd()).join("\n");
}
