import { minHeap, type MinHeap } from "../../problem/heap.ts";

/** Notes of one search; a row counts as reached when its mark is that of the search. */
export interface Search {
  mark: number;
  people: number;
  requests: number;
  readonly heap: MinHeap;
  readonly personDistance: Float64Array;
  readonly requestDistance: Float64Array;
  readonly personMark: Int32Array;
  readonly requestMark: Int32Array;
  readonly settledMark: Int32Array;
  readonly personPair: Int32Array;
  readonly requestPair: Int32Array;
  readonly settled: Int32Array;
  readonly reached: Int32Array;
  /** Counts the rounds of drawing work: within one, prices of requests never fall. */
  round: number;
  /**
   * By how much each request's price, when last looked at in this round, was over its pair's worth: never more
   * than now. Stands as the market has pairs by practitioner, for those whose mark is that of the round.
   */
  readonly excess: Float64Array;
  readonly excessMark: Int32Array;
}

/** What searches are to be among: how many requests, people, and cells of pairs by practitioner. */
interface Scope {
  readonly requests: number;
  readonly people: number;
  readonly backs: number;
}

/** Notes for searches. */
export const searchOver = ({ requests, people, backs }: Scope): Search => ({
  mark: 0,
  people: 0,
  requests: 0,
  heap: minHeap(),
  personDistance: new Float64Array(people),
  requestDistance: new Float64Array(requests),
  personMark: new Int32Array(people),
  requestMark: new Int32Array(requests),
  settledMark: new Int32Array(people),
  personPair: new Int32Array(people),
  requestPair: new Int32Array(requests),
  settled: new Int32Array(people),
  reached: new Int32Array(requests),
  round: 0,
  excess: new Float64Array(backs),
  excessMark: new Int32Array(people),
});

/** Opens a search from one practitioner. */
export function begin(search: Search, from: number): void {
  search.mark++;
  search.people = 0;
  search.requests = 0;
  search.heap.clear();
  search.personDistance[from] = 0;
  search.personMark[from] = search.mark;
  search.personPair[from] = -1;
  search.heap.push(0, from);
}

/** Where a search ended: at the practitioner it began with, at a request, or at another practitioner. */
export interface End {
  distance: number;
  readonly stay: boolean;
  readonly request: number;
  readonly person: number;
}

export const atRequest = (distance: number, request: number): End => ({
  distance,
  stay: false,
  request,
  person: -1,
});
export const atPerson = (distance: number, person: number): End => ({
  distance,
  stay: false,
  request: -1,
  person,
});
export const atStart = (distance: number): End => ({ distance, stay: true, request: -1, person: -1 });

/** Whether the next one in the queue is to be looked at; counts it as settled. */
export function settle(search: Search, distance: number, j: number): boolean {
  if (search.settledMark[j] === search.mark || distance > (search.personDistance[j] ?? 0)) return false;
  search.settledMark[j] = search.mark;
  search.settled[search.people++] = j;
  return true;
}

/** Notes that a request is reached at a distance; false when it was nearer before. */
export function reach(search: Search, i: number, distance: number): boolean {
  if (search.requestMark[i] === search.mark) return distance < (search.requestDistance[i] ?? 0);
  search.requestMark[i] = search.mark;
  search.reached[search.requests++] = i;
  return true;
}
