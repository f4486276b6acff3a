import type { Balance, Touched } from "./balance.ts";
import { minHeap } from "../../problem/heap.ts";
import { exchangeFor, isOpen, isTied, lookTowards, type Ties } from "./ties.ts";

/** The tied pairs of a request, in the order of their people. */
function tiedOf(balance: Balance, i: number): number[] {
  const { market, requestPrice, leastPrice, on } = balance;
  const { start, end, person, practitioner, worth } = market;
  const least = (requestPrice[i] ?? 0) + leastPrice;
  const tied: number[] = [];
  for (let e = start[i] ?? 0, last = end[i] ?? 0; e < last && (worth[e] ?? 0) >= least; e++)
    if (on[e] !== 2 && isTied(balance, e)) tied.push(e);
  const placeOf = (e: number): number => practitioner[person[e] ?? 0] ?? 0;
  return tied.length < 2 ? tied : tied.sort((a, b) => placeOf(a) - placeOf(b));
}

/** Whether a person has a slot left at their price, or could give a pair up: nobody else can take on another. */
function canMove({ balance, settled }: Ties, j: number): boolean {
  const { market, price, nextCost, firstHeld, after, held } = balance;
  if (nextCost[j] === price[j]) return true;
  for (let h = firstHeld[j] ?? -1; h >= 0; h = after[h] ?? -1) {
    const e = held[h] ?? 0;
    if ((market.request[market.owner[e] ?? 0] ?? 0) > settled && isTied(balance, e)) return true;
  }
  return false;
}

/** Gives a request, of all that ties allow it once those before it have theirs, the people who come first. */
function settle(ties: Ties, i: number): void {
  const { balance } = ties;
  const { on, market } = balance;
  ties.settled = market.request[i] ?? 0;
  const tied = tiedOf(balance, i);
  let hasLooked = false;
  for (const [at, pair] of tied.entries()) {
    if (on[pair] === 1) {
      hasLooked = false;
      continue;
    }
    if (!canMove(ties, market.person[pair] ?? 0)) continue;
    if (!hasLooked) {
      const later = tied.filter((each, x) => x > at && on[each] === 1);
      if (later.length === 0 && !isOpen(balance, i)) return;
      lookTowards(ties, i, later);
    }
    hasLooked = !exchangeFor(ties, pair);
  }
}

/**
 * Turns a best answer into the first one of all that are best: the first request has the people who come first, then
 * the second one of what that leaves, and so on, as the problem counts them. Which answer and which prices it begins
 * with makes no difference: at any prices that prove a best answer, the best ones are those that differ from it by
 * exchanges among tied pairs (complementary slackness).
 */
export function firstAnswer(ties: Ties, requests: number): void {
  const { request } = ties.balance.market;
  const rows = new Int32Array(requests);
  for (let x = 0; x < requests; x++) rows[request[x] ?? 0] = x;
  for (const i of rows) settle(ties, i);
}

/** All requests to which chains of tied pairs lead from some rows: each person's pairs on them taken, or none. */
function requestsAlong(balance: Balance, { people, requests }: Touched, taken: 0 | 1): ReadonlySet<number> {
  const { market, on, requestPrice, leastPrice } = balance;
  const { start, end, worth, person, owner, back, backStart, backEnd } = market;
  const [seen, along] = [new Set(people), new Set(requests)];
  const [nextPeople, nextRequests] = [Array.from(seen), Array.from(along)];
  for (;;) {
    const [j, i] = [nextPeople.pop(), nextRequests.pop()];
    if (j === undefined && i === undefined) return along;
    for (let x = backStart[j ?? -1] ?? 0, x1 = backEnd[j ?? -1] ?? 0; x < x1; x++) {
      const e = back[x] ?? 0;
      const next = owner[e] ?? 0;
      if (on[e] !== taken || along.has(next) || !isTied(balance, e)) continue;
      along.add(next);
      nextRequests.push(next);
    }
    const least = (requestPrice[i ?? -1] ?? 0) + leastPrice;
    for (let e = start[i ?? -1] ?? 0, last = end[i ?? -1] ?? 0; e < last && (worth[e] ?? 0) >= least; e++) {
      const next = person[e] ?? 0;
      if (on[e] !== 1 - taken || seen.has(next) || !isTied(balance, e)) continue;
      seen.add(next);
      nextPeople.push(next);
    }
  }
}

/**
 * Turns a best answer into the first one where it was the first until some rows were touched. What makes an answer come
 * before it is a round of exchanges through one of those: its requests lie along tied pairs from there, or to there.
 */
export function firstAgain(ties: Ties, touched: Touched): void {
  const { balance } = ties;
  const { request } = balance.market;
  const due = minHeap();
  const push = (i: number): void => due.push(request[i] ?? 0, i);
  for (const taken of [0, 1] as const) requestsAlong(balance, touched, taken).forEach(push);
  for (let before = -1; due.size() > 0;) {
    const i = due.pop();
    if (i === before) continue;
    before = i;
    touched.requests.length = 0;
    settle(ties, i);
    // Who gave somebody up or took somebody on meanwhile comes later, and is looked at in turn.
    touched.requests.forEach((other) => other !== i && push(other));
  }
  touched.people.length = 0;
  touched.requests.length = 0;
}
