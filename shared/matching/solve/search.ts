import { type Bound, boundFinder, type Prices } from "./bound.ts";
import { improveByChains } from "./chains.ts";
import { mark, whole } from "../problem/cells.ts";
import { greaterOf } from "../problem/total.ts";
import { objectiveOf, overbooked } from "../problem/answer.ts";
import { repairOf } from "./repair.ts";
import { type FlowAnswer, flowSolver, type Fixing } from "./flow.ts";
import { networkOf } from "./network.ts";
import { descend, type Tightest } from "./priceSteps.ts";
import type { Problem } from "../problem/problem.ts";
import type { ProofCase } from "../certificate/proof.ts";

/** The best answer found for one component, with the proof of how good it is. */
export interface SolvedPart {
  readonly taken: Uint8Array;
  readonly objective: bigint;
  /** Nothing better than this exists; equal to the objective when the answer is optimal. */
  readonly bound: bigint;
  readonly proof: ProofCase;
  readonly slotPrice: Float64Array;
}

/** What one case came to. */
interface Explored {
  readonly proof: ProofCase;
  readonly bound: bigint;
  readonly slotPrice: Float64Array;
}

interface Incumbent {
  taken: Uint8Array;
  objective: bigint;
  casesLeft: number;
}

/** Steps that lower the bound of the first case, and of each later one. */
const [firstSteps, laterSteps] = [150, 12];
/** Every so many steps of the first case, its picks are made into an answer. */
const stepsBetweenAnswers = 5;
const chainNodesPerPair = 40;

/** The pair to split on: the heaviest in half-days of the most overbooked practitioner. */
export function pairToSplit(problem: Problem, answer: FlowAnswer, fixing: Fixing): number {
  const over = overbooked(problem, answer.taken);
  let worst = 0;
  over.forEach((value, j) => {
    if (value > whole(over, worst)) worst = j;
  });
  let [pair, heaviest] = [-1, 0];
  for (let i = 0; i < problem.requestCount; i++)
    for (let e = whole(problem.start, i); e < whole(problem.start, i + 1); e++) {
      if (whole(problem.practitioner, e) !== worst || mark(answer.taken, e) === 0 || fixing[e] !== 0)
        continue;
      if (whole(problem.need, e) > heaviest) [pair, heaviest] = [e, whole(problem.need, e)];
    }
  return pair;
}

/** A search under way: what it works with, what its case takes and leaves out, and the best answer so far. */
interface Searching {
  readonly problem: Problem;
  readonly solve: (fixing: Fixing) => FlowAnswer;
  readonly boundOf: ReturnType<typeof boundFinder>;
  readonly repair: ReturnType<typeof repairOf>;
  readonly fixing: Fixing;
  readonly best: Incumbent;
}

function consider({ problem, best }: Searching, taken: Uint8Array): void {
  const objective = objectiveOf(problem, taken);
  if (objective > best.objective) [best.taken, best.objective] = [taken, objective];
}

/** Lowers the bound of the case from the prices that look best: its own, or those of the case around it. */
function tighten(searching: Searching, candidates: readonly Prices[], isFirst: boolean): Tightest {
  const { problem, boundOf, repair, fixing, best } = searching;
  let visits = 0;
  const visit = ({ picked }: Bound): void => {
    if (isFirst && visits++ % stepsBetweenAnswers === 0) consider(searching, repair(picked, fixing));
  };
  const valued = candidates.map((prices) => ({ prices, value: boundOf(prices, fixing).value }));
  const from = valued.reduce((least, next) => (next.value < least.value ? next : least));
  const tightest = descend(problem, from.prices, {
    steps: isFirst ? firstSteps : laterSteps,
    target: () => best.objective,
    boundOf: (prices) => boundOf(prices, fixing),
    visit,
  });
  if (isFirst)
    consider(searching, improveByChains(problem, best.taken, chainNodesPerPair * problem.weight.length));
  return tightest;
}

/** Proves the case that is fixed, by prices or by splitting it; `around` has prices of the case around it, if any. */
function explore(searching: Searching, around: readonly Prices[]): Explored {
  const { problem, solve, boundOf, repair, fixing, best } = searching;
  best.casesLeft--;
  const answer = solve(fixing);
  const { slotPrice } = answer;
  const fits = overbooked(problem, answer.taken).every((value) => value === 0);
  consider(searching, fits ? answer.taken : repair(answer.taken, fixing));
  const { prices, value } = fits
    ? { prices: answer, value: boundOf(answer, fixing).value }
    : tighten(searching, [answer, ...around], around.length === 0);
  const pair = fits || value <= best.objective ? -1 : pairToSplit(problem, answer, fixing);
  if (pair < 0 || best.casesLeft <= 0) {
    const { requestPrice, groupPrice } = prices;
    return { proof: { kind: "prices", requestPrice, groupPrice }, bound: value, slotPrice };
  }
  fixing[pair] = 1;
  const taking = explore(searching, [prices]);
  fixing[pair] = -1;
  const without = explore(searching, [prices]);
  fixing[pair] = 0;
  const proof: ProofCase = { kind: "split", pair, without: without.proof, taking: taking.proof };
  return { proof, bound: greaterOf(taking.bound, without.bound), slotPrice };
}

/**
 * Solves one component exactly: by flow alone where nobody's half-days are overbooked, else by splitting on
 * pairs, each case bounded by prices. After `cases` cases it stops and answers with the bound it has.
 */
export function search(problem: Problem, cases: number): SolvedPart {
  const best: Incumbent = { taken: new Uint8Array(problem.weight.length), objective: 0n, casesLeft: cases };
  const { proof, bound, slotPrice } = explore(
    {
      problem,
      solve: flowSolver(networkOf(problem)),
      boundOf: boundFinder(problem),
      repair: repairOf(problem),
      fixing: new Int8Array(problem.weight.length),
      best,
    },
    [],
  );
  return {
    taken: best.taken,
    objective: best.objective,
    bound: greaterOf(bound, best.objective),
    proof,
    slotPrice,
  };
}
