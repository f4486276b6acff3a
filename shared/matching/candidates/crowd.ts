import { type SpanColumns, spansOf } from "../facts/weekdays.ts";
import { exact, whole } from "../problem/cells.ts";
import type { Claimants } from "./claims.ts";
import type { Field } from "./field.ts";

/** Those who claim a code, with what is looked at of each side by side, in the order of the claim index. */
export interface Crowd extends Claimants {
  readonly traits: Int32Array;
  readonly marks: Int32Array;
  readonly load: Int32Array;
  readonly cost: Int32Array;
  readonly halfDays: Int32Array;
  readonly school: Int32Array;
  readonly eastMetres: Float64Array;
  readonly northMetres: Float64Array;
  readonly reachMetres: Float64Array;
  readonly free: SpanColumns;
}

/** Gathers the columns of claimants. */
export function crowdOf(
  { roster, people, traits, cost, claims, pinned }: Field,
  claimants: Claimants,
): Crowd {
  const places = claimants.people;
  const numbers = (cells: Int32Array): Int32Array => {
    const taken = new Int32Array(places.length);
    for (let at = 0; at < places.length; at++) taken[at] = whole(cells, whole(places, at));
    return taken;
  };
  const metres = (cells: Float64Array): Float64Array => {
    const taken = new Float64Array(places.length);
    for (let at = 0; at < places.length; at++) taken[at] = exact(cells, whole(places, at));
    return taken;
  };
  return {
    ...claimants,
    traits: numbers(traits),
    marks: numbers(claims.marks),
    load: numbers(people.load),
    cost: numbers(cost),
    halfDays: numbers(pinned.halfDaysLeft),
    school: numbers(people.school),
    eastMetres: metres(people.eastMetres),
    northMetres: metres(people.northMetres),
    reachMetres: metres(people.reachMetres),
    free: spansOf(roster.free, places),
  };
}
