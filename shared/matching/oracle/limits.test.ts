import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestByTryingAll } from "./everyAnswer.arbitrary.ts";
import { instanceOf, type Sheet, sheets } from "./files.arbitrary.ts";
import { type InstanceOptions, type InstanceOutcome, solveInstance } from "../instances/solveInstance.ts";

const answered = (sheet: Sheet, changes: Partial<InstanceOptions>): InstanceOutcome =>
  solveInstance(instanceOf(sheet), { objectiveWeight: null, days: false, cases: 1000, ...changes });

const oneRequest = { wanted: 1, days: 1, priority: 1 };
const onePerson = { slots: 1, days: 1, leastLoad: 0 };
const onePair = { request: 0, person: 0, score: 7 };
const plain: Sheet = { scale: 100, requests: [oneRequest], people: [onePerson], pairs: [onePair] };
const nothing: Sheet = { scale: 100, requests: [], people: [], pairs: [] };

describe("totals that could not be exact", () => {
  const two: Sheet = {
    ...plain,
    requests: [oneRequest, { ...oneRequest, priority: 1_000_000 }],
    pairs: [onePair, { ...onePair, request: 1, score: 100_000_000 }],
  };

  it("are refused by the request that weighs most in them", () => {
    expect(answered(two, {})).toMatchObject({ kind: "solved", certified: true });
    expect(answered(two, { objectiveWeight: 2 ** 40 })).toEqual({
      kind: "too-large",
      where: "request 1",
      message: expect.stringContaining("priority 1000000 and 1 place to fill"),
    });
  });

  it("are refused by the practitioner whose least load weighs most in them", () => {
    const people = [onePerson, { slots: 9, days: 9, leastLoad: 2 }];
    const pairs = [
      onePair,
      { request: 0, person: 1, score: 5 },
      { request: 1, person: 1, score: 100_000_000 },
    ];
    expect(answered({ ...two, people, pairs }, { objectiveWeight: 2 ** 31 })).toEqual({
      kind: "too-large",
      where: "practitioner 1",
      message: expect.stringContaining("least load 2"),
    });
  });

  it("are those of people who could be there, not of all that are wanted or owed", () => {
    const wished: Sheet = {
      ...plain,
      requests: [{ ...oneRequest, wanted: 1_000_000, priority: 4 }],
      people: [{ ...onePerson, leastLoad: 1_000_000 }],
      pairs: [{ ...onePair, score: 10_000 }],
    };
    expect(answered(wished, {})).toMatchObject({
      kind: "solved",
      filled: 1,
      fit: 10_000,
      leastLoadShort: 999_999,
      certified: true,
      gap: 0,
    });
  });

  it("are refused though nobody is wanted, when no price could prove that", () => {
    const unwanted = { ...plain, requests: [{ wanted: 0, days: 1, priority: 1_000_000 }] };
    expect(answered(unwanted, { objectiveWeight: 2 ** 50 })).toMatchObject({ where: "request 0" });
    expect(answered(unwanted, { objectiveWeight: 1000 })).toMatchObject({
      filled: 0,
      certified: true,
      gap: 0,
    });
  });

  it.each([-1, 0.5, Number.NaN, Infinity, 2 ** 53])("are refused for a weight of %s", (objectiveWeight) => {
    expect(answered(plain, { objectiveWeight })).toMatchObject({
      kind: "too-large",
      where: "objective weight",
    });
  });

  it("are either refused or reached exactly, with weights of any size", () => {
    const weights = fc.integer({ min: 0, max: 52 }).map((power) => 2 ** power);
    fc.assert(
      fc.property(
        sheets({ requests: 3, people: 3, leastLoad: 2 }),
        weights,
        fc.boolean(),
        (sheet, objectiveWeight, days) => {
          const outcome = answered(sheet, { objectiveWeight, days });
          fc.pre(outcome.kind === "solved");
          const [short = 0, objective] = bestByTryingAll(sheet, { days, objectiveWeight });
          expect(outcome).toMatchObject({ objective, leastLoadShort: -short, gap: 0, certified: true });
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("days that are too many to weigh", () => {
  const crowded = (days: number): Sheet => ({
    scale: 100,
    requests: Array.from({ length: 40 }, () => ({ wanted: 1, days, priority: 1 })),
    people: [{ slots: 20, days: 30 * days, leastLoad: 0 }],
    pairs: Array.from({ length: 40 }, (_, request) => ({ request, person: 0, score: request })),
  });

  it("are refused by the practitioner who has them, and only where they bind", () => {
    expect(answered(crowded(30_000), { days: true })).toEqual({
      kind: "too-large",
      where: "practitioner 0",
      message: expect.stringContaining("days 900000"),
    });
    expect(answered(crowded(30_000), { days: false })).toMatchObject({ kind: "solved", filled: 20 });
    expect(answered(crowded(3), { days: true })).toMatchObject({ kind: "solved", filled: 20 });
  });
});

describe("an empty side", () => {
  it.each<[string, Sheet, number]>([
    ["nothing at all", nothing, 0],
    ["no requests", { ...nothing, people: [onePerson] }, 0],
    ["no practitioners", { ...nothing, requests: [oneRequest] }, 0],
    ["no pairs", { ...plain, pairs: [] }, 0],
    ["no pairs and least loads", { ...plain, pairs: [], people: [{ ...onePerson, leastLoad: 1 }] }, 1],
    ["nobody wanted", { ...plain, requests: [{ ...oneRequest, wanted: 0 }] }, 0],
    ["no places", { ...plain, people: [{ ...onePerson, slots: 0, leastLoad: 1 }] }, 1],
  ])("of %s is answered with nothing, certified", (_, sheet, leastLoadShort) => {
    for (const days of [true, false])
      for (const objectiveWeight of [null, 20_000])
        expect(answered(sheet, { days, objectiveWeight })).toMatchObject({
          objective: 0,
          filled: 0,
          fit: 0,
          worstFit: null,
          bound: 0,
          gap: 0,
          certified: true,
          leastLoadShort,
        });
  });

  it("is a request of no days, which somebody without days can take", () => {
    const free = { ...plain, requests: [{ ...oneRequest, days: 0 }], people: [{ ...onePerson, days: 0 }] };
    expect(answered(free, { days: true })).toMatchObject({ filled: 1, fit: 7, gap: 0, certified: true });
  });
});
