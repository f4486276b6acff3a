import { describe, expect, it } from "vitest";
import type { SchoolId } from "../../domain/ids.ts";
import type { Phase } from "../../domain/vocabulary.ts";
import type { GivenFacets } from "../../domain/requests/facets.ts";
import type { Pair } from "../facts/pair.ts";
import { present, schoolId } from "../facts/madeUpArea.ts";
import { refusals } from "./rules.ts";
import { asking, home, inGroup, pairWith, person, practitioner } from "./rules.testdata.ts";
import { warningsOf } from "./warnings.ts";

const warningsIn = (pair: Pair): string =>
  warningsOf(pair)
    .map(({ sentence }) => sentence)
    .join();

describe("what is only warned of", () => {
  it("let the travel limit pass with a warning where the distance is not known", () => {
    const pair = pairWith({ home: { eastingMetres: null }, person: { travelLimitMetres: 1 } });
    expect(refusals(pair)).toEqual([]);
    expect(warningsIn(pair)).toContain("distance is not known");
  });

  it("count remote work as no distance at all", () => {
    const pair = pairWith({
      request: { mode: "remote" },
      person: { modes: ["remote"], travelLimitMetres: 1 },
    });
    expect(pair.distanceMetres).toBe(0);
    expect(refusals(pair)).toEqual([]);
  });

  it("is the same diocese", () => {
    const pair = pairWith({ home: { dioceseCode: "D1" }, asking: { dioceseCode: "D1" } });
    expect(refusals(pair)).toEqual([]);
    expect(warningsIn(pair)).toContain("diocese D1");
  });

  it("is the same sponsor", () => {
    const pair = pairWith(inGroup("sponsor"));
    expect(refusals(pair)).toEqual([]);
    expect(warningsOf(pair)).toMatchObject([
      { name: "same-sponsor", evidence: [{ of: asking }, { of: home }] },
    ]);
  });

  it("is the asking school as the one to which somebody announced to move, and of no other", () => {
    const to = (schoolId: SchoolId) => pairWith({ person: { nextSchool: { schoolId, from: "2027-09-01" } } });
    expect(refusals(to(asking))).toEqual([]);
    expect(warningsOf(to(asking))).toMatchObject([
      { name: "announced-school", evidence: [{ record: "employment", of: person, from: "2027-09-01" }] },
    ]);
    expect(warningsOf(to(home))).toEqual([]);
  });

  it.each(["multi-academy-trust", "federation", "foundation-trust", "umbrella-trust", "unknown"] as const)(
    "is a %s that the asking school shares with the one to which somebody announced to move",
    (kind) => {
      const [elsewhere, from] = [schoolId(9), "2027-09-01"];
      const going = (group: string) =>
        pairWith({
          person: { nextSchool: { schoolId: elsewhere, from } },
          asking: { memberships: [present(kind, "G1")] },
          others: [{ id: elsewhere, memberships: [present(kind, group)] }],
        });
      expect(refusals(going("G1"))).toEqual([]);
      expect(warningsOf(going("G1"))).toMatchObject([
        {
          name: "announced-group",
          sentence: expect.stringMatching(/on 2027-09-01 .* G1 /),
          evidence: [
            { record: "employment", of: person, from },
            { record: "membership", of: asking },
            { record: "membership", of: elsewhere },
          ],
        },
      ]);
      expect(warningsOf(going("G2"))).toEqual([]);
    },
  );

  it.each([
    {
      asked: { supportType: "review" },
      lacks: { supportTypes: ["coaching"] },
      has: { supportTypes: ["review"] },
    },
    {
      asked: { audiences: ["governors"] },
      lacks: { audiences: ["teachers"] },
      has: { audiences: ["governors"] },
    },
    { asked: { settings: ["special"] }, lacks: { settings: ["faith"] }, has: { settings: ["special"] } },
  ] as const)("is where $asked was not named, and say nothing of who named none", ({ asked, lacks, has }) => {
    const warned = (given: GivenFacets | undefined) => {
      const pair = pairWith({ request: { facets: asked }, person: given ? { facets: given } : {} });
      expect(refusals(pair)).toEqual([]);
      return warningsOf(pair).flatMap(({ sentence }) =>
        sentence.includes("did not name") ? [sentence] : [],
      );
    };
    expect(warned(lacks)).toEqual([expect.stringContaining(Object.values(asked).flat().join())]);
    expect([warned(has), warned({}), warned(undefined)]).toEqual([[], [], []]);
  });

  it("is a claim that is for other phases than the request", () => {
    const claims = (phases: readonly Phase[]) =>
      pairWith({
        request: { phase: "primary" },
        person: { claims: practitioner.claims.map((claim) => ({ ...claim, phases })) },
      });
    const warned = (phases: readonly Phase[]) =>
      warningsOf(claims(phases)).flatMap(({ sentence }) => (sentence.includes("is for") ? [sentence] : []));
    expect(warned(["secondary"])).toEqual(["The claim of CT-03 is for secondary, not primary."]);
    expect(warned(["secondary", "primary"])).toEqual([]);
  });
});
