import type { MatchRequest } from "../facts/facts.ts";
import { fitOf } from "../fit/fit.ts";
import { whole } from "../problem/cells.ts";
import { mayBeProposed } from "../rules/rules.ts";
import { minHeap } from "../problem/heap.ts";
import { type Field, requestAt } from "./field.ts";
import { type Kind, kindName, kindsOf } from "./kinds.ts";
import { pairWorths } from "./pairWorth.ts";

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

/** Keeps the best so many of those offered, and remembers the best that it let go. */
function keeper() {
  const kept = minHeap();
  let [most, above, leftOut] = [0, -Infinity, -Infinity];
  const drop = (worth: number): void => {
    if (worth > leftOut) leftOut = worth;
  };
  return {
    begin: (ask: Ask): void => {
      kept.clear();
      [most, above, leftOut] = [ask.most, ask.above, -Infinity];
    },
    /** Only those worth more than this can still be kept. */
    bar: () => (kept.size() < most ? above : Math.max(above, kept.topKey())),
    drop,
    leftOut: () => leftOut,
    takeAll: (take: (worth: number, place: number) => void): void => {
      for (; kept.size() > 0; take(kept.topKey(), kept.pop()));
    },
    /** Keeps somebody worth more than the bar, and lets the least go where they are too many. */
    offer: (worth: number, place: number): void => {
      kept.push(worth, place);
      if (kept.size() <= most) return;
      drop(kept.topKey());
      kept.pop();
    },
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
  const fitAt = new Int32Array(field.roster.practitioners.length);

  const meet = ({ crowd, shelf }: Kind, x: number): void => {
    const at = whole(shelf.members, x);
    const most = pairs.mostOf(at, whole(shelf.most, x));
    const bar = keep.bar();
    const worth = most <= bar ? most : pairs.worthOf(at, most, bar);
    if (worth <= bar) keep.drop(worth);
    else keep.offer(worth, whole(crowd.people, at));
  };
  /** Meets the people of a row, or puts it where its turn will come. */
  const approach = (kind: Kind, row: number): void => {
    const most = pairs.mostOfRow(row);
    if (most <= keep.bar()) return keep.drop(most);
    if (row >= kind.shelf.rowsOfPeople) return queue.push(-most, row);
    for (let x = whole(kind.shelf.first, row); x < whole(kind.shelf.end, row); x++) meet(kind, x);
  };
  const visit = (kind: Kind): void => {
    const { shelf } = kind;
    queue.clear();
    if (shelf.members.length > 0) approach(kind, shelf.rowCount - 1);
    while (queue.size() > 0) {
      const most = -queue.topKey();
      const row = queue.pop();
      if (most <= keep.bar()) return keep.drop(most);
      for (let x = whole(shelf.first, row); x < whole(shelf.end, row); x++) approach(kind, x);
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
    pairs.begin(request, kind, [...pinned, ...always, ...named]);
    kind.owed.forEach((at, x) => {
      const most = pairs.mostOf(at, kind.owedMost[x] ?? 0);
      const worth = most === -Infinity ? most : pairs.worthOf(at, most, -Infinity);
      if (worth > -Infinity) add(worth, whole(kind.crowd.people, at));
    });
    keep.begin(ask);
    visit(kind);
    keep.takeAll(add);
    const people = new Int32Array(always).sort();
    const fit = new Int32Array(people.length);
    for (let at = 0; at < fit.length; at++) fit[at] = whole(fitAt, whole(people, at));
    return { request: ask.request, people, fit, leftOut: keep.leftOut() };
  };

  return (asks) => {
    const kindFor = kindsOf(field);
    const byKind = Map.groupBy(asks, ({ request }) => kindName(field, requestAt(field.roster, request)));
    return Array.from(byKind.keys())
      .sort()
      .flatMap((name) =>
        (byKind.get(name) ?? []).map((ask) => search(ask, kindFor(requestAt(field.roster, ask.request)))),
      );
  };
}
