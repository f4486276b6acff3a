import { type Balance, release, take } from "./balance.ts";

/** What a pair is worth to its request at the prices that stand. */
const valueOf = ({ market, price }: Balance, pair: number): number =>
  (market.worth[pair] ?? 0) - (price[market.person[pair] ?? 0] ?? 0);

/** The pair that a request would like best among those that it does not hold, or -1 when none is worth its price. */
function bestOther(balance: Balance, i: number): number {
  const { market, on, leastPrice } = balance;
  let [best, most] = [-1, 0];
  for (let e = market.start[i] ?? 0, end = market.end[i] ?? 0; e < end; e++) {
    if ((market.worth[e] ?? 0) - leastPrice <= most) break;
    const value = valueOf(balance, e);
    if (value > most && on[e] === 0) [best, most] = [e, value];
  }
  return best;
}

/** The pair that a request would give up first, or -1 when it holds none. */
function worstHeld(balance: Balance, i: number): number {
  const from = balance.heldStart[i] ?? 0;
  let worst = -1;
  for (let h = from; h < from + (balance.filled[i] ?? 0); h++) {
    const pair = balance.held[h] ?? 0;
    if (worst < 0 || valueOf(balance, pair) < valueOf(balance, worst)) worst = pair;
  }
  return worst;
}

/** Lets a request have what it likes best at the prices that stand, keeping what is as good. */
export function chooseAgain(balance: Balance, i: number): void {
  const { market, filled, requestPrice } = balance;
  const wanted = market.wanted[i] ?? 0;
  for (;;) {
    const [other, worst, count] = [bestOther(balance, i), worstHeld(balance, i), filled[i] ?? 0];
    const most = other < 0 ? 0 : valueOf(balance, other);
    const isFull = count >= wanted;
    const isDear = worst >= 0 && (count > wanted || valueOf(balance, worst) < (isFull ? most : 0));
    if (isDear) release(balance, worst);
    else if (!isFull && other >= 0) take(balance, other);
    else {
      requestPrice[i] = isFull ? most : 0;
      return;
    }
  }
}
