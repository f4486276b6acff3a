import { bestFinder, type PricedCase, casesOfProof, decidedByBoth, nothingDecided } from "./bestFinder.ts";
import { fatesAt } from "./fates.ts";
import { objectiveOf } from "../problem/answer.ts";
import { gatheredExact, mark, whole } from "../problem/cells.ts";
import { componentsOf } from "../problem/components.ts";
import type { Problem } from "../problem/problem.ts";
import { residualOf } from "../problem/residual.ts";
import type { SolvedPart } from "./search.ts";

/** A best answer to a problem, and the cases in which any other may lie. */
interface Best {
  readonly taken: Uint8Array;
  readonly cases: readonly PricedCase[];
}

/** The first of the best answers, as far as so many cases lead. */
function firstIn(problem: Problem, { taken: begin, cases }: Best, casesLeft: number): Uint8Array {
  const { find, mayHold, mayGoOn } = bestFinder(problem, objectiveOf(problem, begin), casesLeft);
  const decided = nothingDecided(problem);
  /** The cases that may hold a best answer that keeps to what is decided; what is decided later leaves no more. */
  const narrowed = (from: readonly PricedCase[]): readonly PricedCase[] =>
    from.flatMap(({ decided: there, prices }) => {
      const both = decidedByBoth(problem, there, decided);
      return both !== null && mayHold({ decided: both, prices }) ? [{ decided: both, prices }] : [];
    });
  let [taken, left] = [begin, narrowed(cases)];
  for (let e = 0; e < taken.length && mayGoOn(); e++) {
    decided[e] = 1;
    if (taken[e] === 1) continue;
    let other: Uint8Array | null = null;
    for (const each of narrowed(left)) if ((other ??= find(each)) !== null) break;
    if (other === null) decided[e] = -1;
    else taken = other;
    left = narrowed(left);
  }
  return taken;
}

/** More pairs that may be either way, all in one another's way, keep whichever answer was found. */
const mostPairs = 1000;

/**
 * The first of all best answers to a part: the first request has the people who come first, then the second one of what
 * that leaves, and so on. Each pair in turn is taken where a best answer takes it beside those before it, which is looked
 * for in the cases of the proof; where that is prices alone, only among the pairs that these leave either way. Where
 * `cases` do not suffice, or the answer is not proven best, it is kept as far as it has come.
 */
export function firstOfBest(problem: Problem, found: SolvedPart, cases: number): Uint8Array {
  const { proof, taken } = found;
  if (found.bound !== found.objective) return taken;
  if (proof.kind !== "prices") return firstIn(problem, { taken, cases: casesOfProof(problem, proof) }, cases);
  const fates = fatesAt(problem, taken, proof);
  const rest = residualOf(problem, fates);
  const first = taken.slice();
  for (const { problem: part, pairs, requests, groups } of componentsOf(rest.problem)) {
    if (pairs.length > mostPairs) continue;
    const placeOf = (x: number): number => whole(rest.pairs, whole(pairs, x));
    const prices = {
      requestPrice: gatheredExact(proof.requestPrice, requests),
      groupPrice: gatheredExact(proof.groupPrice, groups),
    };
    const begin = Uint8Array.from(pairs, (_, x) => mark(taken, placeOf(x)));
    const best = { taken: begin, cases: [{ decided: nothingDecided(part), prices }] };
    firstIn(part, best, cases).forEach((each, x) => (first[placeOf(x)] = each));
  }
  return first;
}
