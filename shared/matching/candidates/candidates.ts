import KDBush from "kdbush";
import { keyAt } from "../fit/expertise.ts";
import type { MatchRequest, MatchSchool } from "../facts/facts.ts";
import type { Roster } from "../facts/roster.ts";

/** Everyone who claims one key of expertise: those within reach of a place, and those not bound to one. */
interface Pool {
  readonly everyone: readonly number[];
  /** People with no known place or no travel limit: always considered. */
  readonly unbound: readonly number[];
  readonly bound: readonly number[];
  readonly tree: KDBush | null;
  readonly farthestMetres: number;
}

/** Finds the practitioners that a request could have, without looking at any others. */
export interface CandidateIndex {
  /** Everyone with expertise near enough, in the order of the roster. */
  readonly withExpertise: (request: MatchRequest) => readonly number[];
  /** Of these, everyone whose travel limit could reach the school, and a few who fall just short. */
  readonly withinReach: (request: MatchRequest) => readonly number[];
}

function poolOf(roster: Roster, everyone: readonly number[]): Pool {
  const [unbound, bound]: [number[], number[]] = [[], []];
  const places: [number, number][] = [];
  let farthestMetres = 0;
  for (const place of everyone) {
    const person = roster.practitioners[place];
    const home = person === undefined ? null : roster.schoolOf(person.homeSchoolId);
    const limit = person?.travelLimitMetres ?? null;
    if (home === null || home.eastingMetres === null || home.northingMetres === null || limit === null) {
      unbound.push(place);
      continue;
    }
    bound.push(place);
    places.push([home.eastingMetres, home.northingMetres]);
    farthestMetres = Math.max(farthestMetres, limit);
  }
  const tree = places.length === 0 ? null : new KDBush(places.length, 16);
  for (const [east, north] of places) tree?.add(east, north);
  tree?.finish();
  return { everyone, unbound, bound, tree, farthestMetres };
}

const isOverriddenFor = (request: MatchRequest): boolean =>
  request.overrides.some(({ rule }) => rule === "too-far");

function reach(pool: Pool, request: MatchRequest, school: MatchSchool): readonly number[] {
  const { eastingMetres, northingMetres } = school;
  if (request.mode === "remote" || eastingMetres === null || northingMetres === null) return pool.everyone;
  if (pool.tree === null || isOverriddenFor(request)) return pool.everyone;
  // Distances are cut to whole metres, so that a metre more reaches all that the rule lets pass.
  const near = pool.tree.within(eastingMetres, northingMetres, pool.farthestMetres + 1);
  return near
    .map((at) => pool.bound[at] ?? 0)
    .concat(pool.unbound)
    .sort((a, b) => a - b);
}

/** Indexes a roster by expertise; each pool is built when first asked for. */
export function candidateIndex(roster: Roster): CandidateIndex {
  const near = roster.input.policy.nearestExpertise;
  const members = new Map<string, Set<number>>();
  roster.practitioners.forEach((person, place) => {
    for (const { code } of person.claims) {
      const key = keyAt(near, code);
      const found = members.get(key);
      if (found === undefined) members.set(key, new Set([place]));
      else found.add(place);
    }
  });
  const pools = new Map<string, Pool>();
  const poolFor = (request: MatchRequest): Pool => {
    const key = keyAt(near, request.codes.primary);
    const known = pools.get(key);
    if (known !== undefined) return known;
    const pool = poolOf(roster, Array.from(members.get(key) ?? []));
    pools.set(key, pool);
    return pool;
  };
  return {
    withExpertise: (request) => poolFor(request).everyone,
    withinReach: (request) => reach(poolFor(request), request, roster.schoolOf(request.schoolId)),
  };
}
