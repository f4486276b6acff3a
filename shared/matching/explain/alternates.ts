import { counted } from "../../domain/counted.ts";
import type { RequestId } from "../../domain/ids.ts";
import { exact, mark, whole } from "../problem/cells.ts";
import { earningsOf } from "./earnings.ts";
import { type Exchange, type Exchanges, exchangesOf } from "./exchange.ts";
import type { ForcedLoss } from "./forcedLoss.ts";
import { leastLossFinder } from "./leastLoss.ts";
import { isSameLoss, lossReader } from "./lossTiers.ts";
import { reroutesOf } from "./reroute.ts";
import type { Alternate, Loss, LossTiers } from "./result.ts";
import type { Solved } from "./standing.ts";
import { bringingOf, type Post } from "./stepIn.ts";
import { inPoints, listed } from "./words.ts";

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

/** Why a free person was not chosen, by what sets the two apart. */
export function whyNotFree(solved: Solved, rival: Post, chosen: Post): string {
  const [theirs, mine] = [bringingOf(solved, chosen), bringingOf(solved, rival)];
  const fits = `${inPoints(mine.fit)} against ${theirs.fit / 100}`;
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

function tiersInWords({ owed, priorityWeighted, fit }: LossTiers): string {
  if (owed > 0) return "somebody work that they are owed";
  if (priorityWeighted > 0) return `a place elsewhere, which counts ${priorityWeighted}`;
  return `${inPoints(fit)} of fit and shared load`;
}

function lossInWords({ certainty, atLeast, ...most }: Loss): string {
  const told = tiersInWords(most);
  if (certainty === "exact") return told;
  if (atLeast === null) return `${told} at most`;
  const isFitAlone = [most, atLeast].every((tiers) => tiers.owed === 0 && tiers.priorityWeighted === 0);
  if (isFitAlone) return `${atLeast.fit / 100} to ${told}`;
  const isPlaceAlone = [most, atLeast].every((tiers) => tiers.owed === 0 && tiers.priorityWeighted > 0);
  if (isPlaceAlone && atLeast.priorityWeighted < most.priorityWeighted)
    return `a place elsewhere, which counts ${atLeast.priorityWeighted} to ${most.priorityWeighted}`;
  const least = tiersInWords(atLeast);
  return least === told ? told : `${told} at most, and at least ${least}`;
}

interface Held {
  readonly neededBy: readonly RequestId[];
  readonly isFairFirst: boolean;
}

/** Why somebody whom other requests hold was not chosen: who needs them, and what moving them would cost. */
function whyNotHeld(loss: Loss, { cost, won }: Exchange, { neededBy, isFairFirst }: Held): string {
  const by = listed(neededBy);
  const others = won.length - 1;
  const moved = counted(others, "other proposal", "other proposals");
  const moving = others > 0 ? `moving them, with ${moved} changed,` : "moving them";
  if (cost.whole < 0) return `Proposed for ${by}; ${moving} would raise the total: ${standsBy(isFairFirst)}.`;
  const costs = loss.owed > 0 || loss.priorityWeighted > 0 || loss.fit > 0;
  if (!costs) return `Proposed for ${by}; ${moving} would change nothing that counts.`;
  const need = loss.atLeast === null ? "Proposed for" : "Needed more by";
  return `${need} ${by}: ${moving} would cost ${lossInWords(loss)}.`;
}

/** The exchange that loses less, as tiers are told. */
function lesser(a: Exchange, b: Exchange): Exchange {
  const [first, second] = [a.cost, b.cost];
  const less =
    second.owed - first.owed || second.priorityWeighted - first.priorityWeighted || second.fit - first.fit;
  return less < 0 ? b : a;
}

/**
 * Opens the alternates of a solved run: the next three for each place, those nearest to being chosen first. `forcedLoss`
 * may solve the run again with a pair forced, where more is to be known than a glance around it tells.
 */
export function alternatesFinder(
  solved: Solved,
  forcedLoss: (pair: number) => ForcedLoss | null = () => null,
): (chosen: number) => readonly Alternate[] {
  const { encoded, roster } = solved;
  const { problem, scale } = encoded;
  const earnings = earningsOf(solved);
  const around = { earnings, ...reroutesOf(solved, earnings) };
  const exchanges = exchangesOf(solved, around);
  // A run that puts the worst place first may give up some of the total: prices of the total prove nothing of it.
  const isFairFirst = roster.input.policy.fairness === "worst-first";
  // A loss in total says how much of each tier is lost only where units outweigh all below them.
  const isTold = !isFairFirst && scale.outweighs;
  const leastLoss = isTold ? leastLossFinder(solved, around) : () => -Infinity;
  const tiersOf = lossReader(solved);
  const personOf = (pair: number): number => whole(problem.practitioner, pair);
  const requestOf = (pair: number): number => whole(solved.requestOfPair, pair);
  const idsOf = (pairs: readonly number[]): readonly RequestId[] =>
    pairs.flatMap((pair) => roster.requests[requestOf(pair)]?.id ?? []);

  const lossOf = (pair: number, { cost, givenUp }: Exchange, proved: number): Loss => {
    const { whole: most, ...tiers } = cost;
    const least = Math.max(proved, leastLoss({ pair, givenUp: givenUp.map(requestOf), most }));
    const atLeast = least > 0 ? tiersOf(least) : null;
    const isExact = least === most || (atLeast !== null && isSameLoss(cost, atLeast));
    return { ...tiers, certainty: isExact ? "exact" : "at-most", atLeast };
  };
  /** The exchange that loses least, with what it does. */
  const judged = (
    pair: number,
    chosen: number,
  ): { readonly exchange: Exchange; readonly loss: Loss } | null => {
    const found = exchanges.instead(pair, chosen);
    if (found === null) return null;
    const forced = isTold ? forcedLoss(pair) : null;
    const exchange = forced === null ? found : lesser(found, forced.exchange);
    return { exchange, loss: lossOf(pair, exchange, forced?.least ?? -Infinity) };
  };
  const free = (pair: number, chosen: number): Judged => {
    const request = requestOf(chosen);
    const rival = { request, person: personOf(pair) };
    const whyNot = whyNotFree(solved, rival, { request, person: personOf(chosen) });
    return { freeNow: true, whyNot, loss: judged(pair, chosen)?.loss ?? null, neededBy: [] };
  };
  const held = (pair: number, chosen: number): Judged => {
    const found = judged(pair, chosen);
    if (found === null) {
      const whyNot = exchanges.couldHaveRoom(pair)
        ? "The request takes no more people from the same school."
        : "Too few days or places are left beside work that the broker has given.";
      return { freeNow: false, whyNot, loss: null, neededBy: [] };
    }
    const { exchange, loss } = found;
    const neededBy = idsOf(exchange.givenUp);
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
