import { mark, whole } from "../../problem/cells.ts";
import type { Problem } from "../../problem/problem.ts";
import { mixtureOf } from "../mixture/mixture.ts";
import type { Limit, Mixture } from "../mixture/terms.ts";
import { residualOf } from "../../problem/residual.ts";

/** A mixture of the pairs of a part that were open when it was begun, and how many these were. */
export interface OpenMixture extends Mixture {
  readonly pairCount: number;
}

/** Begins a mixture of open pairs with the answer at hand, which keeps some limits; it speaks of pairs as the part does. */
export function openMixture(
  problem: Problem,
  { fate, taken }: { readonly fate: Uint8Array; readonly taken: Uint8Array },
  limits: readonly Limit[],
): OpenMixture {
  const { problem: residual, pairs } = residualOf(problem, fate);
  const placeOf = new Int32Array(fate.length).fill(-1);
  pairs.forEach((e, x) => (placeOf[e] = x));
  const among = ({ pairs: all, most }: Limit): Limit => ({ pairs: all.map((e) => whole(placeOf, e)), most });
  const begin = Uint8Array.from(pairs, (e) => mark(taken, e));
  const own = mixtureOf(residual, begin, limits.map(among));
  return {
    ...own,
    pairCount: pairs.length,
    settle: ({ worthOf, slotScale }, mayGoOn) =>
      own.settle({ worthOf: (x) => worthOf(whole(pairs, x)), slotScale }, mayGoOn),
    limit: (limit) => own.limit(among(limit)),
    shares: () => {
      const [share, each] = [new Float64Array(fate.length), own.shares()];
      pairs.forEach((e, x) => (share[e] = each[x] ?? 0));
      return share;
    },
  };
}
