import { type Balance, lastCost, nextCost, movePrices, release, take } from "./balance.ts";
import { atPerson, atRequest, atStart, begin, type End, reach, settle } from "./reach.ts";

/** Notes how dear one person's pairs are to their requests, for searches that follow. */
function readExcess({ market, requestPrice, search }: Balance, j: number): void {
  const { owner, worth, back, backStart, backEnd } = market;
  search.excessMark[j] = search.round;
  for (let x = backStart[j] ?? 0, x1 = backEnd[j] ?? 0; x < x1; x++) {
    const e = back[x] ?? 0;
    search.excess[x] = (requestPrice[owner[e] ?? 0] ?? 0) - (worth[e] ?? 0);
  }
}

/** Finds the nearest place from which somebody with a price but nothing to do can draw work. */
function findWork(balance: Balance, from: number): End {
  const { market, on, requestPrice, price, heldStart, held, filled, search } = balance;
  const { heap, personDistance, personMark, settledMark, personPair, requestPair, requestDistance, mark } =
    search;
  const { excess, excessMark, round } = search;
  const { person, owner, worth, back, backStart, backEnd, wanted } = market;
  let end = atStart((price[from] ?? 0) - nextCost(balance, from));
  let best = end.distance;
  while (heap.size() > 0) {
    const distance = heap.topKey();
    if (distance >= best) break;
    const j = heap.pop();
    if (!settle(search, distance, j)) continue;
    const base = (price[j] ?? 0) + distance;
    if (excessMark[j] !== round) readExcess(balance, j);
    for (let x = backStart[j] ?? 0, x1 = backEnd[j] ?? 0; x < x1; x++) {
      if (base + (excess[x] ?? 0) >= best) continue;
      const e = back[x] ?? 0;
      const i = owner[e] ?? 0;
      const dear = (requestPrice[i] ?? 0) - (worth[e] ?? 0);
      const there = base + dear;
      excess[x] = dear;
      if (there >= best || on[e] === 1 || !reach(search, i, there)) continue;
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

/** Gives one person work as long as their price says that they should have some, or lowers their price. */
function drawWorkTo(balance: Balance, from: number): void {
  const { market, price, search } = balance;
  const { owner, person } = market;
  while ((price[from] ?? 0) > nextCost(balance, from)) {
    begin(search, from);
    const end = findWork(balance, from);
    movePrices(balance, end.distance, -1);
    if (end.stay) return;
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

/** Gives work to all of these people, everybody unless told, whose price says that they should have some. */
export function drawWork(balance: Balance, people: Iterable<number> = balance.price.keys()): void {
  balance.search.round++;
  for (const from of people) drawWorkTo(balance, from);
}
