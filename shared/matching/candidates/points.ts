import { once } from "../facts/once.ts";
import type { FitWeights } from "../facts/policy.ts";
import { besideOthers } from "../fit/expertise.ts";
import { basisPoints, rotationPer1000 } from "../fit/fit.ts";
import { whole } from "../problem/cells.ts";
import type { SchoolClasses } from "./alike.ts";

/** What somebody is worth who cannot serve. */
export const never = -(2 ** 30);

/** Basis points of a component, by what share of them out of 1,000 is earned. */
export type Shares = Int32Array;

/** What is earned under some weights, where other codes are asked for beside or none are. */
export interface Points {
  readonly weights: FitWeights;
  /** Of a claim for the first code, when nothing is claimed of the others. */
  readonly expertise: Shares;
  /** What other codes add at most. */
  readonly beside: number;
  readonly context: Shares;
  readonly distance: Shares;
  readonly availability: Shares;
  /** By deployments held. */
  readonly rotation: Int32Array;
  /** By how much schools of two classes at least fall short of being alike: `unlike[asking * count + home]`. */
  readonly unlike: Int16Array;
}

const upTo = (most: number): readonly number[] => Array.from({ length: most + 1 }, (_, each) => each);
const shares = (weight: number): Shares =>
  Int32Array.from(upTo(1000), (per1000) => basisPoints(weight, per1000));

/** More deployments than anybody may hold are not asked about. */
const mostHeld = 200;

/** By how much schools that are so much alike, out of 1,000, fall short of being alike. */
function shortOf(alike: Uint16Array, weight: number): Int16Array {
  const earned = shares(weight);
  const short = new Int16Array(alike.length);
  alike.forEach((per1000, at) => (short[at] = whole(earned, 1000) - whole(earned, per1000)));
  return short;
}

const withoutOthers = ({ most }: SchoolClasses, weights: FitWeights): Points => ({
  weights,
  expertise: shares(weights.expertise),
  beside: 0,
  context: shares(weights.context),
  distance: shares(weights.distance),
  availability: shares(weights.availability),
  rotation: Int32Array.from(upTo(mostHeld), (held) => basisPoints(weights.rotation, rotationPer1000(held))),
  unlike: shortOf(most, weights.context),
});

/** Works the points of some weights out once. */
export function pointsBy(classes: SchoolClasses): (weights: FitWeights, hasOthers: boolean) => Points {
  const known = once((weights: FitWeights) => {
    const alone = withoutOthers(classes, weights);
    const expertise = alone.expertise.map((_, claim) =>
      basisPoints(weights.expertise, besideOthers(claim, 0, 1)),
    );
    return { alone, beside: { ...alone, expertise, beside: basisPoints(weights.expertise, 300) } };
  });
  return (weights, hasOthers) => (hasOthers ? known(weights).beside : known(weights).alone);
}
