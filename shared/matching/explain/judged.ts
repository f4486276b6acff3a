import type { MatchRequest } from "../facts/facts.ts";
import type { Roster } from "../facts/roster.ts";
import { refusals } from "../rules/rules.ts";
import type { Solved } from "./standing.ts";
import { fromSchool } from "./stepIn.ts";

/** Somebody with the expertise, and the rules that refuse them. */
export interface Judged {
  readonly place: number;
  readonly refusedBy: readonly string[];
}

/** A request with an open place, and everybody with the expertise for it. */
export interface OpenRequest {
  readonly i: number;
  readonly request: MatchRequest;
  readonly judged: readonly Judged[];
}

/** Judges everybody with the expertise that a request asks for. */
export function judge(roster: Roster, request: MatchRequest): readonly Judged[] {
  const pairWith = roster.pairsFor(request);
  return roster
    .expertsIn(request.codes.primary)
    .map((place) => ({ place, refusedBy: refusals(pairWith(place)).map(({ name }) => name) }));
}

/** How many people of one school a request may still have beside those who hold it or are pinned to it. */
export const roomForSchool =
  (solved: Solved, i: number, request: MatchRequest) =>
  (schoolId: string): number => {
    const people = solved.pinned.peopleOf.get(i) ?? [];
    const held = fromSchool(solved, { request, people }, schoolId);
    return Math.max(0, (request.maxFromOneSchool ?? Infinity) - held);
  };
