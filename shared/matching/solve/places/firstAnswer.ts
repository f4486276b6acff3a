import type { Balance } from "./balance.ts";
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
