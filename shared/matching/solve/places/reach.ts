import { minHeap, type MinHeap } from "../../problem/heap.ts";

/** Notes of one search: who was reached, from where, and how far that is; infinitely far where it was not. */
export interface Search {
  people: number;
  requests: number;
  readonly heap: MinHeap;
  readonly personDistance: Float64Array;
  readonly requestDistance: Float64Array;
  readonly personPair: Int32Array;
  readonly requestPair: Int32Array;
  readonly personReached: Int32Array;
  readonly requestReached: Int32Array;
  /** Counts the rounds of drawing work: within one, prices of requests never fall. */
  round: number;
  /**
   * By how much each request's price, when last looked at in this round, was over its pair's worth: never more
   * than now. Stands as the market has pairs by practitioner, for those whose mark is that of the round.
   */
  excess: Float64Array;
  readonly excessMark: Int32Array;
}

/** Notes for searches among so many requests and people. */
export const searchOver = (requests: number, people: number): Search => ({
  people: 0,
  requests: 0,
  heap: minHeap(),
  personDistance: new Float64Array(people).fill(Infinity),
  requestDistance: new Float64Array(requests).fill(Infinity),
  personPair: new Int32Array(people),
  requestPair: new Int32Array(requests),
  personReached: new Int32Array(people),
  requestReached: new Int32Array(requests),
  round: 0,
  excess: new Float64Array(0),
  excessMark: new Int32Array(people),
});

/** Opens a search from one practitioner. */
export function begin(search: Search, from: number): void {
  const { personDistance, requestDistance, personReached, requestReached } = search;
  for (let x = 0; x < search.people; x++) personDistance[personReached[x] ?? 0] = Infinity;
  for (let x = 0; x < search.requests; x++) requestDistance[requestReached[x] ?? 0] = Infinity;
  search.people = 0;
  search.requests = 0;
  search.heap.clear();
  reachPerson(search, from, 0);
}

/** Where a search ended: at the practitioner it began with, at a request, or at another practitioner. */
export interface End {
  distance: number;
  readonly stay: boolean;
  readonly request: number;
  readonly person: number;
}

/** A search that ended at a request, with so much to move by; at another practitioner; or where it began. */
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

/** Notes a practitioner as nearer than before, to be looked at in their turn. */
export function reachPerson(search: Search, j: number, distance: number): void {
  if (search.personDistance[j] === Infinity) search.personReached[search.people++] = j;
  search.personDistance[j] = distance;
  search.heap.push(distance, j);
}

/** Notes a request as nearer than before. */
export function reachRequest(search: Search, i: number, distance: number): void {
  if (search.requestDistance[i] === Infinity) search.requestReached[search.requests++] = i;
  search.requestDistance[i] = distance;
}
