import { fairestBelow } from "../../certificate/ladder.ts";
import { isWithinLimits } from "../../problem/answer.ts";
import { fairerBy } from "./fairerBy.ts";
import type { TieredPart } from "./fairer.ts";
import { graded } from "./graded.ts";
import { pricedLadder } from "./pricedLadder.ts";

/** Pairs that a proof may look at. */
const mostLooks = 1_000_000_000;

/** An answer to one part, with the level below which nothing is fairer. */
export interface PartAnswer {
  readonly taken: Uint8Array;
  readonly provenBelow: number;
}

/** Makes a part fairer that is too large to be climbed, and proves its worst places as far as prices and a few cases do. */
export function byPrices(part: TieredPart): PartAnswer {
  const { first } = part;
  const exchanged = fairerBy(part, part.begin);
  // The search knows neither least loads nor limits of groups.
  const isSearched = first.slotCost.every((cost) => cost === 0);
  const found = isSearched ? graded({ ...part, begin: exchanged }) : exchanged;
  const taken = isWithinLimits(first, found) ? found : exchanged;
  const ladder = pricedLadder({ ...part, begin: taken }, mostLooks);
  return { taken, provenBelow: ladder === null ? -Infinity : fairestBelow(part, taken, ladder) };
}
