import { fitOf } from "../fit/fit.ts";
import { exact, whole } from "../problem/cells.ts";
import { mayBeProposed } from "../rules/rules.ts";
import { type Ask, type Asks, asksInOrder, stretchesOf } from "./asks.ts";
import { type Field, type Ground, requestAt } from "./field.ts";
import { finderOf, type FoundRows } from "./finder.ts";
import { inRequest, requestWide } from "./requestRows.ts";

/** Candidates of one request, by place of person. */
export interface Found {
  readonly request: number;
  readonly people: Int32Array;
  /** Fit in basis points; what a candidate is worth is the fit less what their first place costs. */
  readonly fit: Int32Array;
  /**
   * What the best of those left out is worth, or what was asked to be passed where that is more; -Infinity when
   * nobody is left out.
   */
  readonly leftOut: number;
}

/** Finds what all asks ask for, in as many parts as it likes, in the order of the asks: what is found never depends on them. */
export type FindAll = (ground: Ground, asks: Asks) => readonly FoundRows[];

const findAlone: FindAll = (ground, asks) => {
  const find = finderOf(ground);
  return stretchesOf(ground, asks).map((stretch) => find(asks, stretch));
};

/** Those for whom a broker set a rule aside and whom the other rules let serve, with their fits: the rules themselves judge them. */
function namedFor({ roster, pinned }: Field, at: number): ReadonlyMap<number, number> {
  const [request, mine] = [requestAt(roster, at), pinned.peopleOf.get(at) ?? []];
  const named = new Map<number, number>();
  const pairWith = roster.pairsFor(request);
  for (const { personId } of request.overrides) {
    const place = roster.placeOfPerson.get(personId) ?? -1;
    if (place < 0 || mine.includes(place) || named.has(place)) continue;
    const hasRoom =
      whole(pinned.slotsLeft, place) > 0 && whole(pinned.halfDaysLeft, place) >= request.halfDays;
    if (hasRoom && mayBeProposed(pairWith(place))) named.set(place, fitOf(pairWith(place)));
  }
  return named;
}

/** Joins people who are named to those found. */
function withNamed(field: Field, found: Found): Found {
  const { rows } = field.columns.requests;
  if (whole(rows, found.request * requestWide + inRequest.hasNamed) === 0) return found;
  const fits = new Map(namedFor(field, found.request));
  found.people.forEach((place, x) => fits.set(place, whole(found.fit, x)));
  const people = Int32Array.from(fits.keys()).sort();
  return { ...found, people, fit: people.map((place) => fits.get(place) ?? 0) };
}

/** Looks for the candidates of requests and hands them out in the order of the asks. */
export function candidatesOf(
  field: Field,
  findAll: FindAll = findAlone,
): (asks: readonly Ask[]) => readonly Found[] {
  return (asks) => {
    const ordered = asksInOrder(field.columns, asks);
    const found: Found[] = [];
    found.length = asks.length;
    // A function of its own for each part: the runtime would leave fast code at the end of each inner loop.
    const take = (first: number, { start, people, fit, leftOut }: FoundRows): number => {
      for (let x = 0; x < leftOut.length; x++) {
        const [from, to] = [whole(start, x), whole(start, x + 1)];
        found[whole(ordered.given, first + x)] = withNamed(field, {
          request: whole(ordered.request, first + x),
          people: people.subarray(from, to),
          fit: fit.subarray(from, to),
          leftOut: exact(leftOut, x),
        });
      }
      return first + leftOut.length;
    };
    findAll(field.ground(), ordered).reduce(take, 0);
    return found;
  };
}
