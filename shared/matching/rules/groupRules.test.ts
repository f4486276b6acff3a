import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMonths } from "../../domain/calendar/calendar.ts";
import type { Membership } from "../../domain/schools/registerFacts.ts";
import { schoolId } from "../facts/madeUpArea.ts";
import type { Pair } from "../facts/pair.ts";
import { edgeDays, someMemberships } from "../facts/ties.arbitrary.ts";
import { pastEmployer } from "./conflictRules.ts";
import { groupRules, sameFederation, sameTrust } from "./groupRules.ts";
import type { HardRule } from "./rule.ts";
import { type Change, pairWith } from "./rules.testdata.ts";
import { warningsOf } from "./warnings.ts";

const fired = (pair: Pair, rules: readonly HardRule[] = groupRules): string[] =>
  rules.filter((rule) => rule.refuses(pair)).map(({ name }) => name);

const kindsOf: Readonly<Record<string, readonly Membership["kind"][]>> = {
  "same-trust": ["multi-academy-trust", "single-academy-trust", "secure-single-academy-trust", "trust"],
  "same-federation": ["federation"],
  "same-foundation": ["foundation-trust"],
  "same-umbrella": ["umbrella-trust"],
  "same-group": ["unknown"],
};

/** The rules that must fire by their definition, tried membership against membership. */
function expected(
  asking: readonly Membership[],
  home: readonly Membership[],
  at: Required<Pick<Change, "today" | "until" | "months">>,
) {
  const since = addMonths(at.today, -at.months);
  const counts = ({ from, to }: Membership): boolean =>
    !(from !== null && from > at.until) && !(to !== null && to < since);
  return Object.entries(kindsOf)
    .filter(([, kinds]) =>
      asking.some((a) =>
        home.some(
          (h) =>
            kinds.includes(a.kind) && kinds.includes(h.kind) && a.code === h.code && counts(a) && counts(h),
        ),
      ),
    )
    .map(([name]) => name);
}

const shuffled = <Row>(rows: readonly Row[]): fc.Arbitrary<Row[]> =>
  fc.shuffledSubarray([...rows], { minLength: rows.length });

const told = (pair: Pair) =>
  groupRules.map((rule) => [rule.refuses(pair), rule.why(pair), rule.evidence(pair)]);

describe("rules of groups", () => {
  it("fire exactly where both schools' memberships count by their dates", () => {
    const runs = fc.constantFrom("2025-12-31", "2026-01-05", "2026-01-31", "2026-02-28");
    fc.assert(
      fc.property(
        someMemberships,
        someMemberships,
        fc.record({
          today: runs,
          until: fc.constantFrom(...edgeDays.slice(-5)),
          months: fc.constantFrom(0, 1, 6, 23, 24),
        }),
        (asking, home, at) => {
          const pair = pairWith({ ...at, asking: { memberships: asking }, home: { memberships: home } });
          expect(fired(pair)).toEqual(expected(asking, home, at));
        },
      ),
      { numRuns: 500 },
    );
  });

  it("say the same of two schools whichever asks, and so do warnings of diocese and sponsor", () => {
    const schools = fc.record({
      memberships: someMemberships,
      dioceseCode: fc.option(fc.constantFrom("CE01", "RC02")),
    });
    fc.assert(
      fc.property(schools, schools, (one, other) => {
        const [pair, turned] = [
          pairWith({ asking: one, home: other }),
          pairWith({ asking: other, home: one }),
        ];
        const ties = ["same-diocese", "same-sponsor"];
        const warned = (each: Pair) =>
          warningsOf(each)
            .map(({ name }) => name)
            .filter((name) => ties.includes(name));
        expect([fired(pair), warned(pair)]).toEqual([fired(turned), warned(turned)]);
      }),
    );
  });

  it("look at nothing that has long ended or begins after the work, and tell the same for any order of rows", () => {
    const idle = fc.constantFrom<readonly [string | null, string | null]>(
      [null, "2024-01-04"],
      ["2020-09-01", "2023-12-31"],
      ["2026-03-28", null],
    );
    const idleRows = fc.array(
      fc
        .tuple(fc.constantFrom("federation" as const, "trust" as const), idle)
        .map(([kind, [from, to]]): Membership => ({ kind, code: "1", name: "", from, to })),
      { minLength: 1, maxLength: 3 },
    );
    const both = fc
      .tuple(someMemberships, someMemberships, idleRows)
      .chain(([asking, home, more]) =>
        fc.tuple(
          fc.constant(pairWith({ asking: { memberships: asking }, home: { memberships: home } })),
          shuffled([...asking, ...more]),
          shuffled([...home, ...more]),
        ),
      );
    fc.assert(
      fc.property(both, ([pair, asking, home]) => {
        expect(told(pairWith({ asking: { memberships: asking }, home: { memberships: home } }))).toEqual(
          told(pair),
        );
      }),
    );
  });

  it("let the trust of one school meet nobody but itself", () => {
    const memberships: Membership[] = [
      { kind: "single-academy-trust", code: "9", name: "Alone", from: "2020-01-01", to: null },
    ];
    expect(fired(pairWith({ home: { memberships } }))).toEqual([]);
    expect(fired(pairWith({ asking: { memberships } }))).toEqual([]);
  });
});

