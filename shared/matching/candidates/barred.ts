import type { SchoolId } from "../../domain/ids.ts";
import { sortable } from "../facts/columns.ts";
import type { IsoDate } from "../facts/facts.ts";
import { once } from "../facts/once.ts";
import type { Roster } from "../facts/roster.ts";
import { addTo, startsOf, whole } from "../problem/cells.ts";

/** People in whose way an interest or a past employment stands at school `s`: those from `start[s]` on, by number. */
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

/** Who may not serve at which schools, whatever else is set aside for others. */
export function barredAt(
  { practitioners, formerEmployersSince, schoolNumber }: Roster,
  numberAt: Int32Array,
): Barred {
  const [schools, people, begins, ends]: [number[], number[], number[], number[]] = [[], [], [], []];
  const [sortableOf, counts] = [once(sortable), new Int32Array(schoolNumber.size)];
  const add = (id: SchoolId, person: number, { since, until }: Interest): void => {
    const school = schoolNumber.get(id);
    if (school === undefined) return;
    addTo(counts, school, 1);
    schools.push(school);
    people.push(person);
    begins.push(since === null ? always : sortableOf(since));
    ends.push(until === null ? never : sortableOf(until));
  };
  practitioners.forEach(({ formerEmployers, declaredInterests }, place) => {
    const person = whole(numberAt, place);
    if (person < 0) return;
    for (const { schoolId, endedOn } of formerEmployers)
      if (endedOn >= formerEmployersSince) add(schoolId, person, lasting);
    for (const interest of declaredInterests) add(interest.schoolId, person, interest);
  });
  const start = startsOf(counts);
  const next = start.slice();
  const column = (): Int32Array => new Int32Array(schools.length);
  const barred = { start, person: column(), from: column(), until: column() };
  schools.forEach((school, row) => {
    const at = whole(next, school);
    next[school] = at + 1;
    barred.person[at] = people[row] ?? -1;
    barred.from[at] = begins[row] ?? always;
    barred.until[at] = ends[row] ?? never;
  });
  return barred;
}
