import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { usualCalendar } from "../calendar/calendarInForce.ts";
import { sumOfDays } from "../calendar/days.ts";
import { awaitsAnswer, type Deployment, daysUnspent, hasEnded, type Visit } from "./deployment.ts";
import { finish } from "./deploymentSteps.ts";
import { madeUpDeployment, madeUpVisit } from "./deployment.testdata.ts";
import { type Capacity, freshCapacity, holdCapacity, returnCapacity } from "../people/capacity.ts";
import { answerRecord, checkNote, openStates, submitRecord } from "./visit.ts";

const today = "2026-11-30";
const now = `${today}T10:00:00.000Z`;
const supportedSchool = usualCalendar;
const sentNow = { now, homeSchool: usualCalendar };

type Command =
  | { readonly do: "draft"; readonly days: number }
  | { readonly do: "edit"; readonly which: number; readonly days: number }
  | { readonly do: "submit"; readonly which: number }
  | { readonly do: "answer"; readonly which: number; readonly accurate: boolean }
  | { readonly do: "end"; readonly as: EndsAs; readonly byBroker: boolean };
type EndsAs = "complete" | "curtailed" | "not-started";
const days = fc.integer({ min: 1, max: 8 }).map((halfDays) => halfDays / 2);
const which = fc.nat({ max: 5 });

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("draft" as const), days }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("edit" as const), which, days }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("submit" as const), which }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant("answer" as const), which, accurate: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("end" as const),
      as: fc.constantFrom("complete" as const, "curtailed" as const, "not-started" as const),
      byBroker: fc.boolean(),
    }),
  },
);

interface Life {
  readonly deployment: Deployment;
  readonly visits: readonly Visit[];
  readonly capacity: Capacity;
}

const startOfLife = (daysPlanned: number): Life => {
  const deployment = madeUpDeployment();
  const agreement = { ...deployment.agreement, daysPlanned };
  const fresh = freshCapacity(
    { personId: deployment.personId, capacityDaysPerYear: 15, capacityDeployments: 2 },
    deployment.academicYear,
  );
  const held = holdCapacity(fresh, daysPlanned);
  if (held.kind !== "held") throw new Error("Fifteen days hold any plan of these tests");
  return { deployment: { ...deployment, agreement }, visits: [], capacity: held.capacity };
};

const written = (life: Life, visit: Visit): Life => {
  const others = life.visits.filter((each) => each.visitId !== visit.visitId);
  const checked = checkNote({ deployment: life.deployment, others, note: visit, today, supportedSchool });
  return checked.kind === "possible" ? { ...life, visits: [...others, visit] } : life;
};

const ended = (life: Life, { as, byBroker }: { readonly as: EndsAs; readonly byBroker: boolean }): Life => {
  const ending = { as, on: today, reason: "" };
  const finished = finish(life.deployment, life.visits, { ending, today, byBroker });
  if (finished.kind !== "finished") return life;
  const capacity = returnCapacity(life.capacity, { days: finished.daysBack, endsDeployment: true });
  return { ...life, deployment: finished.deployment, capacity };
};

function step(life: Life, next: Command): Life {
  if (next.do === "draft") return written(life, madeUpVisit({ days: next.days }, life.visits.length + 1));
  if (next.do === "end") return ended(life, next);
  const visit = life.visits[next.which % Math.max(1, life.visits.length)];
  if (!visit) return life;
  if (next.do === "edit")
    return openStates.includes(visit.state) ? written(life, { ...visit, days: next.days }) : life;
  const moved =
    next.do === "submit"
      ? submitRecord(life.deployment, visit, sentNow)
      : answerRecord(life.deployment, visit, { accurate: next.accurate, note: "As it was", at: now });
  if (moved.kind !== "moved") return life;
  const others = life.visits.filter((each) => each.visitId !== visit.visitId);
  const capacity = returnCapacity(life.capacity, { days: moved.daysBack, endsDeployment: false });
  return { capacity, deployment: moved.deployment, visits: [...others, moved.visit] };
}

