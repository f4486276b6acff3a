import type { Found } from "../candidates/best.ts";
import type { MatchRequest } from "../facts/facts.ts";
import type { Roster } from "../facts/roster.ts";
import { addTo, startsOf, whole } from "./cells.ts";
import { heldFrom, type Pinned } from "./pins.ts";

/** Feasible pairs of a run before they have weights: those of request `i` are `start[i]` up to `start[i + 1]`. */
export interface Pairs {
  readonly start: Int32Array;
  readonly practitioner: Int32Array;
  readonly need: Int32Array;
  /** Basis points of each pair, without the stability bonus. */
  readonly fit: Int32Array;
  /** 1 where the last published run proposed the pair. */
  readonly again: Uint8Array;
  /** Group of each pair: people from one school on one request whose number is limited; or -1. */
  readonly group: Int32Array;
  readonly groupLimit: Int32Array;
}

interface Grouping {
  readonly roster: Roster;
  readonly request: MatchRequest;
  readonly mine: readonly number[];
  readonly groups: Map<string, number>;
  readonly limits: number[];
}

/** The group of people from one school on one request, or -1 where their number has no limit that matters. */
function groupOf(schoolId: string, { roster, request, mine, groups, limits }: Grouping): number {
  if (request.maxFromOneSchool === undefined) return -1;
  const known = groups.get(schoolId);
  if (known !== undefined) return known;
  const placed = mine.filter((place) => roster.practitioners[place]?.homeSchoolId === schoolId).length;
  const held = heldFrom(roster, request, schoolId);
  const group = limits.push(Math.max(0, request.maxFromOneSchool - placed - held)) - 1;
  groups.set(schoolId, group);
  return group;
}

/** Puts the candidates of all requests, by place of request, into columns of pairs. */
export function pairsOf(roster: Roster, pinned: Pinned, found: readonly Found[]): Pairs {
  const counts = new Int32Array(roster.requests.length);
  for (const { request, people } of found) addTo(counts, request, people.length);
  const start = startsOf(counts);
  const size = whole(start, counts.length);
  const column = (): Int32Array => new Int32Array(size);
  const limits: number[] = [];
  const pairs = { practitioner: column(), need: column(), fit: column(), group: column().fill(-1) };
  const again = new Uint8Array(size);
  for (const { request: at, people, fit } of found) {
    const request = roster.requests[at];
    if (request === undefined) continue;
    const [from, to] = [whole(start, at), whole(start, at + 1)];
    pairs.practitioner.set(people, from);
    pairs.fit.set(fit, from);
    pairs.need.fill(request.halfDays, from, to);
    const lastProposed = request.lastProposed.map((id) => roster.placeOfPerson.get(id));
    if (lastProposed.length > 0)
      people.forEach((j, x) => (again[from + x] = lastProposed.includes(j) ? 1 : 0));
    if (request.maxFromOneSchool === undefined) continue;
    const grouping = { roster, request, mine: pinned.peopleOf.get(at) ?? [], groups: new Map(), limits };
    people.forEach((j, x) => (pairs.group[from + x] = groupOf(roster.homeOf(j).id, grouping)));
  }
  return { ...pairs, start, again, groupLimit: Int32Array.from(limits) };
}
