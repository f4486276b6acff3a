import { type Assignment, assign, type Tiers } from "./assign.ts";
import { atPrices } from "./atPrices.ts";
import type { Balance, Touched } from "./balance.ts";
import { exact, gathered, gatheredExact, whole } from "../../problem/cells.ts";
import { drawWork } from "./drawWork.ts";
import { firstAnswer } from "./firstAnswer.ts";
import { leastPrices } from "./leastPrices.ts";
import { bestFirst } from "./bestFirst.ts";
import { type Market, marketOf } from "./market.ts";
import { neighbourly } from "./neighbours.ts";
import { passWork } from "./passWork.ts";
import type { Problem } from "../../problem/problem.ts";
import { type CellsUsed, roomy, withHeldRoom } from "./roomy.ts";
import { type Ties, tiesOf } from "./ties.ts";

/**
 * A problem that changes while its best answer is kept, with the prices that prove it. Requests and
 * practitioners are named as in the problem that it began with; new ones get the next numbers.
 */
export interface Live {
  balance: Balance;
  touched: Touched;
  ties: Ties;
  used: CellsUsed;
  /** Where the market has each request and practitioner. */
  requestPlace: Int32Array;
  personPlace: Int32Array;
}

/** Where each row stands that is in use; -1 for rows to come. */
function placesOf(rows: Int32Array, used: number): Int32Array {
  const place = new Int32Array(rows.length).fill(-1);
  for (let x = 0; x < used; x++) place[whole(rows, x)] = x;
  return place;
}

/** Where a row stands; one that is not there is a bug and stops the run. */
export function placeIn(places: Int32Array, row: number): number {
  const place = whole(places, row);
  if (place < 0) throw new RangeError(`No row ${row} yet`);
  return place;
}

/** Prices in the market's order; who has no slot costs what nobody would pay. */
function pricesIn({ practitioner, ...market }: Market, slotPrice: Float64Array): Float64Array {
  return Float64Array.from(practitioner, (j, x) => {
    if (whole(market.slotStart, x) < whole(market.slotEnd, x)) return exact(slotPrice, j);
    let most = 0;
    for (let b = whole(market.backStart, x); b < whole(market.backEnd, x); b++)
      most = Math.max(most, exact(market.worth, whole(market.back, b)));
    return most;
  });
}

/** Brings a problem to life at prices that are or were its best, with room for rows to come beside the usual. */
export function liveAt(given: Problem, slotPrice: Float64Array, extra: number): Live {
  const { problem } = bestFirst(given);
  const chosen = Uint8Array.from(problem.practitioner, (j, e) =>
    whole(problem.need, e) <= whole(problem.dayCapacity, j) ? 1 : 0,
  );
  const neighbours = neighbourly(problem, chosen);
  const { market, used } = roomy(problem, marketOf({ problem, chosen, neighbours }), extra);
  const begun = withHeldRoom(atPrices(market, pricesIn(market, slotPrice)), used, extra);
  const touched: Touched = { people: [], requests: [] };
  const balance = { ...begun, touched };
  drawWork(balance);
  passWork(balance);
  const ties = tiesOf(balance);
  firstAnswer(ties, used.requests);
  touched.people.length = 0;
  touched.requests.length = 0;
  return {
    balance,
    touched,
    ties,
    used,
    requestPlace: placesOf(market.request, used.requests),
    personPlace: placesOf(market.practitioner, used.people),
  };
}

/** Solves a problem exactly and keeps its answer alive. Half-days and groups must not bind, as for `assign`. */
export const keepAlive = (problem: Problem, tiers: Tiers | null): Live =>
  liveAt(problem, assign(problem, { tiers, candidates: Infinity }).slotPrice, 0);

/** The practitioners whom a request has. */
export function heldBy({ balance, requestPlace }: Live, request: number): number[] {
  const { market, heldStart, held, filled } = balance;
  const i = placeIn(requestPlace, request);
  const pairs = held.subarray(whole(heldStart, i), whole(heldStart, i) + whole(filled, i));
  return Array.from(pairs, (pair) => whole(market.practitioner, whole(market.person, pair)));
}

const isDead = ({ on }: Balance, pair: number): boolean => on[pair] === 2;

/** The problem as it stands now, with its answer and some prices. Reads every pair. */
export function readOff(live: Live): Standing {
  const { balance, used, requestPlace, personPlace } = live;
  const { market } = balance;
  const [start, slotStart] = [new Int32Array(used.requests + 1), new Int32Array(used.people + 1)];
  const [pairs, costs]: [number[], number[]] = [[], []];
  for (let i = 0; i < used.requests; i++) {
    const x = placeIn(requestPlace, i);
    for (let e = whole(market.start, x); e < whole(market.end, x); e++)
      if (!isDead(balance, e)) pairs.push(e);
    start[i + 1] = pairs.length;
  }
  for (let j = 0; j < used.people; j++) {
    const x = placeIn(personPlace, j);
    costs.push(...market.slotCost.subarray(whole(market.slotStart, x), whole(market.slotEnd, x)));
    slotStart[j + 1] = costs.length;
  }
  const requests = requestPlace.subarray(0, used.requests);
  return {
    problem: {
      requestCount: used.requests,
      practitionerCount: used.people,
      wanted: gathered(market.wanted, requests),
      start,
      practitioner: Int32Array.from(pairs, (e) => whole(market.practitioner, whole(market.person, e))),
      need: new Int32Array(pairs.length),
      weight: Float64Array.from(pairs, (e) => exact(market.worth, e)),
      group: new Int32Array(pairs.length).fill(-1),
      groupLimit: new Int32Array(0),
      slotStart,
      slotCost: Float64Array.from(costs),
      dayCapacity: new Int32Array(used.people),
    },
    answer: {
      taken: Uint8Array.from(pairs, (e) => balance.on[e] ?? 0),
      requestPrice: gatheredExact(balance.requestPrice, requests),
      slotPrice: Float64Array.from(personPlace.subarray(0, used.people), (x) =>
        whole(market.slotStart, x) < whole(market.slotEnd, x) ? exact(balance.price, x) : 0,
      ),
    },
  };
}

/** A problem and its answer, which is best. */
export interface Standing {
  readonly problem: Problem;
  readonly answer: Assignment;
}

/** The problem as it stands after its changes, with the first of its best answers and the least prices: as from scratch. */
export function standingOf(live: Live): Standing {
  leastPrices(live.balance);
  return readOff(live);
}
