import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Relaxation, MatchResult } from "../explain/result.ts";
import { daysAfter, weeksBetween } from "../facts/dates.ts";
import type { MatchInput, MatchRequest } from "../facts/facts.ts";
import { match } from "../match.ts";
import { openArea } from "./openAreas.arbitrary.ts";

function matched(input: MatchInput): MatchResult {
  const outcome = match(input);
  if (outcome.kind !== "matched") throw new Error(JSON.stringify(outcome.problems));
  return outcome.result;
}

/** The request as a relaxation says it would be, in the words of its code. */
function changedRequest(request: MatchRequest, code: string, input: MatchInput): MatchRequest {
  const { maxFromOneSchool: _limit, ...unlimited } = request;
  const waived = code.startsWith("without-") ? code.slice("without-".length) : null;
  if (waived !== null)
    return {
      ...request,
      overrides: input.practitioners.map(({ id }) => ({ personId: id, rule: waived, reason: "tried" })),
    };
  if (code === "remote") return { ...request, mode: "remote" };
  if (code === "later")
    return { ...request, window: { ...request.window, to: daysAfter(request.window.to, 42) } };
  if (code === "after-half-term") {
    const { nextHalfTerm, ...others } = request;
    return { ...others, window: { from: request.window.from, to: nextHalfTerm?.to ?? "" } };
  }
  if (code === "fewer-days") return { ...request, halfDays: Math.floor(request.halfDays / 2) };
  return code === "one-school" ? unlimited : request;
}

/** The facts with a relaxation made true: the request changed, and the people it names given more room. */
const relaxed = (input: MatchInput, requestId: string, { code, more }: Relaxation): MatchInput => ({
  ...input,
  requests: input.requests.map((row) => (row.id === requestId ? changedRequest(row, code, input) : row)),
  practitioners: input.practitioners.map((row) => {
    const given = more.find(({ personId }) => personId === row.id);
    return {
      ...row,
      capacitySlotsLeft: row.capacitySlotsLeft + (given?.slots ?? 0),
      capacityHalfDaysLeft: row.capacityHalfDaysLeft + (given?.halfDays ?? 0),
    };
  }),
});

/** Areas in which much stays open, nothing is pinned and nobody is owed a least load. */
const shortAreas = fc.integer({ min: 1, max: 1_000_000 }).map((seed) => {
  const area = openArea({ practitioners: 7, requests: 6, seed });
  return {
    ...area,
    practitioners: area.practitioners.map((row, at) => ({
      ...row,
      leastSlots: 0,
      travelLimitMetres: at % 2 === 0 ? 9000 : null,
      modes: at % 3 === 0 ? (["on-site"] as const) : row.modes,
    })),
    requests: area.requests.map((row, at) => ({
      ...row,
      pinned: [],
      ...(at % 2 === 0
        ? {}
        : { nextHalfTerm: { from: daysAfter(row.window.to, 10), to: daysAfter(row.window.to, 60) } }),
    })),
  };
});

const worthOf = ({ policy, today }: MatchInput, request: MatchRequest): number =>
  (policy.priorityWeights[request.priority - 1] ?? 0) +
  Math.min(policy.ageWeeksCounted, weeksBetween(request.submittedOn, today));

describe("a relaxation", () => {
  it("when made true fills the places that it promises, with none lost elsewhere", () => {
    let tried = 0;
    fc.assert(
      fc.property(shortAreas, (input) => {
        const before = matched(input);
        fc.pre(before.certificate.optimal);
        for (const { requestId, relaxations } of before.unmet) {
          const request = input.requests.find(({ id }) => id === requestId);
          for (const relaxation of relaxations.filter(({ code }) => code !== "wider-expertise")) {
            const after = matched(relaxed(input, requestId, relaxation));
            const gained = after.objective.priorityWeighted - before.objective.priorityWeighted;
            expect({
              relaxation,
              gained: gained >= relaxation.gain * (request ? worthOf(input, request) : 0),
            }).toEqual({ relaxation, gained: true });
            tried++;
          }
        }
      }),
      { numRuns: 30 },
    );
    expect(tried).toBeGreaterThan(10);
  });
});
