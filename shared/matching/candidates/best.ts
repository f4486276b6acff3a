import type { MatchRequest } from "../facts/facts.ts";
import { weightsFor } from "../facts/policy.ts";
import { basisPoints, distancePer1000, fitOf } from "../fit/fit.ts";
import { exact, whole } from "../problem/cells.ts";
import { mayBeProposed } from "../rules/rules.ts";
import { type MinHeap, minHeap } from "../solve/heap.ts";
import { type Field, requestAt } from "./field.ts";
import { type Kind, kindName, kindsOf } from "./kinds.ts";
import { type PairFit, pairFits } from "./pairFit.ts";
import { metresToRow, type Shelf } from "./shelf.ts";

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

/** What a request lets hope for from each row of a shelf. */
function hopes(field: Field, request: MatchRequest) {
  const { policy } = field.roster.input;
  const weights = weightsFor(policy, request);
  const { eastingMetres: east, northingMetres: north } = field.roster.schoolOf(request.schoolId);
  const from = request.mode === "remote" || east === null || north === null ? null : { east, north };
  const near = request.mode === "remote" || from !== null ? basisPoints(weights.distance, 1000) : 0;
  const context = basisPoints(weights.context, 1000);
  const beside = request.codes.secondary.length === 0 ? 0 : basisPoints(weights.expertise, 300);
  let marks = 0;
  for (const code of request.codes.secondary) marks |= field.claims.markOf(code);
  const travelled = (shelf: Shelf, row: number): number => {
    if (from === null) return near;
    const metres = metresToRow(shelf, row, from);
    if (metres > exact(shelf.reach, row)) return -Infinity;
    return basisPoints(weights.distance, distancePer1000(metres, policy.distanceZeroMetres));
  };
  return {
    /** What anybody in the row could add to the most that is known of them. */
    ofRow: (shelf: Shelf, row: number) => context + travelled(shelf, row),
    /** What other codes could add for people with such marks. */
    ofCodes: (theirs: number) => ((theirs & marks) === 0 ? 0 : beside),
  };
}

/** Keeps the best so many of those offered, and remembers the best that it let go. */
function keeper(kept: MinHeap, { most, above }: Ask) {
  kept.clear();
  let leftOut = -Infinity;
  const drop = (worth: number): void => {
    leftOut = Math.max(leftOut, worth);
  };
  return {
    /** Only those worth more than this can still be kept. */
    bar: () => (kept.size() < most ? above : Math.max(above, kept.topKey())),
    drop,
    leftOut: () => leftOut,
    offer: (worth: number, place: number): void => {
      if (worth <= above) return drop(worth);
      kept.push(worth, place);
      if (kept.size() <= most) return;
      drop(kept.topKey());
      kept.pop();
    },
  };
}

/** Whom a request keeps whatever they are worth: people proposed before, and those for whom a rule is set aside. */
function singledOut(field: Field, request: MatchRequest, pinned: readonly number[]): number[] {
  const ids = new Set([...request.lastProposed, ...request.overrides.map(({ personId }) => personId)]);
  const pairWith = field.roster.pairsFor(request);
  return Array.from(ids, (id) => field.roster.placeOfPerson.get(id) ?? -1).filter((place) => {
    if (place < 0 || pinned.includes(place) || whole(field.pinned.slotsLeft, place) < 1) return false;
    return whole(field.pinned.halfDaysLeft, place) >= request.halfDays && mayBeProposed(pairWith(place));
  });
}

/** Looks for candidates, best first: whole rows of people are left out unseen once nobody in them could matter. */
export function candidatesOf(field: Field): (asks: readonly Ask[]) => readonly Found[] {
  const fits = pairFits(field);
  const [queue, kept] = [minHeap(), minHeap()];
  const fitAt = new Int32Array(field.roster.practitioners.length);

  const visit = (
    kind: Kind,
    request: MatchRequest,
    at: { fit: PairFit; keep: ReturnType<typeof keeper> },
  ): void => {
    const { shelf, per1000 } = kind;
    const { fit, keep } = at;
    const { ofRow, ofCodes } = hopes(field, request);
    const enqueue = (row: number): void => {
      const most = whole(shelf.rowMost, row) + ofRow(shelf, row) + ofCodes(whole(shelf.rowMarks, row));
      if (most === -Infinity) return;
      if (most <= keep.bar()) keep.drop(most);
      else queue.push(-most, row);
    };
    const meet = (row: number, most: number): void => {
      const room = most - whole(shelf.rowMost, row) - ofCodes(whole(shelf.rowMarks, row));
      for (let x = whole(shelf.first, row); x < whole(shelf.end, row); x++) {
        const bound = whole(shelf.most, x) + room + ofCodes(whole(shelf.marks, x));
        if (bound <= keep.bar()) {
          keep.drop(bound);
          continue;
        }
        const place = whole(shelf.people, x);
        const found = fit(place, whole(per1000, x));
        if (found < 0) continue;
        fitAt[place] = found;
        keep.offer(found - whole(field.cost, place), place);
      }
    };
    queue.clear();
    if (shelf.people.length > 0) enqueue(shelf.rowCount - 1);
    while (queue.size() > 0) {
      const most = -queue.topKey();
      const row = queue.pop();
      if (most <= keep.bar()) return keep.drop(most);
      if (row < shelf.rowsOfPeople) meet(row, most);
      else for (let x = whole(shelf.first, row); x < whole(shelf.end, row); x++) enqueue(x);
    }
  };

  const search = (ask: Ask, kinds: ReturnType<typeof kindsOf>): Found => {
    const request = requestAt(field.roster, ask.request);
    const kind = kinds(request);
    const pinned = field.pinned.peopleOf.get(ask.request) ?? [];
    const always = singledOut(field, request, pinned);
    const named = request.overrides.map(({ personId }) => field.roster.placeOfPerson.get(personId) ?? -1);
    const fit = fits(request, [...pinned, ...always, ...named]);
    const pairWith = field.roster.pairsFor(request);
    for (const place of always) fitAt[place] = fitOf(pairWith(place));
    kind.owed.people.forEach((place, at) => {
      const found = fit(place, whole(kind.owed.per1000, at));
      if (found < 0) return;
      always.push(place);
      fitAt[place] = found;
    });
    const keep = keeper(kept, ask);
    visit(kind, request, { fit, keep });
    const people = new Int32Array(kept.size() + always.length);
    people.set(always, kept.size());
    for (let at = 0; kept.size() > 0; at++) people[at] = kept.pop();
    people.sort();
    return {
      request: ask.request,
      people,
      fit: people.map((place) => whole(fitAt, place)),
      leftOut: keep.leftOut(),
    };
  };

  return (asks) => {
    const kinds = kindsOf(field);
    const byKind = Map.groupBy(asks, ({ request }) => kindName(field, requestAt(field.roster, request)));
    return Array.from(byKind.keys())
      .sort()
      .flatMap((name) => (byKind.get(name) ?? []).map((ask) => search(ask, kinds)));
  };
}
