import { whole } from "../../problem/cells.ts";
import type { Problem } from "../../problem/problem.ts";
import { totalFromZero } from "../../problem/total.ts";
import type { DayMarket } from "../days/dayMarket.ts";
import { dayPackingOf } from "../days/dayPacking.ts";
import { type Picks, picksFor } from "../days/dayPicks.ts";
import type { DayBound } from "../days/dayPrices.ts";
import { type Assignment, assign, type Tiers } from "../places/assign.ts";
import { resize, unsized, withSizedSlots } from "./sizedSlots.ts";

/** Answers with sized slots before the tightest of their bounds is taken: each brings the prices nearer. */
const rounds = 5;

/** The answer in which days do not bind, from which all begins. */
export interface Beginning {
  readonly tiers: Tiers;
  readonly places: Assignment;
  /** Share of the time allowed that is used up, if there is a clock. */
  readonly spent?: () => number;
  /** Pairs that may be looked at before the search ends with what it has; so many that only the largest areas notice, unless told. */
  readonly looks?: number;
}

/** What people would pick at the prices of an answer, beside what it gives them. */
interface Look {
  readonly value: bigint;
  /** Those who are given more half-days than they have. */
  readonly overbooked: readonly number[];
  /** Those to whom their picks are worth more than what they are given, those who miss most first. */
  readonly missing: readonly number[];
  readonly needsOf: (person: number) => Int32Array;
}

/** Has everybody pick at some prices. */
function lookerOf(market: DayMarket): (price: Float64Array, taken: Uint8Array) => Look {
  const pack = dayPackingOf(market);
  const picks: Picks = picksFor(market);
  const pickStart = new Int32Array(market.personCount + 1);
  return (price, taken) => {
    const value = totalFromZero();
    const overbooked: number[] = [];
    const missing: { readonly person: number; readonly by: number }[] = [];
    picks.count = 0;
    for (let i = 0; i < market.requestCount; i++) value.add((market.wanted[i] ?? 0) * (price[i] ?? 0));
    for (let j = 0; j < market.personCount; j++) {
      const best = pack(j, price, picks);
      pickStart[j + 1] = picks.count;
      value.add(best);
      let [given, slot, days] = [0, market.firstSlot[j] ?? 0, market.days[j] ?? 0];
      for (let x = market.start[j] ?? 0, end = market.start[j + 1] ?? 0; x < end; x++) {
        if (taken[market.origin[x] ?? 0] !== 1) continue;
        given +=
          (market.worth[x] ?? 0) - (price[market.request[x] ?? 0] ?? 0) - (market.slotCost[slot++] ?? 0);
        days -= market.need[x] ?? 0;
      }
      if (days < 0) overbooked.push(j);
      else if (best > given) missing.push({ person: j, by: best - given });
    }
    return {
      value: value.value(),
      overbooked,
      missing: missing.sort((a, b) => b.by - a.by || a.person - b.person).map(({ person }) => person),
      needsOf: (j) => picks.pairs.slice(pickStart[j], pickStart[j + 1]).map((x) => market.need[x] ?? 0),
    };
  };
}

/**
 * Prices where days bind, from exact answers in which they do not: whoever is overbooked, or would rather have
 * something else at the prices, gets slots of the sizes of what they would pick, and the whole is solved again.
 * Such prices know what a place is worth along whole chains of people, which no single step down finds.
 */
export function sizedBound(problem: Problem, market: DayMarket, { tiers, places }: Beginning): DayBound {
  const look = lookerOf(market);
  const sized = unsized(problem);
  let { taken, requestPrice: price }: Pick<Assignment, "taken" | "requestPrice"> = places;
  let best: DayBound | null = null;
  for (let round = 1; ; round++) {
    const { value, overbooked, missing, needsOf } = look(price, taken);
    if (best === null || value < best.value) best = { value, price };
    const people = [...overbooked, ...missing.slice(0, Math.ceil(missing.length / 2))];
    if (round === rounds || people.length === 0) return best;
    for (const person of people) resize(problem, sized, { person, needs: needsOf(person) });
    const next = withSizedSlots(problem, sized);
    const found = assign(next.problem, { tiers, candidates: Infinity });
    price = found.requestPrice;
    taken = new Uint8Array(problem.weight.length);
    for (let e = 0; e < next.origin.length; e++) if (found.taken[e] === 1) taken[whole(next.origin, e)] = 1;
  }
}
