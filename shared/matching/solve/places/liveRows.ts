import { release } from "./balance.ts";
import { whole } from "../../problem/cells.ts";
import { type Live, placeIn } from "./live.ts";

/** Somebody who could serve a request, and what that is worth: an exact integer with all tiers in it. */
export interface Choice {
  readonly practitioner: number;
  readonly weight: number;
}

/** What a request wants, and out of whom. */
export interface Row {
  readonly wanted: number;
  readonly choices: readonly Choice[];
}

/** The pair of a request with a practitioner, both as the market has them, or -1. */
export function pairOf({ balance }: Live, i: number, j: number): number {
  const { start, end, person } = balance.market;
  for (let e = whole(start, i); e < whole(end, i); e++) if (person[e] === j && balance.on[e] !== 2) return e;
  return -1;
}

/** Strikes a pair out: nobody looks at it again. */
export function strike({ balance }: Live, pair: number): void {
  const { market, on } = balance;
  const j = whole(market.person, pair);
  if (on[pair] === 1) release(balance, pair);
  on[pair] = 2;
  let x = whole(market.backStart, j);
  while (market.back[x] !== pair) x++;
  market.backEnd[j] = whole(market.backEnd, j) - 1;
  market.back[x] = whole(market.back, whole(market.backEnd, j));
}

/** Cells that a person's pairs would take in a new place; they move when there is no more room where they are. */
const cellsToMove = ({ balance: { market } }: Live, j: number): number =>
  2 * (whole(market.backEnd, j) - whole(market.backStart, j)) + 4;

const isFull = ({ balance: { market }, used }: Live, j: number): boolean =>
  whole(market.backEnd, j) === whole(used.backLimit, j);

/** Notes a pair among those of its practitioner. */
function addBack(live: Live, pair: number): void {
  const { balance, used } = live;
  const { market } = balance;
  const j = whole(market.person, pair);
  if (isFull(live, j)) {
    const [from, to] = [whole(market.backStart, j), whole(market.backEnd, j)];
    const cells = cellsToMove(live, j);
    market.back.copyWithin(used.backs, from, to);
    market.backStart[j] = used.backs;
    market.backEnd[j] = used.backs + to - from;
    used.backLimit[j] = used.backs += cells;
  }
  const at = whole(market.backEnd, j);
  market.back[at] = pair;
  market.backEnd[j] = at + 1;
}

/** Writes a request's pairs and what it wants behind all others. */
export function writeRow(live: Live, i: number, { wanted, choices }: Row): void {
  const { balance, used, personPlace } = live;
  const { market, heldStart } = balance;
  market.wanted[i] = wanted;
  market.start[i] = used.pairs;
  for (const { practitioner, weight } of choices.toSorted((a, b) => b.weight - a.weight)) {
    const pair = used.pairs++;
    market.person[pair] = placeIn(personPlace, practitioner);
    market.worth[pair] = weight;
    market.owner[pair] = i;
    addBack(live, pair);
  }
  market.end[i] = used.pairs;
  heldStart[i] = used.held;
  used.held += Math.min(wanted, choices.length) + 1;
}

/** Whether a request's pairs can be written where there is still room. */
export function hasRoomFor(live: Live, { choices }: Row): boolean {
  const { balance, used, personPlace } = live;
  const { market, held } = balance;
  let backs = used.backs;
  for (const { practitioner } of choices) {
    const j = placeIn(personPlace, practitioner);
    if (isFull(live, j)) backs += cellsToMove(live, j);
  }
  return (
    used.requests < market.request.length &&
    used.pairs + choices.length <= market.person.length &&
    used.held + choices.length + 1 <= held.length &&
    backs <= market.back.length
  );
}
