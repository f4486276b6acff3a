import { exact, startsOf, whole } from "../../problem/cells.ts";
import type { Neighbours } from "./neighbours.ts";
import type { Problem } from "../../problem/problem.ts";

/**
 * Some pairs of a problem, with requests and practitioners numbered so that neighbours lie near each other
 * in memory. Pairs of request `i` are `start[i]` up to `end[i]`, those worth most first.
 */
export interface Market {
  /** Place in the problem of each request and practitioner, and of each pair where those of a request stand best first. */
  readonly request: Int32Array;
  readonly practitioner: Int32Array;
  readonly pair: Int32Array;
  readonly wanted: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly person: Int32Array;
  readonly worth: Float64Array;
  readonly owner: Int32Array;
  /** Pairs of practitioner `j` are `back[backStart[j]]` up to `back[backEnd[j]]`. */
  readonly backStart: Int32Array;
  readonly backEnd: Int32Array;
  readonly back: Int32Array;
  readonly slotStart: Int32Array;
  readonly slotEnd: Int32Array;
  readonly slotCost: Float64Array;
}

/** A problem whose pairs stand best first in each request, and where each of them stood before; null for where it stands. */
export interface BestFirst {
  readonly problem: Problem;
  readonly stood: Int32Array | null;
}

/** The cells of chosen rows. */
function gathered(cells: Int32Array, rows: Int32Array): Int32Array {
  const chosen = new Int32Array(rows.length);
  for (let x = 0; x < rows.length; x++) chosen[x] = whole(cells, whole(rows, x));
  return chosen;
}

/** Sorts the pairs of each request by weight, best first; equal ones as they stand. */
export function bestFirst(problem: Problem): BestFirst {
  const { start, weight } = problem;
  const isSorted = (from: number, to: number): boolean => {
    for (let e = from + 1; e < to; e++) if ((weight[e - 1] ?? 0) < (weight[e] ?? 0)) return false;
    return true;
  };
  let stood: Int32Array | null = null;
  for (let i = 0; i < problem.requestCount; i++) {
    const [from, to] = [whole(start, i), whole(start, i + 1)];
    if (isSorted(from, to)) continue;
    stood ??= new Int32Array(weight.length).map((_, e) => e);
    stood.subarray(from, to).sort((a, b) => exact(weight, b) - exact(weight, a) || a - b);
  }
  if (stood === null) return { problem, stood };
  return {
    stood,
    problem: {
      ...problem,
      practitioner: gathered(problem.practitioner, stood),
      need: gathered(problem.need, stood),
      weight: Float64Array.from(stood, (e) => exact(weight, e)),
      group: gathered(problem.group, stood),
    },
  };
}

export interface Stock {
  /** Its pairs stand best first in each request. */
  readonly problem: Problem;
  /** 1 for each pair that comes to the market. */
  readonly chosen: Uint8Array;
  readonly neighbours: Neighbours;
}

/** Numbers the people of the chosen pairs, neighbours first and the others as they appear, and counts the pairs of each row. */
function countsOf({ problem, chosen, neighbours }: Stock) {
  const { requestCount, practitionerCount, start, practitioner } = problem;
  const place = neighbours.place.slice();
  const [ofRequest, ofPerson] = [new Int32Array(requestCount), new Int32Array(practitionerCount)];
  let { people } = neighbours;
  for (let i = 0; i < requestCount; i++) {
    let count = 0;
    for (let e = start[i] ?? 0, end = start[i + 1] ?? 0; e < end; e++) {
      if (chosen[e] !== 1) continue;
      const j = practitioner[e] ?? 0;
      if ((place[j] ?? 0) < 0) place[j] = people++;
      const to = place[j] ?? 0;
      ofPerson[to] = (ofPerson[to] ?? 0) + 1;
      count++;
    }
    ofRequest[i] = count;
  }
  return { place, ofRequest, ofPerson: ofPerson.subarray(0, people) };
}

/** The practitioner at each place. */
function peopleAt(place: Int32Array, people: number): Int32Array {
  const practitioner = new Int32Array(people);
  for (let j = 0; j < place.length; j++) {
    const to = place[j] ?? 0;
    if (to >= 0) practitioner[to] = j;
  }
  return practitioner;
}

/** Sets up a market from the chosen pairs. Reads them in a row, however far apart they come to stand. */
export function marketOf(stock: Stock): Market {
  const { problem, chosen, neighbours } = stock;
  const { practitioner: personOf, weight } = problem;
  const { place, ofRequest, ofPerson } = countsOf(stock);
  const start = startsOf(gathered(ofRequest, neighbours.requests));
  const backStart = startsOf(ofPerson);
  const count = whole(start, problem.requestCount);
  const [pair, person, owner] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  const [worth, back] = [new Float64Array(count), new Int32Array(count)];
  const requestPlace = new Int32Array(problem.requestCount);
  for (let x = 0; x < requestPlace.length; x++) requestPlace[neighbours.requests[x] ?? 0] = x;
  const next = backStart.slice();
  for (let i = 0; i < problem.requestCount; i++) {
    const x = requestPlace[i] ?? 0;
    let at = start[x] ?? 0;
    for (let e = problem.start[i] ?? 0, end = problem.start[i + 1] ?? 0; e < end; e++) {
      if (chosen[e] !== 1) continue;
      const j = place[personOf[e] ?? 0] ?? 0;
      const to = next[j] ?? 0;
      next[j] = to + 1;
      back[to] = at;
      pair[at] = e;
      person[at] = j;
      owner[at] = x;
      worth[at++] = weight[e] ?? 0;
    }
  }
  const practitioner = peopleAt(place, ofPerson.length);
  return {
    request: neighbours.requests,
    practitioner,
    pair,
    wanted: gathered(problem.wanted, neighbours.requests),
    start,
    end: start.subarray(1),
    person,
    worth,
    owner,
    backStart,
    backEnd: backStart.subarray(1),
    back,
    ...slotsOf(problem, practitioner),
  };
}

function slotsOf(problem: Problem, people: Int32Array): Pick<Market, "slotStart" | "slotEnd" | "slotCost"> {
  const slotStart = new Int32Array(people.length + 1);
  for (let x = 0; x < people.length; x++) {
    const j = whole(people, x);
    slotStart[x + 1] = whole(slotStart, x) + whole(problem.slotStart, j + 1) - whole(problem.slotStart, j);
  }
  const slotCost = new Float64Array(whole(slotStart, people.length));
  for (let x = 0; x < people.length; x++) {
    const shift = whole(problem.slotStart, whole(people, x)) - whole(slotStart, x);
    for (let s = whole(slotStart, x); s < whole(slotStart, x + 1); s++)
      slotCost[s] = exact(problem.slotCost, s + shift);
  }
  return { slotStart, slotEnd: slotStart.subarray(1), slotCost };
}
