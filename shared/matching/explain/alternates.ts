import type { RequestId } from "../../domain/ids.ts";
import { exact, mark, whole } from "../problem/cells.ts";
import type { Scale } from "../problem/scale.ts";
import { type Exchange, type Exchanges, exchangesOf } from "./exchange.ts";
import { leastLossFinder } from "./leastLoss.ts";
import type { Alternate, Loss } from "./result.ts";
import type { Solved } from "./standing.ts";
import { bringingOf, type Post } from "./stepIn.ts";
import type { Cost } from "./trade.ts";
import { inPoints } from "./words.ts";

const alternatesShown = 3;

interface Rival {
  readonly pair: number;
  /** What the objective would lose, as far as a glance tells, were this person proposed instead. */
  readonly glance: number;
  readonly freeNow: boolean;
}

type Judged = Omit<Alternate, "personId" | "fit">;

function rivalsOf(solved: Solved, exchanges: Exchanges, chosen: number): readonly Rival[] {
  const { problem } = solved.encoded;
  const i = whole(solved.requestOfPair, chosen);
  const rivals: Rival[] = [];
  for (let e = whole(problem.start, i); e < whole(problem.start, i + 1); e++) {
    if (mark(solved.solution.taken, e) === 1) continue;
    const freeNow = exchanges.isFree(e, chosen);
    const price = freeNow ? 0 : exact(solved.solution.slotPrice, whole(problem.practitioner, e));
    const glance = exact(problem.weight, chosen) - exact(problem.weight, e) + price;
    const at = rivals.findLastIndex((nearer) => nearer.glance <= glance) + 1;
    if (at === alternatesShown) continue;
    rivals.splice(at, 0, { pair: e, glance, freeNow });
    if (rivals.length > alternatesShown) rivals.pop();
  }
  return rivals;
}

/** A loss that is proved to be no less than `least` in the units of the problem, cut down to whole units of each tier. */
function lossOfAtLeast(scale: Scale, least: number): Loss {
  const owed = Math.floor(least / scale.leastUnit);
  const lower = least - owed * scale.leastUnit;
  const priorityWeighted = Math.floor(lower / scale.priorityUnit);
  const fit = Math.floor((lower - priorityWeighted * scale.priorityUnit) / scale.fitUnit);
  return { owed, priorityWeighted, fit, certainty: "at-least" };
}

/** What is told of a cost that was found, when no less than `least` is proved to be lost. */
function lossOf(scale: Scale, cost: Cost, least: number): Loss {
  const { whole: found, ...tiers } = cost;
  if (least === found) return { ...tiers, certainty: "exact" };
  return least > 0 ? lossOfAtLeast(scale, least) : { ...tiers, certainty: "at-most" };
}

/** Why a free person was not chosen, by what sets the two apart. */
export function whyNotFree(solved: Solved, rival: Post, chosen: Post): string {
  const [theirs, mine] = [bringingOf(solved, chosen), bringingOf(solved, rival)];
  const fits = `${inPoints(mine.fit)} points against ${inPoints(theirs.fit)}`;
  if (mine.fit < theirs.fit) return `Free, but fits less well: ${fits}.`;
  const better = mine.fit + mine.bonus - mine.burden > theirs.fit + theirs.bonus - theirs.burden;
  if (better) return `Free, and would serve as well or better, all told: ${fits}.`;
  if (mine.burden > theirs.burden) return `Free and fits as well, ${fits}, but carries more work.`;
  if (mine.bonus < theirs.bonus) return `Free and fits as well, ${fits}, but was not proposed here before.`;
  return `Free and fits as well, ${fits}: little or nothing sets the two apart.`;
}

/** Why a run may stand by an answer although an exchange would raise its total. */
const standsBy = (isFairFirst: boolean): string =>
  isFairFirst
    ? "the policy lifts the places that are served worst before the total"
    : "the answer is near the best, not proved to be it";

