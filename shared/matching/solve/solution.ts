import type { ProofCase, ProvenAnswer, Worth } from "../certificate/proof.ts";
import { objectiveOf } from "../problem/answer.ts";
import { addTo, exact, mark, whole } from "../problem/cells.ts";
import type { Problem } from "../problem/problem.ts";
import { totalFromZero } from "../problem/total.ts";
import type { Assignment } from "./places/assign.ts";

/** An answer to the whole problem, part by part, with what it claims. */
export interface Solution extends ProvenAnswer {
  /** Claimed objective and bound of each part, in the order of the parts. */
  readonly claims: readonly Worth[];
  /** What one more slot of each practitioner would be worth. */
  readonly slotPrice: Float64Array;
}

interface Answer extends Assignment {
  /** What proves its bound; its prices unless told. */
  readonly proof?: ProofCase;
}

/** An answer to the whole problem as one part, with the bound that is proven: unless told, that it is best. */
export function solutionOfOnePart(problem: Problem, answer: Answer, bound?: bigint): Solution {
  const { taken, requestPrice, slotPrice } = answer;
  const objective = objectiveOf(problem, taken);
  const requests = new Int32Array(problem.requestCount);
  for (let i = 0; i < requests.length; i++) requests[i] = i;
  const groups = Int32Array.from(problem.groupLimit, (_, g) => g);
  const groupPrice = new Float64Array(groups.length);
  const { proof = { kind: "prices", requestPrice, groupPrice } } = answer;
  return {
    taken,
    parts: [{ requests, groups, proof }],
    claims: [{ objective, bound: bound ?? objective }],
    slotPrice,
  };
}

/** The solution with another answer in the place of its own: worth less perhaps, bounded by the same proof. */
export function withAnswer(problem: Problem, solution: Solution, taken: Uint8Array): Solution {
  const load = new Int32Array(problem.practitionerCount);
  const objectives = solution.parts.map(({ requests }) => {
    const objective = totalFromZero();
    for (const i of requests)
      for (let e = whole(problem.start, i); e < whole(problem.start, i + 1); e++) {
        if (mark(taken, e) === 0) continue;
        const j = whole(problem.practitioner, e);
        const slot = whole(problem.slotStart, j) + whole(load, j);
        objective.add(exact(problem.weight, e) - exact(problem.slotCost, slot));
        addTo(load, j, 1);
      }
    return objective.value();
  });
  const claims = solution.claims.map(({ bound }, x): Worth => ({ objective: objectives[x] ?? 0n, bound }));
  return { ...solution, taken, claims };
}