/** For a run of a day: the last day on which an end so many months back still counts. */
const edges = [
  { today: "2026-01-05", months: 24, counts: "2024-01-05", over: "2024-01-04" },
  { today: "2026-02-28", months: 24, counts: "2024-02-28", over: "2024-02-27" },
  { today: "2028-02-29", months: 24, counts: "2026-02-28", over: "2026-02-27" },
  { today: "2026-03-31", months: 1, counts: "2026-02-28", over: "2026-02-27" },
  { today: "2024-03-31", months: 1, counts: "2024-02-29", over: "2024-02-28" },
  { today: "2025-12-31", months: 6, counts: "2025-06-30", over: "2025-06-29" },
] as const;

describe("the last day of so many months", () => {
  for (const { today, months, counts, over } of edges)
    it(`is ${counts} for ${months} months before ${today}, of a membership and of an employment`, () => {
      const left = (to: string): Change => {
        const memberships: Membership[] = [{ kind: "federation", code: "1", name: "", from: null, to }];
        return { today, months, until: "2030-01-01", asking: { memberships }, home: { memberships } };
      };
      const worked = (endedOn: string): Change => ({
        today,
        months,
        person: { formerEmployers: [{ schoolId: schoolId(0), endedOn }] },
      });
      expect(fired(pairWith(left(counts)))).toEqual(["same-federation"]);
      expect(fired(pairWith(left(over)))).toEqual([]);
      expect(pastEmployer.refuses(pairWith(worked(counts)))).toBe(true);
      expect(pastEmployer.refuses(pairWith(worked(over)))).toBe(false);
      expect(sameFederation.why(pairWith(left(counts)))).toContain(`until ${counts}`);
    });

  it("of a membership to come is the last day of the work, whose evidence gives the day on which it begins", () => {
    const memberships: Membership[] = [
      { kind: "multi-academy-trust", code: "1", name: "Northern Lights", from: "2026-03-27", to: null },
    ];
    const both = { asking: { memberships }, home: { memberships } };
    expect(fired(pairWith({ ...both, until: "2026-03-26" }))).toEqual([]);
    const pair = pairWith({ ...both, until: "2026-03-27" });
    expect(sameTrust.why(pair)).toContain("trust Northern Lights (1): the asking school from 2026-03-27");
    expect(sameTrust.evidence(pair)).toEqual(
      [0, 1].map((at) => ({
        record: "membership",
        of: schoolId(at),
        what: "multi-academy-trust Northern Lights (1)",
        from: "2026-03-27",
        to: null,
      })),
    );
  });
});
