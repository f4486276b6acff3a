import { whole } from "../problem/cells.ts";
import type { OpenRun } from "../openRun.ts";
import type { InputChange } from "./inputChanges.ts";

/** Which requests and people could act on each other in either of two runs, through feasible pairs. */
export interface Parts {
  /** The part of a row, by its id: rows of different parts share nobody. */
  readonly partOf: (id: string) => string;
  /** The parts that a change reaches; null when it reaches all. */
  readonly reachedBy: (change: InputChange) => ReadonlySet<string> | null;
}

/** Joins ids into sets, each known by one of its members. */
function sets(): { readonly rootOf: (id: string) => string; readonly join: (a: string, b: string) => void } {
  const parent = new Map<string, string>();
  const rootOf = (id: string): string => {
    let at = id;
    for (let up = parent.get(at); up !== undefined; up = parent.get(at)) {
      const over = parent.get(up);
      if (over !== undefined) parent.set(at, over);
      at = up;
    }
    return at;
  };
  return {
    rootOf,
    join(a, b) {
      const [x, y] = [rootOf(a), rootOf(b)];
      if (x !== y) parent.set(x > y ? x : y, x > y ? y : x);
    },
  };
}

function pairsOf(run: OpenRun): readonly (readonly [string, string])[] {
  const { problem } = run.encoded;
  const named = (i: number, j: number): readonly [string, string] => [
    run.roster.requests[i]?.id ?? "",
    run.roster.practitioners[j]?.id ?? "",
  ];
  const pinned = run.peopleOf.flatMap((people, i) => people.map((j) => named(i, j)));
  return [...pinned, ...Array.from(problem.practitioner, (j, e) => named(whole(run.requestOfPair, e), j))];
}

/** Ids of the requests of each school, and of the people at home in it, in any of the runs. */
function rowsBySchool(runs: readonly OpenRun[]) {
  const [requests, people] = [new Map<string, string[]>(), new Map<string, string[]>()];
  const add = (to: Map<string, string[]>, schoolId: string, id: string): void =>
    void to.set(schoolId, [...(to.get(schoolId) ?? []), id]);
  for (const { roster } of runs) {
    for (const { id, schoolId } of roster.requests) add(requests, schoolId, id);
    for (const { id, homeSchoolId } of roster.practitioners) add(people, homeSchoolId, id);
  }
  return {
    requestsAt: (schoolId: string): readonly string[] => requests.get(schoolId) ?? [],
    peopleAt: (schoolId: string): readonly string[] => people.get(schoolId) ?? [],
  };
}

/** Ids of the schools of each calendar, in any of the runs. */
function schoolsByCalendar(runs: readonly OpenRun[]): (calendar: string) => readonly string[] {
  const schools = Map.groupBy(
    runs.flatMap(({ roster }) => roster.input.schools),
    ({ calendar }) => calendar,
  );
  return (calendar) => schools.get(calendar)?.map(({ id }) => id) ?? [];
}

/** Joins what two runs could pair: a change of one part can move another only through how ties are broken. */
export function partsOf(before: OpenRun, after: OpenRun): Parts {
  const { rootOf, join } = sets();
  for (const run of [before, after]) for (const [request, person] of pairsOf(run)) join(request, person);
  const { requestsAt, peopleAt } = rowsBySchool([before, after]);
  const schoolsBy = schoolsByCalendar([before, after]);
  const rowsOf = ({ of, id }: InputChange): readonly string[] | null => {
    switch (of) {
      case "request":
      case "practitioner":
        return [id];
      case "school":
        return [...requestsAt(id), ...peopleAt(id)];
      case "calendar":
        return schoolsBy(id).flatMap((school) => [...requestsAt(school), ...peopleAt(school)]);
      case "support": {
        // Who gave support may not now be judged by those who received it.
        const [giver = "", receiver = ""] = id.split(" ");
        return [...requestsAt(giver), ...peopleAt(receiver)];
      }
      case "policy":
      case "today":
        return null;
    }
  };
  return {
    partOf: rootOf,
    reachedBy(change) {
      const rows = rowsOf(change);
      return rows === null ? null : new Set(rows.map(rootOf));
    },
  };
}
