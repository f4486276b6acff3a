import { addTo } from "../../problem/cells.ts";
import type { Case } from "./dayCase.ts";
import { descentFrom } from "./dayDescent.ts";
import { type DayMarket, peopleOf } from "./dayMarket.ts";
import { partOf } from "./dayParts.ts";
import { halved, type WayDown } from "./dayPrices.ts";

/** Pairs of the answer are worth such a share of a unit more while it is asked what is undecided. */
const favour = 1 / 64;
/** The first of the steps, before prices have come to rest, do not count. */
const restless = 0.3;
/** A pair is undecided when it is picked in such a share of the steps, or more, and in no more than the rest of them. */
const leastUndecided = 0.2;

/** How prices settle, and what is known of an answer. */
interface Favouring {
  readonly price: Float64Array;
  /** 1 for each pair of the market that the answer has, each of which is worth so much more. */
  readonly taken: Uint8Array;
  readonly more: number;
  /** The way on which prices settle. */
  readonly way: Pick<WayDown, "steps" | "length" | "halvings" | "slack">;
  readonly mayGoOn: () => boolean;
}

interface Picked {
  /** In how many of the steps that counted each pair was picked. */
  readonly often: Int32Array;
  readonly counted: number;
}

/** Counts what is picked while prices settle and the pairs of an answer are favoured. */
export function pickedFavouring(market: DayMarket, favouring: Favouring): Picked {
  const { price, taken, more, way, mayGoOn } = favouring;
  const { steps, length, halvings, slack } = way;
  const favoured = { ...market, worth: market.worth.map((worth, x) => worth + (taken[x] === 1 ? more : 0)) };
  const wanting = { people: peopleOf(market), wanted: market.wanted, price, slack, lead: slack };
  const part = partOf(favoured, wanting);
  const descent = descentFrom(
    part,
    Float64Array.from(part.requests, (i) => price[i] ?? 0),
  );
  const often = new Int32Array(market.request.length);
  const { picks } = descent;
  let counted = 0;
  for (let step = 0; step < steps && mayGoOn() && !descent.look(); step++) {
    if (step >= restless * steps) {
      counted++;
      for (let q = 0; q < picks.count; q++) addTo(often, part.origin[picks.pairs[q] ?? 0] ?? 0, 1);
    }
    descent.step(halved(length, (halvings * step) / steps));
  }
  return { often, counted };
}

interface Asking extends Pick<Favouring, "taken" | "way" | "mayGoOn"> {
  readonly unit: number;
}

/**
 * Pairs that prices alone leave undecided, the least decided first: those that are picked in about half of the steps while
 * pairs of the known answer are favoured. What could as well be as it is in the answer is so then, and what is left
 * undecided is where the answer and the prices cannot both be right.
 */
export function undecided({ left, bound: { price } }: Case, { unit, ...asking }: Asking): Int32Array {
  const { often, counted } = pickedFavouring(left, { ...asking, price, more: Math.ceil(favour * unit) });
  if (counted === 0) return new Int32Array(0);
  const far = (x: number): number => Math.abs(2 * (often[x] ?? 0) - counted);
  return Int32Array.from(often.keys())
    .filter((x) => far(x) <= (1 - 2 * leastUndecided) * counted)
    .sort((a, b) => far(a) - far(b) || a - b);
}
