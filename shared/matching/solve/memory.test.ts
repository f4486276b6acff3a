import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { opened } from "../answered.testdata.ts";
import type { MatchInput, MatchRequest } from "../facts/facts.ts";
import { madeUpArea, requestId } from "../facts/madeUpArea.ts";
import { resultOf } from "../match.ts";
import { type OpenRun } from "../openRun.ts";
import { canonicalText } from "../runs/canonical.ts";

const kinds = ["CT-03", "PA-07"] as const;
const kindOf = (at: number) => kinds[at % 2] ?? "CT-03";

/** An area of two kinds of work, each with people of its own, so that it falls into two parts at least. */
function twoKinds(seed: number): MatchInput {
  const area = madeUpArea({ schools: 12, practitioners: 90, requests: 90, codes: 10, seed });
  return {
    ...area,
    policy: { ...area.policy, searchCases: 20 },
    practitioners: area.practitioners.map((person, at) => ({
      ...person,
      // Days bind few of them, so that an area is solved in no time.
      capacityHalfDaysLeft: at % 15 === 0 ? person.capacityHalfDaysLeft : 40,
      claims: [{ code: kindOf(at), level: "can-coach", lastPractisedYear: 2025, endorsed: true }],
    })),
    requests: area.requests.map((request, at) => ({
      ...request,
      codes: { primary: kindOf(at), secondary: [] },
      pinned: [],
    })),
  };
}

const withRequests = (input: MatchInput, change: (request: MatchRequest) => readonly MatchRequest[]) => ({
  ...input,
  requests: input.requests.flatMap(change),
});

/** What happens after a run: somebody declines, what was asked of them is withdrawn, or one more request comes in. */
const events = {
  decline: (run: OpenRun): MatchInput => {
    const i = run.peopleOf.findIndex((people) => people.length > 0);
    const declined = run.roster.practitioners[run.peopleOf[i]?.[0] ?? -1]?.id;
    const id = run.roster.requests[i]?.id;
    return withRequests(run.roster.input, (row) => [
      row.id === id && declined !== undefined ? { ...row, declinedBy: [...row.declinedBy, declined] } : row,
    ]);
  },
  withdrawal: (run: OpenRun): MatchInput =>
    withRequests(run.roster.input, (row) => (row.id === requestId(4) ? [] : [row])),
  request: (run: OpenRun): MatchInput =>
    withRequests(run.roster.input, (row) =>
      row.id === requestId(4) ? [row, { ...row, id: requestId(400) }] : [row],
    ),
  nothing: (run: OpenRun): MatchInput => run.roster.input,
} as const;

describe("a run that knows the parts of another", () => {
  it("has the same answer to the last byte as from scratch, whatever has happened since", () => {
    const event = fc.constantFrom("decline", "withdrawal", "request", "nothing");
    const reused = { decline: 0, withdrawal: 0, request: 0, nothing: 0 };
    fc.assert(
      fc.property(fc.nat(100_000), event, (seed, name) => {
        const before = opened(twoKinds(seed));
        const after = events[name](before);
        const [knowing, scratch] = [opened(after, before.solvedParts), opened(after)];
        expect(canonicalText(resultOf(knowing))).toBe(canonicalText(resultOf(scratch)));
        const names = [...knowing.solvedParts.keys()];
        expect(names).toEqual([...scratch.solvedParts.keys()]);
        reused[name] += names.filter((each) => before.solvedParts.has(each)).length;
      }),
      {
        numRuns: 7,
        examples: [
          [1, "nothing"],
          [1, "decline"],
          [2, "decline"],
        ],
      },
    );
    expect(reused.nothing).toBeGreaterThan(1);
    expect(reused.decline).toBeGreaterThan(1);
  });

  it("fails its certificate where an answer was kept for a part that it is none of", () => {
    const run = opened(twoKinds(1));
    const wrong = new Map(
      Array.from(run.solvedParts, ([name, found]) => [name, { ...found, objective: found.objective + 1n }]),
    );
    expect([run.verdict.valid, run.solvedParts.size > 0]).toEqual([true, true]);
    expect(opened(run.roster.input, wrong).verdict.valid).toBe(false);
  });

  it("fails it too where the first tiers would need a proof of their own", () => {
    const area = twoKinds(1);
    const run = opened({
      ...area,
      policy: { ...area.policy, rotationCostPerLoad: 10_000, priorityWeights: [1, 1, 1, 10_000] },
      practitioners: area.practitioners.map((row, at) => ({ ...row, loadSlots: 180, leastSlots: at % 2 })),
      requests: area.requests.map((row) => ({ ...row, people: 3, priority: 4 })),
    });
    const wrong = new Map(
      Array.from(run.solvedParts, ([name, found]) => [name, { ...found, taken: found.taken.map(() => 1) }]),
    );
    expect([run.encoded.scale.outweighs, run.verdict.valid, run.solvedParts.size > 0]).toEqual([
      false,
      true,
      true,
    ]);
    expect(opened(run.roster.input, wrong)).toMatchObject({ verdict: { valid: false }, firstTiers: null });
  });
});
