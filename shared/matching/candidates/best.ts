import type { MatchRequest } from "../facts/facts.ts";
import { fitOf } from "../fit/fit.ts";
import { whole } from "../problem/cells.ts";
import { mayBeProposed } from "../rules/rules.ts";
import { isOpen } from "../problem/pins.ts";
import type { Asked } from "./asked.ts";
import { type Field, requestAt } from "./field.ts";
import { keeper } from "./keeper.ts";
import { type Kind, kindName, kindsOf } from "./kinds.ts";
import { inNumbers, numbersWide } from "./people.ts";
import { pairWorths } from "./pairWorth.ts";
import { searchWith } from "./search.ts";

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
  /**
   * What the best of those left out is worth, or what was asked to be passed where that is more; -Infinity when
   * nobody is left out.
   */
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

/** Looks for candidates, best first: whole sections of people are left out unseen once nobody in them could matter. */
export function candidatesOf(field: Field): (asks: readonly Ask[]) => readonly Found[] {
  const { roster, pinned } = field;
  const { numbers } = field.people;
  const [pairs, keep, room] = [pairWorths(field), keeper(roster.practitioners.length), roomFor()];
  const look = searchWith(field, pairs, keep);
  const fitAt = new Int32Array(roster.practitioners.length);
  const kept: number[] = [];
  const take = (place: number, fit: number): void => {
    kept.push(place);
    fitAt[place] = fit;
  };

  /** Takes those for whom a broker set a rule aside, if the other rules let them: the rules themselves judge them. */
  const takeNamed = (request: MatchRequest, mine: readonly number[]): void => {
    if (request.overrides.length === 0) return;
    const pairWith = roster.pairsFor(request);
    for (const personId of new Set(request.overrides.map((override) => override.personId))) {
      const place = roster.placeOfPerson.get(personId) ?? -1;
      if (place < 0 || mine.includes(place)) continue;
      pairs.setApart(place);
      const hasRoom =
        whole(pinned.slotsLeft, place) > 0 && whole(pinned.halfDaysLeft, place) >= request.halfDays;
      if (hasRoom && mayBeProposed(pairWith(place))) take(place, fitOf(pairWith(place)));
    }
  };
  const takeWorth = (worth: number, place: number): void =>
    take(place, worth + whole(numbers, place * numbersWide + inNumbers.cost));
  /** Takes somebody whatever they are worth, unless a rule refuses. */
  const takeAnyway = (kind: Kind, asked: Asked, place: number): void => {
    const worth = look.worthOf(kind, asked, place);
    if (worth === -Infinity) return;
    takeWorth(worth, place);
    pairs.setApart(place);
  };

  const search = (ask: Ask, kind: Kind): Found => {
    const request = requestAt(roster, ask.request);
    const mine = pinned.peopleOf.get(ask.request) ?? [];
    const asked = pairs.begin(ask.request);
    kept.length = 0;
    mine.forEach(pairs.setApart);
    takeNamed(request, mine);
    for (const id of request.lastProposed) {
      const place = roster.placeOfPerson.get(id) ?? -1;
      if (place >= 0 && isOpen(roster, pinned, place)) takeAnyway(kind, asked, place);
    }
    for (const place of kind.owed) takeAnyway(kind, asked, place);
    keep.begin(ask);
    look.offerAll(kind, asked);
    const leftOut = keep.takeAll(takeWorth);
    const [people, fit] = [room(kept.length), room(kept.length)];
    people.set(kept);
    people.sort();
    for (let x = 0; x < fit.length; x++) fit[x] = whole(fitAt, whole(people, x));
    return { request: ask.request, people, fit, leftOut };
  };

  /** Asks of one kind in the order of their schools along the curve: neighbours look at the same people. */
  const alongTheCurve = (asks: readonly Ask[]): readonly Ask[] => {
    const rankOf = ({ request }: Ask): number => whole(field.schools.rank, whole(field.asking, request));
    return asks
      .map((ask) => ({ ask, rank: rankOf(ask) }))
      .sort((a, b) => a.rank - b.rank || a.ask.request - b.ask.request)
      .map(({ ask }) => ask);
  };

  return (asks) => {
    const kindFor = kindsOf(field);
    const byKind = Map.groupBy(asks, ({ request }) => kindName(field, request));
    return Array.from(byKind.keys())
      .sort()
      .flatMap((name) => {
        const [first, ...others] = alongTheCurve(byKind.get(name) ?? []);
        if (first === undefined) return [];
        const kind = kindFor(first.request);
        return [first, ...others].map((ask) => search(ask, kind));
      });
  };
}
