import { SchoolUrn } from "../domain/ids.ts";
import type { Membership } from "../domain/schools/registerFacts.ts";
import { problemLimit, type CsvProblem } from "./csv.ts";
import { integerCode, isoDateOf } from "./giasCells.ts";
import { type FileChunks, type NamedCells, visitNamed } from "./namedColumns.ts";
import { gatherWarnings } from "./registerWarnings.ts";
import type { RegisterGroup, SchoolMembership, SourceReading } from "./source.ts";

const groupColumns = {
  code: "Group UID",
  name: "Group Name",
  typeCode: "Group Type (code)",
  typeName: "Group Type",
  closedOn: "Closed Date",
} as const;
const linkColumns = { ...groupColumns, urn: "URN", joinedOn: "Joined date" } as const;

type GroupColumn = keyof typeof groupColumns;
// The register's codes of group types; the others are of children's centres.
const kindOfCode: Readonly<Record<string, Membership["kind"]>> = {
  "1": "federation",
  "2": "foundation-trust",
  "5": "sponsor",
  "6": "multi-academy-trust",
  "7": "umbrella-trust",
  "10": "single-academy-trust",
  "11": "secure-single-academy-trust",
};
const kindOfName: readonly (readonly [RegExp, Membership["kind"]])[] = [
  [/^secure single[- ]academy trust$/i, "secure-single-academy-trust"],
  [/^single[- ]academy trust$/i, "single-academy-trust"],
  [/^multi[- ]academy trust$/i, "multi-academy-trust"],
  [/^umbrella trust$/i, "umbrella-trust"],
  [/^(?:school|academy) sponsor$/i, "sponsor"],
  [/^federation$/i, "federation"],
  [/^(?:foundation )?trust$/i, "foundation-trust"],
];

const longestName = 200;

function kindIn(cell: NamedCells<GroupColumn>): Membership["kind"] | undefined {
  const code = integerCode(cell("typeCode"));
  if (code !== null) return kindOfCode[code];
  return kindOfName.find(([name]) => name.test(cell("typeName")))?.[1];
}

function groupIn(cell: NamedCells<GroupColumn>): RegisterGroup | undefined {
  const code = integerCode(cell("code"));
  if (code === null) return undefined;
  const name = cell("name").slice(0, longestName);
  return { kind: kindIn(cell) ?? null, code, name, closedOn: isoDateOf(cell("closedOn")) };
}

const noGroup = { column: groupColumns.typeName, message: "is no group that binds schools" };

/**
 * Reads GIAS's file of groups (`allgroupsdataYYYYMMDD.csv`, Open Government Licence). Groups that bind no schools,
 * such as children's centres, are read without a kind and counted as a warning.
 */
export async function readGroups(file: FileChunks): Promise<SourceReading<RegisterGroup>> {
  const groups: RegisterGroup[] = [];
  const warnings = gatherWarnings();
  const { problems, rows } = await visitNamed(
    file,
    { file: "file of groups", columns: groupColumns, needed: [["code"], ["typeCode", "typeName"]] },
    ({ row, cell }) => {
      const group = groupIn(cell);
      if (group) groups.push(group);
      if (!group?.kind) warnings.warn(noGroup, row);
    },
  );
  if (problems.length > 0) return { kind: "refused", problems };
  return { kind: "read", items: groups, rows, warnings: warnings.all() };
}

/**
 * Reads GIAS's file of schools in groups (`alllinksdataYYYYMMDD.csv`, Open Government Licence). A group that has
 * closed ends the membership. Where the file does not say of which type its groups are, they are unknown until the
 * file of groups is read; groups that bind no schools are left out and counted as a warning.
 */
export async function readMemberships(file: FileChunks): Promise<SourceReading<SchoolMembership>> {
  const memberships: SchoolMembership[] = [];
  const faults: CsvProblem[] = [];
  const warnings = gatherWarnings();
  const { problems, rows } = await visitNamed(
    file,
    { file: "file of schools in groups", columns: linkColumns, needed: [["urn"], ["code"]] },
    ({ row, cell }) => {
      const urn = SchoolUrn.safeParse(cell("urn"));
      if (!urn.success)
        faults.push({ row, column: "URN", message: "A URN is six digits and does not begin with zero" });
      const isTyped = cell("typeCode") !== "" || cell("typeName") !== "";
      const group = groupIn(cell);
      const kind = isTyped ? group?.kind : "unknown";
      if (!group || !kind) warnings.warn(noGroup, row);
      const from = isoDateOf(cell("joinedOn"));
      if (from === null) warnings.warn({ column: linkColumns.joinedOn, message: "is no date" }, row);
      if (!urn.success || !group || !kind) return;
      const { code, name, closedOn } = group;
      memberships.push({ urn: urn.data, kind, code, name, from, to: closedOn });
    },
  );
  const all = [...problems, ...faults].slice(0, problemLimit);
  if (all.length > 0) return { kind: "refused", problems: all };
  return { kind: "read", items: memberships, rows, warnings: warnings.all() };
}
