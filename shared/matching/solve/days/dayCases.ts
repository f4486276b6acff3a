import type { ProofCase } from "../../certificate/proof.ts";
import { addTo } from "../../problem/cells.ts";
import { rowsOf } from "./dayAnswer.ts";
import { descentFrom } from "./dayDescent.ts";
import { type DayMarket, peopleOf } from "./dayMarket.ts";
import { partOf } from "./dayParts.ts";
import { boundAt, type DayBound, halved, lowered } from "./dayPrices.ts";

/** What is to be ruled out, and the work that may go into it. */
export interface RuledOut {
  /** The bound of each case is to come below this. */
  readonly limit: bigint;
  /** What a whole unit is worth: steps and what is decided are measured in it. */
  readonly unit: number;
  /** 1 for each pair of the market that the answer has which is known. */
  readonly taken: Uint8Array;
  /** Cases of which the bound may be brought down. */
  readonly cases: number;
  /** Limits of people from one school in the problem, to which the proof gives no price. */
  readonly groupCount: number;
  readonly spent: () => number;
}

/** What is left of a market when some pairs are decided, what those taken are worth, and the bound of both together. */
interface Case {
  readonly left: DayMarket;
  readonly fixed: bigint;
  readonly bound: DayBound;
}

/** Steps that bring the bound of a case down, the first moving prices by such a share of a unit, halved so often. */
const [steps, length, halvings, slack] = [300, 1 / 16, 6, 1 / 2] as const;
/** Pairs of the answer are worth such a share of a unit more while it is asked what is undecided. */
const favour = 1 / 64;
/** The first of these steps, before prices have come to rest, do not count. */
const restless = 0.3;
/** A pair is undecided when it is picked in such a share of the steps, or more, and in no more than the rest of them. */
const leastUndecided = 0.2;
/** Pairs that are tried before the best of them is split on. */
const tries = 6;

/** What is left when a pair is left out. */
const without = (left: DayMarket, pair: number): DayMarket => ({
  ...left,
  worth: left.worth.map((worth, x) => (x === pair ? -Infinity : worth)),
});

/** What is left when a pair is taken, without the pairs for which there is no room any more. */
function taking(left: DayMarket, pair: number, person: number): DayMarket {
  const [wanted, slots] = [left.wanted.slice(), left.slots.slice()];
  const [days, firstSlot, worth] = [left.days.slice(), left.firstSlot.slice(), left.worth.slice()];
  const request = left.request[pair] ?? 0;
  addTo(wanted, request, -1);
  addTo(slots, person, -1);
  addTo(firstSlot, person, 1);
  addTo(days, person, -(left.need[pair] ?? 0));
  worth[pair] = -Infinity;
  for (let x = left.start[person] ?? 0, end = left.start[person + 1] ?? 0; x < end; x++)
    if ((slots[person] ?? 0) < 1 || (left.need[x] ?? 0) > (days[person] ?? 0)) worth[x] = -Infinity;
  if ((wanted[request] ?? 0) < 1)
    for (let x = 0; x < worth.length; x++) if (left.request[x] === request) worth[x] = -Infinity;
  return { ...left, wanted, slots, days, firstSlot, worth };
}

/**
 * Pairs that prices alone leave undecided, the least decided first: those that are picked in about half of the steps while
 * pairs of the known answer are favoured. What could as well be as it is in the answer is so then, and what is left
 * undecided is where the answer and the prices cannot both be right.
 */
function undecided({ left, bound }: Case, { unit, taken }: RuledOut): Int32Array {
  const more = Math.ceil(favour * unit);
  const favoured = { ...left, worth: left.worth.map((worth, x) => worth + (taken[x] === 1 ? more : 0)) };
  const { price } = bound;
  const wanting = {
    people: peopleOf(left),
    wanted: left.wanted,
    price,
    slack: slack * unit,
    lead: slack * unit,
  };
  const part = partOf(favoured, wanting);
  const descent = descentFrom(
    part,
    Float64Array.from(part.requests, (i) => price[i] ?? 0),
  );
  const often = new Int32Array(left.request.length);
  const { picks } = descent;
  let counted = 0;
  for (let step = 0; step < steps && !descent.look(); step++) {
    if (step >= restless * steps) {
      counted++;
      for (let q = 0; q < picks.count; q++) addTo(often, part.origin[picks.pairs[q] ?? 0] ?? 0, 1);
    }
    descent.step(halved(length * unit, (halvings * step) / steps));
  }
  if (counted === 0) return new Int32Array(0);
  const far = (x: number): number => Math.abs(2 * (often[x] ?? 0) - counted);
  return Int32Array.from(often.keys())
    .filter((x) => far(x) <= (1 - 2 * leastUndecided) * counted)
    .sort((a, b) => far(a) - far(b) || a - b);
}

