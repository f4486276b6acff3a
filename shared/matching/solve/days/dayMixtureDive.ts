import { exact, mark, whole } from "../../problem/cells.ts";
import { type Problem, requestOfPairs } from "../../problem/problem.ts";
import type { Mixture } from "../mixture/terms.ts";
import { mostWork } from "./dayWholeMixture.ts";

/** What a dive looks for: so many units of the first tier at least, with pairs of a known answer favoured by a share of a unit. */
interface Sought {
  readonly unit: number;
  /** Prices of requests, in units, by which pairs are worth less at first: somewhat below good ones. */
  readonly price: Float64Array;
  readonly taken: Uint8Array;
  readonly favour: number;
  readonly least: number;
  /** How many mixtures may be looked at. */
  readonly mixtures: number;
  readonly mayGoOn: () => boolean;
}

/** A pair that is decided is worth so many units more, or less. */
const decided = 8;
/** Shares from here are whole, and those up to there nothing. */
export const wholly = 0.985;
const hardly = 0.02;

/** Pairs of people who have several slots are taken to be divided so much more evenly: what they choose together is what divides. */
const several = 1 / 4;

/** The pairs that are divided, the most evenly first. */
export function divided({ practitioner, slotStart }: Problem, shares: Float64Array): readonly number[] {
  const uneven = (e: number): number => {
    const j = whole(practitioner, e);
    const hasSeveral = whole(slotStart, j + 1) - whole(slotStart, j) > 1;
    return Math.abs(exact(shares, e) - 1 / 2) - (hasSeveral ? several : 0);
  };
  return Array.from(shares.keys())
    .filter((e) => exact(shares, e) > hardly && exact(shares, e) < wholly)
    .sort((a, b) => uneven(a) - uneven(b) || a - b);
}

/** Decisions one after another: each batch was taken together, and is given up without the pair that it began with. */
function decisionsOn(fate: Int8Array) {
  const batches: { readonly first: number; readonly pairs: number[] }[] = [{ first: -1, pairs: [] }];
  return {
    take: (pair: number): void => {
      fate[pair] = 1;
      batches.push({ first: pair, pairs: [pair] });
    },
    /** Leaves the pair out that the last batch began with; false where there is none. */
    giveUp: (): boolean => {
      const last = batches.pop();
      for (const e of last?.pairs ?? []) fate[e] = 0;
      const before = batches.at(-1);
      if (last === undefined || before === undefined) return false;
      fate[last.first] = -1;
      before.pairs.push(last.first);
      return true;
    },
  };
}

/**
 * Follows best mixtures to an answer: the pair that one divides most evenly is taken, and the next mixture follows,
 * back and forth by cases. Null where no answer was found that has what is sought.
 */
export function diveInto(problem: Problem, mixture: Mixture, sought: Sought): Uint8Array | null {
  const { weight } = problem;
  const { unit, price, taken, favour, least, mixtures, mayGoOn } = sought;
  const fate = new Int8Array(weight.length);
  const decisions = decisionsOn(fate);
  const owner = requestOfPairs(problem);
  const plain = (e: number): number => exact(weight, e) / unit + favour * mark(taken, e);
  const worthOf = (e: number): number => plain(e) + decided * (fate[e] ?? 0);
  const isLeft = (): boolean => mixture.work() < mostWork && mayGoOn();
  if (
    !mixture.settle({ worthOf: (e) => plain(e) - exact(price, whole(owner, e)), slotScale: 1 / unit }, isLeft)
  )
    return null;
  for (let looked = 0; looked < mixtures; looked++) {
    if (!mixture.settle({ worthOf, slotScale: 1 / unit }, isLeft)) return null;
    const shares = mixture.shares();
    const units = shares.reduce((sum, share, e) => sum + share * Math.round(exact(weight, e) / unit), 0);
    if (units < least || fate.some((each, e) => each === 1 && exact(shares, e) < wholly)) {
      if (!decisions.giveUp()) return null;
      continue;
    }
    const [pair] = divided(problem, shares);
    if (pair === undefined) return Uint8Array.from(shares, (share) => (share >= wholly ? 1 : 0));
    decisions.take(pair);
  }
  return null;
}
