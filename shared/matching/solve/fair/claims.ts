import type { Worth } from "../../certificate/proof.ts";
import { addTo, exact, mark, whole } from "../../problem/cells.ts";
import type { Solution } from "../solve.ts";
import type { Problem } from "../../problem/problem.ts";

/** The solution with another answer in the place of its own: worth less perhaps, bounded by the same proof. */
export function withAnswer(problem: Problem, solution: Solution, taken: Uint8Array): Solution {
  const objective = new Float64Array(solution.parts.length);
  const load = new Int32Array(problem.practitionerCount);
  solution.parts.forEach(({ requests }, x) => {
    for (const i of requests)
      for (let e = whole(problem.start, i); e < whole(problem.start, i + 1); e++) {
        if (mark(taken, e) === 0) continue;
        const j = whole(problem.practitioner, e);
        const slot = whole(problem.slotStart, j) + whole(load, j);
        objective[x] = exact(objective, x) + exact(problem.weight, e) - exact(problem.slotCost, slot);
        addTo(load, j, 1);
      }
  });
  const claims = solution.claims.map(({ bound }, x): Worth => ({ objective: exact(objective, x), bound }));
  return { ...solution, taken, claims };
}
