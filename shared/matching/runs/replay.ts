import type { MatchResult } from "../explain/result.ts";
import type { InputProblem, MatchInput } from "../facts/facts.ts";
import { match } from "../match.ts";
import { canonicalText } from "./canonical.ts";

/** What tells one answer from any other: by which engine, from which input, and the bytes of the results. */
export interface Seal {
  readonly engineVersion: string;
  readonly inputDigest: string;
  readonly resultDigest: string;
}

type Digest = (text: string) => string;

/** Seals the results of a run, one for each academic year; `digest` is SHA-256 as hexadecimal. */
export const sealOf = (results: readonly MatchResult[], digest: Digest): Seal => ({
  engineVersion: results[0]?.engineVersion ?? "",
  inputDigest: results.map(({ inputDigest }) => inputDigest).join(" "),
  resultDigest: digest(canonicalText(results)),
});

export type Replayed =
  | {
      readonly kind: "replayed";
      readonly results: readonly MatchResult[];
      readonly seal: Seal;
      /** Whether the results are, byte for byte, those that were sealed. */
      readonly isIdentical: boolean;
    }
  | { readonly kind: "invalid-input"; readonly problems: readonly InputProblem[] };

/** Executes a run again from what it knew, in any order of rows, and compares the results with their seal. */
export function replay(inputs: readonly MatchInput[], sealed: Seal, digest: Digest): Replayed {
  const outcomes = inputs.map((input) => match(input));
  const problems = outcomes.flatMap((each) => (each.kind === "invalid-input" ? each.problems : []));
  if (problems.length > 0) return { kind: "invalid-input", problems };
  const results = outcomes.flatMap((each) => (each.kind === "matched" ? [each.result] : []));
  const seal = sealOf(results, digest);
  return { kind: "replayed", results, seal, isIdentical: seal.resultDigest === sealed.resultDigest };
}
