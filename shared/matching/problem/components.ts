import { addTo, gathered, gatheredExact, startsOf, whole } from "./cells.ts";
import type { Problem } from "./problem.ts";

/** One connected part of a problem as a problem of its own, with where each of its rows came from. */
export interface Component {
  readonly problem: Problem;
  readonly requests: Int32Array;
  readonly practitioners: Int32Array;
  readonly groups: Int32Array;
  readonly pairs: Int32Array;
}

/** For each request the smallest request that it is connected with through practitioners. */
function componentOfRequests(problem: Problem): Int32Array {
  const parent = Int32Array.from({ length: problem.requestCount }, (_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (whole(parent, at) !== at) {
      parent[at] = whole(parent, whole(parent, at));
      at = whole(parent, at);
    }
    return at;
  };
  const firstRequest = new Int32Array(problem.practitionerCount).fill(-1);
  for (let i = 0; i < problem.requestCount; i++)
    for (let e = whole(problem.start, i); e < whole(problem.start, i + 1); e++) {
      const j = whole(problem.practitioner, e);
      const other = whole(firstRequest, j);
      if (other < 0) firstRequest[j] = i;
      else {
        const [a, b] = [root(i), root(other)];
        parent[Math.max(a, b)] = Math.min(a, b);
      }
    }
  return parent.map((_, i) => root(i));
}

/** Where the practitioners and groups of a problem stand in the part that is cut out of it; -1 unless they do. */
interface Places {
  readonly person: Int32Array;
  readonly group: Int32Array;
}

/** Rows of the problem that belong to some requests, each kind in its order; notes their places. */
function rowsWithin(problem: Problem, requests: Int32Array, place: Places) {
  const [pairs, people, groups]: [number[], number[], number[]] = [[], [], []];
  const counts = new Int32Array(requests.length);
  requests.forEach((i, at) => {
    for (let e = whole(problem.start, i); e < whole(problem.start, i + 1); e++) {
      const [j, g] = [whole(problem.practitioner, e), whole(problem.group, e)];
      pairs.push(e);
      addTo(counts, at, 1);
      if (whole(place.person, j) < 0) place.person[j] = people.push(j) - 1;
      if (g >= 0 && whole(place.group, g) < 0) place.group[g] = groups.push(g) - 1;
    }
  });
  const practitioners = Int32Array.from(people).sort();
  practitioners.forEach((j, at) => (place.person[j] = at));
  return { pairs: Int32Array.from(pairs), practitioners, groups: Int32Array.from(groups), counts };
}

/** The slots of some practitioners, one after another. */
function slotsOf({ slotStart, slotCost }: Problem, practitioners: Int32Array) {
  const costs = Array.from(practitioners).flatMap((j) =>
    Array.from(slotCost.subarray(whole(slotStart, j), whole(slotStart, j + 1))),
  );
  const counts = practitioners.map((j) => whole(slotStart, j + 1) - whole(slotStart, j));
  return { slotStart: startsOf(counts), slotCost: Float64Array.from(costs) };
}

function cut(problem: Problem, requests: Int32Array, place: Places): Component {
  const { pairs, practitioners, groups, counts } = rowsWithin(problem, requests, place);
  return {
    requests,
    practitioners,
    groups,
    pairs,
    problem: {
      requestCount: requests.length,
      practitionerCount: practitioners.length,
      wanted: gathered(problem.wanted, requests),
      start: startsOf(counts),
      practitioner: gathered(place.person, gathered(problem.practitioner, pairs)),
      need: gathered(problem.need, pairs),
      weight: gatheredExact(problem.weight, pairs),
      group: gathered(problem.group, pairs).map((g) => (g < 0 ? -1 : whole(place.group, g))),
      groupLimit: gathered(problem.groupLimit, groups),
      ...slotsOf(problem, practitioners),
      dayCapacity: gathered(problem.dayCapacity, practitioners),
    },
  };
}

const noPlaces = (problem: Problem): Places => ({
  person: new Int32Array(problem.practitionerCount).fill(-1),
  group: new Int32Array(problem.groupLimit.length).fill(-1),
});

/** Some requests of a problem, with all that belongs to them, as a problem of its own. */
export const partOf = (problem: Problem, requests: Int32Array): Component =>
  cut(problem, requests, noPlaces(problem));

/** Requests of each connected part, in the order of their first ones; requests without a pair stand in none. */
export function requestsOfParts(problem: Problem): readonly number[][] {
  const root = componentOfRequests(problem);
  const members = new Map<number, number[]>();
  for (let i = 0; i < problem.requestCount; i++) {
    if (whole(problem.start, i) === whole(problem.start, i + 1)) continue;
    const found = members.get(whole(root, i));
    if (found === undefined) members.set(whole(root, i), [i]);
    else found.push(i);
  }
  return Array.from(members.values());
}

/** Cuts a problem into its connected parts; requests without a pair stand in none. */
export function componentsOf(problem: Problem): readonly Component[] {
  const place = noPlaces(problem);
  return requestsOfParts(problem).map((requests) => cut(problem, Int32Array.from(requests), place));
}
