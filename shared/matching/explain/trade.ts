import { exact, whole } from "../problem/cells.ts";
import { priorityWeight } from "../problem/extent.ts";
import type { Solved } from "./standing.ts";

/** Pairs that would be lost and won, and places of practitioners that would be spared and used, by their slots. */
export interface Trade {
  readonly lost: readonly number[];
  readonly won: readonly number[];
  readonly spared: readonly number[];
  readonly used: readonly number[];
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

/** Reads what pairs and slots are worth, tier by tier, from their exact weights. */
export function traderOf(solved: Solved): (trade: Trade) => Cost {
  const { problem, scale } = solved.encoded;
  const priorities = solved.roster.requests.map((request) => priorityWeight(solved.roster, request));
  const perPriority = scale.priorityUnit / scale.fitUnit;
  return ({ lost, won, spared, used }) => {
    const total = { whole: 0, owed: 0, priorityWeighted: 0, fit: 0 };
    const addPairs = (pairs: readonly number[], by: 1 | -1): void => {
      for (const e of pairs) {
        const weight = exact(problem.weight, e);
        const priorityWeighted = priorities[whole(solved.requestOfPair, e)] ?? 0;
        total.whole += by * weight;
        total.priorityWeighted += by * priorityWeighted;
        total.fit += by * (Math.floor(weight / scale.fitUnit) - priorityWeighted * perPriority);
      }
    };
    const addSlots = (slots: readonly number[], by: 1 | -1): void => {
      for (const s of slots) {
        const cost = exact(problem.slotCost, s);
        const owed = cost < 0 ? 1 : 0;
        total.whole += by * cost;
        total.owed -= by * owed;
        total.fit += by * Math.round((cost + owed * scale.leastUnit) / scale.fitUnit);
      }
    };
    addPairs(lost, 1);
    addSlots(used, 1);
    addPairs(won, -1);
    addSlots(spared, -1);
    return total;
  };
}
