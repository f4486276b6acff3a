import { addTo, whole } from "../../problem/cells.ts";
import type { DayAnswer } from "../days/dayAnswer.ts";
import type { DayMarket } from "../days/dayMarket.ts";

/** Groups of the pairs of a market, -1 for none, and how many of each group may be taken. */
interface Groups {
  readonly group: Int32Array;
  readonly limit: Int32Array;
}

/** Has an answer keep to the limits of groups beside one that does; says whether it had to give something up. */
export type GroupKeeper = (answer: DayAnswer, standing: DayAnswer) => boolean;

/**
 * Groups hardly ever bind, so that answers are found without them: what is too much of a group is then given up,
 * that of least worth first, and the market offers it no more. What the standing answer holds stays on offer: all
 * pairs of a group are of one request, so that answers which keep to groups keep to them when merged by request.
 */
export function groupKeeper({ worth }: DayMarket, { group, limit }: Groups): GroupKeeper {
  const grouped = Int32Array.from(group.keys()).filter((x) => (group[x] ?? -1) >= 0);
  return (answer, standing) => {
    const left = limit.slice();
    const held = grouped.filter((x) => answer.taken[x] === 1);
    for (const x of held) addTo(left, whole(group, x), -1);
    if (left.every((count) => count >= 0)) return false;
    held.sort((a, b) => (worth[a] ?? 0) - (worth[b] ?? 0) || a - b);
    for (const x of held) {
      const g = whole(group, x);
      if (whole(left, g) >= 0 || standing.taken[x] === 1) continue;
      answer.remove(x);
      worth[x] = -Infinity;
      addTo(left, g, 1);
    }
    return true;
  };
}
