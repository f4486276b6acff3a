import * as fc from "fast-check";
import { type Membership, membershipKinds } from "../../domain/schools/registerFacts.ts";
import type { KnownConcern, MatchInput, MatchInterest, MatchSchool } from "./facts.ts";
import { diceFrom, schoolId } from "./madeUpArea.ts";

/** Days on which something that is judged on 2026-01-05 comes to count or counts for the last time, and days around. */
export const edgeDays = [
  "2023-12-31",
  "2024-01-04",
  "2024-01-05",
  "2024-01-06",
  "2024-02-29",
  "2025-08-31",
  "2026-01-04",
  "2026-01-05",
  "2026-01-06",
  "2026-01-12",
  "2026-03-26",
  "2026-03-27",
  "2026-03-28",
  "2026-04-01",
] as const;

const days = fc.option(fc.constantFrom(...edgeDays));

/** A membership of one of few groups, with days that need not follow each other. */
export const someMemberships: fc.Arbitrary<readonly Membership[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...membershipKinds),
    code: fc.constantFrom("1", "2"),
    name: fc.constantFrom("", "Northern Lights"),
    from: days,
    to: days,
  }),
  { maxLength: 4 },
);

export const someInterests = (schools: number): fc.Arbitrary<readonly MatchInterest[]> =>
  fc.array(
    fc.record({
      schoolId: fc.nat(schools - 1).map(schoolId),
      kind: fc.constantFrom("governor", "family", "own-child", "financial", "other"),
      since: days,
      until: days,
    }),
    { maxLength: 3 },
  );

/** The area with groups, interests, inspections and support of all days, the same for the same seed. */
export function withDatedTies(area: MatchInput, seed: number): MatchInput {
  const dice = diceFrom(seed);
  const day = (): string | null => (dice.below(3) === 0 ? null : dice.pick(edgeDays));
  const concern = (): KnownConcern | null => {
    if (dice.below(6) > 0) return null;
    const [category, framework] = ["serious-weaknesses", "report-card"] as const;
    return { by: "inspection", category, framework, since: day(), publishedOn: day() };
  };
  const memberships = (): Membership[] =>
    Array.from({ length: dice.below(4) }, () => ({
      kind: dice.pick(membershipKinds),
      code: String(dice.below(6)),
      name: "",
      from: day(),
      to: day(),
    }));
  const schools = area.schools.map((school): MatchSchool => ({
    ...school,
    memberships: [...school.memberships, ...memberships()],
    concern: concern(),
  }));
  return {
    ...area,
    schools,
    practitioners: area.practitioners.map((person) => ({
      ...person,
      declaredInterests: Array.from({ length: dice.below(3) }, () => ({
        schoolId: schoolId(dice.below(schools.length)),
        kind: dice.pick(["governor", "family", "own-child"] as const),
        since: day(),
        until: day(),
      })),
      formerEmployers: Array.from({ length: dice.below(3) }, () => ({
        schoolId: schoolId(dice.below(schools.length)),
        endedOn: dice.pick(edgeDays),
      })),
    })),
  };
}
