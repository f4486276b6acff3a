import { addTo, exact, sharedCells, sharedExact, whole } from "../problem/cells.ts";
import type { Columns } from "./field.ts";
import { inRequest, requestWide } from "./requestRows.ts";

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

const told = ({ requests }: Columns, request: number, which: number): number =>
  whole(requests.rows, request * requestWide + which);

/** The key of the code that a request asks for. */
const keyOf = (columns: Columns, request: number): number =>
  whole(columns.claims.keys, told(columns, request, inRequest.code));

/** Puts the rows of an order in groups by the group of each; those of one group stay in their order. */
function inGroups(order: Int32Array, groupOf: Int32Array): Int32Array {
  let last = 0;
  for (const group of groupOf) last = Math.max(last, group);
  const next = new Int32Array(last + 2);
  for (const group of groupOf) addTo(next, group + 1, 1);
  for (let group = 1; group <= last; group++) addTo(next, group, whole(next, group - 1));
  const sorted = sharedCells(order.length);
  for (const x of order) {
    const group = whole(groupOf, x);
    sorted[whole(next, group)] = x;
    addTo(next, group, 1);
  }
  return sorted;
}

/** Orders asks by key, then by kind, and those of one kind in the order of their schools along the curve. */
export function asksInOrder(columns: Columns, asks: readonly Ask[]): Asks {
  const cells = (): Int32Array => sharedCells(asks.length);
  const [asGiven, ranks, kinds, keys] = [cells(), cells(), cells(), cells()];
  asks.forEach(({ request }, x) => {
    asGiven[x] = x;
    ranks[x] = whole(columns.schools.rank, told(columns, request, inRequest.school));
    kinds[x] = told(columns, request, inRequest.kind);
    keys[x] = keyOf(columns, request);
  });
  const given = inGroups(inGroups(inGroups(asGiven, ranks), kinds), keys);
  const request = cells();
  const [most, above] = [sharedExact(asks.length), sharedExact(asks.length)];
  for (let at = 0; at < given.length; at++) {
    const ask = asks[whole(given, at)];
    request[at] = ask?.request ?? -1;
    most[at] = ask?.most ?? 0;
    above[at] = ask?.above ?? 0;
  }
  return { given, request, most, above };
}

/** The ask at a place of the order. */
export const askAt = ({ request, most, above }: Asks, at: number): Ask => ({
  request: whole(request, at),
  most: exact(most, at),
  above: exact(above, at),
});

/** From so many asks of one key on, its kinds are dealt out apart, though each thread must then gather those who claim it. */
const manyOfOneKey = 1000;

/** Cuts asks into stretches to be dealt out, each of one key and never within a kind, which is laid out once. */
export function stretchesOf(columns: Columns, { request }: Asks): readonly Stretch[] {
  const kindAt = (x: number): number => told(columns, whole(request, x), inRequest.kind);
  const keyAt = (x: number): number => keyOf(columns, whole(request, x));
  const stretches: Stretch[] = [];
  for (let from = 0, to = 0; from < request.length; from = to) {
    const key = keyAt(from);
    const goesOn = (): boolean =>
      keyAt(to) === key && (to - from < manyOfOneKey || kindAt(to) === kindAt(to - 1));
    for (to = from + 1; to < request.length && goesOn();) to++;
    stretches.push({ from, to });
  }
  return stretches;
}
