import { whole } from "../problem/cells.ts";
import type { MatchRequest } from "../facts/facts.ts";
import { fitOf } from "../fit/fit.ts";
import { heldFrom } from "../problem/pins.ts";
import { isFreeFor, type Solved } from "./standing.ts";

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
function pairAt(solved: Solved, { request, person }: Post): number {
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

/** Whether somebody has the place and the days left for a request, with all proposals as they are. */
export const hasRoom = (solved: Solved, { request, person }: Post): boolean =>
  isFreeFor(solved, person, solved.roster.requests[request]?.halfDays ?? Infinity);

/** People of one school on a request: those who hold it already, and those of some others. */
export const fromSchool = (
  { roster }: Solved,
  { request, people }: { readonly request: MatchRequest; readonly people: readonly number[] },
  schoolId: string,
): number =>
  people.filter((place) => roster.practitioners[place]?.homeSchoolId === schoolId).length +
  heldFrom(roster, request, schoolId);

/**
 * Whether somebody could take the place of a request that another gives up, or an open one where nobody does,
 * with all else staying as it is. Rules are judged elsewhere.
 */
export function couldStepIn(solved: Solved, post: Post, leaving: number | null): boolean {
  const request = solved.roster.requests[post.request];
  if (request === undefined || holds(solved, post) || !hasRoom(solved, post)) return false;
  if (request.maxFromOneSchool === undefined) return true;
  const schoolId = solved.roster.practitioners[post.person]?.homeSchoolId ?? "";
  const people = (solved.peopleOf[post.request] ?? []).filter((place) => place !== leaving);
  return fromSchool(solved, { request, people }, schoolId) < request.maxFromOneSchool;
}
