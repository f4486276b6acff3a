import { assign, type Tiers } from "../places/assign.ts";
import { descentFrom } from "./dayDescent.ts";
import { type DayMarket, partOf, peopleOf } from "./dayMarket.ts";
import { dayPackingOf, picksFor } from "./dayPacking.ts";
import type { Problem } from "../../problem/problem.ts";

/** Prices of requests, whole numbers from 0, and the bound that they prove. */
export interface DayBound {
  readonly value: number;
  readonly price: Float64Array;
}

/** A way down: so many steps, the first moving prices by `length` and the last by half of it so often. */
interface WayDown {
  readonly steps: number;
  readonly length: number;
  readonly halvings: number;
  /** Pairs that earn less than `-slack` at the prices rest meanwhile. */
  readonly slack: number;
  /** Share of the work that is done by the clock, if there is one. */
  readonly spent: () => number;
}

/** The bound that prices prove over all pairs: practitioners pack what earns most, requests pay for their places. */
export function boundAt(market: DayMarket, price: Float64Array): DayBound {
  const pack = dayPackingOf(market);
  const picks = picksFor(market);
  let value = 0;
  for (let i = 0; i < market.requestCount; i++) value += (market.wanted[i] ?? 0) * (price[i] ?? 0);
  for (let j = 0; j < market.personCount; j++) {
    picks.count = 0;
    value += pack(j, price, picks);
  }
  return { value, price };
}

/** Goes down from some prices; the better of the bound there and the bound found. */
export function lowered(market: DayMarket, from: DayBound, way: WayDown): DayBound {
  const { steps, length, halvings, slack, spent } = way;
  const { price } = from;
  const part = partOf(market, { people: peopleOf(market), wanted: market.wanted, price, slack });
  const descent = descentFrom(
    part,
    Float64Array.from(part.requests, (i) => price[i] ?? 0),
  );
  for (let step = 0; step < steps; step++) {
    const done = Math.max(step / steps, spent());
    if (done >= 1) break;
    descent.look();
    descent.step(length * 0.5 ** (done * halvings));
  }
  const next = price.slice();
  part.requests.forEach((i, z) => (next[i] = descent.best.price[z] ?? 0));
  const found = boundAt(market, next);
  return found.value < from.value ? found : from;
}

/** How to go down before the first dive. */
interface Beginning extends Pick<WayDown, "steps" | "length" | "spent"> {
  readonly tiers: Tiers;
}

/** A bound from the prices of the answer in which days do not bind, in two ways down: pairs return in between. */
export function lowestBound(
  problem: Problem,
  market: DayMarket,
  { tiers, steps, length, spent }: Beginning,
): DayBound {
  const places = assign(problem, { tiers, candidates: 6 });
  const above = boundAt(market, places.requestPrice.map(Math.round));
  const { room } = tiers;
  const half = { steps: Math.ceil(steps / 2), slack: Math.max(room, 4 * length) };
  const halvings = Math.max(5, Math.log2((128 * length) / room));
  const first = lowered(market, above, { ...half, length, halvings, spent: () => 2 * spent() });
  return lowered(market, first, { ...half, length: room / 128, halvings: 5, spent: () => 2 * spent() - 1 });
}

/** A gap as small as this share of the bound may be owed to prices alone, which are then polished. */
const almostNone = 2e-6;

/** Lowers a bound that an answer almost reaches, in ever smaller steps. */
export function polished(
  whole: DayMarket,
  bound: DayBound,
  { objective, tiers, mayGoOn }: { objective: number; tiers: Tiers; mayGoOn: () => boolean },
): DayBound {
  const gap = bound.value - objective;
  if (gap <= 0 || gap > almostNone * bound.value) return bound;
  const way = { steps: 150, length: tiers.room / 500, halvings: 8, slack: tiers.room / 4 };
  return lowered(whole, bound, { ...way, spent: () => (mayGoOn() ? 0 : 1) });
}
