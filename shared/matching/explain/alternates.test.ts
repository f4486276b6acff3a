import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matched, opened } from "../answered.testdata.ts";
import { isBest } from "../openRun.ts";
import { lossesInFull } from "./lossesInFull.ts";
import { thorough, soughtArea, toldIn, isTrue, canStepIn, isSaidTruly } from "./toldAlternates.arbitrary.ts";

const seeds = fc.integer({ min: 1, max: 1_000_000 });

describe("alternates", () => {
  it("tell what a run that must propose them loses: exactly, or a bound that holds", () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(seeds, fc.constantFrom(1, thorough), (seed, searchCases) => {
        const area = soughtArea(seed);
        const input = { ...area, policy: { ...area.policy, searchCases } };
        const wrong = toldIn(input).filter((told) => {
          const { loss } = told.alternate;
          if (loss === null) return false;
          const bounds = loss.certainty === "exact" ? "exact" : loss.atLeast === null ? "at most" : "between";
          const key = `${told.alternate.freeNow ? "free" : "held"} ${bounds}`;
          seen.set(key, (seen.get(key) ?? 0) + 1);
          return !isTrue(told, loss);
        });
        expect(wrong.map(({ alternate, proposal }) => [proposal.requestId, alternate])).toEqual([]);
      }),
      { numRuns: 25 },
    );
    expect(Array.from(seen.keys())).toEqual(
      expect.arrayContaining(["held exact", "free exact", "held between", "free between"]),
    );
  });

  it("are told exactly once the run is solved again with them, where nothing is in doubt", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const area = soughtArea(seed);
        const input = { ...area, policy: { ...area.policy, candidatesPerRequest: 64 } };
        const [run, before] = [opened(input), matched(input)];
        const wrong = before.proposals.flatMap((proposal) => {
          const places = lossesInFull(run, proposal.requestId) ?? [];
          const place = places.find(({ personId }) => personId === proposal.personId);
          return (place?.alternates ?? []).filter(
            (alternate) =>
              alternate.loss !== null &&
              !(
                alternate.loss.certainty === "exact" &&
                isTrue({ proposal, alternate, input, before }, alternate.loss)
              ),
          );
        });
        expect([isBest(run), wrong]).toEqual([true, []]);
      }),
      { numRuns: 12 },
    );
  });

  it("are free exactly when they can step in with all other proposals left as they are", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const wrong = toldIn(soughtArea(seed)).filter((told) => canStepIn(told) !== told.alternate.freeNow);
        expect(wrong.map(({ alternate, proposal }) => [proposal, alternate])).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  it("are told why in words that the facts bear out", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const wrong = toldIn(soughtArea(seed)).filter((told) => !isSaidTruly(told));
        expect(wrong.map(({ alternate, proposal }) => [proposal.fit, alternate])).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  it("tell of a run that puts the worst place first only what an exchange comes to, and blame the policy", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const area = soughtArea(seed);
        const policy = { ...area.policy, fairness: "worst-first" } as const;
        const alternates = toldIn({ ...area, policy }).map(({ alternate }) => alternate);
        expect(alternates.filter(({ loss }) => loss !== null && loss.certainty !== "at-most")).toEqual([]);
        expect(alternates.filter(({ whyNot }) => whyNot.includes("not proved"))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});
