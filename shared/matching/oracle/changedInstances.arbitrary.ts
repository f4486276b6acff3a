import * as fc from "fast-check";
import { shuffled } from "./changedFacts.arbitrary.ts";
import { type Sheet, sheets } from "./files.arbitrary.ts";
import { mediumSheet } from "./peer.arbitrary.ts";

/** An instance with how it is asked, so that its answer is proven best. */
export interface Case {
  readonly sheet: Sheet;
  readonly days: boolean;
  readonly seed: number;
}

const seeds = fc.integer({ min: 1, max: 1_000_000 });
/** Medium instances where places bind, and small ones where days bind as well: both are solved to the end. */
export const cases: fc.Arbitrary<Case> = fc.oneof(
  seeds.map((seed) => ({
    sheet: mediumSheet({ seed, pairsPerRequest: 5, leastLoad: 2 }),
    days: false,
    seed,
  })),
  fc.record({
    sheet: sheets({ requests: 7, people: 6, leastLoad: 2 }),
    days: fc.constant(true),
    seed: seeds,
  }),
);

/** The same instance with its requests, practitioners and pairs told in another order. */
function turned({ scale, requests, people, pairs }: Sheet, seed: number): Sheet {
  const order = [shuffled([...requests.keys()], seed), shuffled([...people.keys()], seed + 1)] as const;
  const row = <Row>(rows: readonly Row[], at: number): Row => {
    const found = rows[at];
    if (found === undefined) throw new Error(`No row ${at}`);
    return found;
  };
  return {
    scale,
    requests: order[0].map((i) => row(requests, i)),
    people: order[1].map((j) => row(people, j)),
    pairs: shuffled(pairs, seed + 2).map(({ request, person, score }) => ({
      request: order[0].indexOf(request),
      person: order[1].indexOf(person),
      score,
    })),
  };
}

/** Two instances that have nothing to do with each other, as one. */
export const beside = (a: Sheet, b: Sheet): Sheet => ({
  scale: a.scale,
  requests: [...a.requests, ...b.requests],
  people: [...a.people, ...b.people],
  pairs: [
    ...a.pairs,
    ...b.pairs.map((pair) => ({
      ...pair,
      request: pair.request + a.requests.length,
      person: pair.person + a.people.length,
    })),
  ],
});

/** What a change of the instance must do to the optimum, told by how much more the first tier that differs has after it. */
export interface Change {
  readonly title: string;
  readonly changed: (sheet: Sheet, seed: number) => Sheet;
  readonly holds: (more: number) => boolean;
}

const isSame = (more: number): boolean => more === 0;
const isNoLess = (more: number): boolean => more >= 0;
const isNoMore = (more: number): boolean => more <= 0;

export const changes: readonly Change[] = [
  { title: "stays when all rows are told in another order", changed: turned, holds: isSame },
  {
    title: "stays when somebody joins whom nobody could have",
    changed: (sheet) => ({ ...sheet, people: [...sheet.people, { slots: 3, days: 9, leastLoad: 0 }] }),
    holds: isSame,
  },
  {
    title: "stays when somebody joins who has no place, whatever their pairs",
    changed: (sheet) => ({
      ...sheet,
      people: [...sheet.people, { slots: 0, days: 99, leastLoad: 0 }],
      pairs: [
        ...sheet.pairs,
        ...sheet.requests.map((_, request) => ({ request, person: sheet.people.length, score: 99 })),
      ],
    }),
    holds: isSame,
  },
  {
    title: "stays when a request joins that wants nobody",
    changed: (sheet) => ({
      ...sheet,
      requests: [...sheet.requests, { wanted: 0, days: 1, priority: 4 }],
      pairs: [
        ...sheet.pairs,
        ...sheet.people.map((_, person) => ({ request: sheet.requests.length, person, score: 99 })),
      ],
    }),
    holds: isSame,
  },
  {
    title: "does not fall when everybody has twice the places and days",
    changed: (sheet) => ({
      ...sheet,
      people: sheet.people.map((person) => ({ ...person, slots: 2 * person.slots, days: 2 * person.days })),
    }),
    holds: isNoLess,
  },
  {
    title: "does not fall when somebody has a double",
    changed: (sheet, seed) => {
      const copied = seed % Math.max(1, sheet.people.length);
      return {
        ...sheet,
        people: [...sheet.people, ...sheet.people.slice(copied, copied + 1)],
        pairs: [
          ...sheet.pairs,
          ...sheet.pairs
            .filter(({ person }) => person === copied)
            .map((pair) => ({ ...pair, person: sheet.people.length })),
        ],
      };
    },
    holds: isNoLess,
  },
  {
    title: "does not rise when a pair is no longer allowed",
    changed: (sheet, seed) => ({
      ...sheet,
      pairs: sheet.pairs.filter((_, e) => e !== seed % sheet.pairs.length),
    }),
    holds: isNoMore,
  },
  {
    title: "does not rise when everybody has a place fewer",
    changed: (sheet) => ({
      ...sheet,
      people: sheet.people.map((person) => ({ ...person, slots: Math.max(0, person.slots - 1) })),
    }),
    holds: isNoMore,
  },
  {
    title: "does not fall when another request asks",
    changed: (sheet, seed) => ({
      ...sheet,
      requests: [...sheet.requests, { wanted: 2, days: 2, priority: 3 }],
      pairs: [
        ...sheet.pairs,
        ...sheet.people.flatMap((_, person) =>
          (seed + person) % 3 === 0 ? [{ request: sheet.requests.length, person, score: seed % 100 }] : [],
        ),
      ],
    }),
    holds: isNoLess,
  },
  {
    title: "does not fall when a request counts for more",
    changed: (sheet, seed) => ({
      ...sheet,
      requests: sheet.requests.map((request, i) =>
        i === seed % sheet.requests.length ? { ...request, priority: request.priority + 1 } : request,
      ),
    }),
    holds: isNoLess,
  },
];