const deliveredOf = ({ visits }: Life): number =>
  visits.reduce((sum, each) => sum + (each.state === "accurate" ? each.days : 0), 0);
const claimedOf = ({ visits }: Life): number => visits.reduce((sum, each) => sum + each.days, 0);
const lives = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.array(command, { maxLength: 40, size: "max" }));

describe("the life of a deployment under any commands", () => {
  it("delivers and charges exactly the days marked accurate, and never more than were planned", () => {
    fc.assert(
      fc.property(lives, ([plannedHalfDays, commands]) => {
        let life = startOfLife(plannedHalfDays / 2);
        for (const next of commands) {
          life = step(life, next);
          expect(life.deployment.daysDelivered).toBe(deliveredOf(life));
          expect(life.deployment.daysCharged).toBe(life.deployment.daysDelivered);
          expect(claimedOf(life)).toBeLessThanOrEqual(life.deployment.agreement.daysPlanned);
        }
      }),
    );
  });

  it("holds of a practitioner's year what is planned while it goes on, and what was delivered once over", () => {
    fc.assert(
      fc.property(lives, ([plannedHalfDays, commands]) => {
        let life = startOfLife(plannedHalfDays / 2);
        for (const next of commands) {
          life = step(life, next);
          const { deployment, capacity } = life;
          const over = hasEnded(deployment);
          const held = capacity.daysTotal - capacity.daysLeft;
          const settled = deployment.daysDelivered + (deployment.daysUnanswered ?? 0);
          expect(held).toBe(over ? settled : deployment.agreement.daysPlanned);
          expect(capacity.deploymentsTotal - capacity.deploymentsLeft).toBe(over ? 0 : 1);
          expect(daysUnspent(deployment) + deployment.daysDelivered).toBe(deployment.agreement.daysPlanned);
        }
      }),
    );
  });

  it("changes nothing once it has ended but by an answer to what was sent before", () => {
    fc.assert(
      fc.property(lives, ([plannedHalfDays, commands]) => {
        let life = startOfLife(plannedHalfDays / 2);
        for (const next of commands) {
          const after = step(life, next);
          const isAnswer = next.do === "answer" && awaitsAnswer(life.deployment);
          expect(after).toEqual(hasEnded(life.deployment) && !isAnswer ? life : after);
          life = after;
        }
      }),
    );
  });

  it("waits after its end for exactly the records that were sent before and are not answered", () => {
    fc.assert(
      fc.property(lives, ([plannedHalfDays, commands]) => {
        const { deployment, visits } = commands.reduce(step, startOfLife(plannedHalfDays / 2));
        const sent = visits.filter((each) => each.state === "submitted").map((each) => each.days);
        const awaited = hasEnded(deployment) ? sumOfDays(sent) : 0;
        expect(deployment.daysUnanswered ?? 0).toBe(awaited);
        expect(awaitsAnswer(deployment)).toBe(awaited > 0);
      }),
    );
  });

  it("ends complete only with every record accurate, and not started only with nothing delivered", () => {
    fc.assert(
      fc.property(lives, ([plannedHalfDays, commands]) => {
        const { deployment, visits } = commands.reduce(step, startOfLife(plannedHalfDays / 2));
        const unsettled = visits.filter((each) => each.state !== "accurate").length;
        expect(deployment.state === "complete" && (unsettled > 0 || deployment.daysDelivered === 0)).toBe(
          false,
        );
        expect(deployment.state === "not-started" && deployment.daysDelivered > 0).toBe(false);
      }),
    );
  });

  it("is in delivery from its first submitted record on", () => {
    const first = submitRecord(madeUpDeployment(), madeUpVisit(), sentNow);
    expect(first).toMatchObject({ kind: "moved", deployment: { state: "in-delivery" } });
  });
});
