import type { Problem } from "../problem/problem.ts";
import { at, worth } from "./cells.ts";
import type { RungProof } from "./fairProof.ts";

type Lowered = NonNullable<RungProof["lowered"]>;

/** How many units of the first tier a worth or a cost is nearest to. */
export const unitsIn = (value: number, { unit }: Lowered): number => Math.round(value / unit);

/**
 * Whether any two answers that are worth as much hold as many units: what they are worth besides never comes to one, being
 * between the least and the most that places and slots could bring.
 */
export function settlesUnits(p: Problem, lowered: Lowered): boolean {
  const { unit, by } = lowered;
  if (!(Number.isSafeInteger(unit) && unit > 0 && Number.isSafeInteger(by))) return false;
  const besides = (value: number): number => value - unit * unitsIn(value, lowered);
  let [least, most] = [0, 0];
  for (let i = 0; i < p.requestCount; i++) {
    let [low, high] = [0, 0];
    for (let e = at(p.start, i), end = at(p.start, i + 1); e < end; e++)
      [low, high] = [Math.min(low, besides(worth(p.weight, e))), Math.max(high, besides(worth(p.weight, e)))];
    const places = Math.min(at(p.wanted, i), at(p.start, i + 1) - at(p.start, i));
    [least, most] = [least + places * low, most + places * high];
  }
  for (let s = 0; s < p.slotCost.length; s++) {
    const cost = besides(worth(p.slotCost, s));
    [least, most] = [least - Math.max(0, cost), most - Math.min(0, cost)];
  }
  return most - least < unit;
}
