import { gathered, reusedCells, reusedExact, startsOf, whole } from "../../problem/cells.ts";
import type { Neighbours } from "./neighbours.ts";
import type { Problem } from "../../problem/problem.ts";

/**
 * Some pairs of a problem, with requests and practitioners numbered so that neighbours lie near each other
 * in memory. Pairs of request `i` are `start[i]` up to `end[i]`, those worth most first. Its columns of pairs end when
 * the next market is set up, which uses them again.
 */
export interface Market {
  /** Place in the problem of each request and practitioner. */
  readonly request: Int32Array;
  readonly practitioner: Int32Array;
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

/** What a market is made of. */
export interface Stock {
  /** Its pairs stand best first in each request. */
  readonly problem: Problem;
  /** 1 for each pair that comes to the market. */
  readonly chosen: Uint8Array;
  readonly neighbours: Neighbours;
}

/** How many pairs of each request are chosen. */
function countsOf({ problem, chosen }: Stock): Int32Array {
  const counts = new Int32Array(problem.requestCount);
  for (let i = 0; i < counts.length; i++) {
    let count = 0;
    for (let e = problem.start[i] ?? 0, end = problem.start[i + 1] ?? 0; e < end; e++)
      count += chosen[e] ?? 0;
    counts[i] = count;
  }
  return counts;
}

/** Up to so many pairs, columns are kept: new memory for each market has all memory cleared every other time. */
export const keptPairs = 2 ** 20;
const [personCells, ownerCells, backCells] = [
  reusedCells(keptPairs),
  reusedCells(keptPairs),
  reusedCells(keptPairs),
];
const worthCells = reusedExact(keptPairs);

/** Cells of pairs that are being written, and where each practitioner is to stand. */
interface Rows {
  readonly person: Int32Array;
  readonly worth: Float64Array;
  /** -1 for whom no pair was written yet and who is nobody's neighbour. */
  readonly place: Int32Array;
  people: number;
}

/** Writes the chosen pairs of a request from a cell on. */
function writeRow({ problem, chosen }: Stock, rows: Rows, [i, first]: readonly [number, number]): void {
  const { start, practitioner, weight } = problem;
  const { person, worth, place } = rows;
  let at = first;
  for (let e = start[i] ?? 0, end = start[i + 1] ?? 0; e < end; e++) {
    if (chosen[e] !== 1) continue;
    const j = practitioner[e] ?? 0;
    if ((place[j] ?? 0) < 0) place[j] = rows.people++;
    person[at] = place[j] ?? 0;
    worth[at++] = weight[e] ?? 0;
  }
}

/** Writes the chosen pairs of all requests. Reads them in a row, however far apart they come to stand. */
function rowsOf(stock: Stock, start: Int32Array): Rows {
  const { requests, place, people } = stock.neighbours;
  const count = whole(start, requests.length);
  const rows = {
    person: personCells(count),
    worth: worthCells(count),
    place: place.slice(),
    people,
  };
  const first = new Int32Array(requests.length);
  for (let x = 0; x < requests.length; x++) first[requests[x] ?? 0] = start[x] ?? 0;
  for (let i = 0; i < first.length; i++) writeRow(stock, rows, [i, first[i] ?? 0]);
  return rows;
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

/** The cells of each practitioner, in the order in which they stand: neighbours' cells are near each other. */
function backsOf(person: Int32Array, people: number): Pick<Market, "backStart" | "backEnd" | "back"> {
  const counts = new Int32Array(people);
  for (let e = 0; e < person.length; e++) {
    const j = person[e] ?? 0;
    counts[j] = (counts[j] ?? 0) + 1;
  }
  const backStart = startsOf(counts);
  const next = backStart.slice();
  const back = backCells(person.length);
  for (let e = 0; e < person.length; e++) {
    const j = person[e] ?? 0;
    const at = next[j] ?? 0;
    next[j] = at + 1;
    back[at] = e;
  }
  return { backStart, backEnd: backStart.subarray(1), back };
}

/** Sets up a market from the chosen pairs. */
export function marketOf(stock: Stock): Market {
  const { problem, neighbours } = stock;
  const start = startsOf(gathered(countsOf(stock), neighbours.requests));
  const { person, worth, place, people } = rowsOf(stock, start);
  const owner = ownerCells(person.length);
  for (let x = 0; x < problem.requestCount; x++) owner.fill(x, start[x], start[x + 1]);
  const practitioner = peopleAt(place, people);
  return {
    request: neighbours.requests,
    practitioner,
    wanted: gathered(problem.wanted, neighbours.requests),
    start,
    end: start.subarray(1),
    person,
    worth,
    owner,
    ...backsOf(person, people),
    ...slotsOf(problem, practitioner),
  };
}

/** The slots of people, each person's read once, since they may stand far apart. */
function slotsOf(problem: Problem, people: Int32Array): Pick<Market, "slotStart" | "slotEnd" | "slotCost"> {
  const slotStart = new Int32Array(people.length + 1);
  const slotCost = new Float64Array(problem.slotCost.length);
  let at = 0;
  for (let x = 0; x < people.length; x++) {
    const j = people[x] ?? 0;
    for (let s = problem.slotStart[j] ?? 0, end = problem.slotStart[j + 1] ?? 0; s < end; s++)
      slotCost[at++] = problem.slotCost[s] ?? 0;
    slotStart[x + 1] = at;
  }
  return { slotStart, slotEnd: slotStart.subarray(1), slotCost: slotCost.subarray(0, at) };
}
