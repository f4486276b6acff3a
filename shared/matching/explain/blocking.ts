import { mark, whole } from "../problem/cells.ts";
import { isFreeFor, type Solved } from "./standing.ts";

/**
 * Pairs that would both rather have each other than what they hold, judged by fit alone: the request has an open
 * place or a person of lower fit to give up for it, the practitioner has a place and the days or one work of lower
 * fit to give up for it, and the limit on people from one school is kept. Nobody gives up a pin. Looks once at each
 * pair that the run kept, beside what its two sides hold; pairs beyond the candidate limit are not counted. Idea: Gale and Shapley 1962, with places and days.
 */
export function blockingPairs(solved: Solved): readonly number[] {
  const { problem, fit } = solved.encoded;
  const ofRequest = Map.groupBy(solved.heldBy.flat(), (e) => whole(solved.requestOfPair, e));

  const requestWould = (e: number): boolean => {
    const [i, g] = [whole(solved.requestOfPair, e), whole(problem.group, e)];
    const hasRoom = g < 0 || whole(solved.groupFree, g) > 0;
    if (hasRoom && whole(solved.unfilled, i) > 0) return true;
    return (ofRequest.get(i) ?? []).some(
      (held) => whole(fit, held) < whole(fit, e) && (hasRoom || whole(problem.group, held) === g),
    );
  };
  const personWould = (e: number): boolean => {
    const [j, need] = [whole(problem.practitioner, e), whole(problem.need, e)];
    if (isFreeFor(solved, j, need)) return true;
    const days = whole(solved.halfDaysFree, j);
    return (solved.heldBy[j] ?? []).some(
      (held) => whole(fit, held) < whole(fit, e) && days + whole(problem.need, held) >= need,
    );
  };

  const blocking: number[] = [];
  for (let e = 0; e < problem.practitioner.length; e++)
    if (mark(solved.solution.taken, e) === 0 && requestWould(e) && personWould(e)) blocking.push(e);
  return blocking;
}
