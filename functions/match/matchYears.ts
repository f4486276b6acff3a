import { counted } from "../../shared/domain/counted.ts";
import { match } from "../../shared/matching/match.ts";
import type { Watch } from "../../shared/matching/openRun.ts";
import type { KeptPart, SolvedParts } from "../../shared/matching/solve/memory.ts";
import type { MatchedYear } from "./answer.ts";
import type { RunFacts } from "./runRows.ts";

export type Matched =
  | {
      readonly kind: "matched";
      readonly years: readonly MatchedYear[];
      /** The answers of the larger parts of all years. */
      readonly solvedParts: SolvedParts;
    }
  | { readonly kind: "failed"; readonly failure: string };

const problemsTold = 5;

interface Beside {
  readonly watch?: Watch;
  readonly known?: SolvedParts;
}

/** Matches year by year; parts that are known are not solved again. Rows that cannot be used, or an answer that cannot be proved, fail the whole run. */
export function matchYears({ years }: Pick<RunFacts, "years">, { watch, known }: Beside = {}): Matched {
  const matched: MatchedYear[] = [];
  const solved = new Map<string, KeptPart>();
  for (const year of years) {
    const outcome = match(year.input, watch, known);
    if (outcome.kind === "invalid-input") {
      const told = outcome.problems.slice(0, problemsTold).map(({ where, message }) => `${where} ${message}`);
      return {
        kind: "failed",
        failure: `${counted(outcome.problems.length, "row")} cannot be used: ${told.join("; ")}`,
      };
    }
    const { result } = outcome;
    if (!result.certificate.valid) {
      const missed = result.certificate.checks.filter(({ passed }) => !passed).map(({ name }) => name);
      return { kind: "failed", failure: `The certificate does not hold: ${missed.join(", ")}` };
    }
    matched.push({ ...year, result });
    for (const [name, found] of outcome.solvedParts) solved.set(name, found);
  }
  return { kind: "matched", years: matched, solvedParts: solved };
}
