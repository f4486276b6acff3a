import type { MatchResult } from "./explain/result.ts";
import type { MatchInput } from "./facts/facts.ts";
import { match } from "./match.ts";
import { openRun, type OpenRun } from "./openRun.ts";
import type { SolvedParts } from "./solve/memory.ts";

/** What a run of facts that can be used answers. */
export function matched(input: MatchInput): MatchResult {
  const outcome = match(input);
  if (outcome.kind !== "matched") throw new Error(JSON.stringify(outcome.problems));
  return outcome.result;
}

/** A run of facts that can be used, ready to be asked about. */
export function opened(input: MatchInput, known?: SolvedParts): OpenRun {
  const opening = openRun(input, undefined, known);
  if (opening.kind !== "opened") throw new Error(JSON.stringify(opening.problems));
  return opening.run;
}
