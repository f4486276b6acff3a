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

/** Orders asks by kind, those of one code together, and those of one kind in the order of their schools along the curve. */
export function asksInOrder(ground: Ground, asks: readonly Ask[]): Asks {
  const { rank } = ground.schools;
  const keys = Float64Array.from(asks, ({ request }) => {
    const along = whole(rank, told(ground, request, inRequest.school));
    return told(ground, request, inRequest.kind) * rank.length + along;
  });
  const given = Int32Array.from(keys.keys()).sort((a, b) => exact(keys, a) - exact(keys, b) || a - b);
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

/** From so many asks of one code on, its kinds are dealt out apart, though each thread must then gather those who claim it. */
const manyOfOneCode = 1000;

/** Cuts asks into stretches to be dealt out, each of one code and never within a kind, which is laid out once. */
export function stretchesOf(ground: Ground, { request }: Asks): readonly Stretch[] {
  const at = (x: number, which: number): number => told(ground, whole(request, x), which);
  const stretches: Stretch[] = [];
  for (let from = 0, to = 0; from < request.length; from = to) {
    const code = at(from, inRequest.code);
    const goesOn = (): boolean =>
      at(to, inRequest.code) === code &&
      (to - from < manyOfOneCode || at(to, inRequest.kind) === at(to - 1, inRequest.kind));
    for (to = from + 1; to < request.length && goesOn();) to++;
    stretches.push({ from, to });
  }
  return stretches;
}
