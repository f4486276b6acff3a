import KDBush from "kdbush";
import type { SchoolId } from "../../domain/ids.ts";
import type { Phase } from "../../domain/vocabulary.ts";
import { distanceMetres } from "../facts/pair.ts";
import type { MatchRequest } from "../facts/facts.ts";
import { exact, whole } from "../problem/cells.ts";
import type { Solved } from "./standing.ts";

/** Requests of one code and phase within reach of a school in their middle. */
export interface Demand {
  readonly code: string;
  readonly phase: Phase;
  readonly nearSchoolId: SchoolId | null;
  readonly requests: readonly number[];
}

interface Spot {
  readonly i: number;
  readonly request: MatchRequest;
  readonly east: number;
  readonly north: number;
}

/** Where a request's work happens; null where that is not known, or anywhere will do. */
function spotOf(solved: Solved, i: number): Spot | null {
  const request = solved.roster.requests[i];
  if (request === undefined || request.mode === "remote") return null;
  const { eastingMetres: east, northingMetres: north } = solved.roster.schoolOf(request.schoolId);
  return east === null || north === null ? null : { i, request, east, north };
}

/** The school from which the others are nearest, all told. */
function middleOf(solved: Solved, spots: readonly Spot[]): SchoolId | null {
  const far = (spot: Spot): number => {
    const school = solved.roster.schoolOf(spot.request.schoolId);
    return spots.reduce(
      (sum, other) => sum + (distanceMetres(school, solved.roster.schoolOf(other.request.schoolId)) ?? 0),
      0,
    );
  };
  const [best] = spots
    .map((spot) => ({ spot, far: far(spot) }))
    .toSorted((a, b) => a.far - b.far || a.spot.i - b.spot.i);
  return best?.spot.request.schoolId ?? null;
}

/** Splits requests of one kind by place: the dearest still without a place draws those within reach to it. */
function places(solved: Solved, kind: readonly number[], reachMetres: number) {
  const spots = kind.flatMap((i) => spotOf(solved, i) ?? []);
  if (spots.length === 0) return [{ nearSchoolId: null, requests: kind }];
  const tree = new KDBush(spots.length, 16);
  for (const { east, north } of spots) tree.add(east, north);
  tree.finish();
  const placed = new Set<number>();
  const found: { nearSchoolId: SchoolId | null; requests: readonly number[] }[] = [];
  for (const spot of spots) {
    if (placed.has(spot.i)) continue;
    const near = tree
      .within(spot.east, spot.north, reachMetres)
      .flatMap((at) => spots[at] ?? [])
      .filter(({ i }) => !placed.has(i))
      .toSorted((a, b) => a.i - b.i);
    for (const { i } of near) placed.add(i);
    found.push({ nearSchoolId: middleOf(solved, near), requests: near.map(({ i }) => i) });
  }
  return found;
}

/** All that is asked of a run by code, phase and place; the requests that weigh most first in each. */
export function demandOf(solved: Solved, reachMetres: number): readonly Demand[] {
  const { roster, encoded, unfilled } = solved;
  const weight = encoded.priority.map((each, i) => Math.max(0, whole(unfilled, i)) * each);
  const dearest = roster.requests
    .flatMap(({ people }, i) => (people > 0 ? [i] : []))
    .toSorted((a, b) => exact(weight, b) - exact(weight, a) || a - b);
  const kinds = Map.groupBy(dearest, (i) => {
    const request = roster.requests[i];
    return `${request?.codes.primary} ${request?.phase}`;
  });
  return Array.from(kinds.values()).flatMap((kind) => {
    const request = roster.requests[kind[0] ?? -1];
    if (request === undefined) return [];
    const { codes, phase } = request;
    return places(solved, kind, reachMetres).map((place) => ({ code: codes.primary, phase, ...place }));
  });
}
