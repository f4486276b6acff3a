import { type Balance, release, take } from "./balance.ts";

/** Who was last reached in which round, and by which pair. */
interface Reach {
  readonly personRound: Int32Array;
  readonly requestRound: Int32Array;
  readonly personPair: Int32Array;
  readonly requestPair: Int32Array;
}

/**
 * Notes of chains of exchanges among tied pairs, which are worth just their prices, so that the answer stays a best
 * one: somebody gives a pair up, its request takes another, whose person gives one up, and so on.
 */
export interface Ties {
  readonly balance: Balance;
  /** Requests up to this one, as the problem counts them, keep whom they have. */
  settled: number;
  round: number;
  /** On the way to a request: the pair that each person gives up, and the one that each request takes. */
  readonly towards: Reach;
  /** Where such a way may begin with nobody before: a person who may do with less, or a request with an open place; or -1. */
  lessFor: number;
  openAt: number;
  /** On the way from a person: the pair that each request gives up, and the one that each person takes. */
  readonly away: Reach;
  /** People to look from on either way; on the way towards a request those from `head` to `tail` are left. */
  readonly queue: Int32Array;
  head: number;
  tail: number;
}

/** Notes of no chain yet. */
export function tiesOf(balance: Balance): Ties {
  const [people, requests] = [balance.price.length, balance.filled.length];
  const reach = (): Reach => ({
    personRound: new Int32Array(people),
    requestRound: new Int32Array(requests),
    personPair: new Int32Array(people),
    requestPair: new Int32Array(requests),
  });
  const notes = { settled: -1, round: 0, lessFor: -1, openAt: -1, head: 0, tail: 0 };
  return { balance, ...notes, towards: reach(), away: reach(), queue: new Int32Array(people) };
}

/** Whether a pair is worth just its prices. */
export const isTied = ({ market, requestPrice, price }: Balance, e: number): boolean =>
  (market.worth[e] ?? 0) === (requestPrice[market.owner[e] ?? 0] ?? 0) + (price[market.person[e] ?? 0] ?? 0);

/** Whether a request has an open place that may as well be filled. */
export const isOpen = ({ market, requestPrice, filled }: Balance, i: number): boolean =>
  requestPrice[i] === 0 && (filled[i] ?? 0) < (market.wanted[i] ?? 0);

/** Notes that a person is reached on the way to a request by a pair that they would give up. */
function reach(ties: Ties, e: number): void {
  const { balance, towards, queue, round } = ties;
  const j = balance.market.person[e] ?? 0;
  if (towards.personRound[j] === round) return;
  towards.personRound[j] = round;
  towards.personPair[j] = e;
  if (balance.lastCost[j] === balance.price[j]) ties.lessFor = j;
  queue[ties.tail++] = j;
}

/** Begins to look for ways to a request that end with its giving up one of some pairs. */
export function lookTowards(ties: Ties, i: number, pairs: readonly number[]): void {
  ties.round++;
  ties.lessFor = -1;
  ties.openAt = isOpen(ties.balance, i) ? i : -1;
  [ties.head, ties.tail] = [0, 0];
  for (const e of pairs) reach(ties, e);
}

/** Looks on until a way leads from a person; says whether one does. Where none does, each way there is has been noted. */
function leadsFrom(ties: Ties, from: number): boolean {
  const { balance, settled, queue, towards, round } = ties;
  const { market, on, heldStart, held, filled } = balance;
  const { personRound, requestRound, requestPair } = towards;
  const { request, owner, back, backStart, backEnd } = market;
  for (; ties.head < ties.tail && personRound[from] !== round; ties.head++) {
    const j = queue[ties.head] ?? 0;
    for (let x = backStart[j] ?? 0, x1 = backEnd[j] ?? 0; x < x1; x++) {
      const e = back[x] ?? 0;
      const other = owner[e] ?? 0;
      if (on[e] !== 0 || requestRound[other] === round || (request[other] ?? 0) <= settled) continue;
      if (!isTied(balance, e)) continue;
      requestRound[other] = round;
      requestPair[other] = e;
      if (isOpen(balance, other)) ties.openAt = other;
      for (let h = heldStart[other] ?? 0, last = h + (filled[other] ?? 0); h < last; h++)
        if (isTied(balance, held[h] ?? 0)) reach(ties, held[h] ?? 0);
    }
  }
  return personRound[from] === round;
}

