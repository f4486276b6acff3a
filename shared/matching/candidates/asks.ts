import { exact, whole } from "../problem/cells.ts";
import type { Ground } from "./field.ts";
import { inRequest, requestWide } from "./requests.ts";

/** For which request candidates are wanted, how many at most, and of those only ones worth more than `above`. */
export interface Ask {
  readonly request: number;
  readonly most: number;
  readonly above: number;
}

/** Many asks, in the order in which they are searched for, with where each stood among those given. */
export interface Asks {
  readonly given: Int32Array;
  readonly request: Int32Array;
  readonly most: Float64Array;
  readonly above: Float64Array;
}

/** Some of the asks, from one up to another. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const told = ({ requests }: Ground, request: number, which: number): number =>
  whole(requests.rows, request * requestWide + which);

/** Orders asks by code, and those of one code in the order of their schools along the curve: neighbours look at the same people. */
export function asksInOrder(ground: Ground, asks: readonly Ask[]): Asks {
  const { rank } = ground.schools;
  const keys = Float64Array.from(asks, ({ request }, at) => {
    const group = told(ground, request, inRequest.code) * 2 + told(ground, request, inRequest.isTravelled);
    return (group * rank.length + whole(rank, told(ground, request, inRequest.school))) * asks.length + at;
  }).sort();
  const given = Int32Array.from(keys, (key) => key % asks.length);
  const at = (x: number): Ask => asks[whole(given, x)] ?? { request: -1, most: 0, above: 0 };
  return {
    given,
    request: Int32Array.from(given, (_, x) => at(x).request),
    most: Float64Array.from(given, (_, x) => at(x).most),
    above: Float64Array.from(given, (_, x) => at(x).above),
  };
}

/** The ask at a place of the order. */
export const askAt = ({ request, most, above }: Asks, at: number): Ask => ({
  request: whole(request, at),
  most: exact(most, at),
  above: exact(above, at),
});

/** So many asks of one code, and the crowd that they look at, are worth dealing out in several stretches. */
const manyOfOneCode = 2000;

/** Cuts asks into stretches to be dealt out: by code, where one has very many into several. */
export function stretchesOf(ground: Ground, { request }: Asks): readonly Stretch[] {
  const codeAt = (at: number): number => told(ground, whole(request, at), inRequest.code);
  const stretches: Stretch[] = [];
  for (let from = 0, to = 0; from < request.length; from = to) {
    const code = codeAt(from);
    while (to < request.length && to - from < manyOfOneCode && codeAt(to) === code) to++;
    stretches.push({ from, to });
  }
  return stretches;
}
