import { cpus } from "node:os";

/** One table of measured figures, and what was measured and how. */
export interface Measured {
  readonly title: string;
  /** How the figures were taken and what they do not hold: one sentence a line. */
  readonly notes: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** The machine and moment of a measurement, as every table says them. */
export function circumstances(): { command: string; date: string; machine: string } {
  const processors = cpus();
  const options = process.argv.slice(2);
  return {
    command: ["npm run bench", ...(options.length > 0 ? ["--"] : []), ...options].join(" "),
    date: new Date().toISOString(),
    machine: `${processors.length} cores (${processors[0]?.model ?? "unknown"}), node ${process.version}`,
  };
}

/** A table as plain text, numbers to the right. */
export function textOf({ title, notes, columns, rows }: Measured): string {
  const { command, date, machine } = circumstances();
  const cells = [columns, ...rows].map((row) => row.map(String));
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => row[index]?.length ?? 0)));
  const lines = cells.map((row, line) =>
    row.map((cell, index) => {
      const isNumber = line > 0 && typeof rows[line - 1]?.[index] === "number";
      return isNumber ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0);
    }),
  );
  const rule = widths.map((width) => "-".repeat(width));
  const table = [lines[0] ?? [], rule, ...lines.slice(1)].map((row) => row.join("  ").trimEnd());
  const head = [`== ${title}`, ...notes, `${command} · ${date} · ${machine}`];
  return [...head, "", ...table, ""].join("\n");
}

/** The middle one of some figures; of an even number, the lower of the two in the middle. */
export const median = (figures: readonly number[]): number =>
  figures.toSorted((a, b) => a - b)[Math.floor((figures.length - 1) / 2)] ?? Number.NaN;

/** A figure to the given decimals. */
export const rounded = (figure: number, decimals = 0): number => Number(figure.toFixed(decimals));
