import { check } from "../certificate/certificate.ts";
import type { OpenRun } from "../openRun.ts";
import { exact, mark, whole } from "../problem/cells.ts";
import { leastProvenPrices, priorityWorth } from "../problem/pricing.ts";
import { kept, residualOf } from "../problem/residual.ts";
import { memoryOf } from "../solve/memory.ts";
import { solve } from "../solve/solve.ts";
import type { Solution } from "../solve/solution.ts";
import type { Exchange } from "./exchange.ts";
import { traderOf } from "./trade.ts";

/** What comes of solving a run again with a pair forced. */
export interface ForcedLoss {
  readonly exchange: Exchange;
  /** What is lost at least, as the checker of answers bears out; below all numbers where nothing is proved. */
  readonly least: number;
}

/** Runs with more pairs are not solved again for a question. */
const mostPairs = 20_000;

/** How far the bound of the parts that hold certain requests is below what they were worth. */
function provedLoss(run: OpenRun, again: Solution, { pair, worth }: { pair: number; worth: number }): number {
  const i = whole(run.requestOfPair, pair);
  const at = run.solution.parts.findIndex(({ requests }) => requests.includes(i));
  const mine = new Set(run.solution.parts[at]?.requests);
  let loss = (run.solution.claims[at]?.objective ?? 0n) - BigInt(worth);
  again.parts.forEach(({ requests }, x) => {
    if (mine.has(requests[0] ?? -1)) loss -= again.claims[x]?.bound ?? 0n;
  });
  return Number.isSafeInteger(Number(loss)) ? Number(loss) : -Infinity;
}

/**
 * Solves a run again with one pair forced: the answer is an exchange that can be made, its bound tells what is lost at
 * least. Null where the run is too large to be solved for a question, or nothing can be proposed beside the pair.
 */
export function forcedLossFinder(run: OpenRun): (pair: number) => ForcedLoss | null {
  const { problem, scale } = run.encoded;
  if (problem.weight.length > mostPairs) return () => null;
  const memory = memoryOf(run.solvedParts);
  const { costOf, isPossible } = traderOf(run);
  return (pair) => {
    const j = whole(problem.practitioner, pair);
    // What the pair adds, its practitioner's first slot paid for.
    const worth = exact(problem.weight, pair) - exact(problem.slotCost, whole(problem.slotStart, j));
    const rest = residualOf(
      problem,
      new Uint8Array(problem.weight.length).fill(kept, pair, pair + 1),
    ).problem;
    const how = { unit: scale.priorityUnit, memory };
    const again = solve(rest, run.roster.input.policy.searchCases, how);
    if (!check(rest, again, again.claims).valid) throw new Error("A run solved again fails its certificate");
    const isNow = (e: number): boolean => e === pair || mark(again.taken, e > pair ? e - 1 : e) === 1;
    const wasTaken = (e: number): boolean => mark(run.solution.taken, e) === 1;
    const pairs = Array.from(problem.weight.keys());
    const lost = pairs.filter((e) => wasTaken(e) && !isNow(e));
    const won = pairs.filter((e) => !wasTaken(e) && isNow(e));
    if (!isPossible({ lost, won })) return null;
    const givenUp = lost.filter((e) => whole(problem.practitioner, e) === j);
    const prices = leastProvenPrices(problem.requestCount, again, priorityWorth(run.encoded));
    const holdsForAll = prices.every((price, i) => price >= exact(run.leastProving, i));
    const least = holdsForAll ? provedLoss(run, again, { pair, worth }) : -Infinity;
    return { exchange: { lost, won, cost: costOf({ lost, won }), givenUp }, least };
  };
}
