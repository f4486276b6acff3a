import { type Balance, begin, lastCost, leastOf, movePrices, nextCost, release, take } from "./balance.ts";

/** Where a search ended: at the practitioner it began with, at a request, or at another practitioner. */
interface End {
  distance: number;
  readonly stay: boolean;
  readonly request: number;
  readonly person: number;
}

const atRequest = (distance: number, request: number): End => ({
  distance,
  stay: false,
  request,
  person: -1,
});
const atPerson = (distance: number, person: number): End => ({ distance, stay: false, request: -1, person });
const atStart = (distance: number): End => ({ distance, stay: true, request: -1, person: -1 });

/** Whether the next one in the queue is to be looked at; counts it as settled. */
function settle({ search }: Balance, distance: number, j: number): boolean {
  if (search.settledMark[j] === search.mark || distance > (search.personDistance[j] ?? 0)) return false;
  search.settledMark[j] = search.mark;
  search.settled[search.people++] = j;
  return true;
}

/** Notes that a request is reached at a distance; false when it was nearer before. */
function reach({ search }: Balance, i: number, distance: number): boolean {
  if (search.requestMark[i] === search.mark) return distance < (search.requestDistance[i] ?? 0);
  search.requestMark[i] = search.mark;
  search.reached[search.requests++] = i;
  return true;
}

/** Finds the nearest place from which somebody with a price but nothing to do can draw work. */
function findWork(balance: Balance, from: number): End {
  const { market, on, requestPrice, price, heldStart, held, filled, search } = balance;
  const { heap, personDistance, personMark, settledMark, personPair, requestPair, requestDistance, mark } =
    search;
  const { person, worth, back, backStart, backOwner, backWorth, wanted } = market;
  let end = atStart((price[from] ?? 0) - nextCost(balance, from));
  let best = end.distance;
  while (heap.size() > 0) {
    const distance = heap.topKey();
    if (distance >= best) break;
    const j = heap.pop();
    if (!settle(balance, distance, j)) continue;
    const base = (price[j] ?? 0) + distance;
    for (let x = backStart[j] ?? 0, x1 = backStart[j + 1] ?? 0; x < x1; x++) {
      const i = backOwner[x] ?? 0;
      const there = base + (requestPrice[i] ?? 0) - (backWorth[x] ?? 0);
      if (there >= best) continue;
      const e = back[x] ?? 0;
      if (on[e] === 1 || !reach(balance, i, there)) continue;
      requestDistance[i] = there;
      requestPair[i] = e;
      if ((filled[i] ?? 0) < (wanted[i] ?? 0)) {
        end = atRequest(there, i);
        best = there;
        continue;
      }
      for (let h = heldStart[i] ?? 0, last = h + (filled[i] ?? 0); h < last; h++) {
        const other = held[h] ?? 0;
        const k = person[other] ?? 0;
        if (settledMark[k] === mark) continue;
        const next = there + (worth[other] ?? 0) - (requestPrice[i] ?? 0) - (price[k] ?? 0);
        if (next >= best || (personMark[k] === mark && next >= (personDistance[k] ?? 0))) continue;
        personMark[k] = mark;
        personDistance[k] = next;
        personPair[k] = other;
        const out = next + Math.max(0, (price[k] ?? 0) - lastCost(balance, k));
        if (out < best) {
          end = atPerson(out, k);
          best = out;
        }
        heap.push(next, k);
      }
    }
  }
  return end;
}

/** Gives work to everybody whose price says that they should have some, or lowers their price. */
export function drawWork(balance: Balance): void {
  const { market, price, search } = balance;
  const { owner, person } = market;
  for (let from = 0; from < price.length; from++)
    while ((price[from] ?? 0) > nextCost(balance, from)) {
      begin(search, from);
      const end = findWork(balance, from);
      movePrices(balance, end.distance, -1);
      if (end.stay) {
        price[from] = nextCost(balance, from);
        break;
      }
      let i = end.request;
      if (end.person >= 0) {
        const given = search.personPair[end.person] ?? 0;
        release(balance, given);
        i = owner[given] ?? 0;
      }
      for (;;) {
        const got = search.requestPair[i] ?? 0;
        take(balance, got);
        const j = person[got] ?? 0;
        if (j === from) break;
        const given = search.personPair[j] ?? 0;
        release(balance, given);
        i = owner[given] ?? 0;
      }
    }
}

/** Finds the nearest place to which somebody overbooked can pass work. */
function findRelief(balance: Balance, from: number): End {
  const { market, on, requestPrice, price, search, firstHeld, after, leastPrice } = balance;
  const { heap, personDistance, personMark, settledMark, personPair, requestPair, requestDistance, mark } =
    search;
  const { start, person, worth, owner } = market;
  let end = atStart(lastCost(balance, from) - (price[from] ?? 0));
  let best = end.distance;
  while (heap.size() > 0) {
    const distance = heap.topKey();
    if (distance >= best) break;
    const j = heap.pop();
    if (!settle(balance, distance, j)) continue;
    const base = distance - (price[j] ?? 0);
    for (let e = firstHeld[j] ?? -1; e >= 0; e = after[e] ?? -1) {
      const i = owner[e] ?? 0;
      const there = base + (worth[e] ?? 0) - (requestPrice[i] ?? 0);
      if (there >= best || !reach(balance, i, there)) continue;
      requestDistance[i] = there;
      requestPair[i] = e;
      const value = there + (requestPrice[i] ?? 0);
      if (value < best) {
        end = atRequest(value, i);
        best = value;
      }
      for (let other = start[i] ?? 0, last = start[i + 1] ?? 0; other < last; other++) {
        const rest = value - (worth[other] ?? 0);
        if (rest + leastPrice >= best) break;
        if (on[other] === 1) continue;
        const k = person[other] ?? 0;
        const next = rest + (price[k] ?? 0);
        if (next >= best || settledMark[k] === mark) continue;
        if (personMark[k] === mark && next >= (personDistance[k] ?? 0)) continue;
        personMark[k] = mark;
        personDistance[k] = next;
        personPair[k] = other;
        const out = next + Math.max(0, nextCost(balance, k) - (price[k] ?? 0));
        if (out < best) {
          end = atPerson(out, k);
          best = out;
        }
        if (next < best) heap.push(next, k);
      }
    }
  }
  return end;
}

/** Relieves everybody who has more work than slots, or than their price pays for. */
export function passWork(balance: Balance): void {
  const { market, price, search } = balance;
  const { owner, person } = market;
  // Drawing work may have lowered prices, below nothing where a slot pays; passing it on only raises them.
  balance.leastPrice = leastOf(price);
  for (let from = 0; from < price.length; from++)
    while ((price[from] ?? 0) < lastCost(balance, from)) {
      begin(search, from);
      const end = findRelief(balance, from);
      movePrices(balance, end.distance, 1);
      if (end.stay) {
        price[from] = lastCost(balance, from);
        break;
      }
      let i = end.request;
      if (end.person >= 0) {
        const got = search.personPair[end.person] ?? 0;
        take(balance, got);
        i = owner[got] ?? 0;
      }
      for (;;) {
        const given = search.requestPair[i] ?? 0;
        release(balance, given);
        const j = person[given] ?? 0;
        if (j === from) break;
        const got = search.personPair[j] ?? 0;
        take(balance, got);
        i = owner[got] ?? 0;
      }
    }
}
