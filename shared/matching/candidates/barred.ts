import type { SchoolId } from "../../domain/ids.ts";
import { sortable } from "../facts/columns.ts";
import type { Roster } from "../facts/roster.ts";
import { addTo, startsOf, whole } from "../problem/cells.ts";

/** People in whose way an interest or a past employment stands at school `s`: those from `start[s]` on, by place. */
export interface Barred {
  readonly start: Int32Array;
  readonly place: Int32Array;
  /** The first and the last day, as sortable numbers, on which it does. */
  readonly from: Int32Array;
  readonly until: Int32Array;
}

const [always, never] = [0, 9999_12_31];

/** Who may not serve at which schools, whatever else is set aside for others. */
export function barredAt({ practitioners, formerEmployersSince: since, schoolNumber }: Roster): Barred {
  const rows: {
    readonly school: number;
    readonly place: number;
    readonly from: number;
    readonly until: number;
  }[] = [];
  practitioners.forEach(({ formerEmployers, declaredInterests }, place) => {
    const add = (id: SchoolId, from: number, until: number): void => {
      const school = schoolNumber.get(id);
      if (school !== undefined) rows.push({ school, place, from, until });
    };
    for (const { schoolId, endedOn } of formerEmployers) if (endedOn >= since) add(schoolId, always, never);
    for (const { schoolId, since: from, until } of declaredInterests)
      add(schoolId, from === null ? always : sortable(from), until === null ? never : sortable(until));
  });
  const counts = new Int32Array(schoolNumber.size);
  for (const { school } of rows) addTo(counts, school, 1);
  const start = startsOf(counts);
  const next = start.slice();
  const column = (): Int32Array => new Int32Array(rows.length);
  const barred = { start, place: column(), from: column(), until: column() };
  for (const { school, place, from, until } of rows) {
    const at = whole(next, school);
    next[school] = at + 1;
    [barred.place[at], barred.from[at], barred.until[at]] = [place, from, until];
  }
  return barred;
}
