import { ofYear } from "../../shared/domain/outcomes/impact.ts";
import { partsOf, type SchoolPart } from "../../shared/domain/outcomes/reach.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { type Columns, table } from "./exports.ts";
import { impactRowsOf } from "./impact.ts";

const columns: Columns<SchoolPart> = [
  ["URN", ({ school }) => school.urn],
  ["School", ({ school }) => school.name],
  ["Kind", ({ kind }) => kind.replaceAll("-", " ")],
  ["Local authority", ({ school }) => school.laName],
  ["Town", ({ school }) => school.town],
  ["Trust", ({ school }) => school.trustName],
  ["Pupils", ({ school }) => school.pupils],
  ["Free school meals %", ({ school }) => school.percentageFsm],
  ["Requests", ({ asked }) => asked],
  ["Days received", ({ daysReceived }) => daysReceived],
  ["Days given", ({ daysGiven }) => daysGiven],
];

/** Every member school by name, with what it asked for, had and gave: who is reached, and who is not. */
export const exportSchools: Handler<"exportSchools"> = async ({ query: { academicYear } }, { store }) => {
  const rows = await impactRowsOf(store);
  const parts = partsOf(academicYear === undefined ? rows : ofYear(rows, academicYear));
  return { status: 200, body: table(columns, parts) };
};
