import { type Balance, goBack, movePrices, release, take } from "./balance.ts";
import { keptPairs } from "./market.ts";
import { reusedExact } from "../../problem/cells.ts";
import { atPerson, atRequest, atStart, begin, type End, reachPerson, reachRequest } from "./reach.ts";

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
  const { market, on, requestPrice, price, nextCost, lastCost, heldStart, held, filled, search } = balance;
  const { heap, personDistance, personPair, requestDistance, requestPair, excess, excessMark, round } =
    search;
  const { person, owner, worth, back, backStart, backEnd, wanted } = market;
  let end = atStart((price[from] ?? 0) - (nextCost[from] ?? 0));
  let best = end.distance;
  while (heap.size() > 0) {
    const distance = heap.topKey();
    if (distance >= best) break;
    const j = heap.pop();
    if (distance > (personDistance[j] ?? 0)) continue;
    if (excessMark[j] !== round) readExcess(balance, j);
    const base = (price[j] ?? 0) + distance;
    for (let x = backStart[j] ?? 0, x1 = backEnd[j] ?? 0; x < x1; x++) {
      if (base + (excess[x] ?? 0) >= best) continue;
      const e = back[x] ?? 0;
      const i = owner[e] ?? 0;
      const own = requestPrice[i] ?? 0;
      const dear = own - (worth[e] ?? 0);
      const there = base + dear;
      excess[x] = dear;
      if (there >= best || there >= (requestDistance[i] ?? 0) || on[e] === 1) continue;
      reachRequest(search, i, there);
      requestPair[i] = e;
      if ((filled[i] ?? 0) < (wanted[i] ?? 0)) {
        end = atRequest(there, i);
        best = there;
        continue;
      }
      for (let h = heldStart[i] ?? 0, last = h + (filled[i] ?? 0); h < last; h++) {
        const other = held[h] ?? 0;
        const k = person[other] ?? 0;
        const next = there + (worth[other] ?? 0) - own - (price[k] ?? 0);
        if (next >= best || next >= (personDistance[k] ?? 0)) continue;
        reachPerson(search, k, next);
        personPair[k] = other;
        const out = next + Math.max(0, (price[k] ?? 0) - (lastCost[k] ?? 0));
        if (out < best) {
          end = atPerson(out, k);
          best = out;
        }
      }
    }
  }
  return end;
}

/** Gives one person work as long as their price says that they should have some, or lowers their price. */
function drawWorkTo(balance: Balance, from: number): void {
  const { price, nextCost, search } = balance;
  while ((price[from] ?? 0) > (nextCost[from] ?? 0)) {
    begin(search, from);
    const end = findWork(balance, from);
    movePrices(balance, end.distance, -1);
    if (end.stay) return;
    goBack(balance, { from, end }, { atRequests: take, atPeople: release });
  }
}

const excessCells = reusedExact(keptPairs);

/** Opens a round, in which nothing is noted yet; its cells serve the rounds of all searches, as none is open within another. */
function openRound({ market, search }: Balance): void {
  search.round++;
  if (search.excess.length < market.back.length) search.excess = excessCells(market.back.length);
}

/** Gives work to those of these people whose price says that they should have some. */
export function drawWorkAmong(balance: Balance, people: readonly number[]): void {
  openRound(balance);
  for (const from of people) drawWorkTo(balance, from);
}

/** Gives work to everybody whose price says that they should have some. */
export function drawWork(balance: Balance): void {
  openRound(balance);
  for (let from = 0; from < balance.price.length; from++) drawWorkTo(balance, from);
}
