import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instanceOf, type Sheet, sheets, textOf } from "./files.arbitrary.ts";
import { mediumSheet } from "./peer.arbitrary.ts";
import { shuffled } from "./changedFacts.arbitrary.ts";
import type { Instance } from "../instances/instance.ts";
import { readInstanceText } from "../instances/instanceText.ts";
import { type InstanceAnswer, solveInstance } from "../instances/solveInstance.ts";

const objectiveWeight = 2000;

/** An instance with how it is asked, so that its answer is proven best. */
interface Case {
  readonly sheet: Sheet;
  readonly days: boolean;
  readonly seed: number;
}

const seeds = fc.integer({ min: 1, max: 1_000_000 });
/** Medium instances where places bind, and small ones where days bind as well: both are solved to the end. */
const cases: fc.Arbitrary<Case> = fc.oneof(
  seeds.map((seed) => ({
    sheet: mediumSheet({ seed, pairsPerRequest: 5, leastLoad: 0 }),
    days: false,
    seed,
  })),
  fc.record({
    sheet: sheets({ requests: 7, people: 6, leastLoad: 0 }),
    days: fc.constant(true),
    seed: seeds,
  }),
);

function solvedBy(instance: Instance, days: boolean, weight: number | null): InstanceAnswer {
  const outcome = solveInstance(instance, { objectiveWeight: weight, days, cases: 10_000 });
  if (outcome.kind !== "solved") throw new Error(`${outcome.where} ${outcome.message}`);
  if (outcome.gap !== 0 || !outcome.certified) throw new Error("The answer is not proven best");
  return outcome;
}

const bestOf = (sheet: Sheet, days: boolean): number =>
  solvedBy(instanceOf(sheet), days, objectiveWeight).objective;

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
const beside = (a: Sheet, b: Sheet): Sheet => ({
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

/** What a change of the instance must do to the optimum. */
interface Change {
  readonly title: string;
  readonly changed: (sheet: Sheet, seed: number) => Sheet;
  readonly holds: (before: number, after: number) => boolean;
}

const isSame = (before: number, after: number): boolean => after === before;
const isNoLess = (before: number, after: number): boolean => after >= before;
const isNoMore = (before: number, after: number): boolean => after <= before;

const changes: readonly Change[] = [
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

describe("the optimum of an instance", () => {
  it.each(changes)("$title", ({ changed, holds }) => {
    fc.assert(
      fc.property(cases, ({ sheet, days, seed }) => {
        const [before, after] = [bestOf(sheet, days), bestOf(changed(sheet, seed), days)];
        expect({ before, after, holds: holds(before, after) }).toEqual({ before, after, holds: true });
      }),
      { numRuns: 60 },
    );
  });

  it("grows as scores and weights grow", () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 2, max: 50 }), ({ sheet, days }, factor) => {
        const pairs = sheet.pairs.map((pair) => ({ ...pair, score: pair.score * factor }));
        const larger = solvedBy(instanceOf({ ...sheet, pairs }), days, objectiveWeight * factor);
        expect(larger.objective).toBe(bestOf(sheet, days) * factor);
      }),
      { numRuns: 60 },
    );
  });

  it("is in every tier the sum over parts that have nothing to do with each other", () => {
    fc.assert(
      fc.property(cases, cases, (one, other) => {
        const days = one.days && other.days;
        const [a, b, both] = [one.sheet, other.sheet, beside(one.sheet, other.sheet)].map((sheet) =>
          solvedBy(instanceOf(sheet), days, null),
        );
        expect([both?.priorityFilled, both?.fit]).toEqual([
          (a?.priorityFilled ?? 0) + (b?.priorityFilled ?? 0),
          (a?.fit ?? 0) + (b?.fit ?? 0),
        ]);
      }),
      { numRuns: 60 },
    );
  });

  it("is reached by the same pairs for any order of the pairs in a text", () => {
    fc.assert(
      fc.property(cases, ({ sheet, days, seed }) => {
        const [one, other] = [sheet, { ...sheet, pairs: shuffled(sheet.pairs, seed) }].map((told) => {
          const reading = readInstanceText(textOf(told));
          return reading.kind === "instance" ? solvedBy(reading.instance, days, null) : reading;
        });
        expect(other).toEqual(one);
      }),
      { numRuns: 60 },
    );
  });
});