/** Passes a place on from a person on the way to a request, which then has one place more to fill. */
function passTowards({ balance, towards }: Ties, from: number, to: number): void {
  const { owner, person } = balance.market;
  for (let j = from; ;) {
    const given = towards.personPair[j] ?? 0;
    release(balance, given);
    const i = owner[given] ?? 0;
    if (i === to) return;
    const got = towards.requestPair[i] ?? 0;
    take(balance, got);
    j = person[got] ?? 0;
  }
}

/** Passes places on from a person to whoever the way away ends with, who has just got a pair or given one up. */
function passAway({ balance, away }: Ties, from: number, last: number): void {
  const { owner, person } = balance.market;
  for (let i = last; ;) {
    const given = away.requestPair[i] ?? 0;
    release(balance, given);
    const j = person[given] ?? 0;
    if (j === from) return;
    const got = away.personPair[j] ?? 0;
    take(balance, got);
    i = owner[got] ?? 0;
  }
}

/** Frees a person of a place by passing it on to somebody with a slot left or from a request that may do without. */
function freeByPassing(ties: Ties, from: number): boolean {
  const { balance, settled, queue, away, round } = ties;
  const { market, on, price, requestPrice, nextCost, leastPrice, firstHeld, after, held } = balance;
  const { personRound, requestRound, personPair, requestPair } = away;
  const { request, owner, person, worth, start, end } = market;
  if (nextCost[from] === price[from]) return true;
  personRound[from] = round;
  queue[0] = from;
  for (let head = 0, tail = 1; head < tail; head++)
    for (let h = firstHeld[queue[head] ?? 0] ?? -1; h >= 0; h = after[h] ?? -1) {
      const given = held[h] ?? 0;
      const i = owner[given] ?? 0;
      if (requestRound[i] === round || (request[i] ?? 0) <= settled || !isTied(balance, given)) continue;
      requestRound[i] = round;
      requestPair[i] = given;
      const own = requestPrice[i] ?? 0;
      if (own === 0) {
        passAway(ties, from, i);
        return true;
      }
      for (let e = start[i] ?? 0, last = end[i] ?? 0; e < last; e++) {
        if ((worth[e] ?? 0) < own + leastPrice) break;
        const k = person[e] ?? 0;
        if (on[e] !== 0 || personRound[k] === round || !isTied(balance, e)) continue;
        personRound[k] = round;
        personPair[k] = e;
        if (nextCost[k] === price[k]) {
          take(balance, e);
          passAway(ties, from, i);
          return true;
        }
        queue[tail++] = k;
      }
    }
  return false;
}

/** Gives a request a pair if exchanges among ties allow it; looking for ways to the request must have begun. */
export function exchangeFor(ties: Ties, pair: number): boolean {
  const { balance, towards, away, round } = ties;
  const { owner, person } = balance.market;
  const [i, j] = [owner[pair] ?? 0, person[pair] ?? 0];
  const isReached = leadsFrom(ties, j);
  const { lessFor, openAt } = ties;
  if (isReached) passTowards(ties, j, i);
  else if ((lessFor < 0 && openAt < 0) || away.personRound[j] === round || !freeByPassing(ties, j))
    return false;
  else if (lessFor >= 0) passTowards(ties, lessFor, i);
  else if (openAt !== i) {
    const got = towards.requestPair[openAt] ?? 0;
    take(balance, got);
    passTowards(ties, person[got] ?? 0, i);
  }
  take(balance, pair);
  return true;
}
