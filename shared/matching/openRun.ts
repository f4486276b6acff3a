import { candidatesOf, type Found } from "./candidates/best.ts";
import { fieldOf } from "./candidates/field.ts";
import { check } from "./certificate/certificate.ts";
import type { CertificateVerdict } from "./certificate/proof.ts";
import { type Solved, standingOf } from "./explain/standing.ts";
import type { InputProblem, MatchInput } from "./facts/facts.ts";
import { type Roster, rosterOf } from "./facts/roster.ts";
import { problemsOf } from "./facts/validate.ts";
import { type Encoded, encode, type TooLarge } from "./problem/encode.ts";
import type { FairnessSummary } from "./explain/result.ts";
import { fairTiersOf } from "./problem/fairTiers.ts";
import { type FirstTiers, firstTiersOf } from "./problem/firstTiers.ts";
import { type Pinned, pinsOf } from "./problem/pins.ts";
import { leastProvingPrices, unproven, widened } from "./problem/pricing.ts";
import { withAnswer, type Solution } from "./solve/solution.ts";
import { worstFirst } from "./solve/fair/worstFirst.ts";
import { type Memory, memoryOf, type SolvedParts } from "./solve/memory.ts";
import { solve } from "./solve/solve.ts";

/** A run that is solved and checked, ready to be explained: what is told of it is worked out when asked for. */
export interface OpenRun extends Solved {
  readonly fairness: Omit<FairnessSummary, "worstFit">;
  readonly verdict: CertificateVerdict;
  /** What is in doubt of the first tiers in a valid answer whose units do not outweigh all below them; else null. */
  readonly firstTiers: FirstTiers | null;
  /** The answers of its larger parts, which another run may have in common with it. */
  readonly solvedParts: SolvedParts;
}

/** Whether it is proven that no answer is better by the policy: none of a greater total, or none that is fairer. */
export const isBest = ({
  verdict,
  firstTiers,
  fairness,
}: Pick<OpenRun, "verdict" | "firstTiers" | "fairness">): boolean =>
  verdict.valid &&
  (firstTiers === null || (firstTiers.leastLoads === 0 && firstTiers.priorityWeighted === 0)) &&
  (fairness.proven === null
    ? verdict.parts.every((part) => part.bound === part.objective)
    : fairness.proven === "every place");

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
  readonly found: readonly Found[];
}

/** The solution that the policy's fairness asks for, with what it costs; bounded by the proof of the best total. */
function fairly(
  roster: Roster,
  { encoded, solution }: Priced,
  memory: Memory,
): Pick<OpenRun, "solution" | "fairness"> {
  const { fairness: mode, searchCases } = roster.input.policy;
  const { problem, fit } = encoded;
  const tiers = fairTiersOf(roster, encoded);
  const notAsked = { lossInFit: 0, proven: null, placesProven: null, worstAtMost: null, graded: null };
  if (tiers === null) return { solution, fairness: { mode, ...notAsked } };
  const sumOf = (worths: readonly number[]): number => worths.reduce((sum, worth) => sum + worth, 0);
  const { taken, ...reach } = worstFirst({ ...tiers, begin: solution.taken, cases: searchCases, memory });
  const fitOf = (chosen: Uint8Array): number =>
    sumOf(Array.from(fit, (each, e) => (chosen[e] === 1 ? each : 0)));
  const fairness = { mode, lossInFit: fitOf(solution.taken) - fitOf(taken), ...reach };
  return { solution: withAnswer(problem, solution, taken), fairness };
}

interface Means {
  readonly watch: Watch;
  readonly memory: Memory;
}

/**
 * Solves with the best candidates of each request, then with those that the prices say could matter besides,
 * until they say that nobody left out could: the answer is then that of all pairs. Weights that
 * would not be exact are refused.
 */
function solvedForAll(roster: Roster, pinned: Pinned, { watch, memory }: Means): Priced | TooLarge {
  const candidates = candidatesOf(fieldOf(roster, pinned));
  const { candidatesPerRequest, fairness, searchCases } = roster.input.policy;
  // Prices prove that nobody left out raises the total; they prove nothing about the worst place.
  const most = fairness === "total-fit" ? candidatesPerRequest : Infinity;
  let found = candidates(
    roster.requests.flatMap(({ people }, request) =>
      people > (pinned.peopleOf.get(request)?.length ?? 0) ? [{ request, most, above: -Infinity }] : [],
    ),
  );
  for (let isFirst = true; ; isFirst = false) {
    const encoded = encode(roster, pinned, found);
    if (encoded.kind === "too-large") return encoded;
    if (isFirst) watch("candidates");
    const solution = solve(encoded.problem, searchCases, { unit: encoded.scale.priorityUnit, memory });
    const asks = unproven(encoded, { found, solution });
    const more = asks.length === 0 ? null : widened(found, candidates(asks));
    if (more === null) return { kind: "priced", encoded, solution, found };
    found = more;
  }
}

/**
 * Solves and certifies a run without explaining it. Pure: a run opened again from the same facts, in any
 * order of rows, is the same run. Parts that are `known` to the last number are not solved again; an answer that is
 * kept for a part and is none fails the certificate.
 */
export function openRun(
  input: MatchInput,
  watch: Watch = () => {},
  known: SolvedParts = new Map<never, never>(),
): Opening {
  const problems = problemsOf(input);
  watch("validate");
  if (problems.length > 0) return { kind: "invalid-input", problems };
  const roster = rosterOf(input);
  const pinned = pinsOf(roster);
  const memory = memoryOf(known);
  const priced = solvedForAll(roster, pinned, { watch, memory });
  if (priced.kind === "too-large") return { kind: "invalid-input", problems: [priced.problem] };
  const { encoded, found } = priced;
  const { solution, fairness } = fairly(roster, priced, memory);
  watch("solve");
  const verdict = check(encoded.problem, solution, solution.claims);
  const leastProving = leastProvingPrices(encoded, found);
  const isInDoubt = verdict.valid && !encoded.scale.outweighs;
  const firstTiers = isInDoubt ? firstTiersOf(encoded, { solution, leastProving }) : null;
  watch("certify");
  const solved = standingOf({ roster, pinned, encoded, solution, leastProving });
  return { kind: "opened", run: { ...solved, fairness, verdict, firstTiers, solvedParts: memory.asked() } };
}
