import { SchoolUrn } from "../domain/ids.ts";
import type { SchoolStatus } from "../domain/schools/school.ts";
import type { Establishment } from "./establishment.ts";
import { dateIn, integerCode, percentageIn, textOrNull, wholeIn, type Gaps } from "./giasCells.ts";
import { giasColumns, type CellReader, type GiasColumn } from "./giasColumns.ts";
import { giasPhaseNames, phasesOf } from "./giasPhases.ts";

/** What stood in a cell that could not be used. */
export type CellFault = { readonly column: string; readonly message: string };

/** A row as a school, with the cells that had to be read as null; or why the row cannot be read at all. */
export type RowParse =
  | { readonly kind: "school"; readonly school: Establishment; readonly gaps: readonly CellFault[] }
  | { readonly kind: "outside-england" }
  | { readonly kind: "faulty"; readonly faults: readonly CellFault[] };

const statuses: readonly SchoolStatus[] = ["open", "closed", "open-proposed-to-close", "proposed-to-open"];
const statusNames = ["open", "closed", "open but proposed to close", "proposed to open"];

// Offshore schools, Welsh establishments and British schools overseas stand in the file but not in England.
const typesOutsideEngland = new Set(["25", "30", "37"]);
const typeNamesOutsideEngland =
  /^(?:offshore schools?|welsh (?:establishment|school)s?|british schools? overseas)$/i;

const specialType = /\bspecial\b/i;
const alternativeType = /pupil referral unit|alternative provision/i;

function statusOf(cell: CellReader): SchoolStatus | null {
  const code = integerCode(cell("statusCode"));
  if (code !== null) return statuses[Number(code) - 1] ?? null;
  const name = cell("statusName")
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, " ")
    .trim();
  return statuses[statusNames.indexOf(name)] ?? null;
}

function phaseCodeNamed(name: string): number | null {
  const index = giasPhaseNames.findIndex((each) => each.toLowerCase() === name.toLowerCase());
  return index === -1 ? null : index;
}

function isOutsideEngland(cell: CellReader): boolean {
  const code = integerCode(cell("typeCode"));
  return code === null ? typeNamesOutsideEngland.test(cell("typeName")) : typesOutsideEngland.has(code);
}

function sixthFormOf(cell: CellReader): boolean | null {
  const text = cell("sixthForm").toLowerCase();
  if (text === "has a sixth form") return true;
  return text === "does not have a sixth form" ? false : null;
}

const longestName = 200;

type Identity = Pick<Establishment, "urn" | "name" | "status">;

function identityOf(cell: CellReader): Identity | readonly CellFault[] {
  const faults: CellFault[] = [];
  const fault = (column: GiasColumn, message: string): void => {
    faults.push({ column: giasColumns[column], message });
  };
  const urn = SchoolUrn.safeParse(cell("urn"));
  if (!urn.success) fault("urn", "A URN is six digits and does not begin with zero");
  const name = cell("name");
  if (name === "" || name.length > longestName) fault("name", "A school's name has 1 to 200 characters");
  const status = statusOf(cell);
  if (status === null) {
    fault(
      cell("statusCode") === "" ? "statusName" : "statusCode",
      "This is none of the register's four statuses",
    );
  }
  return urn.success && status !== null && faults.length === 0 ? { urn: urn.data, name, status } : faults;
}

const isFaults = (found: Identity | readonly CellFault[]): found is readonly CellFault[] =>
  Array.isArray(found);

function placeOf(cell: CellReader, gap: Gaps) {
  return {
    laCode: integerCode(cell("laCode")) ?? "",
    laName: cell("laName"),
    establishmentNumber: integerCode(cell("establishmentNumber")),
    street: cell("street"),
    town: cell("town"),
    postcode: cell("postcode").toUpperCase(),
    region: textOrNull(cell("region")),
    urbanRural: textOrNull(cell("urbanRural")),
    eastingMetres: wholeIn(cell, "eastingMetres", gap),
    northingMetres: wholeIn(cell, "northingMetres", gap),
  };
}

function kindOf(cell: CellReader, gap: Gaps) {
  const phaseCode = integerCode(cell("phaseCode"));
  const ages = {
    phaseCode: phaseCode === null ? phaseCodeNamed(cell("phaseName")) : Number(phaseCode),
    lowAge: wholeIn(cell, "lowAge", gap),
    highAge: wholeIn(cell, "highAge", gap),
    sixthForm: sixthFormOf(cell),
  };
  return {
    typeCode: integerCode(cell("typeCode")),
    typeName: cell("typeName"),
    typeGroupName: textOrNull(cell("typeGroupName")),
    phases: phasesOf(ages),
    giasPhase: giasPhaseNames[ages.phaseCode ?? 0] ?? cell("phaseName"),
    lowAge: ages.lowAge,
    highAge: ages.highAge,
    hasSixthForm: ages.sixthForm,
    isSpecial: specialType.test(cell("typeName")),
    isAlternativeProvision: alternativeType.test(cell("typeName")),
  };
}

function membershipsOf(cell: CellReader) {
  return {
    trustCode: integerCode(cell("trustCode")),
    trustName: textOrNull(cell("trustName")),
    sponsorName: textOrNull(cell("sponsorName")),
    federationCode: integerCode(cell("federationCode")),
    federationName: textOrNull(cell("federationName")),
    dioceseCode: /^0*$/.test(cell("dioceseCode")) ? null : cell("dioceseCode"),
    dioceseName: textOrNull(cell("dioceseName")),
    religiousCharacter: textOrNull(cell("religiousCharacter")),
  };
}

function pupilFacts(cell: CellReader, gap: Gaps) {
  return {
    gender: textOrNull(cell("gender")),
    capacity: wholeIn(cell, "capacity", gap),
    pupils: wholeIn(cell, "pupils", gap),
    percentageFsm: percentageIn(cell, "percentageFsm", gap),
    ukprn: integerCode(cell("ukprn")),
    openedOn: dateIn(cell, "openedOn", gap),
    closedOn: dateIn(cell, "closedOn", gap),
  };
}

/**
 * Reads one row of the establishment file. Only a missing URN, name or status makes a row unreadable; any
 * other cell that cannot be used is null and named among the gaps.
 */
export function parseRow(cell: CellReader): RowParse {
  if (isOutsideEngland(cell)) return { kind: "outside-england" };
  const identity = identityOf(cell);
  if (isFaults(identity)) return { kind: "faulty", faults: identity };
  const gaps: CellFault[] = [];
  const gap: Gaps = (column, message) => {
    gaps.push({ column: giasColumns[column], message });
  };
  const school: Establishment = {
    ...identity,
    ...placeOf(cell, gap),
    ...kindOf(cell, gap),
    ...membershipsOf(cell),
    ...pupilFacts(cell, gap),
  };
  if (school.openedOn !== null && school.closedOn !== null && school.closedOn < school.openedOn) {
    gap("closedOn", "is before the school opened");
  }
  return { kind: "school", school, gaps };
}
