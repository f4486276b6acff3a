import type { FairTiers } from "../../certificate/fairness.ts";
import type { TierPrices } from "../../certificate/fairProof.ts";
import { exact, whole } from "../../problem/cells.ts";
import { loadsOf } from "../../problem/answer.ts";
import type { Problem } from "../../problem/problem.ts";
import { type Fixing, flowSolver } from "../flow.ts";
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

/** What a node of a face adds to what its pairs earn: a unit where it must stay in use. */
const unitAt =
  ({ least, most, count }: Face, unit: number) =>
  (node: number): number =>
    least[node] === most[node] && whole(count, node) > 0 ? unit : 0;

/** The last tier as a problem in which what must stay in use earns a unit, so that no answer off the face is as good. */
function problemOn(face: Face, last: LastTier, unit: number): Problem {
  const { problem, firstPerson, least, most, tail, owner } = face;
  const unitOf = unitAt(face, unit);
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
  // Pairs that are open fit by themselves, and more is not asked of days here.
  return { ...problem, weight, slotCost, need: new Int32Array(problem.need.length) };
}

/** Which pairs of a face are taken, left out, or open. */
function fixingOn({ open, taken, most, tail, owner }: Face): Fixing {
  const isShut = (e: number): boolean => [whole(owner, e), whole(tail, e)].some((node) => most[node] === 0);
  return Int8Array.from(open, (mark, e) =>
    taken[e] === 1 && mark === 0 ? 1 : mark === 0 || isShut(e) ? -1 : 0,
  );
}

/** The best answer of a face in one more tier, with its prices; null where its weights would not be exact. */
export function bestOnFace(face: Face, last: LastTier): { taken: Uint8Array; prices: TierPrices } | null {
  const { problem, firstGroup, firstPerson, least, most } = face;
  const unit = unitAbove(
    last,
    problem.wanted.reduce((sum, wanted) => sum + wanted, 0),
  );
  if (unit === null) return null;
  const asked = problemOn(face, last, unit);
  const { taken, requestPrice, groupPrice, slotPrice } = flowSolver(networkOf(asked))(fixingOn(face));
  // Nobody would pay the price of what has to stay empty; what has to stay full paid a unit too much.
  const unitOf = unitAt(face, unit);
  const priceOf = (node: number, price: number): number =>
    most[node] === 0 ? 3 * unit : price - unitOf(node);
  // People whom earlier tiers gave are not in the flow; their slots have to be worth their cost all the same.
  const load = loadsOf(problem, taken);
  for (let j = 0; j < problem.practitionerCount; j++) {
    const used = whole(load, j);
    if (used <= whole(least, firstPerson + j)) continue;
    const dearest = exact(asked.slotCost, whole(problem.slotStart, j) + used - 1);
    slotPrice[j] = Math.max(exact(slotPrice, j), dearest);
  }
  return {
    taken,
    prices: {
      requestPrice: requestPrice.map((price, i) => priceOf(i, price)),
      groupPrice: groupPrice.map((price, g) => priceOf(firstGroup + g, price)),
      slotPrice,
    },
  };
}
