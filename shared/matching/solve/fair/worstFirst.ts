import { isFairest } from "../../certificate/fairness.ts";
import { mark, whole } from "../../problem/cells.ts";
import { type Component, componentsOf } from "../../problem/components.ts";
import type { Problem } from "../../problem/problem.ts";
import { objectiveOf, overbooked } from "../days.ts";
import { exchanged } from "./exchange.ts";
import { type FairAsk, fairest } from "./fairest.ts";
import { type Part, raised } from "./raise.ts";

/** How far a fair answer is proven: nothing is fairer, or no worst place is better, or neither. */
const reaches = ["nothing", "worst place", "every place"] as const;
export type FairReach = (typeof reaches)[number];

export interface FairAnswer {
  readonly taken: Uint8Array;
  readonly proven: FairReach;
}

/** What is asked, with the problem of all tiers, whose best answer `begin` is, and the cases of each search. */
export interface WorstFirstAsk extends FairAsk {
  readonly total: Problem;
  readonly begin: Uint8Array;
  readonly cases: number;
  /** The checker of the fairest answer; a caller may give one that keeps the time it takes. */
  readonly checker?: typeof isFairest;
}

/** Parts with up to so many pairs have their worst place raised by search, which can prove it. */
const pairsSearched = 200;

/** Levels of the places filled, lowest first. */
const ladderOf = (levelOf: Int32Array, taken: Uint8Array): Int32Array =>
  levelOf.filter((_, e) => mark(taken, e) === 1).sort();

/** How many of the lowest places are the same. */
function alikeUpTo(a: Int32Array, b: Int32Array): number {
  const at = a.findIndex((level, x) => level !== b[x]);
  return at < 0 ? a.length : at;
}

/** Whether an answer is worth more in the first tier, or as much and is fairer. */
function isFairer({ first, levelOf }: Part, a: Uint8Array, b: Uint8Array): boolean {
  const [more, less] = [objectiveOf(first, a), objectiveOf(first, b)];
  if (more !== less) return more > less;
  const [mine, other] = [ladderOf(levelOf, a), ladderOf(levelOf, b)];
  const at = alikeUpTo(mine, other);
  return at === mine.length ? false : (mine[at] ?? 0) > (other[at] ?? -Infinity);
}

/**
 * How far the fairest answer with days not looked at proves one within them: no answer within days is fairer
 * than that, so whatever places have the same levels from the lowest on cannot be bettered.
 */
function reachBy(free: Uint8Array, { first, levelOf }: Part, taken: Uint8Array): FairReach {
  if (objectiveOf(first, free) !== objectiveOf(first, taken)) return "nothing";
  const [best, mine] = [ladderOf(levelOf, free), ladderOf(levelOf, taken)];
  const places = best.length === mine.length ? alikeUpTo(mine, best) : 0;
  return places === mine.length ? "every place" : places > 0 ? "worst place" : "nothing";
}

/** A fair answer to one part that days bind in: exchanges from the best total, and a search where it is small. */
function withinDays(part: Part, free: Uint8Array, cases: number): FairAnswer {
  const moved = exchanged(part.first, part.levelOf, part.begin);
  const fair = isFairer(part, moved, part.begin) ? moved : part.begin;
  if (part.levelOf.length > pairsSearched) return { taken: fair, proven: reachBy(free, part, fair) };
  const found = raised({ ...part, begin: fair }, cases);
  const taken = isFairer(part, found.taken, fair) ? found.taken : fair;
  const reach = reachBy(free, part, taken);
  return { taken, proven: reach === "nothing" && found.isProven ? "worst place" : reach };
}

const cutTo = (first: Component, total: Component, ask: WorstFirstAsk): Part => ({
  first: first.problem,
  total: total.problem,
  levelOf: first.pairs.map((e) => whole(ask.levelOf, e)),
  begin: Uint8Array.from(first.pairs, (e) => mark(ask.begin, e)),
});

/**
 * The fairest answer within the days, which leximin by flows does not look at: where it overbooks nobody it
 * is the fairest of all. Parts in which it does are made fairer from their best total, as far as is found.
 */
export function worstFirst({ checker = isFairest, ...ask }: WorstFirstAsk): FairAnswer {
  const { taken, proof } = fairest(ask);
  const last = proof.last === null ? null : ask.last;
  const isProven = checker({ ...ask, last }, taken, proof);
  const over = overbooked(ask.total, taken);
  if (over.every((halfDays) => halfDays === 0))
    return { taken, proven: isProven ? "every place" : "nothing" };
  const totals = componentsOf(ask.total);
  let least = isProven ? reaches.length - 1 : 0;
  componentsOf(ask.first).forEach((first, x) => {
    const total = totals[x];
    if (total === undefined || first.practitioners.every((j) => over[j] === 0)) return;
    const free = Uint8Array.from(first.pairs, (e) => mark(taken, e));
    const found = withinDays(cutTo(first, total, ask), free, ask.cases);
    found.taken.forEach((chosen, e) => (taken[whole(first.pairs, e)] = chosen));
    least = Math.min(least, reaches.indexOf(found.proven));
  });
  return { taken, proven: reaches[least] ?? "nothing" };
}
