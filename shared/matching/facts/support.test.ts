import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SchoolId } from "../../domain/ids.ts";
import { DeploymentId, OfferId } from "../../domain/ids.ts";
import type { SupportGiven } from "./facts.ts";
import { schoolId } from "./madeUpArea.ts";
import { chainOfSupport, latestSupport, mostSteps } from "./support.ts";

const schools = [0, 1, 2, 3, 4, 5].map(schoolId);
const since = "2023-01-05";
const rows = fc.array(
  fc.record(
    {
      homeSchoolId: fc.constantFrom(...schools),
      receivingSchoolId: fc.constantFrom(...schools),
      onDate: fc.constantFrom("2023-01-04", since, "2025-11-03"),
      deploymentId: fc.nat(99).map((at) => DeploymentId.parse(`dep_${String(at).padStart(8, "0")}`)),
      offerId: fc.constant(OfferId.parse("ofr_00000001")),
    },
    { requiredKeys: ["homeSchoolId", "receivingSchoolId", "onDate", "deploymentId"] },
  ),
  { maxLength: 12 },
);
const ends = fc
  .tuple(fc.constantFrom(...schools), fc.constantFrom(...schools))
  .filter(([from, to]) => from !== to)
  .map(([from, to]) => ({ from, to }));

/** Whether some walk of so many steps leads on from schools already met to another, through schools not yet met. */
function walks(given: readonly SupportGiven[], been: readonly SchoolId[], goal: Goal): boolean {
  if (goal.steps === 0) return been.at(-1) === goal.to;
  return given.some(
    ({ homeSchoolId, receivingSchoolId: next, onDate }) =>
      homeSchoolId === been.at(-1) &&
      onDate >= since &&
      !been.includes(next) &&
      (next === goal.to) === (goal.steps === 1) &&
      walks(given, [...been, next], { ...goal, steps: goal.steps - 1 }),
  );
}

interface Goal {
  readonly to: SchoolId;
  readonly steps: number;
}

describe("a chain of support", () => {
  it("is found exactly where trying every way finds one, and none is shorter", () => {
    fc.assert(
      fc.property(rows, ends, (given, { from, to }) => {
        const lengths = [2, 3].filter((steps) => walks(given, [from], { to, steps }));
        const chain = chainOfSupport(latestSupport(given), { from, to }, since);
        expect(chain?.length).toBe(lengths[0]);
        expect(mostSteps).toBe(3);
      }),
      { numRuns: 500 },
    );
  });

  it("leads from school to school by rows that are recent, the same for any order of rows", () => {
    const mixed = rows.chain((given) =>
      fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
    );
    fc.assert(
      fc.property(mixed, ends, ([given, other], { from, to }) => {
        const chain = chainOfSupport(latestSupport(given), { from, to }, since);
        expect(chainOfSupport(latestSupport(other), { from, to }, since)).toEqual(chain);
        if (chain === null) return;
        const places = [from, ...chain.map(({ receivingSchoolId }) => receivingSchoolId)];
        expect(chain.map(({ homeSchoolId }) => homeSchoolId)).toEqual(places.slice(0, -1));
        expect(places.at(-1)).toBe(to);
        for (const row of chain) {
          expect(given).toContainEqual(row);
          expect(row.onDate >= since).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

it("of support between two schools the latest is told, and of the same day work before what is offered", () => {
  fc.assert(
    fc.property(rows, (given) => {
      for (const [home, received] of latestSupport(given))
        for (const [receiving, told] of received) {
          const all = given.filter((row) => row.homeSchoolId === home && row.receivingSchoolId === receiving);
          const ofThatDay = all.filter(({ onDate }) => onDate === told.onDate);
          expect(all.every(({ onDate }) => onDate <= told.onDate)).toBe(true);
          expect(told.offerId === undefined).toBe(ofThatDay.some(({ offerId }) => offerId === undefined));
        }
    }),
  );
});
