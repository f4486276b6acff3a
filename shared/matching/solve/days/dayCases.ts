import type { ProofCase } from "../../certificate/proof.ts";
import { rowsOf } from "./dayAnswer.ts";
import { type Case, halvesOf, mostOf } from "./dayCase.ts";
import type { DayMarket } from "./dayMarket.ts";
import { boundAt, lowered } from "./dayPrices.ts";
import { byPrices, type Proven } from "./daySettled.ts";
import { undecided } from "./dayUndecided.ts";

/** What is to be ruled out, and in which measure. */
export interface RuledOut {
  /** The bound of each case is to come below this. */
  readonly limit: bigint;
  /** Steps and what is decided are measured in this: a whole unit of a tier, or twice what is missing. */
  readonly unit: number;
  /** 1 for each pair of the market that the answer has which is known. */
  readonly taken: Uint8Array;
  /** Limits of people from one school in the problem, to which the proof gives no price. */
  readonly groupCount: number;
  readonly mayGoOn: () => boolean;
}

/** A case, or the pair by which it was split and the numbers of its two cases. */
type Node = Case | { readonly pair: number; readonly without: number; readonly taking: number };
interface Split {
  readonly pair: number;
  readonly without: Case;
  readonly taking: Case;
}

/** Steps that bring the bound of a case down, the first moving prices by such a share of a unit, halved so often. */
const [steps, length, halvings, slack] = [300, 1 / 16, 6, 1 / 2] as const;
/** A bound is low enough when it lies below the limit by such a share of a unit. */
const margin = 1 / 16;
/** Pairs that are tried before the best of them is split on. */
const tries = 6;

/** Splits cases on pairs that leave as little as possible of them. */
function splitter(market: DayMarket, { limit, unit, taken, mayGoOn }: RuledOut) {
  const { person } = rowsOf(market);
  const way = { steps, length: length * unit, halvings, slack: slack * unit, lead: slack * unit };
  const excess = (around: Case): bigint => (mostOf(around) < limit ? 0n : mostOf(around) - limit + 1n);
  const lower = ({ left, fixed, bound }: Case): Case => {
    const enough = limit - fixed - BigInt(Math.ceil(margin * unit));
    const spent = (): number => (mayGoOn() ? 0 : 1);
    return { left, fixed, bound: lowered(left, bound, { ...way, enough, spent }) };
  };
  const splitOn = (around: Case, pair: number): Split => {
    const halves = halvesOf(around, pair, person[pair] ?? 0);
    return { pair, without: lower(halves.without), taking: lower(halves.taking) };
  };
  return {
    excess,
    lower,
    /** The split after which least is left; null where none leaves less than before. */
    best: (around: Case): Split | null => {
      let [best, least]: [Split | null, bigint] = [null, 2n * excess(around)];
      for (const pair of undecided(around, { taken, unit, way, mayGoOn }).subarray(0, tries)) {
        if (least === 0n || !mayGoOn()) break;
        const split = splitOn(around, pair);
        const left = excess(split.without) + excess(split.taking);
        if (left < least) [best, least] = [split, left];
      }
      return best;
    },
  };
}

/** The prices of a case: where all places are taken, nobody else would pay for one. */
export function pricesOf(market: DayMarket, { left, bound }: Case, groupCount: number): ProofCase {
  const dearest = market.worth.reduce((most, each) => Math.max(most, each), 0);
  const never = dearest - market.slotCost.reduce((least, cost) => Math.min(least, cost), 0);
  const isFull = (i: number): boolean => left.wanted[i] === 0 && (market.wanted[i] ?? 0) > 0;
  return byPrices(
    bound.price.map((each, i) => (isFull(i) ? never : each)),
    groupCount,
  );
}

/**
 * Rules out that any answer is worth as much as a limit, by a small tree of cases with prices of their own: where prices
 * leave pairs undecided, one of these is left out in one case and taken in the other. Prices of a market lie above the
 * whole number that its best answer reaches where some few people and requests could be shared out by halves; such a
 * place is found by favouring the answer that is known, and two cases mostly settle it. The case that leaves most is
 * taken apart first, until all are ruled out, so many splits are made, none helps any more or time runs out; each call goes
 * on from there and says what is proven then. The proof names pairs as the problem does that the market was made from, and stands for that
 * problem whatever its groups are.
 */
export function casesOf(market: DayMarket, price: Float64Array, asked: RuledOut): (splits: number) => Proven {
  const { groupCount, mayGoOn } = asked;
  const { excess, lower, best } = splitter(market, asked);
  const root: Case = { left: market, fixed: 0n, bound: boundAt(market, price) };
  const nodes: Node[] = [excess(root) === 0n ? root : lower(root)];
  /** The case that leaves most. */
  const worst = (): { readonly at: number; readonly around: Case } => {
    let [at, around] = [0, root];
    let most: bigint | null = null;
    for (const [x, node] of nodes.entries()) {
      if ("pair" in node || (most !== null && mostOf(node) <= most)) continue;
      [at, around, most] = [x, node, mostOf(node)];
    }
    return { at, around };
  };
  const proofOf = (node = nodes[0]): ProofCase => {
    if (node === undefined || !("pair" in node)) return pricesOf(market, node ?? root, groupCount);
    const { pair, without: left, taking: taken } = node;
    return {
      kind: "split",
      pair: market.origin[pair] ?? 0,
      without: proofOf(nodes[left]),
      taking: proofOf(nodes[taken]),
    };
  };
  /** Nothing that was tried helps the case that leaves most, nor would it another time. */
  let isStuck = false;
  return (splits) => {
    let { at, around } = worst();
    for (let left = splits; left > 0 && excess(around) > 0n && !isStuck && mayGoOn(); left--) {
      const split = best(around);
      if (split === null) {
        isStuck = mayGoOn();
        break;
      }
      const { pair } = split;
      nodes[at] = { pair, without: nodes.push(split.without) - 1, taking: nodes.push(split.taking) - 1 };
      ({ at, around } = worst());
    }
    return { bound: mostOf(around), proof: proofOf() };
  };
}
