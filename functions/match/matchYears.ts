import { match } from "../../shared/matching/match.ts";
import type { Watch } from "../../shared/matching/openRun.ts";
import type { MatchedYear } from "./answer.ts";
import type { RunFacts } from "./facts.ts";

export type Matched =
  | { readonly kind: "matched"; readonly years: readonly MatchedYear[] }
  | { readonly kind: "failed"; readonly failure: string };

const problemsTold = 5;

/** Matches year by year. Rows that cannot be used, or an answer that cannot be proved, fail the whole run. */
export function matchYears({ years }: Pick<RunFacts, "years">, watch?: Watch): Matched {
  const matched: MatchedYear[] = [];
  for (const year of years) {
    const outcome = match(year.input, watch);
    if (outcome.kind === "invalid-input") {
      const told = outcome.problems.slice(0, problemsTold).map(({ where, message }) => `${where} ${message}`);
      return {
        kind: "failed",
        failure: `${outcome.problems.length} rows cannot be used: ${told.join("; ")}`,
      };
    }
    const { result } = outcome;
    if (!result.certificate.valid) {
      const missed = result.certificate.checks.filter(({ passed }) => !passed).map(({ name }) => name);
      return { kind: "failed", failure: `The certificate does not hold: ${missed.join(", ")}` };
    }
    matched.push({ ...year, result });
  }
  return { kind: "matched", years: matched };
}