function costInWords({ owed, priorityWeighted, fit, certainty }: Loss): string {
  const ending = { exact: "", "at-least": " or more", "at-most": " at most" } as const;
  if (owed > 0) return "somebody work that they are owed";
  const amount =
    priorityWeighted > 0
      ? `a place elsewhere, which counts ${priorityWeighted}`
      : `${inPoints(fit)} points of fit and shared load`;
  return `${amount}${ending[certainty]}`;
}

interface Held {
  readonly neededBy: readonly RequestId[];
  readonly isFairFirst: boolean;
}

/** Why somebody whom other requests hold was not chosen: who needs them, and what moving them would cost. */
function whyNotHeld(loss: Loss, { cost, refilled }: Exchange, at: Held): string {
  const { neededBy, isFairFirst } = at;
  const by = neededBy.join(" and ");
  const moving = refilled ? "moving them, with somebody else there," : "moving them";
  if (cost.whole < 0) return `Proposed for ${by}; ${moving} would raise the total: ${standsBy(isFairFirst)}.`;
  const costs = loss.owed > 0 || loss.priorityWeighted > 0 || loss.fit > 0;
  if (!costs) return `Proposed for ${by}; ${moving} would change nothing that counts.`;
  const need = loss.certainty === "at-most" ? "Proposed for" : "Needed more by";
  return `${need} ${by}: ${moving} would cost ${costInWords(loss)}.`;
}

/** Opens the alternates of a solved run: the next three for each place, those nearest to being chosen first. */
export function alternatesFinder(solved: Solved): (chosen: number) => readonly Alternate[] {
  const { encoded, roster } = solved;
  const { problem, scale } = encoded;
  const exchanges = exchangesOf(solved);
  // A run that puts the worst place first may give up some of the total: prices of the total prove nothing of it.
  const isFairFirst = roster.input.policy.fairness === "worst-first";
  // A loss in total says how much of each tier is lost only where units outweigh all below them.
  const isTold = !isFairFirst && scale.outweighs;
  const leastLoss = isTold ? leastLossFinder(solved) : () => -Infinity;
  const personOf = (pair: number): number => whole(problem.practitioner, pair);
  const requestsOf = (pairs: readonly number[]): readonly RequestId[] =>
    pairs.flatMap((pair) => roster.requests[whole(solved.requestOfPair, pair)]?.id ?? []);

  const free = (pair: number, chosen: number): Judged => {
    const request = whole(solved.requestOfPair, chosen);
    const cost = exchanges.steppingIn(pair, chosen);
    const rival = { request, person: personOf(pair) };
    const whyNot = whyNotFree(solved, rival, { request, person: personOf(chosen) });
    const loss = lossOf(scale, cost, leastLoss(pair, cost.whole));
    return { freeNow: true, whyNot, loss, neededBy: [] };
  };
  const held = (pair: number, chosen: number): Judged => {
    const exchange = exchanges.bringing(pair, chosen);
    if (exchange === null) {
      const whyNot = exchanges.hasRoom(pair)
        ? "Free, but the request takes no more people from the same school."
        : "Too few days or places are left beside work that the broker has given.";
      return { freeNow: false, whyNot, loss: null, neededBy: [] };
    }
    const loss = lossOf(scale, exchange.cost, leastLoss(pair, exchange.cost.whole));
    const neededBy = requestsOf(exchange.givenUp);
    return { freeNow: false, whyNot: whyNotHeld(loss, exchange, { neededBy, isFairFirst }), loss, neededBy };
  };

  return (chosen) =>
    rivalsOf(solved, exchanges, chosen).flatMap(({ pair, freeNow }) => {
      const person = roster.practitioners[personOf(pair)];
      if (person === undefined) return [];
      const judged = freeNow ? free(pair, chosen) : held(pair, chosen);
      return [{ personId: person.id, fit: whole(encoded.fit, pair), ...judged }];
    });
}
