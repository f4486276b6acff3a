import { exact, mark, whole } from "../../problem/cells.ts";
import type { Limit, MixturePrices } from "../mixture/terms.ts";
import { byCases, type Searched } from "./cases.ts";
import type { Part } from "./fairer.ts";
import { openMixture, type OpenMixture } from "./openMixture.ts";
import { type Asked, dearestOf, type Piece, type Question, isFineEnough, questionOf } from "./question.ts";
import { kept, out } from "../../problem/residual.ts";

/** What it is worth to leave all places as they are, in units: of equal mixtures one near the answer is whole more often. */
const staying = 1 / 8;

/** No more places than there are at a level at which not all open pairs are taken. */
interface LevelLimit extends Limit {
  readonly level: number;
}

/** A part that is made fairer level by level: what is decided of its pairs, and the mixture that decides more. */
export interface Climb extends Part {
  readonly taken: Uint8Array;
  readonly fate: Uint8Array;
  readonly limits: LevelLimit[];
  readonly cases: number;
  mixture: OpenMixture;
  /** Work that is left once the mixture at hand has done none. */
  workLeft: number;
  /** Whether the first tier and all levels so far have a proof: else no further one proves anything. */
  isProven: boolean;
}

/** Whether there is work left. */
export const mayGoOn = ({ mixture, workLeft }: Climb): boolean => mixture.work() < workLeft;

/** Begins a mixture anew. */
export function begun(climb: Climb): void {
  climb.workLeft -= climb.mixture.work();
  climb.mixture = openMixture(climb.first, climb, climb.limits);
}

/** Adds a limit, for which the mixture is begun anew where it does not keep it. */
export function keepTo(climb: Climb, limit: LevelLimit): void {
  climb.limits.push(limit);
  if (!climb.mixture.limit(limit)) begun(climb);
}

/** Searches a piece for what is worth a unit more; all other pairs of the part that are decided stay as they are. */
export function searched(climb: Climb, piece: Piece, { tierUnits, costs }: Asked): Searched {
  const { first, levelOf, fate, taken, limits, mixture, cases } = climb;
  if (!isFineEnough(piece, tierUnits)) return { kind: "open" };
  const places = taken.reduce((sum, each) => sum + each, 1);
  const most = 4 * tierUnits * dearestOf(first);
  const worthOf = (e: number): number => {
    const worth = tierUnits * exact(first.weight, e) - (costs.get(whole(levelOf, e)) ?? 0);
    const stay = mark(taken, e) === 1 ? staying / places : 0;
    return worth + stay + (fate[e] === kept ? most : fate[e] === out ? -most : 0);
  };
  const questionAt = ({ limitPrice }: MixturePrices): Question | null => {
    const all = new Map(costs);
    limits.forEach(({ level }, x) => all.set(level, limitPrice[x] ?? 0));
    return questionOf(piece, { tierUnits, costs: all });
  };
  return byCases({
    mixture,
    piece,
    tierUnits,
    worthOf,
    most,
    questionAt,
    cases,
    mayGoOn: () => mayGoOn(climb),
  });
}
