import { boundFinder, type Prices } from "./bound.ts";
import type { ProofCase } from "../certificate/proof.ts";
import { isFeasible, objectiveOf, overbooked } from "../problem/answer.ts";
import type { Problem } from "../problem/problem.ts";
import { type Fixing, flowSolver } from "./flow.ts";
import { networkOf } from "./network.ts";
import { descend } from "./priceSteps.ts";
import { repairOf } from "./repair.ts";
import { pairToSplit } from "./search.ts";

/** What a case decides of pairs, and prices for it. */
export interface PricedCase {
  readonly decided: Fixing;
  readonly prices: Prices;
}

/** The case of all answers. */
export const nothingDecided = ({ weight }: Problem): Fixing => new Int8Array(weight.length);
const deciding = (decided: Fixing, pair: number, each: 1 | -1): Fixing =>
  decided.slice().fill(each, pair, pair + 1);

/** The cases that a proof takes apart. */
export function casesOfProof(
  problem: Problem,
  proof: ProofCase,
  decided = nothingDecided(problem),
): readonly PricedCase[] {
  switch (proof.kind) {
    case "prices":
      return [{ decided, prices: proof }];
    case "split":
      return [
        ...casesOfProof(problem, proof.taking, deciding(decided, proof.pair, 1)),
        ...casesOfProof(problem, proof.without, deciding(decided, proof.pair, -1)),
      ];
    case "ceiling": {
      // What it reads of worths has other prices; without any, the case is as it stands.
      const requestPrice = new Float64Array(problem.requestCount);
      return [{ decided, prices: { requestPrice, groupPrice: new Float64Array(problem.groupLimit.length) } }];
    }
  }
}

/** What two cases decide together, or null where they contradict each other or no answer keeps to both. */
export function decidedByBoth(problem: Problem, one: Fixing, other: Fixing): Fixing | null {
  if (one.some((each, e) => each * (other[e] ?? 0) < 0)) return null;
  const both = one.map((each, e) => (each === 0 ? (other[e] ?? 0) : each));
  return isFeasible(
    problem,
    Uint8Array.from(both, (each) => (each === 1 ? 1 : 0)),
  )
    ? both
    : null;
}

const stepsDown = 12;

/** Looks in cases, `casesLeft` of them at most, for an answer that is worth what the best is. */
export function bestFinder(problem: Problem, best: bigint, casesLeft: number) {
  const flow = flowSolver(networkOf(problem));
  const boundOf = boundFinder(problem);
  const repair = repairOf(problem);
  const isBest = (taken: Uint8Array): boolean => objectiveOf(problem, taken) === best;
  let left = casesLeft;

  const find = ({ decided, prices }: PricedCase): Uint8Array | null => {
    if (boundOf(prices, decided).value < best || left-- <= 0) return null;
    const answer = flow(decided);
    const fits = overbooked(problem, answer.taken).every((over) => over === 0);
    const mended = fits ? answer.taken : repair(answer.taken, decided);
    if (isBest(mended)) return mended;
    if (fits) return null;
    const isNearer = boundOf(answer, decided).value < boundOf(prices, decided).value;
    const lowest = descend(problem, isNearer ? answer : prices, {
      steps: stepsDown,
      target: () => best - 1n,
      boundOf: (each) => boundOf(each, decided),
      visit: () => {},
    });
    const pair = lowest.value < best ? -1 : pairToSplit(problem, answer, decided);
    if (pair < 0) return null;
    const next = (each: 1 | -1): PricedCase => ({
      decided: deciding(decided, pair, each),
      prices: lowest.prices,
    });
    return find(next(1)) ?? find(next(-1));
  };
  const mayHold = ({ decided, prices }: PricedCase): boolean => boundOf(prices, decided).value >= best;
  return { find, mayHold, mayGoOn: () => left > 0 };
}
