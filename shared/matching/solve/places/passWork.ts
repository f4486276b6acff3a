import { type Balance, goBack, movePrices, release, take } from "./balance.ts";
import { atPerson, atRequest, atStart, begin, type End, reachPerson, reachRequest } from "./reach.ts";

/** Finds the nearest place to which somebody overbooked can pass work. */
function findRelief(balance: Balance, from: number): End {
  const { market, on, requestPrice, price, nextCost, lastCost, search, held, firstHeld, after, leastPrice } =
    balance;
  const { heap, personDistance, personPair, requestDistance, requestPair } = search;
  const { start, end: rowEnd, person, worth, owner } = market;
  let end = atStart((lastCost[from] ?? 0) - (price[from] ?? 0));
  let best = end.distance;
  while (heap.size() > 0) {
    const distance = heap.topKey();
    if (distance >= best) break;
    const j = heap.pop();
    if (distance > (personDistance[j] ?? 0)) continue;
    const base = distance - (price[j] ?? 0);
    for (let h = firstHeld[j] ?? -1; h >= 0; h = after[h] ?? -1) {
      const e = held[h] ?? 0;
      const i = owner[e] ?? 0;
      const value = base + (worth[e] ?? 0);
      const there = value - (requestPrice[i] ?? 0);
      if (there >= best || there >= (requestDistance[i] ?? 0)) continue;
      reachRequest(search, i, there);
      requestPair[i] = e;
      if (value < best) {
        end = atRequest(value, i);
        best = value;
      }
      for (let other = start[i] ?? 0, last = rowEnd[i] ?? 0; other < last; other++) {
        const rest = value - (worth[other] ?? 0);
        if (rest + leastPrice >= best) break;
        if (on[other] !== 0) continue;
        const k = person[other] ?? 0;
        const next = rest + (price[k] ?? 0);
        if (next >= best || next >= (personDistance[k] ?? 0)) continue;
        reachPerson(search, k, next);
        personPair[k] = other;
        const out = next + Math.max(0, (nextCost[k] ?? 0) - (price[k] ?? 0));
        if (out < best) {
          end = atPerson(out, k);
          best = out;
        }
      }
    }
  }
  return end;
}

/** Relieves one person as long as they have more work than slots, or than their price pays for. */
export function passWorkFrom(balance: Balance, from: number): void {
  const { price, lastCost, search } = balance;
  while ((price[from] ?? 0) < (lastCost[from] ?? 0)) {
    begin(search, from);
    const end = findRelief(balance, from);
    movePrices(balance, end.distance, 1);
    if (end.stay) return;
    goBack(balance, { from, end }, { atRequests: release, atPeople: take });
  }
}

/** Relieves everybody who has more work than slots, or than their price pays for. */
export function passWork(balance: Balance): void {
  for (let from = 0; from < balance.price.length; from++) passWorkFrom(balance, from);
}
