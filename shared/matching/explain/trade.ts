import { exact, whole } from "../problem/cells.ts";
import type { Solved } from "./standing.ts";

/** Proposals that would be given up, and pairs that would be proposed instead; no pair twice. */
export interface Trade {
  readonly lost: readonly number[];
  readonly won: readonly number[];
}

/** Trades made one after another as one; what is given up in one and taken in another is the same pair never. */
export function together(trades: readonly Trade[]): Trade {
  const [lost, won]: [number[], number[]] = [[], []];
  for (const trade of trades) {
    lost.push(...trade.lost);
    won.push(...trade.won);
  }
  return { lost, won };
}

/** What a trade would cost the run: in the units of the problem, and tier by tier. */
export interface Cost {
  readonly whole: number;
  /** Places by which people would fall short of their least loads. */
  readonly owed: number;
  readonly priorityWeighted: number;
  /** Basis points of fit, with bonuses, less rotation. */
  readonly fit: number;
}

/** Tells of trades on the proposals of a run whether they can be made, and what they cost. */
export interface Trader {
  readonly isPossible: (trade: Trade) => boolean;
  readonly costOf: (trade: Trade) => Cost;
}

/** Something that rows have a limited amount of, and how much each pair takes from its row. */
interface Limit {
  readonly rowOf: Int32Array;
  readonly amount: Int32Array | null;
  readonly free: Int32Array;
}

/** How much more of its row's room a pair and those beside it in a trade would take. */
function moreOf(
  { lost, won }: Trade,
  { rowOf, amount }: Pick<Limit, "rowOf" | "amount">,
  row: number,
): number {
  let more = 0;
  for (const e of won) if (whole(rowOf, e) === row) more += amount === null ? 1 : whole(amount, e);
  for (const e of lost) if (whole(rowOf, e) === row) more -= amount === null ? 1 : whole(amount, e);
  return more;
}

/** Whether a trade takes no more of a limit than is left. */
const isKept = (limit: Limit, trade: Trade): boolean =>
  trade.won.every((e) => {
    const row = whole(limit.rowOf, e);
    return row < 0 || moreOf(trade, limit, row) <= Math.max(0, whole(limit.free, row));
  });

/** What a trade would cost: its pairs, and the slots that each of its people would have more or less. */
function costOf(solved: Solved, trade: Trade): Cost {
  const { problem, scale, priority } = solved.encoded;
  const { practitioner, weight, slotStart, slotCost } = problem;
  const perPriority = scale.priorityUnit / scale.fitUnit;
  const total = { whole: 0, owed: 0, priorityWeighted: 0, fit: 0 };
  const addPair = (e: number, by: 1 | -1): void => {
    const worth = exact(weight, e);
    const priorityWeighted = exact(priority, whole(solved.requestOfPair, e));
    total.whole += by * worth;
    total.priorityWeighted += by * priorityWeighted;
    total.fit += by * (Math.floor(worth / scale.fitUnit) - priorityWeighted * perPriority);
  };
  const addSlot = (slot: number, by: 1 | -1): void => {
    const cost = exact(slotCost, slot);
    const owed = cost < 0 ? 1 : 0;
    total.whole += by * cost;
    total.owed -= by * owed;
    total.fit += by * Math.round((cost + owed * scale.leastUnit) / scale.fitUnit);
  };
  for (const e of trade.lost) addPair(e, 1);
  for (const e of trade.won) addPair(e, -1);
  const people = [...trade.lost, ...trade.won].map((e) => whole(practitioner, e));
  for (const j of new Set(people)) {
    const more = moreOf(trade, { rowOf: practitioner, amount: null }, j);
    const next = whole(slotStart, j) + (solved.heldBy[j]?.length ?? 0);
    for (let s = next; s < next + more; s++) addSlot(s, 1);
    for (let s = next + more; s < next; s++) addSlot(s, -1);
  }
  return total;
}

/** Opens the trader of a solved run. */
export function traderOf(solved: Solved): Trader {
  const { practitioner, need, group } = solved.encoded.problem;
  const limits: readonly Limit[] = [
    { rowOf: practitioner, amount: null, free: solved.slotsFree },
    { rowOf: practitioner, amount: need, free: solved.halfDaysFree },
    { rowOf: solved.requestOfPair, amount: null, free: solved.unfilled },
    { rowOf: group, amount: null, free: solved.groupFree },
  ];
  return {
    costOf: (trade) => costOf(solved, trade),
    isPossible: (trade) => {
      const { lost, won } = trade;
      const isEachOnce = [lost, won].every((pairs) => pairs.every((e, x) => pairs.indexOf(e) === x));
      return isEachOnce && limits.every((limit) => isKept(limit, trade));
    },
  };
}
