import type { Tiers } from "../places/assign.ts";
import { type DayBound, lowerBound, profitsAt } from "./dayBound.ts";
import { improveDays } from "./dayChains.ts";
import { type DayMarket, dayMarketOf, worthOf } from "./dayMarket.ts";
import { mergeInto } from "./dayMerge.ts";
import { dayPackingOf } from "./dayPacking.ts";
import { improveRegions } from "./dayRegions.ts";
import { evenShapes, type Shapes, shapeAround, solveShapes } from "./dayShapes.ts";
import { type Draws, drawsFrom } from "../../facts/draws.ts";
import type { Problem } from "../../problem/problem.ts";

/** An answer where days bind, with the prices that bound how much better another could be. */
export interface DaysAnswer {
  readonly taken: Uint8Array;
  readonly requestPrice: Float64Array;
  /** What the least earning pair of a practitioner whose slots are full earns: a lower estimate of a slot's worth. */
  readonly slotPrice: Float64Array;
  readonly objective: number;
  readonly bound: number;
  readonly rounds: number;
}

export interface DaysEffort {
  readonly tiers: Tiers;
  /** Rounds at most; the same number gives the same answer as long as the time does not run out. */
  readonly rounds: number;
  /** Share of the time allowed that is used up; from 1 on the work ends with the best answer so far. */
  readonly spent: () => number;
}

const [boundSteps, noises] = [1500, [1, 0.3, 3, 0.1, 8]] as const;

/** Which prices a round cuts days by: the bound's with noise, those of the last answer, or none. */
type Mode = "noisy" | "exact" | "slack";
const modeOf = (round: number): Mode => (["noisy", "exact", "slack"] as const)[round % 3] ?? "slack";

interface Cutting {
  readonly market: DayMarket;
  readonly taken: Uint8Array;
  readonly price: Float64Array;
  readonly round: number;
  readonly draws: Draws;
  readonly pack: ReturnType<typeof dayPackingOf>;
}

/** Cuts days anew for some practitioners, as they would choose at the prices; for the others as they stand. */
function cut({ market, taken, price, round, draws, pack }: Cutting, shapes: Shapes): void {
  const profit = new Float64Array(market.worth.length);
  const picked = new Uint8Array(market.worth.length);
  profitsAt(market, price, profit);
  const mode = modeOf(round);
  const share = mode === "exact" ? 0.4 : Math.floor(round / 3) % 2 === 0 ? 1 : 0.35;
  for (let j = 0; j < market.personCount; j++) {
    const [from, to] = [market.backStart[j] ?? 0, market.backStart[j + 1] ?? 0];
    if (from === to || (market.slots[j] ?? 0) < 2) continue;
    let held = taken;
    if (round === 0 || (mode !== "slack" && draws.share() < share)) {
      const value = pack(j, profit, picked);
      let current = mode === "exact" ? 0 : -1;
      if (mode === "exact")
        for (let x = from; x < to; x++)
          if (taken[market.back[x] ?? 0] === 1) current += profit[market.back[x] ?? 0] ?? 0;
      if (value > current) held = picked;
    }
    shapes[j] = shapeAround(market, j, { held, draws });
  }
}

/** Rounds between two goes over the regions, and how large these grow: people, and cases of each search. */
const [roundsBetween, roundsAtFirst] = [4, 16] as const;
const sizes = [
  { people: 12, cases: 20 },
  { people: 25, cases: 30 },
  { people: 40, cases: 50 },
  { people: 80, cases: 60 },
] as const;
const shareForBound = 0.5;

/** Pairs that earn less than this part of the room below their price are left out of the search for answers. */
const core = 4;

/** A bound from above over all pairs, from the prices of the answer to days cut evenly. */
function boundOf(problem: Problem, tiers: Tiers, mayGoOn: () => boolean): DayBound {
  const market = dayMarketOf(problem);
  const even = solveShapes(market, evenShapes(market), tiers);
  return lowerBound(market, {
    from: even.requestPrice,
    reached: worthOf(market, even.taken),
    steps: boundSteps,
    pack: dayPackingOf(market),
    mayGoOn,
  });
}

