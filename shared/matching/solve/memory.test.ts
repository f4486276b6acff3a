import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FairnessMode } from "../../domain/runs/matchingPolicy.ts";
import { opened } from "../answered.testdata.ts";
import type { MatchInput, MatchRequest } from "../facts/facts.ts";
import { madeUpArea, requestId } from "../facts/madeUpArea.ts";
import { resultOf } from "../match.ts";
import { type OpenRun } from "../openRun.ts";
import { canonicalText } from "../runs/canonical.ts";
import type { LadderProof } from "../certificate/fairProof.ts";
import type { ClimbedPart } from "./fair/ladder.ts";
import type { KeptPart } from "./memory.ts";

const kinds = ["CT-03", "PA-07"] as const;
const kindOf = (at: number) => kinds[at % 2] ?? "CT-03";

/** An area of two kinds of work, each with people of its own, so that it falls into two parts at least. */
function twoKinds(seed: number, halfDays = 40): MatchInput {
  const area = madeUpArea({ schools: 12, practitioners: 90, requests: 90, codes: 10, seed });
  return {
    ...area,
    policy: { ...area.policy, searchCases: 20 },
    practitioners: area.practitioners.map((person, at) => ({
      ...person,
      // Mostly days bind few of them, so that an area is solved in no time.
      capacityHalfDaysLeft: at % 15 === 0 ? person.capacityHalfDaysLeft : halfDays,
      claims: [{ code: kindOf(at), level: "can-coach", lastPractisedYear: 2025, endorsed: true }],
    })),
    requests: area.requests.map((request, at) => ({
      ...request,
      codes: { primary: kindOf(at), secondary: [] },
      pinned: [],
    })),
  };
}

const fairly = (input: MatchInput, fairness: FairnessMode): MatchInput => ({
  ...input,
  policy: { ...input.policy, fairness },
});

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

  it("has the same fair answer as from scratch, and climbs no part again that is as it was", () => {
    const modes = fc.constantFrom("worst-first", "worst-first-among-best");
    const names = fc.constantFrom("decline", "withdrawal", "request", "nothing");
    let reused = 0;
    fc.assert(
      fc.property(fc.nat(100_000), modes, names, (seed, fairness, name) => {
        const before = opened(fairly(twoKinds(seed, 6), fairness));
        const after = events[name](before);
        const [knowing, scratch] = [opened(after, before.solvedParts), opened(after)];
        expect(canonicalText(resultOf(knowing))).toBe(canonicalText(resultOf(scratch)));
        expect(knowing.solvedParts).toEqual(scratch.solvedParts);
        const isOf = (kept: KeptPart, ladder: LadderProof): boolean =>
          "ladder" in kept && kept.ladder === ladder;
        for (const found of knowing.solvedParts.values()) {
          const ladder = "ladder" in found ? found.ladder : null;
          if (ladder !== null && [...before.solvedParts.values()].some((kept) => isOf(kept, ladder)))
            reused++;
        }
      }),
      { numRuns: 4, examples: [[1, "worst-first", "nothing"]] },
    );
    expect(reused).toBeGreaterThan(1);
  });

  it("climbs again where what was kept of a climb is not true, or of another part", () => {
    const run = opened(fairly(twoKinds(1, 6), "worst-first"));
    const spoilers: readonly ((climb: ClimbedPart) => ClimbedPart)[] = [
      (climb) => ({ ...climb, taken: climb.taken.map(() => 0) }),
      (climb) => ({ ...climb, taken: climb.taken.map(() => 1) }),
      (climb) => ({ ...climb, taken: climb.taken.slice(1) }),
      (climb) => ({ ...climb, placesProven: climb.placesProven + 1 }),
      (climb) => ({ ...climb, ladder: null }),
      (climb) => ({ ...climb, work: climb.workAllowed }),
    ];
    const climbs = Array.from(run.solvedParts.values()).filter((found) => "ladder" in found);
    expect(climbs.some(({ placesProven }) => placesProven > 0)).toBe(true);
    for (const spoilt of spoilers) {
      const wrong = new Map(
        Array.from(run.solvedParts, ([name, found]) => [name, "ladder" in found ? spoilt(found) : found]),
      );
      const again = opened(run.roster.input, wrong);
      expect(canonicalText(resultOf(again))).toBe(canonicalText(resultOf(run)));
    }
  });

  it("fails its certificate where an answer was kept for a part that it is none of", () => {
    const run = opened(twoKinds(1));
    const wrong = new Map(
      Array.from(run.solvedParts, ([name, found]) => [
        name,
        "objective" in found ? { ...found, objective: found.objective + 1n } : found,
      ]),
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
