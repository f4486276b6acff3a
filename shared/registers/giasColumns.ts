import type { CsvProblem } from "./csv.ts";
import type { EstablishmentFact } from "./establishment.ts";

/** The columns of GIAS's establishment file that this service reads, by what it calls them. */
export const giasColumns = {
  urn: "URN",
  laCode: "LA (code)",
  laName: "LA (name)",
  establishmentNumber: "EstablishmentNumber",
  name: "EstablishmentName",
  typeCode: "TypeOfEstablishment (code)",
  typeName: "TypeOfEstablishment (name)",
  typeGroupName: "EstablishmentTypeGroup (name)",
  statusCode: "EstablishmentStatus (code)",
  statusName: "EstablishmentStatus (name)",
  openedOn: "OpenDate",
  closedOn: "CloseDate",
  phaseCode: "PhaseOfEducation (code)",
  phaseName: "PhaseOfEducation (name)",
  lowAge: "StatutoryLowAge",
  highAge: "StatutoryHighAge",
  sixthForm: "OfficialSixthForm (name)",
  gender: "Gender (name)",
  religiousCharacter: "ReligiousCharacter (name)",
  dioceseCode: "Diocese (code)",
  dioceseName: "Diocese (name)",
  capacity: "SchoolCapacity",
  pupils: "NumberOfPupils",
  percentageFsm: "PercentageFSM",
  trustCode: "Trusts (code)",
  trustName: "Trusts (name)",
  sponsorName: "SchoolSponsors (name)",
  federationCode: "Federations (code)",
  federationName: "Federations (name)",
  ukprn: "UKPRN",
  street: "Street",
  town: "Town",
  postcode: "Postcode",
  region: "GOR (name)",
  urbanRural: "UrbanRural (name)",
  eastingMetres: "Easting",
  northingMetres: "Northing",
} as const;

export type GiasColumn = keyof typeof giasColumns;

/** Reads the cell of a column, trimmed; an absent column reads as empty. */
export type CellReader = (column: GiasColumn) => string;

export type ColumnIndex = {
  readonly problems: readonly CsvProblem[];
  /** Facts for which the file has no column at all, and the names of the columns that it lacks. */
  readonly absent: readonly EstablishmentFact[];
  readonly missingColumns: readonly string[];
  readonly cellsOf: (cells: readonly string[]) => CellReader;
};

const isColumn = (key: string): key is GiasColumn => Object.hasOwn(giasColumns, key);
const columnKeys = Object.keys(giasColumns).filter(isColumn);

/** The columns that a fact is read from; the facts not named here are read from the column of the same name. */
const columnsOfFact: Partial<Record<EstablishmentFact, readonly GiasColumn[]>> = {
  phases: ["phaseCode", "phaseName", "lowAge", "highAge"],
  giasPhase: ["phaseCode", "phaseName"],
  hasSixthForm: ["sixthForm"],
  status: ["statusCode", "statusName"],
  isSpecial: ["typeName"],
  isAlternativeProvision: ["typeName"],
};

const isFactOfItsOwn = (column: GiasColumn): column is GiasColumn & EstablishmentFact =>
  !["statusCode", "statusName", "phaseCode", "phaseName", "sixthForm"].includes(column);

function absentFacts(absent: readonly GiasColumn[]): EstablishmentFact[] {
  const joint = Object.entries(columnsOfFact).flatMap(([fact, columns]) =>
    isFact(fact) && columns.every((column) => absent.includes(column)) ? [fact] : [],
  );
  return [...absent.filter(isFactOfItsOwn), ...joint];
}

const isFact = (name: string): name is keyof typeof columnsOfFact => Object.hasOwn(columnsOfFact, name);

const lacks = (column: string): CsvProblem => ({
  row: 1,
  column,
  message: `The header lacks ${column}: this is no establishment register, or its columns have changed`,
});

/**
 * Finds the columns by header name, whatever their order. Only URN, name and status (as code or as name) are
 * indispensable; any other may be absent, as the register drops columns from time to time.
 */
export function indexColumns(header: readonly string[]): ColumnIndex {
  const position = new Map(header.map((name, index) => [name.trim(), index]));
  const indexOf = new Map(columnKeys.map((key) => [key, position.get(giasColumns[key]) ?? -1]));
  const absent = columnKeys.filter((key) => indexOf.get(key) === -1);
  const problems: CsvProblem[] = [];
  if (absent.includes("urn")) problems.push(lacks(giasColumns.urn));
  if (absent.includes("name")) problems.push(lacks(giasColumns.name));
  if (absent.includes("statusCode") && absent.includes("statusName"))
    problems.push(lacks(giasColumns.statusCode));
  return {
    problems,
    absent: absentFacts(absent),
    missingColumns: absent.map((key) => giasColumns[key]),
    cellsOf: (cells) => (column) => cells[indexOf.get(column) ?? -1]?.trim() ?? "",
  };
}
