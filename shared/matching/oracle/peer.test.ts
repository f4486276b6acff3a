import { describe, expect, it } from "vitest";
import { instanceOf, type Sheet } from "./files.arbitrary.ts";
import { bestOfPeer, mediumSheet } from "./peer.arbitrary.ts";
import { type InstanceAnswer, type InstanceOptions, solveInstance } from "../instances/solveInstance.ts";

const objectiveWeight = 2000;
function answered(sheet: Sheet, changes: Partial<InstanceOptions>): InstanceAnswer {
  const options = { objectiveWeight, days: false, cases: 200, ...changes };
  const outcome = solveInstance(instanceOf(sheet), options);
  if (outcome.kind !== "solved") throw new Error(`${outcome.where} ${outcome.message}`);
  return outcome;
}

describe("a medium instance", () => {
  it.each([100, 101, 102, 106, 107, 110])(
    "without days has the optimum that a solver of whole-number models finds (seed %i)",
    async (seed) => {
      const sheet = mediumSheet({ seed, pairsPerRequest: 8, leastLoad: 2 });
      const best = await bestOfPeer(sheet, { days: false, objectiveWeight });
      expect(answered(sheet, {})).toMatchObject({ ...best, gap: 0, certified: true });
    },
  );

  it.each([100, 101, 102, 105, 107, 108, 111])(
    "with days has the optimum of such a solver between its objective and its bound (seed %i)",
    async (seed) => {
      const sheet = mediumSheet({ seed, pairsPerRequest: seed % 2 === 0 ? 6 : 24, leastLoad: 0 });
      const best = await bestOfPeer(sheet, { days: true, objectiveWeight });
      const answer = answered(sheet, { days: true });
      expect(answer.certified).toBe(true);
      expect(best.objective).toBeGreaterThanOrEqual(answer.objective);
      expect(best.objective).toBeLessThanOrEqual(answer.bound);
      expect(answer.gap === 0 && answer.objective !== best.objective).toBe(false);
    },
  );
});
