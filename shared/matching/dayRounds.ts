import type { Tiers } from "./assign.ts";
import { type DayBound, lowerBound, profitsAt } from "./dayBound.ts";
import { improveDays } from "./dayChains.ts";
import { type DayMarket, dayMarketOf, worthOf } from "./dayMarket.ts";
import { mergeInto } from "./dayMerge.ts";
import { dayPackingOf } from "./dayPacking.ts";
import { evenShapes, type Shapes, shapeAround, solveShapes } from "./dayShapes.ts";
import { type Draws, drawsFrom } from "./draws.ts";
import type { Problem } from "./problem.ts";

/** An answer where days bind, with the prices that bound how much better another could be. */
export interface DaysAnswer {
  readonly taken: Uint8Array;
  readonly requestPrice: Float64Array;
  readonly objective: number;
  readonly bound: number;
  readonly rounds: number;
}

export interface DaysEffort {
  readonly tiers: Tiers;
  /** Rounds at most; the same number gives the same answer as long as `mayGoOn` never says no. */
  readonly rounds: number;
  /** Asked often: false ends the work with the best answer so far. */
  readonly mayGoOn: () => boolean;
}

const [boundSteps, noises] = [400, [1, 0.3, 3, 0.1, 8]] as const;

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

/**
 * Solves a problem in which days bind, without groups or slot costs: a Lagrangian bound from above; from below,
 * exact answers for sampled ways of cutting days into slots, improved by chains and merged part by part.
 */
export function solveDays(problem: Problem, { tiers, rounds, mayGoOn }: DaysEffort): DaysAnswer {
  const market = dayMarketOf(problem);
  const pack = dayPackingOf(market);
  const draws = drawsFrom(7);
  const shapes = evenShapes(market);
  const first = solveShapes(market, shapes, tiers);
  const taken = first.taken;
  let objective = worthOf(market, taken);
  const bound = lowerBound(market, {
    from: first.requestPrice,
    reached: objective,
    steps: boundSteps,
    pack,
    mayGoOn,
  });
  const spread = tiers.room / 25;
  const effort = { depth: 12, requestPrice: bound.requestPrice, mayGoOn };
  let lastPrice = bound.requestPrice;
  let round = 0;
  for (; round < rounds && objective < bound.value && mayGoOn(); round++) {
    const mode = modeOf(round);
    const price =
      mode === "exact"
        ? lastPrice
        : noisy(bound, {
            market,
            draws,
            spread: round === 0 ? 0 : spread * (noises[Math.floor(round / 3) % noises.length] ?? 1),
          });
    cut({ market, taken, price, round, draws, pack }, shapes);
    const next = solveShapes(market, shapes, tiers);
    improveDays(market, next.taken, { ...effort, moves: +(globalThis as any).process.env.MV, slack: +(globalThis as any).process.env.SL * tiers.room });
    const gain = mergeInto(market, taken, next.taken);
    objective += gain;
    if (gain > 0 || mode === "slack") lastPrice = next.requestPrice;
    if (round % 4 !== 3) continue;
    const deeper = taken.slice();
    improveDays(market, deeper, { ...effort, depth: 14, moves: +(globalThis as any).process.env.MV2, slack: +(globalThis as any).process.env.SL2 * tiers.room });
    objective += mergeInto(market, taken, deeper);
  }
  const answer = new Uint8Array(problem.weight.length);
  for (let e = 0; e < taken.length; e++) if (taken[e] === 1) answer[market.pair[e] ?? 0] = 1;
  return {
    taken: answer,
    requestPrice: bound.requestPrice,
    objective,
    bound: Math.max(bound.value, objective),
    rounds: round,
  };
}

function noisy(
  bound: DayBound,
  { market, draws, spread }: { market: DayMarket; draws: Draws; spread: number },
): Float64Array {
  if (spread === 0) return bound.requestPrice;
  return bound.requestPrice.map((price, i) =>
    Math.max(0, price + spread * (market.need[i] ?? 0) * draws.normal()),
  );
}
