import { isFeasible, objectiveOf } from "../../problem/answer.ts";
import { addTo, exact, mark, whole } from "../../problem/cells.ts";
import { type Component, partOf } from "../../problem/components.ts";
import { type Problem, requestOfPairs } from "../../problem/problem.ts";
import { kept, open, out, residualOf } from "../../problem/residual.ts";
import { mixtureOf } from "../mixture/mixture.ts";
import { rowsOf } from "./dayAnswer.ts";
import { dayMarketOf, toMarket } from "./dayMarket.ts";
import { pickedFavouring } from "./dayUndecided.ts";

/** An answer of which more is sought, and prices of the first tier alone, in which a unit of it is so fine. */
interface Seeking {
  readonly unit: number;
  readonly price: Float64Array;
  readonly fineness: number;
  readonly taken: Uint8Array;
  readonly mayGoOn: () => boolean;
}

/** By which share of a unit pairs of the answer are favoured, one after another: the less, the more is left undecided, which takes longer. */
const favours = [3 / 512, 1 / 256, 3 / 1024] as const;
/** The way on which prices settle: the first step moves them by such a share of a unit. */
const [steps, length, halvings, slack] = [300, 1 / 16, 6, 1] as const;
/** Pairs picked in such a share of the steps are taken as they are. */
const steady = 0.8;
/** Mixtures looked at in each search, and the cells and pairs that each may look at. */
const [mixtures, mostWork] = [60, 30_000_000] as const;
/** A mixture begins with prices so far below those known, as a share of a unit: near enough to end soon. */
const below = 1 / 20;
/** Pairs shared out so far settle at once, and those that get less than that are not; of those between, such a share in each step. */
const [wholly, hardly, haste] = [0.985, 0.02, 1 / 20] as const;
/** A better answer has a unit more and loses less than this of what is below. */
const lostBelow = 1 / 2;

/** What is open once some pairs are decided, without requests for which nothing is left; pairs as the problem names them. */
function openPart(problem: Problem, fate: Uint8Array): Component {
  const { problem: left, pairs } = residualOf(problem, fate);
  const requests = Int32Array.from({ length: left.requestCount }, (_, i) => i).filter(
    (i) => whole(left.start, i) < whole(left.start, i + 1) && whole(left.wanted, i) > 0,
  );
  const part = partOf(left, requests);
  return { ...part, pairs: part.pairs.map((x) => whole(pairs, x)) };
}

/** The share of each open pair in the best mixture, worths counted in units; lets prices follow. Null where it takes too long. */
function sharesOf(
  { problem, requests }: Component,
  { unit, price, mayGoOn }: Pick<Seeking, "unit" | "price" | "mayGoOn">,
): Float64Array | null {
  const mixture = mixtureOf(problem, new Uint8Array(problem.weight.length));
  const owner = requestOfPairs(problem);
  const less = Float64Array.from(requests, (i) => Math.max(0, exact(price, i) - below));
  const isLeft = (): boolean => mixture.work() < mostWork && mayGoOn();
  const isSettled = (times: number): boolean =>
    mixture.settle(
      {
        worthOf: (x) => exact(problem.weight, x) / unit - times * exact(less, whole(owner, x)),
        slotScale: 1 / unit,
      },
      isLeft,
    );
  if (!isSettled(1) || !isSettled(0)) return null;
  mixture.prices().requestPrice.forEach((each, z) => (price[whole(requests, z)] = each));
  return mixture.shares();
}

/** Decisions one after another: each batch was taken together, and is given up without the pair that it began with. */
function decisionsOn(fate: Uint8Array) {
  const batches: { readonly first: number; readonly pairs: number[] }[] = [{ first: -1, pairs: [] }];
  return {
    take: (first: number, pairs: number[]): void => {
      for (const e of pairs) fate[e] = kept;
      batches.push({ first, pairs });
    },
    /** Leaves the pair out that the last batch began with; false where there is none. */
    giveUp: (): boolean => {
      const last = batches.pop();
      for (const e of last?.pairs ?? []) fate[e] = open;
      const before = batches.at(-1);
      if (last === undefined || before === undefined) return false;
      fate[last.first] = out;
      before.pairs.push(last.first);
      return true;
    },
  };
}

