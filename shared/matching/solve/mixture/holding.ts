import { exact, mark, whole } from "../../problem/cells.ts";
import type { Basis, Entrant } from "./basis.ts";
import type { Choice, Rows } from "./rows.ts";
import type { Limit } from "./terms.ts";

/** What a mixture holds, at which prices, and what its pairs are worth. Rows of limits stand behind all others. */
export interface Holding {
  readonly rows: Rows;
  readonly basis: Basis;
  /** What stands in each row; null where that is its unused room. */
  readonly held: (Choice | null)[];
  price: Float64Array;
  /** The price that a pair pays where it stands in the market: of its request, or of its group and its request. */
  readonly nodePrice: Float64Array;
  /** What each pair is worth before its limit is paid, its limit's row or -1, and the pairs that have one. */
  readonly fullWorth: Float64Array;
  readonly limitRow: Int32Array;
  readonly limited: number[];
}

/** The price of a row, as it was told last. */
export const priceOf = ({ price }: Holding, row: number): number => price[row] ?? 0;

/** Has the pairs of a limit pay it in a row. */
export function pay({ rows, limitRow, limited }: Holding, { pairs }: Limit, row: number): void {
  const among = new Set(pairs);
  rows.market.origin.forEach((e, x) => {
    if (!among.has(e)) return;
    limitRow[x] = row;
    limited.push(x);
  });
}

/** What a choice earns, slots paid for. */
export const earnedBy = ({ rows, fullWorth }: Holding, { person, pairs }: Choice): number => {
  const { slotCost, firstSlot } = rows.market;
  return pairs.reduce(
    (sum, x, slot) => sum + exact(fullWorth, x) - exact(slotCost, whole(firstSlot, person) + slot),
    0,
  );
};

/** A choice as the basis sees it. */
export function entrantOf(holding: Holding, choice: Choice): Entrant {
  const { rows, limitRow } = holding;
  const limits = choice.pairs.flatMap((x) => (whole(limitRow, x) < 0 ? [] : [whole(limitRow, x)]));
  return { uses: [...rows.usesOf(choice), ...limits], earns: earnedBy(holding, choice) };
}

/** Puts an answer in, which keeps all limits. */
export function hold(holding: Holding, answer: Uint8Array): void {
  const { rows, basis, held } = holding;
  const { start, origin } = rows.market;
  for (const person of rows.people) {
    const first = whole(start, person);
    const pairs = Array.from({ length: whole(start, person + 1) - first }, (_, at) => first + at).filter(
      (x) => mark(answer, whole(origin, x)) === 1,
    );
    if (pairs.length === 0) continue;
    const choice = { person, pairs };
    basis.put(entrantOf(holding, choice), whole(rows.rowOf, person));
    held[whole(rows.rowOf, person)] = choice;
  }
}

/** Reads the prices of what is held, and what pairs are worth once their limits are paid. */
export function tellPrices(holding: Holding): void {
  const { rows, nodePrice, fullWorth, limitRow, limited } = holding;
  const { groups, groupOwner, market } = rows;
  holding.price = holding.basis.prices();
  for (let i = 0; i < groups; i++) nodePrice[i] = priceOf(holding, i);
  for (let g = 0; g < groupOwner.length; g++)
    nodePrice[groups + g] = priceOf(holding, groups + g) + priceOf(holding, whole(groupOwner, g));
  for (const x of limited) market.worth[x] = exact(fullWorth, x) - priceOf(holding, whole(limitRow, x));
}
