import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PersonId } from "../ids.ts";
import { type Capacity, changeTotals, freshCapacity, holdCapacity, returnCapacity } from "./capacity.ts";

const personId = PersonId.parse("per_practitioner12");
const halves = (most: number) => fc.nat(most * 2).map((halfDays) => halfDays / 2);
const totals = fc.record({ days: halves(30), deployments: fc.nat(5) });

const step = fc.oneof(
  fc.record({ kind: fc.constant("hold" as const), days: halves(12).filter((days) => days > 0) }),
  fc.record({ kind: fc.constant("end" as const), which: fc.nat(), spent: halves(12) }),
  fc.record({ kind: fc.constant("totals" as const), totals }),
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const yearWith = ({ days, deployments }: { days: number; deployments: number }): Capacity =>
  freshCapacity({ personId, capacityDaysPerYear: days, capacityDeployments: deployments }, "2026-27");

/** What the capacity should be, kept the slow way: every deployment under way, and days spent for good. */
interface Model {
  readonly underWay: readonly number[];
  readonly spent: number;
}
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

interface Taken {
  readonly capacity: Capacity;
  readonly model: Model;
  /** Whether the rule took the step, and whether the model says that it should. */
  readonly wasDone: boolean;
  readonly shouldBeDone: boolean;
}

function hold(capacity: Capacity, model: Model, days: number): Taken {
  const { underWay, spent } = model;
  const shouldBeDone =
    sum(underWay) + spent + days <= capacity.daysTotal && underWay.length < capacity.deploymentsTotal;
  const result = holdCapacity(capacity, days);
  return result.kind === "held"
    ? {
        capacity: result.capacity,
        model: { underWay: [...underWay, days], spent },
        wasDone: true,
        shouldBeDone,
      }
    : { capacity, model, wasDone: false, shouldBeDone };
}

function take(capacity: Capacity, model: Model, taken: Step): Taken {
  const { underWay, spent } = model;
  switch (taken.kind) {
    case "hold":
      return hold(capacity, model, taken.days);
    case "end": {
      if (underWay.length === 0) return { capacity, model, wasDone: false, shouldBeDone: false };
      const index = taken.which % underWay.length;
      const held = underWay[index] ?? 0;
      const delivered = Math.min(held, taken.spent);
      return {
        capacity: returnCapacity(capacity, { days: held - delivered, endsDeployment: true }),
        model: { underWay: underWay.toSpliced(index, 1), spent: spent + delivered },
        wasDone: true,
        shouldBeDone: true,
      };
    }
    case "totals": {
      const { days, deployments } = taken.totals;
      const shouldBeDone = sum(underWay) + spent <= days && underWay.length <= deployments;
      const result = changeTotals(capacity, taken.totals);
      return result.kind === "changed"
        ? { capacity: result.capacity, model, wasDone: true, shouldBeDone }
        : { capacity, model, wasDone: false, shouldBeDone };
    }
  }
}

describe("capacity", () => {
  test("whatever is held, ended early and changed, what is left is the total less what is held or spent", () => {
    fc.assert(
      fc.property(totals, fc.array(step, { maxLength: 40 }), (start, taken) => {
        let capacity = yearWith(start);
        let model: Model = { underWay: [], spent: 0 };
        for (const each of taken) {
          const next = take(capacity, model, each);
          expect(next.wasDone).toBe(next.shouldBeDone);
          ({ capacity, model } = next);
          expect(capacity.daysLeft).toBe(capacity.daysTotal - sum(model.underWay) - model.spent);
          expect(capacity.deploymentsLeft).toBe(capacity.deploymentsTotal - model.underWay.length);
          expect(capacity.daysLeft).toBeGreaterThanOrEqual(0);
          expect(capacity.deploymentsLeft).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test("what is held and given back whole leaves no trace", () => {
    fc.assert(
      fc.property(totals, halves(30), (start, days) => {
        const before = yearWith(start);
        const held = holdCapacity(before, days);
        if (held.kind !== "held") return;
        expect(returnCapacity(held.capacity, { days, endsDeployment: true })).toEqual(before);
      }),
    );
  });

  test("giving back more than was taken never makes more than the total", () => {
    fc.assert(
      fc.property(totals, halves(60), fc.boolean(), (start, days, endsDeployment) => {
        const after = returnCapacity(yearWith(start), { days, endsDeployment });
        expect(after.daysLeft).toBe(after.daysTotal);
        expect(after.deploymentsLeft).toBe(after.deploymentsTotal);
      }),
    );
  });

  test("what a refusal says is held is what stands in the way", () => {
    const held = holdCapacity(yearWith({ days: 10, deployments: 2 }), 4.5);
    if (held.kind !== "held") throw new Error("Ten days hold four and a half");
    expect(changeTotals(held.capacity, { days: 4, deployments: 2 })).toEqual({
      kind: "already-held",
      daysHeld: 4.5,
      deploymentsHeld: 1,
    });
    expect(changeTotals(held.capacity, { days: 4.5, deployments: 1 }).kind).toBe("changed");
  });

  test("the last deployment runs out before the days do, and is named", () => {
    expect(holdCapacity(yearWith({ days: 10, deployments: 0 }), 1)).toEqual({ kind: "deployments-used-up" });
    expect(holdCapacity(yearWith({ days: 1, deployments: 1 }), 1.5)).toEqual({
      kind: "days-used-up",
      daysLeft: 1,
    });
  });
});
