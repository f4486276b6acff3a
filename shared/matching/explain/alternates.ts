import { exact, mark, whole } from "../problem/cells.ts";
import type { Alternate } from "./result.ts";
import type { Solved } from "./standing.ts";
import { couldStepIn } from "./stepIn.ts";

const alternatesShown = 3;

interface Rival {
  readonly pair: number;
  /** What the objective would lose, at least, were this person proposed instead. */
  readonly loss: number;
  readonly freeNow: boolean;
}

function rivalsOf(solved: Solved, request: number, leaving: number): readonly Rival[] {
  const { problem } = solved.encoded;
  const worth = leaving < 0 ? 0 : exact(problem.weight, leaving);
  const rivals: Rival[] = [];
  for (let e = whole(problem.start, request); e < whole(problem.start, request + 1); e++) {
    if (mark(solved.solution.taken, e) === 1) continue;
    const freeNow = couldStepIn(
      solved,
      { request, person: whole(problem.practitioner, e) },
      leaving < 0 ? null : whole(problem.practitioner, leaving),
    );
    const price = freeNow ? 0 : exact(solved.solution.slotPrice, whole(problem.practitioner, e));
    rivals.push({ pair: e, loss: worth + price - exact(problem.weight, e), freeNow });
  }
  return rivals.toSorted((a, b) => a.loss - b.loss || a.pair - b.pair);
}

function whyNot(solved: Solved, rival: Rival, chosenFit: number): string {
  const { encoded, roster, requestsOf } = solved;
  const j = whole(encoded.problem.practitioner, rival.pair);
  const fit = whole(encoded.fit, rival.pair);
  if (rival.freeNow && fit < chosenFit) return `The fit is ${fit} against ${chosenFit}.`;
  if (rival.freeNow)
    return "The load of deployments is heavier, or the fit is equal and the tie was broken by id.";
  const elsewhere = (requestsOf[j] ?? []).map((i) => roster.requests[i]?.id ?? "").toSorted();
  return elsewhere.length === 0
    ? "Too few days or places are left for this request."
    : `Is needed more elsewhere: proposed for ${elsewhere.join(", ")}.`;
}

/** The next three people for a proposed place, nearest to being chosen first, and why each was not. */
export function alternatesFor(solved: Solved, request: number, chosen: number): readonly Alternate[] {
  const { encoded, roster } = solved;
  const chosenFit = whole(encoded.fit, chosen);
  return rivalsOf(solved, request, chosen)
    .slice(0, alternatesShown)
    .flatMap((rival) => {
      const person = roster.practitioners[whole(encoded.problem.practitioner, rival.pair)];
      if (person === undefined) return [];
      const fit = whole(encoded.fit, rival.pair);
      return [{ personId: person.id, fit, whyNot: whyNot(solved, rival, chosenFit), freeNow: rival.freeNow }];
    });
}
