import { exact, whole } from "../problem/cells.ts";
import type { Earnings } from "./earnings.ts";
import type { Reroutes } from "./reroute.ts";
import type { Solved } from "./standing.ts";
import { together, type Trade } from "./trade.ts";

/** What is known of the run that ways are looked for in. */
export interface Around extends Reroutes {
  readonly earnings: Earnings;
}

/** A trade that comes to mind, and what it is estimated to cost at the prices that prove the run. */
interface Way {
  readonly estimate: number;
  readonly trade: () => Trade;
}

/** A pair to be proposed in the place of another, and what its person could give up for it. */
interface Asked {
  readonly pair: number;
  readonly leaving: number;
  readonly givens: readonly (readonly number[])[];
}

const nothing: Trade = { lost: [], won: [] };

/** Ways to give up some work: others are found for it by chains, or nobody. */
function givingUp(solved: Solved, { earnings, filling }: Around, given: readonly number[]): readonly Way[] {
  const { profitOf, requestPrice } = earnings;
  const requestOf = (e: number): number => whole(solved.requestOfPair, e);
  let [byChains, open] = [0, 0];
  for (const g of given) {
    byChains += profitOf(g) + filling.costOf(requestOf(g));
    open += profitOf(g) + exact(requestPrice, requestOf(g));
  }
  const lost = { lost: given, won: [] };
  const chains = (): readonly Trade[] => given.map((g) => filling.tradeOf(requestOf(g)));
  return [
    { estimate: byChains, trade: () => together([lost, ...chains()]) },
    { estimate: open, trade: () => lost },
  ];
}

/** Ways to make room for a pair, and to have the place given up for it, each on its own. */
function waysApart(solved: Solved, around: Around, { pair, leaving, givens }: Asked): readonly Way[] {
  const { earnings, clearing } = around;
  const { profitOf, nextCost, lastCost } = earnings;
  const personOf = (e: number): number => whole(solved.encoded.problem.practitioner, e);
  const i = whole(solved.requestOfPair, pair);
  const free: Way = { estimate: nextCost(personOf(pair)), trade: () => nothing };
  const rooms = givens.flatMap((given) => (given.length === 0 ? [free] : givingUp(solved, around, given)));
  const clearings: readonly Way[] = [
    { estimate: clearing.costOf(i), trade: () => clearing.tradeOf(i) },
    {
      estimate: profitOf(leaving) - lastCost(personOf(leaving)),
      trade: () => ({ lost: [leaving], won: [] }),
    },
  ];
  return rooms.flatMap((room) =>
    clearings.map((clear) => ({
      estimate: room.estimate + clear.estimate,
      trade: () => together([{ lost: [], won: [pair] }, room.trade(), clear.trade()]),
    })),
  );
}

/** Ways by which whoever gives the place up comes, by some moves, to take the work given up for it. */
function waysRound(
  solved: Solved,
  { earnings, filling }: Around,
  { pair, givens, under }: Pick<Asked, "pair" | "givens"> & { readonly under: number },
): readonly Way[] {
  const { profitOf } = earnings;
  const requestOf = (e: number): number => whole(solved.requestOfPair, e);
  return givens.flatMap(([g, ...others]) => {
    if (g === undefined || others.length > 0) return [];
    const chain = filling.chainTo(requestOf(g), requestOf(pair), under - profitOf(g));
    if (chain === null) return [];
    const trade = (): Trade => together([{ lost: [g], won: [pair] }, chain.trade]);
    return [{ estimate: profitOf(g) + chain.cost, trade }];
  });
}

/** All ways that come to mind, those estimated to cost least first. */
export function waysOf(solved: Solved, around: Around, asked: Asked): readonly Way[] {
  const apart = waysApart(solved, around, asked);
  const under = Math.min(...apart.map(({ estimate }) => estimate));
  const round = waysRound(solved, around, { ...asked, under });
  return [...apart, ...round].toSorted((a, b) => a.estimate - b.estimate);
}
