import { mark, startsOf, whole } from "../problem/cells.ts";
import { pairsByPractitioner, type Problem } from "../problem/problem.ts";
import { assign } from "../solve/places/assign.ts";
import { solve } from "../solve/solve.ts";
import { hopeFinder } from "./hope.ts";
import type { ChangedOptions } from "./rehearsal.ts";
import type { Solved } from "./standing.ts";

/** So many pairs around a changed request are solved again; what lies farther off stays as it is. */
const mostPairs = 400;

/** What a place of the changed request is worth: many units, so that prices may stand between none and one. */
const worthOfPlace = 1000;

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

/** A part of a run: its requests, and what people have left for them beside what they hold for others. */
interface Part {
  readonly asks: readonly Ask[];
  readonly slotsLeft: (person: number) => number;
  readonly halfDaysLeft: (person: number) => number;
}

/** Everything connected with the changed request, the nearest first, up to so many pairs. */
function partAround(solved: Solved, byPerson: ByPerson, question: Asked): Part {
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
  const asks: Ask[] = [{ wanted, worth: worthOfPlace, rows: first }];
  const [seen, people] = [new Set([change.request]), new Set(first.map(({ person }) => person))];
  let pairs = first.length;
  for (const j of people)
    for (let x = whole(byPerson.start, j); x < whole(byPerson.start, j + 1); x++) {
      const i = whole(solved.requestOfPair, whole(byPerson.pairs, x));
      const filled = whole(problem.wanted, i) - whole(solved.unfilled, i);
      const size = whole(problem.start, i + 1) - whole(problem.start, i);
      if (seen.has(i) || filled === 0 || pairs + size > mostPairs) continue;
      seen.add(i);
      const rows: Row[] = [];
      for (let e = whole(problem.start, i); e < whole(problem.start, i + 1); e++) {
        const person = whole(problem.practitioner, e);
        people.add(person);
        rows.push({ person, halfDays: whole(problem.need, e), group: whole(problem.group, e) });
      }
      // Every other request keeps what it has: no number of places here outweighs one lost there.
      asks.push({ wanted: filled, worth: (wanted + 1) * worthOfPlace, rows });
      pairs += rows.length;
    }
  const heldOutside = (j: number): readonly number[] =>
    Array.from(byPerson.pairs.subarray(whole(byPerson.start, j), whole(byPerson.start, j + 1))).filter(
      (e) => solved.solution.taken[e] === 1 && !seen.has(whole(solved.requestOfPair, e)),
    );
  return {
    asks,
    slotsLeft: (j) => whole(solved.pinned.slotsLeft, j) - heldOutside(j).length,
    halfDaysLeft: (j) =>
      heldOutside(j).reduce((left, e) => left - whole(problem.need, e), whole(solved.pinned.halfDaysLeft, j)),
  };
}

function problemOf({ asks, slotsLeft, halfDaysLeft }: Part, groupLimit: Int32Array): Problem {
  const rows = asks.flatMap((ask) => ask.rows.map((row) => ({ ...row, worth: ask.worth })));
  const people = Array.from(new Set(rows.map(({ person }) => person)));
  const placeOf = new Map(people.map((person, place) => [person, place]));
  const slotStart = startsOf(Int32Array.from(people, (j) => Math.min(asks.length, slotsLeft(j))));
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
    dayCapacity: Int32Array.from(people, halfDaysLeft),
  };
}

/** Finds what a change allows at most, when so many places of its request are known to be filled by it. */
export type MostFilled = (change: ChangedOptions, known: number) => number;

/** How many places of one request an answer fills. */
function filledOf({ start }: Problem, taken: Uint8Array, i: number): number {
  let filled = 0;
  for (let e = whole(start, i); e < whole(start, i + 1); e++) filled += mark(taken, e);
  return filled;
}

/**
 * Finds the most places of a request that a change allows with no place lost elsewhere, by solving what is
 * around it again; of parts with more than `mostPairs` pairs, what the nearest of them allow. Where more cannot
 * be filled even if people had days without end, days are not asked.
 */
export function mostFilledFinder(solved: Solved): MostFilled {
  const byPerson = pairsByPractitioner(solved.encoded.problem);
  const mayFill = hopeFinder(solved);
  return (change, known) => {
    const { request } = change;
    const held = whole(solved.encoded.problem.wanted, request) - whole(solved.unfilled, request);
    if (!mayFill(change, known + 1 - held)) return known;
    const limits = Array.from(solved.encoded.problem.groupLimit);
    const part = partAround(solved, byPerson, { change, limits });
    const problem = problemOf(part, Int32Array.from(limits));
    const places = assign(problem, { tiers: null, candidates: Infinity });
    if (filledOf(problem, places.taken, 0) <= known) return known;
    // Above all worths, the unit tells that they stand in one tier.
    const unit = (whole(problem.wanted, 0) + 2) * worthOfPlace;
    const { taken } = solve(problem, solved.roster.input.policy.searchCases, unit);
    const isKept = part.asks.every(({ wanted }, i) => i === 0 || filledOf(problem, taken, i) === wanted);
    return isKept ? Math.max(known, filledOf(problem, taken, 0)) : known;
  };
}
