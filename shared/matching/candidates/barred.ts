import type { SchoolId } from "../../domain/ids.ts";
import { sortable } from "../facts/dates.ts";
import type { IsoDate, MatchPractitioner } from "../facts/facts.ts";
import type { Roster } from "../facts/roster.ts";
import { grouped, sharedCells } from "../problem/cells.ts";

/** People in whose way an interest or a past employment stands at school `s`: those from `start[s]` on, by place. */
export interface Barred {
  readonly start: Int32Array;
  readonly person: Int32Array;
  /** The first and the last day, as sortable numbers, on which it does. */
  readonly from: Int32Array;
  readonly until: Int32Array;
}

const [always, never] = [0, 9999_12_31];

/** From when until when something stands in the way; null for always and for good. */
interface Interest {
  readonly since: IsoDate | null;
  readonly until: IsoDate | null;
}
const lasting: Interest = { since: null, until: null };

/** Reads of one person after the other who may not serve at which schools, whatever else is set aside for others. */
export function barredReading({ input, formerEmployersSince, schoolNumber }: Roster) {
  const [schools, people, begins, ends]: [number[], number[], number[], number[]] = [[], [], [], []];
  const add = (id: SchoolId, place: number, { since, until }: Interest): void => {
    const school = schoolNumber.get(id);
    if (school === undefined) return;
    schools.push(school);
    people.push(place);
    begins.push(since === null ? always : sortable(since));
    ends.push(until === null ? never : sortable(until));
  };
  return {
    read: ({ formerEmployers, declaredInterests }: MatchPractitioner, place: number): void => {
      for (const { schoolId, endedOn } of formerEmployers)
        if (endedOn >= formerEmployersSince) add(schoolId, place, lasting);
      for (const interest of declaredInterests) add(interest.schoolId, place, interest);
    },
    barred: (): Barred => {
      const { start, rows } = grouped(Int32Array.from(schools), input.schools.length);
      const inRows = (numbers: readonly number[]): Int32Array => {
        const cells = sharedCells(rows.length);
        rows.forEach((row, at) => (cells[at] = numbers[row] ?? -1));
        return cells;
      };
      return { start, person: inRows(people), from: inRows(begins), until: inRows(ends) };
    },
  };
}
