import { isFeasible } from "../../problem/answer.ts";
import { exact, mark, whole } from "../../problem/cells.ts";
import type { Problem } from "../../problem/problem.ts";
import { type Case, halvesOf, mostOf } from "./dayCase.ts";
import { pricesOf } from "./dayCases.ts";
import { firstTierOf, unitsIn } from "./dayCeiling.ts";
import { type DayMarket, dayMarketOf } from "./dayMarket.ts";
import { divided, wholly } from "./dayMixtureDive.ts";
import { boundAt } from "./dayPrices.ts";
import type { Proven } from "./daySettled.ts";
import type { Mixer, Seeking } from "./dayWholeMixture.ts";

/** A case with the pairs of the problem that it takes. */
interface Taking {
  readonly around: Case;
  readonly kept: ReadonlySet<number>;
}

/** What bounds cases. */
interface Bounding extends Pick<Seeking, "unit" | "fineness"> {
  readonly mixer: Mixer;
}

/** Pairs of the known answer are favoured by such a share of a unit: enough to divide little beside it, and so little that bounds stay close. */
const favoured = 1 / 65_536;
/** A pair that a case takes or leaves out is worth so many units more, or less: what such a case loses is mostly less than that. */
const decided = 2;

/** Bounds cases by best mixtures of all their answers; null where that takes too long. */
function settlerOf({ weight }: Problem, market: DayMarket, { unit, fineness, mixer }: Bounding) {
  const units = weight.map((each) => Math.round(each / unit));
  const place = new Int32Array(units.length);
  market.origin.forEach((e, x) => (place[e] = x));
  return ({ around, kept }: Taking, taken: Uint8Array): Case | null => {
    const { left, fixed, bound } = around;
    const isOut = (e: number): boolean => left.worth[whole(place, e)] === -Infinity;
    const mixture = mixer.by((e) => {
      const fate = kept.has(e) ? 1 : isOut(e) ? -1 : 0;
      return exact(units, e) + favoured * mark(taken, e) + decided * fate;
    });
    if (mixture === null) return null;
    const price = mixture.prices().requestPrice.map((each) => Math.round(each * fineness));
    const next = boundAt(left, price);
    return { left, fixed, bound: next.value < bound.value ? next : bound };
  };
}

/**
 * Takes apart by cases how much of the first tier there can be, each bounded by the best mixture of all its answers: one with less than a
 * whole unit more than is known is done, and else the pair is decided that is divided most evenly. Where nothing is divided, that is
 * an answer which has more. Says what is proven when time runs out.
 */
export function casesByMixtures(problem: Problem, mixer: Mixer, seeking: Seeking) {
  const { unit, fineness } = seeking;
  const market = dayMarketOf(firstTierOf(problem, unit, fineness));
  const settle = settlerOf(problem, market, { ...seeking, mixer });
  let { taken } = seeking;
  const proven = (around: Case): Proven => ({
    bound: mostOf(around),
    proof: pricesOf(market, around, problem.groupLimit.length),
  });
  const adopt = (found: Uint8Array): void => {
    const isMore = unitsIn(problem, unit, found) > unitsIn(problem, unit, taken);
    if (isMore && isFeasible(problem, found)) taken = found;
  };
  const takenApart = (begun: Taking): Proven => {
    const around = settle(begun, taken);
    const limit = BigInt(fineness * (unitsIn(problem, unit, taken) + 1));
    if (around === null || mostOf(around) < limit) return proven(around ?? begun.around);
    const shares = mixer.mixture.shares();
    const e = divided(problem, shares).find((each) => !begun.kept.has(each));
    if (e === undefined) {
      adopt(Uint8Array.from(shares, (share) => (share >= wholly ? 1 : 0)));
      return proven(around);
    }
    const halves = halvesOf(around, market.origin.indexOf(e), whole(problem.practitioner, e));
    const taking = takenApart({ around: halves.taking, kept: new Set([...begun.kept, e]) });
    const without = takenApart({ around: halves.without, kept: begun.kept });
    const bound = taking.bound > without.bound ? taking.bound : without.bound;
    if (bound >= mostOf(around)) return proven(around);
    return { bound, proof: { kind: "split", pair: e, without: without.proof, taking: taking.proof } };
  };
  const all: Case = { left: market, fixed: 0n, bound: boundAt(market, seeking.price) };
  return { proven: takenApart({ around: all, kept: new Set() }), taken };
}
