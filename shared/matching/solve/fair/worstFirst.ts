import { isFairest } from "../../certificate/fairness.ts";
import { mark, whole } from "../../problem/cells.ts";
import { type Component, componentsOf } from "../../problem/components.ts";
import { overbooked } from "../../problem/answer.ts";
import { placesOf } from "./fairer.ts";
import { type FairAsk, fairest } from "./fairest.ts";
import { type BoundPart, type Climbing, type GradedTotal, withinDays } from "./withinDays.ts";

/** How far a fair answer is proven: nothing is fairer, or no worst place is better with as much of the first tiers, or neither. */
export type FairReach = "nothing" | "worst place" | "every place";

/** An answer that is fair as far as is told. */
export interface FairAnswer {
  readonly taken: Uint8Array;
  readonly proven: FairReach;
  /** How many places, from the worst on, it is proven that no answer has fairer. */
  readonly placesProven: number;
  /** The best level that the worst place could have with as much of the first tier in each part; null where that is not proven. */
  readonly worstAtMost: number | null;
  /** What the places of parts too large to be climbed weigh by grade; null where there is none. */
  readonly graded: GradedTotal | null;
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

/** How far an answer is proven below a level, and by the best level that its worst place could have. */
function reached(
  { taken, levelOf }: { readonly taken: Uint8Array; readonly levelOf: Int32Array },
  provenBelow: number,
  worstAtMost: number | null,
): Omit<FairAnswer, "graded"> {
  const places = placesOf(levelOf, taken);
  const placesProven = places.filter((level) => level < provenBelow).length;
  const isWorstProven = placesProven > 0 || (places.length > 0 && places[0] === worstAtMost);
  const proven = provenBelow === Infinity ? "every place" : isWorstProven ? "worst place" : "nothing";
  return { taken, proven, placesProven, worstAtMost };
}

/**
 * The fairest answer within the days, which leximin by flows does not look at: where it overbooks nobody it
 * is the fairest of all. Parts in which it does are made fairer from their best total, as far as is found.
 */
export function worstFirst({ checker = isFairest, ...ask }: WorstFirstAsk): FairAnswer {
  const { taken, proof } = fairest(ask);
  const last = proof.last === null ? null : ask.last;
  const over = overbooked(ask.first, taken);
  const isProven = checker({ ...ask, last }, taken, proof);
  let provenBelow = isProven ? Infinity : -Infinity;
  const bound = componentsOf(ask.first).filter(({ practitioners }) =>
    practitioners.some((j) => over[j] !== 0),
  );
  // What the checker refused proves nothing of any part either.
  const flow = isProven ? taken : new Uint8Array(taken.length);
  const answers = withinDays(
    bound.map((each) => cutTo(each, ask, flow)),
    ask,
  );
  const isBound = new Uint8Array(taken.length);
  bound.forEach(({ pairs }, x) => {
    const found = answers[x];
    pairs.forEach((e, own) => {
      taken[e] = found?.taken[own] ?? 0;
      isBound[e] = 1;
    });
    provenBelow = Math.min(provenBelow, found?.provenBelow ?? -Infinity);
  });
  const free = taken.map((each, e) => (isBound[e] === 1 ? 0 : each));
  const atMost = answers.map(({ worstAtMost }) => worstAtMost);
  if (isProven) atMost.push(placesOf(ask.levelOf, free)[0] ?? Infinity);
  const least = Math.min(...atMost);
  const grades = answers.map(({ graded }) => graded).filter(({ total }) => total > 0);
  const sumOf = (key: keyof GradedTotal): number => grades.reduce((sum, each) => sum + each[key], 0);
  return {
    ...reached({ taken, levelOf: ask.levelOf }, provenBelow, least === Infinity ? null : least),
    graded: grades.length === 0 ? null : { total: sumOf("total"), bound: sumOf("bound") },
  };
}
