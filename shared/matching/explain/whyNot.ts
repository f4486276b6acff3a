import { counted } from "../../domain/counted.ts";
import type { RequestId } from "../../domain/ids.ts";
import type { Exchange } from "./exchange.ts";
import type { Loss, LossTiers } from "./result.ts";
import type { Solved } from "./standing.ts";
import { bringingOf, type Post } from "./stepIn.ts";
import { inPoints, listed } from "./words.ts";

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
export function whyNotHeld(loss: Loss, { cost, won }: Exchange, { neededBy, isFairFirst }: Held): string {
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
