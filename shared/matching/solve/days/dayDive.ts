import { type DayMarket, type DayPart, partOf, peopleOf } from "./dayMarket.ts";
import { type Descent, descentFrom } from "./dayDescent.ts";
import { dayPackingOf, type Picks, picksFor } from "./dayPacking.ts";

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

/** How steadily each pair was picked of late, from 0 to 1, after some steps down. */
function picksOverSteps(descent: Descent, part: DayPart, { steps, length }: Dive): Float64Array {
  const often = new Float64Array(part.request.length);
  const { picks } = descent;
  for (let step = 0; step < steps; step++) {
    descent.look();
    for (let x = 0; x < often.length; x++) often[x] = remembered * (often[x] ?? 0);
    for (let q = 0; q < picks.count; q++) {
      const x = picks.pairs[q] ?? 0;
      often[x] = (often[x] ?? 0) + 1 - remembered;
    }
    descent.step(length * (1 - ((1 - slowest) * step) / steps));
  }
  return often;
}

/** Practitioners by how undecided they are, the most decided first. */
function byDoubt(
  { personCount, start }: DayPart,
  often: Float64Array,
): { order: Int32Array; doubt: Float64Array } {
  const doubt = new Float64Array(personCount);
  for (let j = 0; j < personCount; j++)
    for (let x = start[j] ?? 0, end = start[j + 1] ?? 0; x < end; x++)
      doubt[j] = (doubt[j] ?? 0) + Math.min(often[x] ?? 0, 1 - (often[x] ?? 0));
  const order = Int32Array.from(doubt.keys()).sort((a, b) => (doubt[a] ?? 0) - (doubt[b] ?? 0) || a - b);
  return { order, doubt };
}

/** A practitioner with less doubt than this settles at once. */
const noDoubt = 0.05;

/** Settles the most decided practitioners on what they pick most often; says who is still undecided. */
function settle(
  part: DayPart,
  { often, share }: { often: Float64Array; share: number },
  { wanted, chosen }: { wanted: Int32Array; chosen: number[] },
): Int32Array {
  const { order, doubt } = byDoubt(part, often);
  const flat = { ...part, slotCost: new Float64Array(part.slotCost.length) };
  const pack = dayPackingOf({ ...flat, worth: often });
  const free = new Float64Array(part.requestCount);
  const picks: Picks = picksFor(part);
  const settled = new Uint8Array(part.personCount);
  const atLeast = Math.max(1, Math.ceil(part.personCount * share));
  let count = 0;
  for (let at = 0; at < order.length; at++) {
    const j = order[at] ?? 0;
    if (count >= atLeast && (doubt[j] ?? 0) > noDoubt) break;
    picks.count = 0;
    pack(j, free, picks);
    const mine = picks.pairs.subarray(0, picks.count);
    const isOpen = mine.every((x) => (wanted[part.requests[part.request[x] ?? 0] ?? 0] ?? 0) > 0);
    if (!isOpen) continue;
    for (const x of mine) {
      const i = part.requests[part.request[x] ?? 0] ?? 0;
      wanted[i] = (wanted[i] ?? 0) - 1;
      chosen.push(part.origin[x] ?? 0);
    }
    settled[j] = 1;
    count++;
  }
  return Int32Array.from(settled.keys()).filter((j) => settled[j] === 0);
}

/**
 * Dives to an answer: prices move a little, whoever keeps picking the same settles on it, and the prices of what
 * is left move on, until everybody has settled. Says which pairs of the market are taken.
 */
export function diveFrom(market: DayMarket, dive: Dive): number[] {
  const wanted = market.wanted.slice();
  const price = dive.price.slice();
  const chosen: number[] = [];
  let people = peopleOf(market);
  while (people.length > 0 && dive.mayGoOn()) {
    const part = partOf(market, { people, wanted, price, slack: dive.slack });
    const descent = descentFrom(
      part,
      Float64Array.from(part.requests, (i) => price[i] ?? 0),
    );
    const often = picksOverSteps(descent, part, dive);
    const left = settle(part, { often, share: dive.share }, { wanted, chosen });
    part.requests.forEach((i, z) => (price[i] = descent.price[z] ?? 0));
    people = left.map((y) => people[y] ?? 0);
  }
  return chosen;
}