/**
 * Solves a problem in which days bind, without groups or slot costs. From above: a Lagrangian bound. From below:
 * exact answers for sampled ways of cutting days into slots, improved by chains, merged part by part, and then
 * solved anew region by region where the prices say that something is missing.
 */
export function solveDays(problem: Problem, { tiers, rounds, spent }: DaysEffort): DaysAnswer {
  const mayGoOn = (): boolean => spent() < 1;
  const bound = boundOf(problem, tiers, () => spent() < shareForBound);
  const { requestPrice } = bound;
  const market = dayMarketOf(
    problem,
    (i, e) => (problem.weight[e] ?? 0) - (requestPrice[i] ?? 0) > -tiers.room / core,
  );
  const pack = dayPackingOf(market);
  const draws = drawsFrom(7);
  const shapes = evenShapes(market);
  const taken = new Uint8Array(market.worth.length);
  let objective = 0;
  const chains = { depth: 12, moves: 50, slack: tiers.room / 20, requestPrice, mayGoOn };
  let lastPrice = requestPrice;
  let cycle = 0;
  let round = 0;
  for (; round < rounds && objective < bound.value && mayGoOn(); round++) {
    const mode = modeOf(round);
    const noise = round === 0 ? 0 : (noises[Math.floor(round / 3) % noises.length] ?? 1);
    const price =
      mode === "exact" ? lastPrice : noisy(bound, { market, draws, spread: noise * (tiers.room / 25) });
    cut({ market, taken, price, round, draws, pack }, shapes);
    const next = solveShapes(market, shapes, tiers);
    improveDays(market, next.taken, chains);
    const gain = mergeInto(market, taken, next.taken);
    objective += gain;
    if (gain > 0 || mode === "slack") lastPrice = next.requestPrice;
    if (round % 4 === 3) {
      improveDays(market, taken, { ...chains, depth: 14, moves: 500, slack: tiers.room / 10 });
      objective = worthOf(market, taken);
    }
    if (round < roundsAtFirst || round % roundsBetween !== 0) continue;
    const size = sizes[Math.min(cycle++, sizes.length - 1)] ?? sizes[0];
    objective += improveRegions(market, taken, { ...size, requestPrice, pack, mayGoOn });
  }
  const answer = new Uint8Array(problem.weight.length);
  for (let e = 0; e < taken.length; e++) if (taken[e] === 1) answer[market.pair[e] ?? 0] = 1;
  const slotPrice = slotPricesOf(market, taken, requestPrice);
  return { taken: answer, requestPrice, slotPrice, objective, bound: bound.value, rounds: round };
}

function slotPricesOf(market: DayMarket, taken: Uint8Array, requestPrice: Float64Array): Float64Array {
  const [load, least] = [
    new Int32Array(market.personCount),
    new Float64Array(market.personCount).fill(Infinity),
  ];
  for (let e = 0; e < taken.length; e++) {
    if (taken[e] !== 1) continue;
    const j = market.person[e] ?? 0;
    load[j] = (load[j] ?? 0) + 1;
    const earned = (market.worth[e] ?? 0) - (requestPrice[market.owner[e] ?? 0] ?? 0);
    least[j] = Math.max(0, Math.min(least[j] ?? Infinity, earned));
  }
  return least.map((price, j) => ((load[j] ?? 0) < (market.slots[j] ?? 0) ? 0 : price));
}

function noisy(
  bound: DayBound,
  { market, draws, spread }: { market: DayMarket; draws: Draws; spread: number },
): Float64Array {
  if (spread === 0) return bound.requestPrice;
  return bound.requestPrice.map((price, i) =>
    Math.max(0, price + spread * (market.need[market.start[i] ?? 0] ?? 0) * draws.normal()),
  );
}