/** Looks for an answer with more units while some pairs are settled, by cases of the rest; null where none is found. */
function searched(
  problem: Problem,
  { unit, price, taken, mayGoOn }: Seeking,
  fate: Uint8Array,
): Uint8Array | null {
  const worth = (share: (e: number) => number): number =>
    problem.weight.reduce((sum, each, e) => sum + (share(e) * each) / unit, 0);
  const least = worth((e) => mark(taken, e)) + lostBelow;
  const decisions = decisionsOn(fate);
  for (let mixture = 0; mixture < mixtures && mayGoOn(); mixture++) {
    const part = openPart(problem, fate);
    const shares = sharesOf(part, { unit, price, mayGoOn });
    if (shares === null) return null;
    const all = Float64Array.from(fate, (each) => (each === kept ? 1 : 0));
    part.pairs.forEach((e, x) => (all[e] = exact(shares, x)));
    if (worth((e) => exact(all, e)) < least) {
      if (!decisions.giveUp()) return null;
      continue;
    }
    const order = part.pairs
      .filter((e) => exact(all, e) > hardly)
      .sort((a, b) => exact(all, b) - exact(all, a) || a - b);
    const divided = order.filter((e) => exact(all, e) < wholly);
    const more = divided.subarray(0, Math.ceil(haste * divided.length));
    const batch = [...order.subarray(0, order.length - divided.length), ...more];
    decisions.take(divided[0] ?? order[0] ?? 0, batch);
    if (divided.length > 0) continue;
    const found = Uint8Array.from(fate, (each) => (each === kept ? 1 : 0));
    return isFeasible(problem, found) && objectiveOf(problem, found) > objectiveOf(problem, taken)
      ? found
      : null;
  }
  return null;
}

/** Settles the pairs that are steadily picked while those of the answer are favoured, the steadiest first; tells the prices then. */
function settledFavouring(problem: Problem, seeking: Seeking, favour: number) {
  const { unit, price, fineness, taken, mayGoOn } = seeking;
  const inUnits = (worth: number): number => Math.round((worth / unit) * fineness);
  const market = dayMarketOf({
    ...problem,
    weight: problem.weight.map(inUnits),
    slotCost: problem.slotCost.map(inUnits),
  });
  const picked = pickedFavouring(market, {
    price,
    taken: toMarket(market, taken),
    more: Math.ceil(favour * fineness),
    way: { steps, length: length * fineness, halvings, slack: slack * fineness },
    mayGoOn,
  });
  const { person } = rowsOf(market);
  const [wanted, days, slots] = [market.wanted.slice(), market.days.slice(), market.slots.slice()];
  const fate = new Uint8Array(problem.weight.length);
  const often = (x: number): number => whole(picked.often, x);
  for (const x of Int32Array.from(picked.often.keys()).sort((a, b) => often(b) - often(a) || a - b)) {
    if (often(x) === 0 || often(x) < steady * picked.counted) break;
    const [i, j, need] = [whole(market.request, x), whole(person, x), whole(market.need, x)];
    if (whole(wanted, i) < 1 || whole(slots, j) < 1 || whole(days, j) < need) continue;
    addTo(wanted, i, -1);
    addTo(slots, j, -1);
    addTo(days, j, -need);
    fate[whole(market.origin, x)] = kept;
  }
  return { fate, price: picked.price.map((each) => each / fineness) };
}

/**
 * Looks for an answer that has more of the first tier than one that is known, until it has as many units as there can be or
 * each way was tried in vain. Of all that prices leave open nearly everything may stay as it is in the answer, which favouring
 * its pairs a little shows; what is left holds all that is to be gained, and is small enough for best mixtures.
 */
export function withMore(
  problem: Problem,
  seeking: Seeking,
  most: bigint,
): { readonly taken: Uint8Array; readonly isMost: boolean } {
  const isMost = (taken: Uint8Array): boolean =>
    most <=
    problem.weight.reduce((sum, each, e) => sum + mark(taken, e) * Math.round(each / seeking.unit), 0);
  let { taken } = seeking;
  for (let [at, vain] = [0, 0]; vain < favours.length && !isMost(taken) && seeking.mayGoOn(); at++) {
    const known = { ...seeking, taken };
    const { fate, price } = settledFavouring(problem, known, favours[at % favours.length] ?? 0);
    const found = searched(problem, { ...known, price }, fate);
    vain = found === null ? vain + 1 : 0;
    taken = found ?? taken;
  }
  return { taken, isMost: isMost(taken) };
}
