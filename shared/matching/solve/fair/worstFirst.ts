import { isFairest } from "../../certificate/fairness.ts";
import { fairestBelow } from "../../certificate/ladder.ts";
import { mark, whole } from "../../problem/cells.ts";
import { type Component, componentsOf } from "../../problem/components.ts";
import { objectiveOf, overbooked } from "../../problem/answer.ts";
import { exchanged } from "./exchange.ts";
import { isFairer, type Part, placesOf } from "./fairer.ts";
import { type FairAsk, fairest } from "./fairest.ts";
import { climbed, type Effort } from "./ladder.ts";

/** How far a fair answer is proven: nothing is fairer, or no worst place is better, or neither. */
export type FairReach = "nothing" | "worst place" | "every place";

export interface FairAnswer {
  readonly taken: Uint8Array;
  readonly proven: FairReach;
  /** How many places, from the worst on, it is proven that no answer has fairer. */
  readonly placesProven: number;
}

/** What is asked, with the best answer by all tiers to begin from, and what may be spent on each part. */
export interface WorstFirstAsk extends FairAsk, Effort {
  readonly begin: Uint8Array;
  /** Whether the first tier settles how many places are filled, so that levels can be settled one by one. */
  readonly countsPlaces: boolean;
  /** The checker of the fairest answer; a caller may give one that keeps the time it takes. */
  readonly checker?: typeof isFairest;
}

/** An answer to one part; nothing is fairer at any level below the one told. */
interface PartAnswer {
  readonly taken: Uint8Array;
  readonly provenBelow: number;
}

/**
 * Up to which level the fairest answer with days not looked at proves one within them: no answer within days is
 * fairer than that, so that levels at which both have as many places, from the lowest on, cannot be bettered.
 */
function provenByFlow(free: Uint8Array, { first, levelOf }: Part, taken: Uint8Array): number {
  if (objectiveOf(first, free) !== objectiveOf(first, taken)) return -Infinity;
  const [best, mine] = [placesOf(levelOf, free), placesOf(levelOf, taken)];
  const at = mine.findIndex((level, x) => level !== best[x]);
  return at < 0 ? Infinity : whole(mine, at);
}

/** Parts of more pairs are made fairer by exchanges alone: a mixture of them has more rows than changes are quick with. */
const pairsClimbed = 10_000;

/** A fair answer to one part that days bind in: from the one that fills most by exchanges, then level by level. */
function withinDays(part: Part, free: Uint8Array, ask: WorstFirstAsk): PartAnswer {
  const { first, levelOf } = part;
  const exchangedFrom = (answer: Uint8Array): Uint8Array => {
    const moved = exchanged(first, levelOf, answer);
    return isFairer(part, moved, answer) ? moved : answer;
  };
  if (!ask.countsPlaces || levelOf.length > pairsClimbed) {
    const taken = exchangedFrom(part.begin);
    return { taken, provenBelow: provenByFlow(free, part, taken) };
  }
  const { taken, proof } = climbed({ ...part, begin: exchangedFrom(part.begin) }, ask);
  const provenBelow = proof === null ? -Infinity : fairestBelow(part, taken, proof);
  return { taken, provenBelow: Math.max(provenByFlow(free, part, taken), provenBelow) };
}

const cutTo = (first: Component, ask: WorstFirstAsk): Part => ({
  first: first.problem,
  levelOf: first.pairs.map((e) => whole(ask.levelOf, e)),
  begin: Uint8Array.from(first.pairs, (e) => mark(ask.begin, e)),
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
  for (const first of componentsOf(ask.first)) {
    if (first.practitioners.every((j) => over[j] === 0)) continue;
    const free = Uint8Array.from(first.pairs, (e) => mark(taken, e));
    const found = withinDays(cutTo(first, ask), free, ask);
    found.taken.forEach((chosen, e) => (taken[whole(first.pairs, e)] = chosen));
    provenBelow = Math.min(provenBelow, found.provenBelow);
  }
  return reached(taken, ask.levelOf, provenBelow);
}
