import { whole } from "../../problem/cells.ts";
import { type Problem, requestOfPairs } from "../../problem/problem.ts";
import { type DayMarket, dayMarketOf, peopleOf } from "../days/dayMarket.ts";

/** Pairs that one practitioner could take together; pairs are those of the market. */
export interface Choice {
  readonly person: number;
  readonly pairs: readonly number[];
}

/** What a mixture shares out: rows of requests, then of groups, then of practitioners who could take something. */
export interface Rows {
  /** Each pair stands under its request, or under its group, which stand behind requests. */
  readonly market: DayMarket;
  readonly people: Int32Array;
  /** The row of each practitioner, or -1. */
  readonly rowOf: Int32Array;
  readonly room: Float64Array;
  /** Rows of which a choice uses one unit each. */
  readonly usesOf: (choice: Choice) => readonly number[];
  /** The row of the first group. */
  readonly groups: number;
  readonly groupOwner: Int32Array;
}

/** Rows get a little more room, each another, so that no two run out at once: practitioners far less than requests. */
const [more, selfMore] = [1e-5, 1e-7] as const;
const golden = 0.618_033_988_749_895;
const spread = (row: number): number => 1 + ((row * golden) % 1);

/** The little by which a row has more room than it should. */
export const someMore = (row: number): number => more * spread(row);

/** Lays out the rows of a problem, with a market whose worths and costs of slots may be overwritten. */
export function rowsFor(problem: Problem): Rows {
  const bare = dayMarketOf(problem);
  const people = peopleOf(bare);
  const [groups, selves] = [problem.requestCount, problem.requestCount + problem.groupLimit.length];
  const rowOf = new Int32Array(problem.practitionerCount).fill(-1);
  people.forEach((j, x) => (rowOf[j] = selves + x));
  const owner = requestOfPairs(problem);
  const requestOf = bare.origin.map((e) => whole(owner, e));
  const groupOwner = new Int32Array(problem.groupLimit.length);
  const request = bare.origin.map((e, x) => {
    const g = whole(problem.group, e);
    if (g < 0) return whole(requestOf, x);
    groupOwner[g] = whole(requestOf, x);
    return groups + g;
  });
  const room = Float64Array.from({ length: selves + people.length }, (_, row) => {
    if (row >= selves) return 1 + selfMore * spread(row);
    return (
      someMore(row) + (row < groups ? whole(problem.wanted, row) : whole(problem.groupLimit, row - groups))
    );
  });
  const usesOf = ({ person, pairs }: Choice): readonly number[] => [
    whole(rowOf, person),
    ...pairs.flatMap((x) => {
      const node = whole(request, x);
      return node < groups ? [node] : [node, whole(requestOf, x)];
    }),
  ];
  const market = { ...bare, request, worth: bare.worth.slice(), slotCost: bare.slotCost.slice() };
  return { market, people, rowOf, room, usesOf, groups, groupOwner };
}
