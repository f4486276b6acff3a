import type { LadderProof } from "../../certificate/fairProof.ts";
import { objectiveOf } from "../../problem/answer.ts";
import { solve } from "../solve.ts";
import { type Climb, searched } from "./climb.ts";
import { fairerBy } from "./fairerBy.ts";
import { isFairer, type Part } from "./fairer.ts";
import type { Piece } from "./question.ts";

/** A part as the one piece of itself. */
function wholePart({ first, levelOf }: Part, taken: Uint8Array): Piece {
  const numbered = (count: number): Int32Array => Int32Array.from({ length: count }, (_, at) => at);
  const [requests, groups] = [numbered(first.requestCount), numbered(first.groupLimit.length)];
  return { problem: first, requests, groups, pairs: numbered(taken.length), levelOf, taken };
}

/** The best answer in the first tier by the ordinary proof, the one in hand where it is as good; null where a gap is left. */
export function bestInFirst(
  { first, levelOf, begin }: Part,
  cases: number,
): ({ readonly taken: Uint8Array } & Pick<LadderProof, "first">) | null {
  const { taken, parts, claims } = solve(first, cases);
  if (!claims.every(({ objective, bound }) => objective === bound)) return null;
  const isAsGood = objectiveOf(first, begin) === objectiveOf(first, taken);
  return { taken: isAsGood ? begin : fairerBy({ first, levelOf }, taken), first: { scale: 1, parts } };
}

/** Fills as much as there can be by the first tier; null where that is not proven. */
export function fullest(climb: Climb): LadderProof["first"] | null {
  const { taken } = climb;
  for (;;) {
    const piece = wholePart(climb, taken);
    const found = searched(climb, piece, { tierUnits: 1, costs: new Map() });
    if (found.kind === "open") return null;
    if (found.kind === "proven") {
      const { requests, groups } = piece;
      return { scale: found.question.scale, parts: [{ requests, groups, proof: found.proof }] };
    }
    if (!isFairer(climb, found.taken, taken)) return null;
    taken.set(found.taken);
  }
}
