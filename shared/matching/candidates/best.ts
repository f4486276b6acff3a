import type { MatchRequest } from "../facts/facts.ts";
import { fitOf } from "../fit/fit.ts";
import { exact, whole } from "../problem/cells.ts";
import { mayBeProposed } from "../rules/rules.ts";
import { minHeap } from "../problem/heap.ts";
import { boundsWithin } from "./bounds.ts";
import { type Field, requestAt } from "./field.ts";
import { keeper } from "./keeper.ts";
import { type Kind, kindName, kindsOf } from "./kinds.ts";
import { pairWorths } from "./pairWorth.ts";
import { width } from "./shelf.ts";

/** For which request candidates are wanted, how many at most, and of those only ones worth more than `above`. */
export interface Ask {
  readonly request: number;
  readonly most: number;
  readonly above: number;
}

/** Candidates of one request, by place of person. */
export interface Found {
  readonly request: number;
  readonly people: Int32Array;
  /** Fit in basis points; what a candidate is worth is the fit less what their first place costs. */
  readonly fit: Int32Array;
  /** Nobody left out is worth more than this; -Infinity when nobody is left out. */
  readonly leftOut: number;
}

/** Room for what is found of many requests: one large array after the other instead of one for each request. */
function roomFor() {
  let [cells, used] = [new Int32Array(0), 0];
  return (count: number): Int32Array => {
    if (used + count > cells.length) [cells, used] = [new Int32Array(Math.max(count, 1 << 16)), 0];
    used += count;
    return cells.subarray(used - count, used);
  };
}

/** Whom a request keeps whatever they are worth: people proposed before, and those for whom a rule is set aside. */
function singledOut(field: Field, request: MatchRequest, pinned: readonly number[]): number[] {
  if (request.lastProposed.length + request.overrides.length === 0) return [];
  const ids = new Set([...request.lastProposed, ...request.overrides.map(({ personId }) => personId)]);
  const pairWith = field.roster.pairsFor(request);
  return Array.from(ids, (id) => field.roster.placeOfPerson.get(id) ?? -1).filter((place) => {
    if (place < 0 || pinned.includes(place) || whole(field.pinned.slotsLeft, place) < 1) return false;
    return whole(field.pinned.halfDaysLeft, place) >= request.halfDays && mayBeProposed(pairWith(place));
  });
}

/** Looks for candidates, best first: whole rows of people are left out unseen once nobody in them could matter. */
export function candidatesOf(field: Field): (asks: readonly Ask[]) => readonly Found[] {
  const [pairs, keep, queue] = [pairWorths(field), keeper(), minHeap()];
  const bounds = boundsWithin(field.roster.input.policy.distanceZeroMetres);
  const [mostOfPeople, mostOfRows] = [new Float64Array(width), new Float64Array(width)];
  const [fitAt, room] = [new Int32Array(field.roster.practitioners.length), roomFor()];

  const meetRow = ({ crowd, shelf }: Kind, row: number): void => {
    bounds.ofPeople(shelf, row, mostOfPeople);
    const from = shelf.first[row] ?? 0;
    const to = shelf.end[row] ?? 0;
    for (let x = from; x < to; x++) {
      const most = mostOfPeople[x - from] ?? 0;
      const bar = keep.bar();
      if (most <= bar) {
        keep.drop(most);
        continue;
      }
      const at = shelf.people.members[x] ?? 0;
      const worth = pairs.worthOf(at, most, bar);
      if (worth <= bar) keep.drop(worth);
      else keep.offer(worth, crowd.people[at] ?? 0);
    }
  };
  /** Meets the people of the rows that a row holds, or puts rows of rows where their turn will come. */
  const openRow = (kind: Kind, row: number): void => {
    const { shelf } = kind;
    bounds.ofRows(shelf, row, mostOfRows);
    const from = shelf.first[row] ?? 0;
    const to = shelf.end[row] ?? 0;
    for (let x = from; x < to; x++) {
      const most = mostOfRows[x - from] ?? 0;
      if (most <= keep.bar()) keep.drop(most);
      else if (x >= shelf.rowsOfPeople) queue.push(-most, x);
      else meetRow(kind, x);
    }
  };
  const visit = (kind: Kind): void => {
    const { rowCount, rowsOfPeople } = kind.shelf;
    queue.clear();
    if (rowCount > rowsOfPeople) openRow(kind, rowCount - 1);
    else if (rowCount > 0) meetRow(kind, 0);
    while (queue.size() > 0) {
      const most = -queue.topKey();
      if (most <= keep.bar()) return keep.drop(most);
      openRow(kind, queue.pop());
    }
  };

  /** Calls for all those owed places whom no rule refuses, whatever they are worth. */
  const visitOwed = ({ crowd, owed }: Kind, take: (worth: number, place: number) => void): void => {
    for (let row = 0; row < owed.rowsOfPeople; row++) {
      bounds.ofPeople(owed, row, mostOfPeople);
      const from = whole(owed.first, row);
      for (let x = from; x < whole(owed.end, row); x++) {
        const at = whole(owed.people.members, x);
        const most = exact(mostOfPeople, x - from);
        const worth = most === -Infinity ? most : pairs.worthOf(at, most, -Infinity);
        if (worth > -Infinity) take(worth, whole(crowd.people, at));
      }
    }
  };

  const search = (ask: Ask, kind: Kind): Found => {
    const request = requestAt(field.roster, ask.request);
    const pinned = field.pinned.peopleOf.get(ask.request) ?? [];
    const always = singledOut(field, request, pinned);
    const named = request.overrides.map(({ personId }) => field.roster.placeOfPerson.get(personId) ?? -1);
    if (always.length > 0) {
      const pairWith = field.roster.pairsFor(request);
      for (const place of always) fitAt[place] = fitOf(pairWith(place));
    }
    const add = (worth: number, place: number): void => {
      always.push(place);
      fitAt[place] = worth + whole(field.cost, place);
    };
    bounds.begin(pairs.begin(request, kind, [...pinned, ...always, ...named]));
    visitOwed(kind, add);
    keep.begin(ask);
    visit(kind);
    keep.takeAll(add);
    const [people, fit] = [room(always.length), room(always.length)];
    people.set(always);
    people.sort();
    for (let at = 0; at < fit.length; at++) fit[at] = whole(fitAt, whole(people, at));
    return { request: ask.request, people, fit, leftOut: keep.leftOut() };
  };

  /** Asks of one kind in the order of their schools along the curve: neighbours look at the same rows. */
  const alongTheCurve = (asks: readonly Ask[]): readonly Ask[] => {
    const rankOf = ({ request }: Ask): number => whole(field.schools.rank, whole(field.asking, request));
    return asks
      .map((ask) => ({ ask, rank: rankOf(ask) }))
      .sort((a, b) => a.rank - b.rank || a.ask.request - b.ask.request)
      .map(({ ask }) => ask);
  };

  return (asks) => {
    const kindFor = kindsOf(field);
    const byKind = Map.groupBy(asks, ({ request }) => kindName(field, requestAt(field.roster, request)));
    return Array.from(byKind.keys())
      .sort()
      .flatMap((name) => {
        const [first, ...others] = alongTheCurve(byKind.get(name) ?? []);
        if (first === undefined) return [];
        const kind = kindFor(requestAt(field.roster, first.request));
        return [first, ...others].map((ask) => search(ask, kind));
      });
  };
}
