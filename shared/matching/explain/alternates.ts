import { exact, mark, whole } from "../problem/cells.ts";
import { earningsOf } from "./earnings.ts";
import { type Exchange, type Exchanges, exchangesOf } from "./exchange.ts";
import type { ForcedLoss } from "./forcedLoss.ts";
import { leastLossFinder } from "./leastLoss.ts";
import { isSameLoss, lossReader } from "./lossTiers.ts";
import { reroutesOf } from "./reroute.ts";
import type { Alternate, Loss } from "./result.ts";
import type { Solved } from "./standing.ts";
import type { Around } from "./ways.ts";
import { whyNotFree, whyNotHeld } from "./whyNot.ts";

const alternatesShown = 3;

interface Rival {
  readonly pair: number;
  /** What the objective would lose, as far as a glance tells, were this person proposed instead. */
  readonly glance: number;
  readonly freeNow: boolean;
}

type Judged = Omit<Alternate, "personId" | "fit">;

/** Those nearest to being chosen instead, as far as a glance tells, the nearest first. */
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

/** The exchange that loses less, as tiers are told. */
function lesser(a: Exchange, b: Exchange): Exchange {
  const [first, second] = [a.cost, b.cost];
  const less =
    second.owed - first.owed || second.priorityWeighted - first.priorityWeighted || second.fit - first.fit;
  return less < 0 ? b : a;
}

/** Somebody in the place of another, and what that loses. */
interface Instead {
  readonly exchange: Exchange;
  readonly loss: Loss;
}

/** Solves a run again with a pair forced, where more is to be known than a glance around it tells. */
type ForcedLossOf = (pair: number) => ForcedLoss | null;

/** A run that puts the worst place first may give up some of the total: prices of the total prove nothing of it. */
const isFairFirst = ({ roster }: Solved): boolean => roster.input.policy.fairness === "worst-first";

/** Tells what an exchange loses that is found for a pair, or one that loses less still. */
function insteadFinder(solved: Solved, around: Around, forcedLoss: ForcedLossOf) {
  // A loss in total says how much of each tier is lost only where units outweigh all below them.
  const isTold = !isFairFirst(solved) && solved.encoded.scale.outweighs;
  const leastLoss = isTold ? leastLossFinder(solved, around) : () => -Infinity;
  const tiersOf = lossReader(solved);
  const lossOf = (pair: number, { cost, givenUp }: Exchange, proved: number): Loss => {
    const { whole: most, ...tiers } = cost;
    const requests = givenUp.map((given) => whole(solved.requestOfPair, given));
    const least = Math.max(proved, leastLoss({ pair, givenUp: requests, most }));
    const atLeast = least > 0 ? tiersOf(least) : null;
    const isExact = least === most || (atLeast !== null && isSameLoss(cost, atLeast));
    return { ...tiers, certainty: isExact ? "exact" : "at-most", atLeast };
  };
  return (pair: number, found: Exchange | null): Instead | null => {
    if (found === null) return null;
    const forced = isTold ? forcedLoss(pair) : null;
    const exchange = forced === null ? found : lesser(found, forced.exchange);
    return { exchange, loss: lossOf(pair, exchange, forced?.least ?? -Infinity) };
  };
}

/** Opens the alternates of a solved run: the next three for each place, those nearest to being chosen first. */
export function alternatesFinder(
  solved: Solved,
  forcedLoss: ForcedLossOf = () => null,
): (chosen: number) => readonly Alternate[] {
  const { encoded, roster, requestOfPair } = solved;
  const earnings = earningsOf(solved);
  const around = { earnings, ...reroutesOf(solved, earnings) };
  const exchanges = exchangesOf(solved, around);
  const leastOf = insteadFinder(solved, around, forcedLoss);
  const personOf = (pair: number): number => whole(encoded.problem.practitioner, pair);

  const free = (pair: number, chosen: number): Judged => {
    const request = whole(requestOfPair, chosen);
    const rival = { request, person: personOf(pair) };
    const whyNot = whyNotFree(solved, rival, { request, person: personOf(chosen) });
    const loss = leastOf(pair, exchanges.instead(pair, chosen))?.loss ?? null;
    return { freeNow: true, whyNot, loss, neededBy: [] };
  };
  const held = (pair: number, chosen: number): Judged => {
    const found = leastOf(pair, exchanges.instead(pair, chosen));
    if (found === null) {
      const whyNot = exchanges.couldHaveRoom(pair)
        ? "The request takes no more people from the same school."
        : "Too few days or places are left beside work that the broker has given.";
      return { freeNow: false, whyNot, loss: null, neededBy: [] };
    }
    const { exchange, loss } = found;
    const neededBy = exchange.givenUp.flatMap(
      (given) => roster.requests[whole(requestOfPair, given)]?.id ?? [],
    );
    const whyNot = whyNotHeld(loss, exchange, { neededBy, isFairFirst: isFairFirst(solved) });
    return { freeNow: false, whyNot, loss, neededBy };
  };
  return (chosen) =>
    rivalsOf(solved, exchanges, chosen).flatMap(({ pair, freeNow }) => {
      const person = roster.practitioners[personOf(pair)];
      if (person === undefined) return [];
      const judged = freeNow ? free(pair, chosen) : held(pair, chosen);
      return [{ personId: person.id, fit: whole(encoded.fit, pair), ...judged }];
    });
}
