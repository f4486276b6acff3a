import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outcomesAwaited, settle } from "./closing.ts";
import type { Deployment } from "../deployments/deployment.ts";
import {
  madeUpDeployment,
  madeUpOutcome,
  madeUpRequest,
  objectiveIds,
} from "../deployments/deployment.testdata.ts";
import { directions, type Outcome } from "../outcomes/outcome.ts";

const today = "2026-12-18";
const request = madeUpRequest("in-delivery");
const over = (daysDelivered: number, number: number): Deployment =>
  madeUpDeployment({ state: daysDelivered > 0 ? "complete" : "not-started", daysDelivered }, number);
const direction = fc.constantFrom(...directions);

describe("a request whose work is over", () => {
  it("goes on while any of its deployments has not ended", () => {
    const deployments = [over(3, 1), madeUpDeployment({ state: "in-delivery" }, 2)];
    expect(settle(request, { deployments, outcomes: [] }, today).kind).toBe("goes-on");
  });

  it("goes on while it still looks for people", () => {
    const looking = madeUpRequest("open");
    expect(settle(looking, { deployments: [over(3, 1)], outcomes: [] }, today).kind).toBe("goes-on");
  });

  it("closes as unmet at once when nobody delivered anything", () => {
    const settled = settle(request, { deployments: [over(0, 1), over(0, 2)], outcomes: [] }, today);
    expect(settled).toMatchObject({ kind: "closed", as: "unmet", request: { closure: { on: today } } });
  });

  it("is in review until the outcome of every objective that was worked on is in, and then closes", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 4 }),
        fc.infiniteStream(direction),
        (delivered, stream) => {
          const deployments = delivered.map((each, index) => over(each, index + 1));
          const worked = deployments.filter((each) => each.daysDelivered > 0);
          const outcomes: Outcome[] = [];
          let current = madeUpRequest("in-delivery");
          for (const deployment of worked)
            for (const objectiveId of objectiveIds) {
              const waiting = settle(current, { deployments, outcomes }, today);
              if (waiting.kind === "to-review") current = waiting.request;
              expect(current.state).toBe("review");
              expect(outcomesAwaited({ deployments, outcomes })).toBeGreaterThan(0);
              outcomes.push(madeUpOutcome(deployment, objectiveId, stream.next().value ?? "worse"));
            }
          const settled = settle(current, { deployments, outcomes }, today);
          expect(settled.kind).toBe("closed");
        },
      ),
    );
  });

  it("is met when all got better, unmet when none did, and met in part between the two", () => {
    fc.assert(
      fc.property(direction, direction, (first, second) => {
        const deployment = over(3, 1);
        const outcomes = objectiveIds.map((objectiveId, index) =>
          madeUpOutcome(deployment, objectiveId, index === 0 ? first : second),
        );
        const better = [first, second].filter((each) => each === "better").length;
        const expected = better === 2 ? "met" : better === 1 ? "part-met" : "unmet";
        expect(settle(request, { deployments: [deployment], outcomes }, today)).toMatchObject({
          as: expected,
        });
      }),
    );
  });
});
