import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DeploymentId } from "../../domain/ids.ts";
import type { Phase } from "../../domain/vocabulary.ts";
import type { MatchInput } from "../facts/facts.ts";
import { personId, schoolId } from "../facts/madeUpArea.ts";
import { someMemberships } from "../facts/ties.arbitrary.ts";
import { tooFar } from "./capacityRules.ts";
import { homeSchoolInConcern, pastEmployer, reciprocal } from "./conflictRules.ts";
import { groupRules } from "./groupRules.ts";
import type { HardRule } from "./rule.ts";
import { type Change, pairWith } from "./rules.testdata.ts";
import { refusals } from "./rules.ts";
import { designationMissing, phaseLacking } from "./standingRules.ts";

describe("a rule set aside", () => {
  it("stays so for the groups that it was set aside for, whatever is learned of them, and counts for any other", () => {
    fc.assert(
      fc.property(someMemberships, someMemberships, someMemberships, (asking, home, later) => {
        const pair = pairWith({ asking: { memberships: asking }, home: { memberships: home } });
        const overrides = groupRules.map((rule) => ({
          personId: personId(0),
          rule: rule.name,
          reason: "The heads agreed",
          causes: rule.causes?.(pair) ?? [],
        }));
        const known = pairWith({ overrides, asking: { memberships: asking }, home: { memberships: home } });
        expect(groupRules.filter((rule) => refusals(known).includes(rule))).toEqual([]);
        const joined = pairWith({
          overrides,
          asking: { memberships: [...asking, ...later] },
          home: { memberships: [...home, ...later] },
        });
        for (const rule of groupRules) {
          const before = rule.causes?.(pair) ?? [];
          const isNew = (rule.causes?.(joined) ?? []).some((cause) => !before.includes(cause));
          expect(refusals(joined).includes(rule)).toBe(isNew);
        }
      }),
    );
  });

  it("counts again once another stretch of support, or another inspection, makes it refuse", () => {
    const support = (id: string): MatchInput["recentSupport"] => [
      {
        homeSchoolId: schoolId(0),
        receivingSchoolId: schoolId(1),
        onDate: "2025-11-03",
        deploymentId: DeploymentId.parse(id),
      },
    ];
    const inspected = (since: string): Change => ({
      home: {
        concern: {
          by: "inspection",
          category: "special-measures",
          framework: "oeif",
          since,
          publishedOn: since,
        },
      },
    });
    const cases = [
      {
        rule: reciprocal,
        first: { recentSupport: support("dep_00000001") },
        next: { recentSupport: support("dep_00000002") },
      },
      { rule: homeSchoolInConcern, first: inspected("2025-03-07"), next: inspected("2025-12-02") },
    ];
    for (const { rule, first, next } of cases) {
      const causes = rule.causes?.(pairWith(first)) ?? [];
      const overrides = [{ personId: personId(0), rule: rule.name, reason: "The heads agreed", causes }];
      expect(refusals(pairWith({ ...first, overrides }))).not.toContain(rule);
      expect(refusals(pairWith({ ...next, overrides }))).toContain(rule);
    }
  });
});

describe("a rule set aside for a record of the practitioner", () => {
  const worked = (from: string, endedOn: string) => ({ schoolId: schoolId(0), from, endedOn });
  const far = (travelLimitMetres: number): Change => ({
    person: { travelLimitMetres },
    asking: { eastingMetres: 400_000, northingMetres: 300_000 },
    home: { eastingMetres: 440_000, northingMetres: 300_000 },
  });
  const phases = (...worksIn: Phase[]): Change => ({ person: { phases: worksIn } });
  const spell = worked("2019-09-01", "2025-08-31");
  const cases: readonly (readonly [
    what: string,
    { rule: HardRule; first: Change; same: Change; next: Change },
  ])[] = [
    [
      "a spell of employment",
      {
        rule: pastEmployer,
        first: { person: { formerEmployers: [spell] } },
        same: { person: { formerEmployers: [{ ...spell, endedOn: "2025-12-31" }] } },
        next: { person: { formerEmployers: [spell, worked("2025-10-01", "2025-12-31")] } },
      },
    ],
    ["a travel limit", { rule: tooFar, first: far(20_000), same: far(20_000), next: far(30_000) }],
    [
      "a place to travel from",
      {
        rule: tooFar,
        first: far(20_000),
        same: far(20_000),
        next: { ...far(20_000), home: { eastingMetres: 490_000, northingMetres: 300_000 } },
      },
    ],
    [
      "the phases worked in",
      {
        rule: phaseLacking,
        first: phases("post-16", "early-years"),
        same: phases("early-years", "post-16"),
        next: phases("early-years"),
      },
    ],
  ];
  it.each(cases)("stays so for %s, and counts again for another", (_, { rule, first, same, next }) => {
    const causes = rule.causes?.(pairWith(first)) ?? [];
    const overrides = [{ personId: personId(0), rule: rule.name, reason: "The heads agreed", causes }];
    expect(refusals(pairWith(first))).toContain(rule);
    for (const known of [first, same])
      expect(refusals(pairWith({ ...known, overrides }))).not.toContain(rule);
    expect(refusals(pairWith({ ...next, overrides }))).toContain(rule);
  });

  it("counts again for another phase or designation that the request comes to ask for", () => {
    const asking = (more: NonNullable<Change["request"]>): Change => ({
      request: more,
      person: { phases: [], designations: [] },
    });
    const cases = [
      [phaseLacking, { phase: "primary" }, { phase: "secondary" }],
      [designationMissing, { requiredDesignation: "NLE" }, { requiredDesignation: "SLE" }],
    ] as const;
    for (const [rule, one, other] of cases) {
      const causes = rule.causes?.(pairWith(asking(one))) ?? [];
      const overrides = [{ personId: personId(0), rule: rule.name, reason: "The heads agreed", causes }];
      expect(refusals(pairWith({ ...asking(one), overrides }))).not.toContain(rule);
      expect(refusals(pairWith({ ...asking(other), overrides }))).toContain(rule);
    }
  });
});
