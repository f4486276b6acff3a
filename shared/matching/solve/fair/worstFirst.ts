import { isFairest } from "../../certificate/fairness.ts";
import { mark, whole } from "../../problem/cells.ts";
import { type Component, componentsOf } from "../../problem/components.ts";
import { overbooked } from "../../problem/answer.ts";
import { placesOf } from "./fairer.ts";
import { type FairAsk, fairest } from "./fairest.ts";
import { type BoundPart, type Climbing, withinDays } from "./withinDays.ts";

/** How far a fair answer is proven: nothing is fairer, or no worst place is better, or neither. */
export type FairReach = "nothing" | "worst place" | "every place";

export interface FairAnswer {
  readonly taken: Uint8Array;
  readonly proven: FairReach;
  /** How many places, from the worst on, it is proven that no answer has fairer. */
  readonly placesProven: number;
}

/** What is asked, with the best answer by all tiers to begin from, and how parts that days bind in are made fairer. */
export interface WorstFirstAsk extends FairAsk, Climbing {
  readonly begin: Uint8Array;
  /** The checker of the fairest answer; a caller may give one that keeps the time it takes. */
  readonly checker?: typeof isFairest;
}

const cutTo = (first: Component, ask: WorstFirstAsk, taken: Uint8Array): BoundPart => ({
  first: first.problem,
  levelOf: first.pairs.map((e) => whole(ask.levelOf, e)),
  begin: Uint8Array.from(first.pairs, (e) => mark(ask.begin, e)),
  free: Uint8Array.from(first.pairs, (e) => mark(taken, e)),
});

function reached(taken: Uint8Array, levelOf: Int32Array, provenBelow: number): FairAnswer {
  const places = placesOf(levelOf, taken);
  const placesProven = places.filter((level) => level < provenBelow).length;
  if (provenBelow === Infinity) return { taken, proven: "every place", placesProven };
  return { taken, proven: placesProven > 0 ? "worst place" : "nothing", placesProven };
}

/**
 * The fairest answer within the days, which leximin by flows does not look at: where it overbooks nobody it
 * is the fairest of all. Parts in which it does are made fairer from their best total, as far as is found.
 */
export function worstFirst({ checker = isFairest, ...ask }: WorstFirstAsk): FairAnswer {
  const { taken, proof } = fairest(ask);
  const last = proof.last === null ? null : ask.last;
  const over = overbooked(ask.first, taken);
  let provenBelow = checker({ ...ask, last }, taken, proof) ? Infinity : -Infinity;
  const bound = componentsOf(ask.first).filter(({ practitioners }) =>
    practitioners.some((j) => over[j] !== 0),
  );
  const answers = withinDays(
    bound.map((each) => cutTo(each, ask, taken)),
    ask,
  );
  bound.forEach(({ pairs }, x) => {
    const found = answers[x];
    pairs.forEach((e, own) => (taken[e] = found?.taken[own] ?? 0));
    provenBelow = Math.min(provenBelow, found?.provenBelow ?? -Infinity);
  });
  return reached(taken, ask.levelOf, provenBelow);
}
