import { type DayMarket, peopleOf } from "./dayMarket.ts";
import { type DayPart, partOf } from "./dayParts.ts";
import { type Descent, descentFrom } from "./dayDescent.ts";

/** How an answer is dived for: people settle on what they pick, round after round, as prices move. */
export interface Dive {
  /** Prices of the market's requests to begin from. */
  readonly price: Float64Array;
  /** How far prices move at first in each round: more gives other answers, less stays near the prices. */
  readonly length: number;
  /** Steps in each round, and the least share of practitioners who settle in it. */
  readonly steps: number;
  readonly share: number;
  /** Pairs that earn less than `-slack` at the prices of a round are left out of it. */
  readonly slack: number;
  readonly mayGoOn: () => boolean;
}

/** How much less the last steps of a round move prices, and how much of what was picked before is remembered. */
const [slowest, remembered] = [0.2, 0.9] as const;

/** How steadily each pair was picked of late, from 0 to 1, after some steps down; those of an answer to all always. */
function picksOverSteps(descent: Descent, part: DayPart, { steps, length }: Dive): Float64Array {
  const often = new Float64Array(part.request.length);
  const { picks } = descent;
  for (let step = 0; step < steps; step++) {
    if (descent.look()) {
      often.fill(0);
      for (let q = 0; q < picks.count; q++) often[picks.pairs[q] ?? 0] = 1;
      return often;
    }
    for (let x = 0; x < often.length; x++) often[x] = remembered * (often[x] ?? 0);
    for (let q = 0; q < picks.count; q++) {
      const x = picks.pairs[q] ?? 0;
      often[x] = (often[x] ?? 0) + 1 - remembered;
    }
    descent.step(length * (1 - ((1 - slowest) * step) / steps));
  }
  return often;
}

/** A pair picked as steadily as this settles at once. */
const steady = 0.9;

/** What is left of a market while a dive goes on; the worth of a settled pair is no more. */
interface Remainder extends DayMarket {
  readonly chosen: number[];
}

const remainderOf = (market: DayMarket): Remainder => ({
  ...market,
  wanted: market.wanted.slice(),
  worth: market.worth.slice(),
  days: market.days.slice(),
  slots: market.slots.slice(),
  firstSlot: market.firstSlot.slice(),
  chosen: [],
});

/** Settles the steadiest pairs; says how many. */
function settle(
  left: Remainder,
  { part, people }: { part: DayPart; people: Int32Array },
  { often, atLeast }: { often: Float64Array; atLeast: number },
): number {
  const personOf = new Int32Array(part.request.length);
  for (let y = 0; y < part.personCount; y++) personOf.fill(people[y] ?? 0, part.start[y], part.start[y + 1]);
  const order = Int32Array.from(often.keys())
    .filter((x) => (often[x] ?? 0) > 0.1)
    .sort((a, b) => (often[b] ?? 0) - (often[a] ?? 0) || a - b);
  let count = 0;
  for (const x of order) {
    if (count >= atLeast && (often[x] ?? 0) < steady) break;
    const [i, j] = [part.requests[part.request[x] ?? 0] ?? 0, personOf[x] ?? 0];
    const need = part.need[x] ?? 0;
    if ((left.wanted[i] ?? 0) < 1 || (left.slots[j] ?? 0) < 1 || (left.days[j] ?? 0) < need) continue;
    left.wanted[i] = (left.wanted[i] ?? 0) - 1;
    left.slots[j] = (left.slots[j] ?? 0) - 1;
    left.firstSlot[j] = (left.firstSlot[j] ?? 0) + 1;
    left.days[j] = (left.days[j] ?? 0) - need;
    const origin = part.origin[x] ?? 0;
    left.worth[origin] = -Infinity;
    left.chosen.push(origin);
    count++;
  }
  return count;
}

/**
 * Dives to an answer: prices move a little, pairs that keep being picked settle, and the prices of what is left
 * move on, until nothing more is picked. Says which pairs of the market are taken.
 */
export function diveFrom(market: DayMarket, dive: Dive): number[] {
  const left = remainderOf(market);
  const price = dive.price.slice();
  let people = peopleOf(market);
  while (people.length > 0 && dive.mayGoOn()) {
    const part = partOf(left, { people, wanted: left.wanted, price, slack: dive.slack });
    const descent = descentFrom(
      part,
      Float64Array.from(part.requests, (i) => price[i] ?? 0),
    );
    const often = picksOverSteps(descent, part, dive);
    const atLeast = Math.max(1, Math.ceil(descent.picks.count * dive.share));
    if (settle(left, { part, people }, { often, atLeast }) === 0) break;
    part.requests.forEach((i, z) => (price[i] = descent.price[z] ?? 0));
    people = people.filter((_, y) => (part.start[y + 1] ?? 0) > (part.start[y] ?? 0));
  }
  return left.chosen;
}
