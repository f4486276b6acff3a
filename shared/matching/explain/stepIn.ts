import { mark, whole } from "../problem/cells.ts";
import { fitOf } from "../fit/fit.ts";
import type { Solved } from "./standing.ts";

/** One practitioner on one request: by place of the request and of the practitioner. */
export interface Post {
  readonly request: number;
  readonly person: number;
}

/** What a person brings to a request in the second tier, in basis points. */
export interface Bringing {
  readonly fit: number;
  /** For being proposed to the same school again, where the policy counts that. */
  readonly bonus: number;
  /** What their deployments cost in rotation, this one being the last. */
  readonly burden: number;
}

/** The pair of a post in the problem, or -1 where it has none. */
export function pairAt(solved: Solved, { request, person }: Post): number {
  const { start, practitioner } = solved.encoded.problem;
  for (let e = whole(start, request); e < whole(start, request + 1); e++)
    if (whole(practitioner, e) === person) return e;
  return -1;
}

const holds = (solved: Solved, { request, person }: Post): boolean =>
  (solved.requestsOf[person] ?? []).includes(request);

/** What a person brings, or would bring, with everybody else's proposals as they are. */
export function bringingOf(solved: Solved, post: Post): Bringing {
  const { roster, encoded, requestsOf } = solved;
  const { policy } = roster.input;
  const [request, person] = [roster.requests[post.request], roster.practitioners[post.person]];
  if (request === undefined || person === undefined) throw new RangeError("No such post");
  const e = pairAt(solved, post);
  const others = (requestsOf[post.person]?.length ?? 0) - (holds(solved, post) ? 1 : 0);
  return {
    fit: e < 0 ? fitOf(roster.pairsFor(request)(post.person)) : whole(encoded.fit, e),
    bonus: request.lastProposed.includes(person.id) ? policy.stabilityBonus : 0,
    burden: policy.rotationCostPerLoad * (person.loadSlots + others),
  };
}

/** Whether somebody has the place and the days left for a pair, with all proposals as they are. */
export function hasRoom(solved: Solved, pair: number): boolean {
  const { problem } = solved.encoded;
  const j = whole(problem.practitioner, pair);
  return whole(solved.slotsFree, j) > 0 && whole(solved.halfDaysFree, j) >= whole(problem.need, pair);
}

/** Whether the person of a pair could take the place that another pair gives up, all else staying as it is. */
export function couldStepIn(solved: Solved, pair: number, leaving: number): boolean {
  const { problem } = solved.encoded;
  const g = whole(problem.group, pair);
  const sameGroup = leaving >= 0 && g === whole(problem.group, leaving);
  const isFree = mark(solved.solution.taken, pair) === 0 && hasRoom(solved, pair);
  return isFree && (g < 0 || sameGroup || whole(solved.groupFree, g) > 0);
}
