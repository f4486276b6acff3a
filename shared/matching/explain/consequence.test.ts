import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { opened } from "../answered.testdata.ts";
import { mayBeProposed } from "../rules/rules.ts";
import { consequenceOf } from "./consequence.ts";
import { changedRequest, inFull, shortArea } from "./shortAreas.arbitrary.ts";

describe("the consequence of a change", () => {
  it("is the request that the change makes, and as many people as the relaxation says, none of whom could come before", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const run = opened(shortArea(seed));
        const { input } = run.roster;
        for (const { requestId, relaxations } of inFull(run))
          for (const { code, people } of relaxations) {
            if (code === "more-capacity") continue;
            const found = consequenceOf(run, requestId, code);
            if (found === null) throw new Error(`${code} is told of and has no consequence`);
            seen.add(code);
            const { before, after, rule, newcomers } = found;
            expect([code, newcomers.length]).toEqual([code, people]);
            const isJudgedOtherwise = rule !== null || code === "wider-expertise";
            expect(after).toEqual(isJudgedOtherwise ? before : changedRequest(code, before, input));
            expect(rule).toBe(code.startsWith("without-") ? code.slice("without-".length) : null);
            for (const id of newcomers) {
              const place = run.roster.placeOfPerson.get(id) ?? -1;
              const knew = run.roster.expertsIn(before.codes.primary).includes(place);
              expect(knew && mayBeProposed(run.roster.pairsFor(before)(place))).toBe(false);
            }
          }
      }),
      { numRuns: 100 },
    );
    expect(seen.size).toBeGreaterThan(5);
  });

  it("is none of a request or a change that there is not", () => {
    const run = opened(shortArea(1));
    const [request] = run.roster.requests;
    if (request === undefined) throw new Error("The area has requests");
    expect(consequenceOf(run, request.id, "no-such-change")).toBeNull();
    expect(consequenceOf(run, request.id, "more-capacity")).toBeNull();
  });
});
