import { addTo, mark, startsOf, whole } from "../problem/cells.ts";
import { componentOfRequests } from "../problem/components.ts";
import { pairsByPractitioner, type Problem } from "../problem/problem.ts";
import { solve } from "../solve/solve.ts";
import type { ChangedOptions } from "./rehearsal.ts";
import type { Solved } from "./standing.ts";

/** Parts with up to so many pairs are solved again; in larger ones the chains found must do. */
const mostPairs = 400;

interface Row {
  readonly person: number;
  readonly halfDays: number;
  readonly group: number;
}

/** A request of the part with all who may serve it; the changed request is the first. */
interface Ask {
  readonly wanted: number;
  readonly worth: number;
  readonly rows: readonly Row[];
}

type ByPerson = ReturnType<typeof pairsByPractitioner>;

/** A change, and the limits of groups, to which its own are added. */
interface Asked {
  readonly change: ChangedOptions;
  readonly limits: number[];
}

/** Everything connected with the changed request, or null when that is too much to solve at once. */
function partAround(solved: Solved, byPerson: ByPerson, question: Asked): readonly Ask[] | null {
  const { problem } = solved.encoded;
  const { change, limits } = question;
  const groups = new Map<string, number>();
  const groupAt = (name: string | null): number => {
    if (name === null) return -1;
    const group = groups.get(name) ?? limits.push(change.limitOf(name)) - 1;
    groups.set(name, group);
    return group;
  };
  const first = change.options.map(({ group, ...option }) => ({ ...option, group: groupAt(group) }));
  const wanted = whole(problem.wanted, change.request);
  const asks: Ask[] = [{ wanted, worth: 1, rows: first }];
  const [seen, people] = [new Set([change.request]), new Set(first.map(({ person }) => person))];
  let pairs = first.length;
  for (const j of people)
    for (let x = whole(byPerson.start, j); x < whole(byPerson.start, j + 1); x++) {
      const i = whole(solved.requestOfPair, whole(byPerson.pairs, x));
      const filled = whole(problem.wanted, i) - whole(solved.unfilled, i);
      if (seen.has(i) || filled === 0) continue;
      seen.add(i);
      const rows: Row[] = [];
      for (let e = whole(problem.start, i); e < whole(problem.start, i + 1); e++) {
        const person = whole(problem.practitioner, e);
        people.add(person);
        rows.push({ person, halfDays: whole(problem.need, e), group: whole(problem.group, e) });
      }
      // Every other request keeps what it has: no number of places here outweighs one lost there.
      asks.push({ wanted: filled, worth: wanted + 1, rows });
      pairs += rows.length;
      if (pairs > mostPairs) return null;
    }
  return asks;
}

function problemOf(solved: Solved, asks: readonly Ask[], groupLimit: Int32Array): Problem {
  const rows = asks.flatMap((ask) => ask.rows.map((row) => ({ ...row, worth: ask.worth })));
  const people = Array.from(new Set(rows.map(({ person }) => person)));
  const placeOf = new Map(people.map((person, place) => [person, place]));
  const slotStart = startsOf(
    Int32Array.from(people, (j) => Math.min(asks.length, whole(solved.pinned.slotsLeft, j))),
  );
  return {
    requestCount: asks.length,
    practitionerCount: people.length,
    wanted: Int32Array.from(asks, ({ wanted }) => wanted),
    start: startsOf(Int32Array.from(asks, (ask) => ask.rows.length)),
    practitioner: Int32Array.from(rows, ({ person }) => placeOf.get(person) ?? 0),
    need: Int32Array.from(rows, ({ halfDays }) => halfDays),
    weight: Float64Array.from(rows, ({ worth }) => worth),
    group: Int32Array.from(rows, ({ group }) => group),
    groupLimit,
    slotStart,
    slotCost: new Float64Array(whole(slotStart, people.length)),
    dayCapacity: Int32Array.from(people, (j) => whole(solved.pinned.halfDaysLeft, j)),
  };
}

/** Pairs of the part that each practitioner stands in. */
function pairsAround({ encoded: { problem } }: Solved): Int32Array {
  const part = componentOfRequests(problem);
  const [pairs, size] = [new Int32Array(problem.requestCount), new Int32Array(problem.practitionerCount)];
  part.forEach((root, i) => addTo(pairs, root, whole(problem.start, i + 1) - whole(problem.start, i)));
  part.forEach((root, i) => {
    for (let e = whole(problem.start, i); e < whole(problem.start, i + 1); e++)
      size[whole(problem.practitioner, e)] = whole(pairs, root);
  });
  return size;
}

/**
 * Finds the most places of a request that a change allows with no place lost elsewhere, by solving its part
 * again; null where the part is too large, or its answer could not be proved best.
 */
export function mostFilledFinder(solved: Solved): (change: ChangedOptions) => number | null {
  const byPerson = pairsByPractitioner(solved.encoded.problem);
  const size = pairsAround(solved);
  return (change) => {
    if (change.options.some(({ person }) => whole(size, person) > mostPairs)) return null;
    const limits = Array.from(solved.encoded.problem.groupLimit);
    const asks = partAround(solved, byPerson, { change, limits });
    if (asks === null) return null;
    const problem = problemOf(solved, asks, Int32Array.from(limits));
    const { taken, claims } = solve(problem, solved.roster.input.policy.searchCases);
    if (claims.some(({ objective, bound }) => objective !== bound)) return null;
    let filled = 0;
    for (let e = 0; e < whole(problem.start, 1); e++) filled += mark(taken, e);
    return filled;
  };
}
