import type { DayAnswer } from "./dayAnswer.ts";
import type { DayChoices } from "./dayChoices.ts";
import type { DayMarket } from "./dayMarket.ts";

/** What is known while practitioners exchange choices at some prices. */
export interface Trade {
  readonly market: DayMarket;
  readonly price: Float64Array;
  readonly choices: DayChoices;
  readonly answer: DayAnswer;
  /** By how much each practitioner's choice in the answer loses against their best. */
  readonly short: Float64Array;
}

/** What it loses, as far as is known, to find a place for a request that lacks one, and to take one away that is too much. */
export interface Settlement {
  readonly lack: Float64Array;
  readonly excess: Float64Array;
}

/** Sweeps over all choices until what is lost changes no more, at most. */
const sweeps = 20;
/** The clock is looked at once for so many people. */
const peoplePerGlance = 256;
/** More than any exchange may lose, and small enough that sums of it stay exact. */
const unknown = 2 ** 48;

/** Whether a pair is among those of a choice. */
export function isIn({ pairStart, pairs }: DayChoices, choice: number, pair: number): boolean {
  for (let q = pairStart[choice] ?? 0, end = pairStart[choice + 1] ?? 0; q < end; q++)
    if (pairs[q] === pair) return true;
  return false;
}

/** By how much what a practitioner holds loses against their best choice. */
export function shortfall({ market, price, choices, answer }: Omit<Trade, "short">, j: number): number {
  const [from, slot] = [answer.heldFrom[j] ?? 0, market.firstSlot[j] ?? 0];
  let left = choices.best[j] ?? 0;
  for (let q = 0; q < (answer.load[j] ?? 0); q++) {
    const x = answer.held[from + q] ?? 0;
    left -= (market.worth[x] ?? 0) - (price[market.request[x] ?? 0] ?? 0) - (market.slotCost[slot + q] ?? 0);
  }
  return left;
}

/**
 * Reckons from practitioner to practitioner what it loses at least to settle each request: somebody takes it up or
 * gives it away by changing to another choice, and what that displaces is settled in turn. That nobody can change
 * twice is not looked at, so that it may lose more; and what it would gain on the way is counted as nothing. Where
 * time runs out, it may seem to lose more than it does.
 */
export function settlementOf(
  { market, price, choices, answer, short }: Trade,
  mayGoOn: () => boolean,
): Settlement {
  const { personCount, request } = market;
  const { start, loss, pairStart, pairs } = choices;
  const { taken, held, heldFrom, load, open } = answer;
  const lack = price.slice();
  const excess = Float64Array.from(open, (count) => (count > 0 ? 0 : unknown));
  let isChanged = true;

  const lower = (values: Float64Array, i: number, value: number): void => {
    if (value >= (values[i] ?? 0)) return;
    values[i] = value;
    isChanged = true;
  };
  const weigh = (j: number, c: number): void => {
    const [from, end] = [pairStart[c] ?? 0, pairStart[c + 1] ?? 0];
    const [mine, last] = [heldFrom[j] ?? 0, (heldFrom[j] ?? 0) + (load[j] ?? 0)];
    let total = Math.max(0, (loss[c] ?? 0) - (short[j] ?? 0));
    for (let q = from; q < end; q++)
      if (taken[pairs[q] ?? 0] === 0) total += excess[request[pairs[q] ?? 0] ?? 0] ?? 0;
    for (let q = mine; q < last; q++)
      if (!isIn(choices, c, held[q] ?? 0)) total += lack[request[held[q] ?? 0] ?? 0] ?? 0;
    if (total >= 2 * unknown) return;
    for (let q = from; q < end; q++) {
      const i = request[pairs[q] ?? 0] ?? 0;
      if (taken[pairs[q] ?? 0] === 0) lower(lack, i, total - (excess[i] ?? 0));
    }
    for (let q = mine; q < last; q++) {
      const i = request[held[q] ?? 0] ?? 0;
      if (!isIn(choices, c, held[q] ?? 0)) lower(excess, i, total - (lack[i] ?? 0));
    }
  };

  for (let sweep = 0; sweep < sweeps && isChanged; sweep++) {
    isChanged = false;
    for (let j = 0; j < personCount; j++) {
      if (j % peoplePerGlance === 0 && !mayGoOn()) return { lack, excess };
      for (let c = start[j] ?? 0, end = start[j + 1] ?? 0; c < end; c++) weigh(j, c);
    }
  }
  return { lack, excess };
}
