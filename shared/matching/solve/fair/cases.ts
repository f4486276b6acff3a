import type { ProofCase } from "../../certificate/proof.ts";
import { exact, gatheredExact, whole } from "../../problem/cells.ts";
import { boundFinder } from "../bound.ts";
import type { Mixture, MixturePrices } from "../mixture/terms.ts";
import { inWhole, type Piece, type Question } from "./question.ts";

/** What a search by cases came to: a proof that no answer is worth what is asked for, one that seems to be, or neither. */
export type Searched =
  | { readonly kind: "proven"; readonly proof: ProofCase; readonly question: Question }
  | { readonly kind: "found"; readonly taken: Uint8Array }
  | { readonly kind: "open" };

/** A question about a piece of a part, and the mixture of the whole part. */
export interface Inquiry {
  readonly mixture: Mixture;
  readonly piece: Piece;
  /** What the first tier and each pair of the part count where no case decides, in units. */
  readonly tierUnits: number;
  readonly worthOf: (pair: number) => number;
  /** More units than any answer can lose by one pair. */
  readonly most: number;
  /** The question that prices of limits make of it; null where its numbers would not be exact. */
  readonly questionAt: (prices: MixturePrices) => Question | null;
  readonly cases: number;
  /** Whether there is work left. */
  readonly mayGoOn: () => boolean;
}

/** Shares nearer to none or all than this are rounded. */
const whollySo = 1e-3;

/** The pair that is taken by the greatest share but not wholly, or -1 where each is taken or not. */
function pairToSplit(share: Float64Array): number {
  let [pair, greatest] = [-1, whollySo];
  for (let e = 0; e < share.length; e++) {
    const own = exact(share, e);
    if (own > greatest && own < 1 - whollySo) [pair, greatest] = [e, own];
  }
  return pair;
}

type Explored =
  Exclude<Searched, { kind: "proven" }> | { readonly kind: "proven"; readonly proof: ProofCase };

/**
 * Searches a question by cases: the prices of the best mixture bound each, and where they leave room, a pair that is divided is
 * taken, then left out. The first answer without a division is handed back: it is worth what is asked for, but for rounding.
 */
export function byCases(inquiry: Inquiry): Searched {
  const { mixture, piece, tierUnits, worthOf, most, questionAt, mayGoOn } = inquiry;
  const { requests, groups, pairs } = piece;
  const fixing = new Int8Array(pairs.length);
  const fixedOf = new Map<number, number>();
  let left = inquiry.cases;

  const isBest = (): boolean =>
    left-- > 0 &&
    mixture.settle(
      { worthOf: (pair) => worthOf(pair) + most * (fixedOf.get(pair) ?? 0), slotScale: tierUnits },
      mayGoOn,
    );
  if (!isBest()) return { kind: "open" };
  const question = questionAt(mixture.prices());
  if (question === null) return { kind: "open" };
  const boundOf = boundFinder(question.problem);

  /** Looks at the case for which the mixture is the best. */
  const explore = (): Explored => {
    const all = mixture.prices();
    const [requestPrice, groupPrice] = [
      gatheredExact(all.requestPrice, requests).map(inWhole),
      gatheredExact(all.groupPrice, groups).map(inWhole),
    ];
    if (boundOf({ requestPrice, groupPrice }, fixing).value < question.target)
      return { kind: "proven", proof: { kind: "prices", requestPrice, groupPrice } };
    const share = gatheredExact(mixture.shares(), pairs);
    const pair = pairToSplit(share);
    if (pair < 0) return { kind: "found", taken: Uint8Array.from(share, (own) => (own > 1 / 2 ? 1 : 0)) };
    const exploreWith = (by: 1 | -1): Explored => {
      fixing[pair] = by;
      fixedOf.set(whole(pairs, pair), by);
      const found: Explored = isBest() ? explore() : { kind: "open" };
      fixing[pair] = 0;
      fixedOf.delete(whole(pairs, pair));
      return found;
    };
    const taking = exploreWith(1);
    if (taking.kind !== "proven") return taking;
    const without = exploreWith(-1);
    if (without.kind !== "proven") return without;
    return { kind: "proven", proof: { kind: "split", pair, taking: taking.proof, without: without.proof } };
  };
  const found = explore();
  return found.kind === "proven" ? { ...found, question } : found;
}
