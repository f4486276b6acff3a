import { type Mode, modes, type Phase, phases } from "../../domain/vocabulary.ts";
import { startsOf } from "../problem/cells.ts";
import { servesMode } from "../rules/capacityRules.ts";
import type { IsoDate, MatchPractitioner, MatchSchool } from "./facts.ts";
import type { Roster } from "./roster.ts";

/** Schools of a run by number, with what is compared between two of them. Code 0 stands for none. */
export interface SchoolColumns {
  readonly numberOf: ReadonlyMap<string, number>;
  readonly trust: Int32Array;
  readonly federation: Int32Array;
  readonly phases: Int32Array;
  /** Schools in an order in which neighbours mostly stand together; those without a place last. */
  readonly rank: Int32Array;
}

/** Practitioners by place in the roster, for loops that look at many of them. */
export interface PeopleColumns {
  readonly school: Int32Array;
  readonly eastMetres: Float64Array;
  readonly northMetres: Float64Array;
  /** Infinite where no limit was given or the home school's place is not known. */
  readonly reachMetres: Float64Array;
  readonly phases: Int32Array;
  /** Modes by choice, and modes in which the person can serve. */
  readonly modes: Int32Array;
  readonly serves: Int32Array;
  readonly load: Int32Array;
  /** The last day of the letter of assurance as a number that sorts as the date does; 0 when there is none. */
  readonly assuredUntil: Int32Array;
  /** Schools where an interest or a past employment stands in the way: those of `p` from `barredStart[p]` on. */
  readonly barredStart: Int32Array;
  readonly barred: Int32Array;
}

/** A date as a whole number that sorts as the date does. */
export const sortable = (date: IsoDate): number =>
  Number(date.slice(0, 4)) * 10_000 + Number(date.slice(5, 7)) * 100 + Number(date.slice(8, 10));

const bitOf = <Value>(all: readonly Value[], value: Value): number => 1 << all.indexOf(value);
export const phaseBit = (phase: Phase): number => bitOf(phases, phase);
export const modeBit = (mode: Mode): number => bitOf(modes, mode);
const bits = <Value>(values: readonly Value[], bit: (value: Value) => number): number => {
  let mask = 0;
  for (const value of values) mask |= bit(value);
  return mask;
};

/** Numbers texts from 1 on, in the order in which they come; null is 0. */
function numbering(): (text: string | null) => number {
  const known = new Map<string, number>();
  return (text) => {
    if (text === null) return 0;
    const found = known.get(text) ?? known.size + 1;
    known.set(text, found);
    return found;
  };
}

const cellMetres = 500;

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
  if (eastingMetres === null || northingMetres === null) return Infinity;
  const [east, north] = [eastingMetres, northingMetres].map((metres) => spread(metres / cellMetres));
  return ((east ?? 0) | ((north ?? 0) << 1)) >>> 0;
}

/** Puts the schools of a run in columns. */
export function schoolColumns(schools: readonly MatchSchool[]): SchoolColumns {
  const [trust, federation] = [numbering(), numbering()];
  const places = Float64Array.from(schools, alongCurve);
  const inOrder = Int32Array.from(schools, (_, at) => at).sort(
    (a, b) => compared(places[a] ?? 0, places[b] ?? 0) || a - b,
  );
  const rank = new Int32Array(schools.length);
  inOrder.forEach((school, at) => (rank[school] = at));
  return {
    numberOf: new Map(schools.map(({ id }, at) => [id, at])),
    trust: Int32Array.from(schools, ({ trustCode }) => trust(trustCode)),
    federation: Int32Array.from(schools, ({ federationCode }) => federation(federationCode)),
    phases: Int32Array.from(schools, (school) => bits(school.phases, phaseBit)),
    rank,
  };
}

const compared = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

/** Schools at which somebody may not serve, whatever else is set aside for others. */
function barredAt(person: MatchPractitioner, since: IsoDate, { numberOf }: SchoolColumns): number[] {
  const former = person.formerEmployers.filter(({ endedOn }) => endedOn >= since);
  return [...person.declaredInterests, ...former.map(({ schoolId }) => schoolId)].flatMap(
    (id) => numberOf.get(id) ?? [],
  );
}

const none: readonly number[] = [];

/** Puts the practitioners of a run in columns. */
export function peopleColumns(roster: Roster, schools: SchoolColumns): PeopleColumns {
  const { practitioners: people, homes } = roster;
  const barred = people.map((person) =>
    person.declaredInterests.length + person.formerEmployers.length === 0
      ? none
      : barredAt(person, roster.formerEmployersSince, schools),
  );
  const dates = new Map<IsoDate, number>();
  const sortableOnce = (date: IsoDate): number => {
    const known = dates.get(date) ?? sortable(date);
    dates.set(date, known);
    return known;
  };
  const column = (of: (person: MatchPractitioner, home: MatchSchool) => number): Int32Array =>
    Int32Array.from(people, (person, place) => of(person, homeAt(homes, place)));
  const metres = (of: (person: MatchPractitioner, home: MatchSchool) => number | null): Float64Array =>
    Float64Array.from(people, (person, place) => of(person, homeAt(homes, place)) ?? Number.NaN);
  return {
    school: column((_, home) => schools.numberOf.get(home.id) ?? -1),
    eastMetres: metres((_, home) => home.eastingMetres),
    northMetres: metres((_, home) => home.northingMetres),
    reachMetres: metres((person, home) =>
      home.eastingMetres === null || home.northingMetres === null
        ? Infinity
        : (person.travelLimitMetres ?? Infinity),
    ),
    phases: column((person) => bits(person.phases, phaseBit)),
    modes: column((person) => bits(person.modes, modeBit)),
    serves: column((person) =>
      bits(
        modes.filter((mode) => servesMode(person.modes, mode)),
        modeBit,
      ),
    ),
    load: column((person) => person.loadSlots),
    assuredUntil: column(({ assuranceValidUntil: until }) => (until === null ? 0 : sortableOnce(until))),
    barredStart: startsOf(Int32Array.from(barred, ({ length }) => length)),
    barred: Int32Array.from(barred.flat()),
  };
}

function homeAt(homes: readonly MatchSchool[], place: number): MatchSchool {
  const home = homes[place];
  if (home === undefined) throw new RangeError(`Nobody stands at place ${place}`);
  return home;
}
