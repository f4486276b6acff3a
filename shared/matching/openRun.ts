import { candidatesOf } from "./candidates/best.ts";
import { candidateIndex } from "./candidates/candidates.ts";
import { fieldOf } from "./candidates/field.ts";
import { check } from "./certificate/certificate.ts";
import type { CertificateVerdict } from "./certificate/proof.ts";
import { type Solved, standingOf } from "./explain/standing.ts";
import type { InputProblem, MatchInput } from "./facts/facts.ts";
import { type Roster, rosterOf } from "./facts/roster.ts";
import { problemsOf } from "./facts/validate.ts";
import { type Encoded, encode, type TooLarge } from "./problem/encode.ts";
import { type Pinned, pinsOf } from "./problem/pins.ts";
import { unproven, widened } from "./problem/pricing.ts";
import { type Solution, solve } from "./solve/solve.ts";

/** A run that is solved and checked, ready to be explained: what is told of it is worked out when asked for. */
export interface OpenRun extends Solved {
  readonly verdict: CertificateVerdict;
}

/** The steps of a run, in their order. */
export const stages = ["validate", "candidates", "solve", "certify", "explain"] as const;
export type Stage = (typeof stages)[number];

/** Hears each stage as it ends, so that the caller may keep time without the engine knowing a clock. */
export type Watch = (stage: Stage) => void;

/** A run to be asked about, or the rows that must be put right first. */
export type Opening =
  | { readonly kind: "opened"; readonly run: OpenRun }
  | { readonly kind: "invalid-input"; readonly problems: readonly InputProblem[] };

interface Priced {
  readonly kind: "priced";
  readonly encoded: Encoded;
  readonly solution: Solution;
}

/**
 * Solves with the best candidates of each request, then with those that the prices say could matter besides,
 * until they say that nobody left out could: the answer is then that of all pairs. Totals that
 * would not be exact are refused.
 */
function solvedForAll(roster: Roster, pinned: Pinned, watch: Watch): Priced | TooLarge {
  const candidates = candidatesOf(fieldOf(roster, pinned));
  const { candidatesPerRequest: most, searchCases } = roster.input.policy;
  let found = candidates(
    roster.requests.flatMap(({ people }, request) =>
      people > (pinned.peopleOf.get(request)?.length ?? 0) ? [{ request, most, above: -Infinity }] : [],
    ),
  );
  for (let isFirst = true; ; isFirst = false) {
    const encoded = encode(roster, pinned, found);
    if (encoded.kind === "too-large") return encoded;
    if (isFirst) watch("candidates");
    const solution = solve(encoded.problem, searchCases);
    const asks = unproven(roster, encoded, { found, solution });
    const more = asks.length === 0 ? null : widened(found, candidates(asks));
    if (more === null) return { kind: "priced", encoded, solution };
    found = more;
  }
}

/**
 * Solves and certifies a run without explaining it. Pure: a run opened again from the same facts, in any
 * order of rows, is the same run.
 */
export function openRun(input: MatchInput, watch: Watch = () => {}): Opening {
  const problems = problemsOf(input);
  watch("validate");
  if (problems.length > 0) return { kind: "invalid-input", problems };
  const roster = rosterOf(input);
  const pinned = pinsOf(roster);
  const priced = solvedForAll(roster, pinned, watch);
  if (priced.kind === "too-large") return { kind: "invalid-input", problems: [priced.problem] };
  const { encoded, solution } = priced;
  watch("solve");
  const verdict = check(encoded.problem, solution, solution.claims);
  watch("certify");
  const solved = standingOf({ roster, index: candidateIndex(roster), pinned, encoded, solution });
  return { kind: "opened", run: { ...solved, verdict } };
}
