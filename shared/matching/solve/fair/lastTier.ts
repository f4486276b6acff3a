import type { FairTiers } from "../../certificate/fairness.ts";
import type { TierPrices } from "../../certificate/fairProof.ts";
import { exact, whole } from "../../problem/cells.ts";
import { loadsOf } from "../../problem/answer.ts";
import { flowSolver } from "../flow.ts";
import { networkOf } from "../network.ts";
import type { Face } from "./face.ts";

type LastTier = NonNullable<FairTiers["last"]>;

/** More than any two answers can differ by in a tier, or null where weights with it would not be exact. */
function unitAbove({ weight, slotCost }: LastTier, places: number): number | null {
  const rangeOf = (cells: Float64Array): number =>
    cells.reduce((most, value) => Math.max(most, value), 0) -
    cells.reduce((least, value) => Math.min(least, value), 0);
  const unit = 1 + places * (rangeOf(weight) + rangeOf(slotCost));
  // Weights and prices are up to three units, and a search adds a few of them.
  return unit <= 2 ** 47 ? unit : null;
}

/** The best answer of a face in one more tier, with its prices; null where its weights would not be exact. */
export function bestOnFace(face: Face, last: LastTier): { taken: Uint8Array; prices: TierPrices } | null {
  const { problem, firstGroup, firstPerson, open, taken, count, least, most, tail, owner } = face;
  const unit = unitAbove(
    last,
    problem.wanted.reduce((sum, wanted) => sum + wanted, 0),
  );
  if (unit === null) return null;
  // What must stay in use earns a unit, so that no answer off the face is as good.
  const isHeld = (node: number): boolean => least[node] === most[node] && whole(count, node) > 0;
  const unitOf = (node: number): number => (isHeld(node) ? unit : 0);
  const weight = last.weight.map((worth, e) => {
    const [i, t] = [whole(owner, e), whole(tail, e)];
    return worth + unitOf(i) + (t === i ? 0 : unitOf(t));
  });
  const slotCost = last.slotCost.slice();
  for (let j = 0; j < problem.practitionerCount; j++) {
    const first = whole(problem.slotStart, j);
    const [must, may] = [whole(least, firstPerson + j), whole(most, firstPerson + j)];
    for (let s = first; s < whole(problem.slotStart, j + 1); s++)
      slotCost[s] = exact(slotCost, s) + (s < first + must ? -unit : s < first + may ? 0 : unit);
  }
  const isShut = (e: number): boolean => [whole(owner, e), whole(tail, e)].some((node) => most[node] === 0);
  const fixing = Int8Array.from(open, (mark, e) =>
    taken[e] === 1 && mark === 0 ? 1 : mark === 0 || isShut(e) ? -1 : 0,
  );
  // Pairs that are open fit by themselves, and more is not asked of days here.
  const need = new Int32Array(problem.need.length);
  const found = flowSolver(networkOf({ ...problem, weight, slotCost, need }))(fixing);
  const { requestPrice, groupPrice, slotPrice } = found;
  // Nobody would pay the price of what has to stay empty; what has to stay full paid a unit too much.
  const priceOf = (node: number, price: number): number =>
    most[node] === 0 ? 3 * unit : price - unitOf(node);
  // People whom earlier tiers gave are not in the flow; their slots have to be worth their cost all the same.
  const load = loadsOf(problem, found.taken);
  for (let j = 0; j < problem.practitionerCount; j++) {
    const used = whole(load, j);
    if (used > whole(least, firstPerson + j))
      slotPrice[j] = Math.max(exact(slotPrice, j), exact(slotCost, whole(problem.slotStart, j) + used - 1));
  }
  return {
    taken: found.taken,
    prices: {
      requestPrice: requestPrice.map((price, i) => priceOf(i, price)),
      groupPrice: groupPrice.map((price, g) => priceOf(firstGroup + g, price)),
      slotPrice,
    },
  };
}
