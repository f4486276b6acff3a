import { type Roster, rosterOf } from "../facts/roster.ts";
import { whole } from "../problem/cells.ts";
import { mayBeProposed } from "../rules/rules.ts";
import type { Change } from "./changes.ts";
import { type Judged, type OpenRequest, roomForSchool } from "./judged.ts";
import type { ChangedOptions, Option } from "./rehearsal.ts";
import type { Solved } from "./standing.ts";

/** The facts of a run with every code of a family near enough to be proposed. */
export const widerRoster = ({ input }: Roster): Roster =>
  rosterOf({ ...input, policy: { ...input.policy, nearestExpertise: "family" } });

/** People of the family, those too whom the request, judged by its usual codes, does not know. */
export function expertsOfFamily(wide: Roster, { request, judged }: OpenRequest): readonly Judged[] {
  const known = new Map(judged.map((one) => [one.place, one]));
  return wide
    .expertsIn(request.codes.primary)
    .map((place) => known.get(place) ?? { place, refusedBy: ["expertise"] });
}

/** An open request, and the facts among which a change of it is judged. */
interface Asked extends OpenRequest {
  readonly among: Roster;
}

/** Whether a change may bring somebody in: they are refused, and by no rule that it does not affect. */
export const mayBring = ({ affects }: Change, { refusedBy }: Judged): boolean =>
  refusedBy.length > 0 && refusedBy.every((rule) => affects.includes(rule));

/** Everybody whom the changed request could have, with the places of those who could not be had before; null where it could not be. */
export function optionsOf(solved: Solved, { i, request, judged, among }: Asked, change: Change) {
  const changed = change.request(request);
  if (changed === null) return null;
  const pairWith = among.pairsFor(changed);
  const mine = solved.pinned.peopleOf.get(i) ?? [];
  // The broker has settled who is pinned: nothing is promised that would undo it.
  if (!change.waives && !mine.every((place) => mayBeProposed(pairWith(place)))) return null;
  const limited = changed.maxFromOneSchool !== undefined;
  const options: Option[] = [];
  const newcomers: number[] = [];
  for (const { place, refusedBy } of judged) {
    if (mine.includes(place) || !refusedBy.every((rule) => change.affects.includes(rule))) continue;
    if (!change.waives && !mayBeProposed(pairWith(place))) continue;
    if (whole(solved.pinned.slotsLeft, place) < 1) continue;
    if (whole(solved.pinned.halfDaysLeft, place) < changed.halfDays) continue;
    if (refusedBy.length > 0) newcomers.push(place);
    const group = limited ? (solved.roster.practitioners[place]?.homeSchoolId ?? null) : null;
    options.push({ person: place, halfDays: changed.halfDays, group });
  }
  const limitOf = roomForSchool(solved, i, changed);
  return { newcomers, changed: { request: i, options, limitOf } satisfies ChangedOptions };
}
