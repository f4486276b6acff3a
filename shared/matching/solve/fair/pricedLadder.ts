import type { LadderProof, RungProof } from "../../certificate/fairProof.ts";
import { exact, mark, whole } from "../../problem/cells.ts";
import type { Problem } from "../../problem/problem.ts";
import { kept, open, out } from "../../problem/residual.ts";
import { counted } from "../days/dayCeiling.ts";
import { type DayMarket, dayMarketOf, worthOf } from "../days/dayMarket.ts";
import { boundAt, loweredInStages } from "../days/dayPrices.ts";
import { assign } from "../places/assign.ts";
import type { TieredPart } from "./fairer.ts";
import { type KeptCase, keptCasesOver, placesOfOpen } from "./keptCases.ts";

/** What a place at a level costs, and what one that is filled is worth: half of that. */
const [penalty, scale] = [2 ** 16, 2 ** 15] as const;
/** What a unit of the first tier may be worth once it is lowered, tried one after the other. */
const [low, lower] = [scale, scale / 2] as const;
/** Steps down to the first tier, the first moving prices by half of a unit, the last by such a share. */
const [firstSteps, finest] = [600, 1 / 8192] as const;
/** Cases that may be tried for the first tier, and for each place. */
const [firstCases, casesOfPlace] = [14, 8] as const;

/** The first tier with each unit worth less, and prices that bound it. */
interface LoweredTier {
  readonly market: DayMarket;
  readonly low: number;
  readonly by: number;
  readonly taken: Uint8Array;
  readonly price: Float64Array;
}

function lowerTier({ first, begin, unit }: TieredPart, lowered: number): LoweredTier {
  const by = scale * unit - lowered;
  const read = (value: number): number => scale * value - by * Math.round(value / unit);
  const problem = { ...first, weight: first.weight.map(read), slotCost: first.slotCost.map(read) };
  const market = dayMarketOf(problem);
  const places = assign(problem, { tiers: { unit: scale, room: scale }, candidates: 6 });
  const above = boundAt(market, places.requestPrice.map(Math.round));
  const way = { steps: firstSteps, length: scale / 2, last: finest * scale, share: 1, spent: () => 0 };
  const { price } = loweredInStages(market, above, way);
  const taken = Uint8Array.from(market.origin, (e) => mark(begin, e));
  return { market, low: lowered, by, taken, price };
}

const numbered = (rows: number): Int32Array => Int32Array.from({ length: rows }, (_, row) => row);

/** All requests and groups of a part. */
const everything = ({ requestCount, groupLimit }: Problem): Pick<RungProof, "requests" | "groups"> => ({
  requests: numbered(requestCount),
  groups: numbered(groupLimit.length),
});

/** A climb that is proven so far, with the cases that it has by now. */
interface Proving {
  readonly part: TieredPart;
  readonly tier: LoweredTier;
  readonly keeping: ReturnType<typeof keptCasesOver>;
  readonly spent: () => number;
  cases: KeptCase;
}

/** Proves that no answer with as many units of the first tier has more places; null where that is not proven. */
function provenCount(part: TieredPart, tier: LoweredTier, work: number): Proving | null {
  const { market, taken, price } = tier;
  const keeping = keptCasesOver(market, part.first.groupLimit.length);
  const spent = (): number => market.work.looks / work;
  const limit = worthOf(market, taken) + BigInt(scale);
  const asked = { limit, unit: tier.low, taken, cases: firstCases, spent };
  const cases = keeping.prove(market, { kind: "prices", price }, asked);
  return cases === null ? null : { part, tier, keeping, spent, cases };
}

/** A level, what pairs are worth when it is asked about, and which of them are decided. */
interface Asked extends Pick<RungProof, "level" | "penalties"> {
  readonly worth: Float64Array;
  readonly fate: Uint8Array;
}

/** Proves that a level needs as many places as it has; null where that is not proven. */
function provenRung(proving: Proving, { level, worth, penalties, fate }: Asked): RungProof | null {
  const { part, tier, keeping, spent } = proving;
  const { taken, by } = tier;
  const market = { ...tier.market, worth };
  const limit = worthOf(market, taken) + BigInt(penalty);
  const cases = keeping.prove(market, proving.cases, {
    limit,
    unit: tier.low,
    taken,
    cases: casesOfPlace,
    spent,
  });
  if (cases === null) return null;
  proving.cases = cases;
  const proof = keeping.proofOf(cases, fate, placesOfOpen(fate));
  const lowered = { unit: part.unit, by };
  return { ...everything(part.first), level, scale, penalties: new Map(penalties), lowered, proof };
}

/** Proves one level after another, lowest first, until one has no proof or work runs out. */
function provenRungs(proving: Proving): readonly RungProof[] {
  const { part, tier, spent } = proving;
  const { need, dayCapacity, practitioner } = part.first;
  const fate = Uint8Array.from(need, (days, e) =>
    days > whole(dayCapacity, whole(practitioner, e)) ? out : open,
  );
  const { origin, worth: unpaid } = tier.market;
  const worth = unpaid.slice();
  const levels = Map.groupBy(origin.keys(), (x) => whole(part.levelOf, whole(origin, x)));
  const penalties = new Map<number, number>();
  const rungs: RungProof[] = [];
  for (const [level, pairs] of Array.from(levels).toSorted(([a], [b]) => a - b)) {
    const used = pairs.filter((x) => mark(tier.taken, x) === 1);
    const decide = (which: number): void => pairs.forEach((x) => (fate[whole(origin, x)] = which));
    for (const x of pairs) worth[x] = used.length === 0 ? -Infinity : exact(worth, x) - penalty;
    if (used.length === 0) decide(out);
    else {
      penalties.set(level, penalty);
      const rung = spent() < 1 ? provenRung(proving, { level, worth, penalties, fate }) : null;
      if (rung === null) return rungs;
      rungs.push(rung);
      if (used.length === pairs.length) decide(kept);
    }
  }
  return rungs;
}

/**
 * Proves an answer level by level, from the lowest, as far as prices of requests and a few cases do, without asking
 * whether it could be fairer: for parts in which people cannot be divided among all their choices. All best answers of the
 * first tier hold as many units of it, so that each may be worth no more than one place there; and levels already
 * proven cost as much as the next, so that prices and cases stay nearly as they are from one to the next.
 */
export function pricedLadder(part: TieredPart, work: number): LadderProof | null {
  const { first, unit, begin: taken } = part;
  const plain = lowerTier(part, low);
  const spent = (): number => plain.market.work.looks / work;
  const counting = { unit, price: plain.price, priced: low, taken, byCases: true, spent };
  const count = counted(first, counting);
  const proving =
    count && (provenCount(part, plain, work) ?? provenCount(part, lowerTier(part, lower), work));
  if (count === null || proving === null) return null;
  const { tier, keeping, cases } = proving;
  const fate = new Uint8Array(taken.length);
  const rest = keeping.proofOf(cases, fate, placesOfOpen(fate));
  const { fineness, proof: most } = count;
  const proof = { kind: "ceiling", unit: scale * unit, fineness, price: tier.by, count: most, rest } as const;
  const parts = [{ ...everything(first), proof }];
  return { first: { scale, parts }, rungs: provenRungs(proving) };
}
