import { describe, expect, it } from "vitest";
import { matched } from "../answered.testdata.ts";
import type { MatchInput, MatchRequest } from "../facts/facts.ts";
import { madeUpArea, personId, requestId, schoolId } from "../facts/madeUpArea.ts";

const area = madeUpArea({ schools: 6, practitioners: 6, requests: 5, codes: 4, seed: 11 });
const withRequest = (change: Partial<MatchRequest>): MatchInput => ({
  ...area,
  requests: area.requests.map((row, at) => (at === 3 ? { ...row, ...change } : row)),
});

describe("a pin that a rule forbids", () => {
  const open = { pinned: [], excluded: [], declinedBy: [], alreadyHeld: [], people: 1 };
  it("is reported with request, person and rule, and is not followed", () => {
    const home = area.practitioners[2]?.homeSchoolId ?? schoolId(0);
    const forbidden: readonly [string, MatchInput][] = [
      ["excluded", withRequest({ ...open, excluded: [personId(2)], pinned: [personId(2)] })],
      ["declined-already", withRequest({ ...open, declinedBy: [personId(2)], pinned: [personId(2)] })],
      ["same-school", withRequest({ ...open, schoolId: home, pinned: [personId(2)] })],
      ["held-already", withRequest({ ...open, alreadyHeld: [personId(2)], pinned: [personId(2)] })],
    ];
    for (const [rule, input] of forbidden) {
      // Everybody knows the code asked for, so that only the rule stands against the pin.
      const code = input.requests[3]?.codes.primary ?? "";
      const claims = [{ code, level: "can-coach", lastPractisedYear: 2025, endorsed: true }] as const;
      const result = matched({
        ...input,
        practitioners: input.practitioners.map((row) => ({ ...row, claims })),
      });
      expect(result.unfollowed.filter(({ requestId: id }) => id === requestId(3))).toEqual([
        {
          requestId: requestId(3),
          personId: personId(2),
          kind: "pin",
          rule,
          sentence: expect.stringMatching(/\.$/),
        },
      ]);
      expect(
        result.proposals.filter(
          ({ requestId: id, personId: who }) => id === requestId(3) && who === personId(2),
        ),
      ).toEqual([]);
    }
  });

  it("is reported when the request has no place left for it", () => {
    const result = matched(withRequest({ ...open, people: 0, pinned: [personId(2)] }));
    expect(result.unfollowed).toContainEqual({
      requestId: requestId(3),
      personId: personId(2),
      kind: "pin",
      rule: "request-full",
      sentence: "The request has no place left.",
    });
  });
});
