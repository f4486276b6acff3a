import type { ExpertiseClaim } from "../../shared/domain/person.ts";
import type { SupportRequest } from "../../shared/domain/request.ts";
import { claimLevels } from "../../shared/domain/vocabulary.ts";
import type { MatchPractitioner } from "../../shared/matching/facts/facts.ts";
import { codeToday } from "../../shared/registers/taxonomy.ts";

type ClaimFacts = MatchPractitioner["claims"][number] & { readonly lastPractisedYear: number };

/** Negative when the first of two claims of one code says more: level, then endorsement, then year. */
const byStrength = (a: ClaimFacts, b: ClaimFacts): number =>
  claimLevels.indexOf(b.level) - claimLevels.indexOf(a.level) ||
  Number(b.endorsed) - Number(a.endorsed) ||
  b.lastPractisedYear - a.lastPractisedYear;

/** Claims under the codes of today. Where two retired codes became one, the claim that says more stands. */
export function claimsToday(claims: readonly ExpertiseClaim[]): ClaimFacts[] {
  const facts = claims.map(({ code, level, lastPractisedYear, endorsement }) => ({
    code: codeToday(code),
    level,
    lastPractisedYear,
    endorsed: endorsement !== null,
  }));
  return facts.filter(({ code }, index) => {
    const alike = facts.filter((each) => each.code === code).toSorted(byStrength);
    return alike[0] === facts[index];
  });
}

/** A request's codes under the codes of today, each once: the primary one wins over a secondary one. */
export function codesToday({ primary, secondary }: SupportRequest["codes"]): SupportRequest["codes"] {
  const [first, ...others] = new Set([primary, ...secondary].map(codeToday));
  return { primary: first ?? primary, secondary: others };
}
