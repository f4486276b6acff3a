import { assign, type Tiers } from "../places/assign.ts";
import { descentFrom } from "./dayDescent.ts";
import { type DayMarket, peopleOf } from "./dayMarket.ts";
import { partOf } from "./dayParts.ts";
import { dayPackingOf } from "./dayPacking.ts";
import { picksFor } from "./dayPicks.ts";
import { totalFromZero } from "../../problem/total.ts";
import type { Problem } from "../../problem/problem.ts";

/** Prices of requests, whole numbers from 0, and the bound that they prove. */
export interface DayBound {
  readonly value: bigint;
  readonly price: Float64Array;
}

/** A way down: so many steps, the first moving prices by `length` and the last by half of it so often. */
export interface WayDown {
  readonly steps: number;
  readonly length: number;
  readonly halvings: number;
  /** Pairs that earn less than `-slack` at the prices rest meanwhile, and those outdone by more than `lead`. */
  readonly slack: number;
  readonly lead?: number;
  /** A bound that is low enough, at which the way ends; none unless told. */
  readonly enough?: bigint;
  /** Share of the time for it that is used up, if there is a clock. */
  readonly spent: () => number;
}

/** The bound that prices prove over all pairs: practitioners pack what earns most, requests pay for their places. */
export function boundAt(market: DayMarket, price: Float64Array): DayBound {
  const pack = dayPackingOf(market);
  const picks = picksFor(market);
  const value = totalFromZero();
  for (let i = 0; i < market.requestCount; i++) value.add((market.wanted[i] ?? 0) * (price[i] ?? 0));
  for (let j = 0; j < market.personCount; j++) {
    picks.count = 0;
    value.add(pack(j, price, picks));
  }
  return { value: value.value(), price };
}

/** A length halved so often, along a parabola from one halving to the next: powers may differ between machines. */
export function halved(length: number, times: number): number {
  let [left, shorter] = [times, length];
  for (; left >= 1; left--) shorter /= 2;
  return shorter * (1 - (left * (4 - left)) / 6);
}

/** The clock has no say while less than half of the time is used up, so that where time is plenty the way is the same on any machine. */
const hurried = (spent: number): number => 2 * spent - 1;

/** Goes down from some prices; the better of the bound there and the bound found. */
export function lowered(market: DayMarket, from: DayBound, way: WayDown): DayBound {
  const { steps, length, halvings, slack, lead = Infinity, enough = null, spent } = way;
  const { price } = from;
  const part = partOf(market, { people: peopleOf(market), wanted: market.wanted, price, slack, lead });
  const descent = descentFrom(
    part,
    Float64Array.from(part.requests, (i) => price[i] ?? 0),
  );
  for (let step = 0; step < steps; step++) {
    const done = Math.max(step / steps, hurried(spent()));
    if (done >= 1) break;
    if (descent.look()) break;
    if (enough !== null && descent.best.value !== null && descent.best.value <= enough) break;
    descent.step(halved(length, done * halvings));
  }
  const next = price.slice();
  part.requests.forEach((i, z) => (next[i] = descent.best.price[z] ?? 0));
  const found = boundAt(market, next);
  return found.value < from.value ? found : from;
}

/** A way down in stages: so many steps in all, the first moving prices by `length`, the last by about `last`. */
interface Stages extends Pick<WayDown, "steps" | "length" | "spent" | "enough"> {
  readonly last: number;
  /** Which share of the time still left when it begins it may take. */
  readonly share: number;
}

/**
 * From stage to stage prices move an eighth as far. In between pairs return that look hopeful again: hopeless is
 * what loses more than prices may move in one stage, in lengths of its first step.
 */
const [halvingsInStage, shorter, reach] = [3, 1 / 8, 16] as const;

/** Goes down from some prices stage by stage; all pairs take part in the first. */
export function loweredInStages(market: DayMarket, from: DayBound, way: Stages): DayBound {
  const { steps, length, last, spent, share, enough } = way;
  const firsts = [length];
  for (let next = length * shorter; next > last; next *= shorter) firsts.push(next);
  const began = spent();
  let bound = from;
  if (began >= 1) return from;
  for (const [stage, first] of firsts.entries()) {
    if (enough !== undefined && bound.value <= enough) break;
    const hopeless = stage === 0 ? Infinity : reach * first;
    bound = lowered(market, bound, {
      steps: Math.ceil(steps / firsts.length),
      length: first,
      halvings: halvingsInStage,
      slack: hopeless,
      lead: hopeless,
      ...(enough === undefined ? {} : { enough }),
      spent: () => (firsts.length * (spent() - began)) / (share * (1 - began)) - stage,
    });
  }
  return bound;
}

/** Before the first dive the last steps move prices by little more than one unit. */
const finest = 1 / 8192;

/** A bound from the prices of the answer in which days do not bind. */
export function lowestBound(
  problem: Problem,
  market: DayMarket,
  { tiers, ...way }: Omit<Stages, "last"> & { readonly tiers: Tiers },
): DayBound {
  const places = assign(problem, { tiers, candidates: 6 });
  const above = boundAt(market, places.requestPrice.map(Math.round));
  return loweredInStages(market, above, { ...way, last: finest * tiers.room });
}

/** A gap as small as this share of the bound may be owed to prices alone, which are then polished. */
const almostNone = 2e-6;

/** Lowers a bound that an answer almost reaches, in ever smaller steps. */
export function polished(
  whole: DayMarket,
  bound: DayBound,
  { objective, tiers, mayGoOn }: { objective: bigint; tiers: Tiers; mayGoOn: () => boolean },
): DayBound {
  const gap = Number(bound.value - objective);
  if (gap <= 0 || gap > almostNone * Number(bound.value)) return bound;
  const way = { steps: 150, length: tiers.room / 500, halvings: 8, slack: tiers.room / 4 };
  return lowered(whole, bound, { ...way, spent: () => (mayGoOn() ? 0 : 1) });
}
