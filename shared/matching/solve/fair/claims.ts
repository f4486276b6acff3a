import type { Worth } from "../../certificate/proof.ts";
import { addTo, exact, mark, whole } from "../../problem/cells.ts";
import { totalFromZero } from "../../problem/total.ts";
import type { Solution } from "../solve.ts";
import type { Problem } from "../../problem/problem.ts";

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
