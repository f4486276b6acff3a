import { type Mode, modes, type Phase, phases } from "../../domain/vocabulary.ts";
import { grouped } from "../problem/cells.ts";
import { sortable } from "../facts/dates.ts";
import type { MatchSchool } from "../facts/facts.ts";
import type { Roster } from "../facts/roster.ts";
import { forbiddingTies } from "../rules/groupRules.ts";

/** Rows of numbers with dates: those of row `r` stand from `start[r]` up to `start[r + 1]`, each from a sortable date on. */
export interface DatedRows {
  readonly start: Int32Array;
  readonly number: Int32Array;
  readonly from: Int32Array;
}

/** Schools of a run by number, with what stands between two of them. */
export interface SchoolColumns {
  /** By school the groups that forbid a match to their other schools, by group its schools. */
  readonly groups: DatedRows;
  readonly members: DatedRows;
  readonly phases: Int32Array;
  /** The number of each school's calendar among the closures. */
  readonly calendar: Int32Array;
  /** Schools in an order in which neighbours mostly stand together; those without a place last. */
  readonly rank: Int32Array;
  /** NaN where the place is not known. */
  readonly eastMetres: Float64Array;
  readonly northMetres: Float64Array;
  /** 1 for small schools. */
  readonly isSmall: Uint8Array;
  /** Pupils, and how many in a hundred have free school meals; NaN where it is not known. */
  readonly pupils: Float64Array;
  readonly percentageFsm: Float64Array;
}

const bitOf = <Value>(all: readonly Value[], value: Value): number => 1 << all.indexOf(value);
export const phaseBit = (phase: Phase): number => bitOf(phases, phase);
export const modeBit = (mode: Mode): number => bitOf(modes, mode);
/** The bits of some values. */
export const bits = <Value>(values: readonly Value[], bit: (value: Value) => number): number => {
  let mask = 0;
  for (const value of values) mask |= bit(value);
  return mask;
};

const cellMetres = 500;
/** More than any place on the curve, and more schools than there are: their product is exact. */
const [nowhere, mostSchools] = [2 ** 32, 2 ** 20];

/** The bits of a whole number below 2^16, each followed by a free bit. */
function spread(value: number): number {
  let wide = value & 0xffff;
  wide = (wide | (wide << 8)) & 0x00ff00ff;
  wide = (wide | (wide << 4)) & 0x0f0f0f0f;
  wide = (wide | (wide << 2)) & 0x33333333;
  return (wide | (wide << 1)) & 0x55555555;
}

/** Where a school stands on a curve that winds through all places, after Morton; after all others if not known. */
function alongCurve({ eastingMetres, northingMetres }: MatchSchool): number {
  if (eastingMetres === null || northingMetres === null) return nowhere;
  const [east, north] = [eastingMetres, northingMetres].map((metres) => spread(metres / cellMetres));
  return ((east ?? 0) | ((north ?? 0) << 1)) >>> 0;
}

/** One school in one group. */
interface Member {
  readonly school: number;
  readonly group: number;
  readonly from: number;
}

/** Members put in rows by one of their two numbers, each row in the order in which they come. */
function inRows(members: readonly Member[], count: number, by: "school" | "group"): DatedRows {
  const other = by === "school" ? "group" : "school";
  const { start, rows } = grouped(
    Int32Array.from(members, (member) => member[by]),
    count,
  );
  return {
    start,
    number: rows.map((at) => members[at]?.[other] ?? -1),
    from: rows.map((at) => members[at]?.from ?? 0),
  };
}

/** Which schools are in which groups that forbid a match, by school and by group. */
function groupColumns({ input, bondsOf }: Roster): Pick<SchoolColumns, "groups" | "members"> {
  const numbers = new Map<string, number>();
  const members: Member[] = [];
  input.schools.forEach(({ id }, school) => {
    for (const { tie, group, membership } of bondsOf(id)) {
      if (!forbiddingTies.includes(tie)) continue;
      const number = numbers.get(group) ?? numbers.size;
      numbers.set(group, number);
      members.push({ school, group: number, from: membership.from === null ? 0 : sortable(membership.from) });
    }
  });
  return {
    groups: inRows(members, input.schools.length, "school"),
    members: inRows(members, numbers.size, "group"),
  };
}

/** Where each school stands along the curve. What is found does not depend on it: of those that stand together either may come first. */
function ranksOf(schools: readonly MatchSchool[]): Int32Array {
  // Numbers of place and row in one are sorted without calling anything.
  const places = new Float64Array(schools.length);
  schools.forEach((school, at) => (places[at] = alongCurve(school) * mostSchools + at));
  const rank = new Int32Array(schools.length);
  places.sort().forEach((place, at) => (rank[place % mostSchools] = at));
  return rank;
}

/** Puts the schools of a run in columns. */
export function schoolColumns(roster: Roster): SchoolColumns {
  const { schools } = roster.input;
  const count = schools.length;
  const columns = {
    phases: new Int32Array(count),
    calendar: new Int32Array(count),
    eastMetres: new Float64Array(count),
    northMetres: new Float64Array(count),
    isSmall: new Uint8Array(count),
    pupils: new Float64Array(count),
    percentageFsm: new Float64Array(count),
  };
  schools.forEach((school, at) => {
    columns.phases[at] = bits(school.phases, phaseBit);
    columns.calendar[at] = roster.closures.calendarOf(school);
    columns.eastMetres[at] = school.eastingMetres ?? Number.NaN;
    columns.northMetres[at] = school.northingMetres ?? Number.NaN;
    columns.isSmall[at] = school.isSmall ? 1 : 0;
    columns.pupils[at] = school.pupils ?? Number.NaN;
    columns.percentageFsm[at] = school.percentageFsm ?? Number.NaN;
  });
  return { ...groupColumns(roster), ...columns, rank: ranksOf(schools) };
}
