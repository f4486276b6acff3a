import { type Leaves, nationalCodeOf, noLeaves } from "../../shared/domain/people/expertise.ts";
import type { ExpertiseClaim } from "../../shared/domain/people/person.ts";
import type { SupportRequest } from "../../shared/domain/requests/request.ts";
import { claimLevels } from "../../shared/domain/vocabulary.ts";
import type { MatchPractitioner } from "../../shared/matching/facts/facts.ts";
import { meaningToday } from "../../shared/registers/codeToday.ts";

type ClaimFacts = MatchPractitioner["claims"][number] & { readonly lastPractisedYear: number };

/** Negative when the first of two claims of one code says more: level, then endorsement, then year. */
const byStrength = (a: ClaimFacts, b: ClaimFacts): number =>
  claimLevels.indexOf(b.level) - claimLevels.indexOf(a.level) ||
  Number(b.endorsed) - Number(a.endorsed) ||
  b.lastPractisedYear - a.lastPractisedYear;

/** What a code that a row holds means today: a leaf means its national code too, after itself. */
function meaningsToday(code: string, leaves: Leaves): readonly string[] {
  const meaning = meaningToday(code, leaves);
  return [...new Set([meaning, nationalCodeOf(meaning)])];
}

/**
 * Claims under the codes of today; who claims a leaf claims its national code. Where two became one code, the claim
 * that says more stands.
 */
export function claimsToday(claims: readonly ExpertiseClaim[], leaves: Leaves = noLeaves): ClaimFacts[] {
  const facts = claims.flatMap(({ code, level, phases, lastPractisedYear, endorsement }) =>
    meaningsToday(code, leaves).map((meaning) => ({
      code: meaning,
      level,
      lastPractisedYear,
      endorsed: endorsement !== null,
      phases: [...phases],
    })),
  );
  return facts.filter(({ code }, index) => {
    const alike = facts.filter((each) => each.code === code).toSorted(byStrength);
    return alike[0] === facts[index];
  });
}

/**
 * A request's codes under the codes of today, each once: the primary one wins over a secondary one. Who asks for a
 * leaf asks, second, for its national code, so that whoever claims that stands before those who are only near.
 */
export function codesToday(
  { primary, secondary }: SupportRequest["codes"],
  leaves: Leaves = noLeaves,
): SupportRequest["codes"] {
  const [first, ...others] = new Set([primary, ...secondary].flatMap((code) => meaningsToday(code, leaves)));
  return { primary: first ?? primary, secondary: others };
}
