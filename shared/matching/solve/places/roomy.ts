import { startsOf, whole } from "../../problem/cells.ts";
import type { Problem } from "../../problem/problem.ts";
import type { Balance } from "./balance.ts";
import type { Market } from "./market.ts";

/** How far each kind of cell of a market that has room for rows to come is used, and where each person's pairs must end. */
export interface CellsUsed {
  requests: number;
  people: number;
  pairs: number;
  backs: number;
  slots: number;
  held: number;
  readonly backLimit: Int32Array;
}

/** Cells that rows to come may need beside so many: a quarter as many again, and `extra`. */
const withSpare = (count: number, extra: number): number => count + (count >> 2) + 64 + extra;

function widened<Cells extends Int32Array | Float64Array>(wide: Cells, cells: Cells): Cells {
  wide.set(cells);
  return wide;
}
const wideWhole = (cells: Int32Array, length: number): Int32Array => widened(new Int32Array(length), cells);
const wideExact = (cells: Float64Array, length: number): Float64Array =>
  widened(new Float64Array(length), cells);

/** Room at the end of each person's pairs. */
const backSpare = (count: number): number => count + (count >> 2) + 4;

function roomyBack(market: Market, people: number) {
  const counts = new Int32Array(people);
  for (let j = 0; j < market.practitioner.length; j++)
    counts[j] = whole(market.backEnd, j) - whole(market.backStart, j);
  const limits = startsOf(counts.map(backSpare));
  const backs = whole(limits, people);
  const back = new Int32Array(withSpare(backs, 0));
  const backStart = limits.slice(0, people);
  for (let j = 0; j < market.practitioner.length; j++) {
    const [from, to, at] = [whole(market.backStart, j), whole(market.backEnd, j), whole(backStart, j)];
    back.set(market.back.subarray(from, to), at);
  }
  const backEnd = backStart.map((at, j) => at + whole(counts, j));
  return { backs, back, backStart, backEnd, backLimit: limits.slice(1) };
}

/** All people of a problem, those in the market first, with their slots, and cells for more. */
function roomyPeople(problem: Problem, market: Market, extra: number) {
  const people = withSpare(problem.practitionerCount, extra);
  const practitioner = wideWhole(market.practitioner, people);
  const isThere = new Uint8Array(problem.practitionerCount);
  for (const j of market.practitioner) isThere[j] = 1;
  let at = market.practitioner.length;
  isThere.forEach((there, j) => {
    if (there === 0) practitioner[at++] = j;
  });
  const slotStart = new Int32Array(people);
  const slotEnd = new Int32Array(people);
  const slotCost = new Float64Array(withSpare(problem.slotCost.length, extra));
  let slots = 0;
  for (let x = 0; x < problem.practitionerCount; x++) {
    const j = whole(practitioner, x);
    const mine = problem.slotCost.subarray(whole(problem.slotStart, j), whole(problem.slotStart, j + 1));
    slotCost.set(mine, slots);
    slotStart[x] = slots;
    slotEnd[x] = slots += mine.length;
  }
  return { practitioner, slotStart, slotEnd, slotCost, slots };
}

/** Gives a market room for requests, people, pairs and slots to come; rows not yet in use want and offer nothing. */
export function roomy(problem: Problem, market: Market, extra: number): { market: Market; used: CellsUsed } {
  const requests = withSpare(market.request.length, extra);
  const pairs = withSpare(market.person.length, extra);
  const { slots, ...people } = roomyPeople(problem, market, extra);
  const { backs, backLimit, ...back } = roomyBack(market, people.practitioner.length);
  const used = {
    requests: market.request.length,
    people: problem.practitionerCount,
    pairs: market.person.length,
    backs,
    slots,
    held: 0,
    backLimit,
  };
  return {
    used,
    market: {
      request: wideWhole(market.request, requests),
      wanted: wideWhole(market.wanted, requests),
      start: wideWhole(market.start.subarray(0, market.request.length), requests),
      end: wideWhole(market.end, requests),
      person: wideWhole(market.person, pairs),
      worth: wideExact(market.worth, pairs),
      owner: wideWhole(market.owner, pairs),
      ...back,
      ...people,
    },
  };
}

/** The same answer with room for what requests to come will hold. */
export function withHeldRoom(balance: Balance, used: CellsUsed, extra: number): Balance {
  used.held = balance.held.length;
  const wide = (cells: Int32Array): Int32Array => wideWhole(cells, withSpare(used.held, extra));
  return {
    ...balance,
    held: wide(balance.held),
    after: wide(balance.after),
    before: wide(balance.before),
  };
}
