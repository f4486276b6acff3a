import type { ProofCase } from "../../certificate/proof.ts";
import { exact, whole } from "../../problem/cells.ts";
import { kept, open, out } from "../../problem/residual.ts";
import { type DayRows, rowsOf } from "../days/dayAnswer.ts";
import { ruledOutByCases, taking, without } from "../days/dayCases.ts";
import type { DayMarket } from "../days/dayMarket.ts";
import { boundAt, type DayBound, lowered } from "../days/dayPrices.ts";
import { settledPrices } from "../sized/settlePrices.ts";

/** Cases of a proof as they are kept from one question to the next, with the prices that each had last; pairs are the market's. */
export type KeptCase =
  | { readonly kind: "prices"; readonly price: Float64Array }
  | {
      readonly kind: "split";
      readonly pair: number;
      readonly taking: KeptCase;
      readonly without: KeptCase;
    };

/** What no answer may be worth, what a unit of it is, and which pairs the known answer takes. */
export interface Limited {
  readonly limit: bigint;
  readonly unit: number;
  readonly taken: Uint8Array;
  /** More cases that may be tried where those that are kept do not suffice. */
  readonly cases: number;
  /** Share of the work allowed that is used up. */
  readonly spent: () => number;
}

/** Steps that bring a case down to its limit, and those from farther off: the first moves prices by such a share of a unit, halved so often. */
const [settlingSteps, loweringSteps, farthest, halvings] = [120, 200, 1 / 8, 8] as const;

/** Brings the bound of one case down until it is below a limit, or as far as steps go. */
function broughtDown(
  market: DayMarket,
  rows: DayRows,
  { price, limit, unit, spent }: Pick<Limited, "limit" | "unit" | "spent"> & { price: Float64Array },
): DayBound {
  let bound = boundAt(market, price);
  const enough = limit - 1n;
  const settle = (): void => {
    const objective = limit - BigInt(Math.ceil(unit / 8));
    const mayGoOn = (): boolean => spent() < 1;
    if (bound.value > enough)
      bound = settledPrices(market, rows, { from: bound, objective, steps: settlingSteps, mayGoOn });
  };
  settle();
  if (bound.value > enough) {
    const way = { steps: loweringSteps, length: farthest * unit, halvings, slack: unit };
    bound = lowered(market, bound, { ...way, enough, spent: () => (spent() < 1 ? 0 : 1) });
    settle();
  }
  return bound;
}

/** Proves over one market after another of the same pairs, none worth more than at first, that nothing reaches a limit, with cases that are kept. */
export function keptCasesOver(base: DayMarket, groupCount: number) {
  const rows = rowsOf(base);
  const placeOf = new Map<number, number>();
  base.origin.forEach((e, x) => placeOf.set(e, x));
  const groupPrice = new Float64Array(groupCount);
  const dearest = (market: DayMarket): number => market.worth.reduce((most, each) => Math.max(most, each), 0);

  const keptFrom = (proof: ProofCase): KeptCase => {
    if (proof.kind === "split") {
      const pair = placeOf.get(proof.pair) ?? -1;
      return { kind: "split", pair, taking: keptFrom(proof.taking), without: keptFrom(proof.without) };
    }
    if (proof.kind === "ceiling") throw new RangeError("Cases of one tier have no ceiling");
    return { kind: "prices", price: proof.requestPrice };
  };

  /** The cases with which a market is ruled out to be worth the limit; null where that is not proven. */
  const prove = (market: DayMarket, from: KeptCase, asked: Limited): KeptCase | null => {
    if (from.kind === "split") {
      const { pair } = from;
      const least = prove(without(market, pair), from.without, asked);
      const worth = exact(market.worth, pair);
      if (least === null || worth === -Infinity) return least;
      const person = whole(rows.person, pair);
      const net = worth - exact(market.slotCost, whole(market.firstSlot, person));
      const limit = asked.limit - BigInt(net);
      const most = prove(taking(market, pair, person), from.taking, { ...asked, limit });
      return most === null ? null : { kind: "split", pair, taking: most, without: least };
    }
    // Where all places are taken, nobody else would pay for one.
    const never = dearest(base);
    const price = from.price.map((each, i) =>
      market.wanted[i] === 0 && whole(base.wanted, i) > 0 ? Math.max(never, each) : each,
    );
    const bound = broughtDown(market, rows, { ...asked, price });
    if (bound.value < asked.limit) return { kind: "prices", price: bound.price };
    if (asked.cases < 2) return null;
    const proof = ruledOutByCases(market, bound.price, { ...asked, groupCount });
    return proof === null ? null : keptFrom(proof);
  };

  /** The cases as a proof of what is left once some pairs are kept and some are out; `placeOfOpen` numbers those that are open. */
  const proofOf = (from: KeptCase, fate: Uint8Array, placeOfOpen: Int32Array): ProofCase => {
    if (from.kind === "prices") return { kind: "prices", requestPrice: from.price, groupPrice };
    const e = whole(base.origin, from.pair);
    if (fate[e] === kept) return proofOf(from.taking, fate, placeOfOpen);
    if (fate[e] === out) return proofOf(from.without, fate, placeOfOpen);
    return {
      kind: "split",
      pair: whole(placeOfOpen, e),
      taking: proofOf(from.taking, fate, placeOfOpen),
      without: proofOf(from.without, fate, placeOfOpen),
    };
  };
  return { prove, proofOf };
}

/** Where each open pair stands among those that are. */
export function placesOfOpen(fate: Uint8Array): Int32Array {
  let next = 0;
  return Int32Array.from(fate, (each) => (each === open ? next++ : -1));
}