interface Split {
  readonly pair: number;
  readonly without: Case;
  readonly taking: Case;
}

/** How far the bound of a case is from being low enough; nothing where the case is ruled out. */
const excess = ({ bound, fixed }: Case, { limit }: RuledOut): bigint =>
  bound.value + fixed < limit ? 0n : bound.value + fixed - limit + 1n;

/** Brings bounds of cases down, as often as there are cases and time for it. */
function caseLowerer(asked: RuledOut) {
  const { unit, limit, spent } = asked;
  let casesLeft = asked.cases;
  return {
    mayGoOn: (): boolean => casesLeft >= 2 && spent() < 1,
    lower: (left: DayMarket, fixed: bigint, price: Float64Array): Case => {
      casesLeft--;
      const enough = limit - fixed - BigInt(Math.ceil(unit / 16));
      // A case is brought down in full or not at all.
      const hasTime = (): number => (spent() < 1 ? 0 : 1);
      const way = {
        steps,
        length: length * unit,
        halvings,
        slack: slack * unit,
        lead: slack * unit,
        enough,
        spent: hasTime,
      };
      return { left, fixed, bound: lowered(left, boundAt(left, price), way) };
    },
  };
}

/**
 * Rules out that any answer is worth as much as a limit, by a small tree of cases with prices of their own: where prices
 * leave pairs undecided, one of these is left out in one case and taken in the other, until each case is ruled out. Prices
 * of a market lie above the whole number that its best answer reaches where some few people and requests could be shared
 * out by halves; such a place is found by favouring the answer that is known, and two cases mostly settle it. Null where
 * cases or time run out, or no split helps. The proof names pairs as the problem does that the market was made from, and
 * stands for that problem whatever its groups are. Whoever has another tier to prove calls this with a market of that tier
 * alone, worths being multiples of `unit`, and prices that are near its best.
 */
export function ruledOutByCases(market: DayMarket, price: Float64Array, asked: RuledOut): ProofCase | null {
  const { person } = rowsOf(market);
  const { mayGoOn, lower } = caseLowerer(asked);
  const dearest = market.worth.reduce((most, each) => Math.max(most, each), 0);
  const never = dearest - market.slotCost.reduce((least, cost) => Math.min(least, cost), 0);

  /** The prices of a case: where all places are taken, nobody else would pay for one. */
  const pricesOf = ({ left, bound }: Case): ProofCase => ({
    kind: "prices",
    requestPrice: bound.price.map((each, i) =>
      (left.wanted[i] ?? 0) < (market.wanted[i] ?? 0) && left.wanted[i] === 0 ? never : each,
    ),
    groupPrice: new Float64Array(asked.groupCount),
  });

  const splitOn = ({ left, fixed, bound: { price: near } }: Case, pair: number): Split => {
    const j = person[pair] ?? 0;
    const net = (left.worth[pair] ?? 0) - (left.slotCost[left.firstSlot[j] ?? 0] ?? 0);
    return {
      pair,
      without: lower(without(left, pair), fixed, near),
      taking: lower(taking(left, pair, j), fixed + BigInt(net), near),
    };
  };

  /** The split after which least is left; null where none leaves less than before. */
  const bestSplit = (around: Case): Split | null => {
    let [best, least]: [Split | null, bigint] = [null, 2n * excess(around, asked)];
    for (const pair of undecided(around, asked).subarray(0, tries)) {
      if (!mayGoOn() || least === 0n) break;
      const split = splitOn(around, pair);
      const total = excess(split.without, asked) + excess(split.taking, asked);
      if (total < least) [best, least] = [split, total];
    }
    return best;
  };

  const explore = (around: Case): ProofCase | null => {
    if (excess(around, asked) === 0n) return pricesOf(around);
    const split = bestSplit(around);
    const left = split === null ? null : explore(split.without);
    const taken = split === null || left === null ? null : explore(split.taking);
    if (split === null || left === null || taken === null) return null;
    return { kind: "split", pair: market.origin[split.pair] ?? 0, without: left, taking: taken };
  };
  const root: Case = { left: market, fixed: 0n, bound: boundAt(market, price) };
  return explore(excess(root, asked) === 0n ? root : lower(market, 0n, price));
}
