import type { Refusal } from "../../shared/contract/problems.ts";
import { findArea, schoolsOfArea } from "../../shared/registers/areas.ts";
import type { CsvProblem } from "../../shared/registers/csv.ts";
import type { Establishment } from "../../shared/registers/establishment.ts";
import { readEstablishments, type RegisterReading } from "../../shared/registers/gias.ts";
import { giasColumns } from "../../shared/registers/giasColumns.ts";
import { refuse } from "../../shared/runtime/refusal.ts";

type ReadRegister = Extract<RegisterReading, { kind: "read" }>;

/** A register file that could be read, and the schools of the area in it (all of them where there is none). */
export interface RegisterFile {
  readonly reading: ReadRegister;
  readonly area: string | null;
  readonly inArea: readonly Establishment[];
}

/** Where each problem of a file lies, as a problem document tells it. */
export const fileFaults = (problems: readonly CsvProblem[]) =>
  problems.map(({ row, column, message }) => ({
    detail: message,
    row,
    ...(column === null ? {} : { column }),
  }));

/**
 * Reads a register file and picks the area's schools. The area asked for must be known; without one, the
 * partnership's own is taken where its name is a known area's.
 */
export function readRegisterFile(
  bytes: Uint8Array,
  asked: string | undefined,
  own: string,
): RegisterFile | Refusal {
  const area = asked === undefined ? findArea(own)?.name : asked;
  const reading = readEstablishments(bytes);
  if (reading.kind === "refused")
    return refuse(
      "register-refused",
      "Send the register file as it was downloaded; what is wrong is in `errors`.",
      fileFaults(reading.problems),
    );
  if (area === undefined) return { reading, area: null, inArea: reading.establishments };
  const found = schoolsOfArea(reading.establishments, area);
  if (found.kind === "unknown-area")
    return refuse("invalid-request", `Choose one of the areas ${found.known.join(", ")}, or leave it out.`, [
      { parameter: "area", detail: "There is no such area" },
    ]);
  if (found.schools.length === 0)
    return refuse("register-refused", `The file has no school in ${found.area.name}.`);
  return { reading, area: found.area.name, inArea: found.schools };
}

const countOf = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;

/** What a broker should know of a file that is good enough to import. */
export function warningsOf(reading: ReadRegister, members: readonly Establishment[]): string[] {
  const unplaced = members.filter(
    ({ status, eastingMetres, northingMetres }) =>
      status !== "closed" && (eastingMetres === null || northingMetres === null),
  );
  const absent = reading.absent.map((column) => giasColumns[column]);
  return [
    ...(unplaced.length > 0
      ? [
          `${countOf(unplaced.length, "school")} that are not closed have no coordinates, so that distance ` +
            `does not count for them: ${unplaced
              .slice(0, 20)
              .map(({ urn }) => urn)
              .join(", ")}${unplaced.length > 20 ? " and others" : ""}`,
        ]
      : []),
    ...(absent.length > 0
      ? [`The file has no column ${absent.join(", ")}: what was known of these stays as it was`]
      : []),
    ...reading.warnings.map(
      ({ column, message, count, firstRow }) =>
        `${countOf(count, "row")} of the whole file: ${column} ${message} (first in row ${firstRow})`,
    ),
  ];
}
