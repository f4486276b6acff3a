import type { WeightOfLevel } from "../problem/grades.ts";
import type { Problem } from "../problem/problem.ts";
import { check } from "./certificate.ts";
import { at, exactly } from "./cells.ts";
import type { FairTiers } from "./fairness.ts";
import type { LevelsProof, WorstProof } from "./fairProof.ts";

type Levelled = Pick<FairTiers, "first" | "levelOf">;

/** What is taken off a pair that is out of the question: more than it could ever be worth, and exact beside its prices. */
const outOfTheQuestion = 2 ** 51;

/**
 * The least that the places of any answer weigh by level which has as much of the first tier and as many places as the one
 * told, and no place that is out of the question; null where the proof proves nothing. Where it is more than no such place
 * could weigh, there is no such answer. Shares no code with the solver.
 */
export function leastWeight(
  { first: p, levelOf, weightOf }: Levelled & { readonly weightOf: WeightOfLevel },
  taken: Uint8Array,
  { scale, perPlace, proof }: LevelsProof,
): bigint | null {
  if (!(exactly(scale) > 0 && exactly(perPlace) >= 0)) return null;
  const weight = p.weight.map(
    (worth, e) => exactly(exactly(scale * worth) + perPlace) - (weightOf(at(levelOf, e)) ?? outOfTheQuestion),
  );
  const asked: Problem = { ...p, weight, slotCost: p.slotCost.map((cost) => exactly(scale * cost)) };
  const requests = Int32Array.from(p.wanted.keys());
  const parts = [{ requests, groups: Int32Array.from(p.groupLimit.keys()), proof }];
  const held = check(p, { taken, parts }, []);
  const isKept = held.checks.every(({ name, passed }) => passed || (name !== "feasible" && name !== "parts"));
  const objective = held.parts[0]?.objective ?? null;
  const bound = check(asked, { taken, parts }, []).parts[0]?.bound ?? null;
  if (!isKept || objective === null || bound === null) return null;
  const places = taken.reduce((count, each) => count + each, 0);
  return BigInt(scale) * objective + BigInt(perPlace) * BigInt(places) - bound;
}

/** Whether no answer with as much of the first tier and as many places has them all above the level told. */
export const noneAbove = (tiers: Levelled, taken: Uint8Array, { level, ...proof }: WorstProof): boolean =>
  (leastWeight({ ...tiers, weightOf: (each) => (each > level ? 0 : null) }, taken, proof) ?? 0n) > 0n;
