import { addTo, whole } from "./cells.ts";
import type { MatchRequest, RuleOverride } from "../facts/facts.ts";
import type { PersonId, RequestId } from "../../domain/ids.ts";
import type { Roster } from "../facts/roster.ts";
import { isInConcern } from "../rules/conflictRules.ts";
import { hardRules, firstRefusal, overrideOf } from "../rules/rules.ts";

/** A pin or an override that could not be followed, never silently dropped. */
export interface UnfollowedInstruction {
  readonly requestId: RequestId;
  readonly personId: PersonId;
  readonly kind: "pin" | "override";
  /** The rule that the pin would break, or that the override names. */
  readonly rule: string;
  readonly sentence: string;
}

/** Places taken before the problem is solved, and what is then left of everyone's capacity. */
export interface Pinned {
  /** Places of pinned practitioners by place of request. */
  readonly peopleOf: ReadonlyMap<number, readonly number[]>;
  readonly slotsLeft: Int32Array;
  readonly halfDaysLeft: Int32Array;
  readonly slotsPinned: Int32Array;
  readonly unfollowed: readonly UnfollowedInstruction[];
}

/** The rule that a pin would break, and why. */
type Obstacle = readonly [rule: string, sentence: string];

/** Requests with pins, of a higher priority first, then the older ones, then by id. */
function inTurn(requests: readonly MatchRequest[]): readonly { request: MatchRequest; at: number }[] {
  const pinned: { request: MatchRequest; at: number }[] = [];
  requests.forEach((request, at) => {
    if (request.pinned.length > 0) pinned.push({ request, at });
  });
  return pinned.sort(({ request: a, at: x }, { request: b, at: y }) => {
    if (a.priority !== b.priority) return b.priority - a.priority;
    return a.submittedOn < b.submittedOn ? -1 : a.submittedOn > b.submittedOn ? 1 : x - y;
  });
}

/** What is left of everybody's capacity while pins are followed. */
interface Left {
  readonly slots: Int32Array;
  readonly halfDays: Int32Array;
}

/** What stands against a pin beside those of the request that were followed before it. */
function obstacleTo(
  roster: Roster,
  left: Left,
  { request, place, mine }: { request: MatchRequest; place: number; mine: readonly number[] },
): Obstacle | null {
  const person = roster.practitioners[place];
  if (person === undefined) return ["unknown-person", "The person is not among the practitioners."];
  if (mine.length >= request.people) return ["request-full", "The request has no place left."];
  const pair = roster.pairsFor(request)(place);
  const refused = firstRefusal(pair);
  if (refused !== undefined) return [refused.name, refused.why(pair)];
  if (whole(left.slots, place) < 1) return ["no-slots", "Other pins have taken the person's last place."];
  if (whole(left.halfDays, place) < request.halfDays)
    return ["no-days", "Other pins have taken the person's days."];
  const fromSchool =
    heldFrom(roster, request, person.homeSchoolId) +
    mine.filter((other) => roster.practitioners[other]?.homeSchoolId === person.homeSchoolId).length;
  return fromSchool >= (request.maxFromOneSchool ?? Infinity)
    ? ["max-from-one-school", "The request takes no more people from that school."]
    : null;
}

/** Honours each pin in turn where the rules and what is left of capacity allow; the others are reported. */
export function pinsOf(roster: Roster): Pinned {
  const left = { slots: roster.slots.slice(), halfDays: roster.halfDays.slice() };
  const slotsPinned = new Int32Array(roster.practitioners.length);
  const peopleOf = new Map<number, number[]>();
  const unfollowed: UnfollowedInstruction[] = [];
  for (const { request, at } of inTurn(roster.requests)) {
    const mine: number[] = [];
    for (const personId of new Set(request.pinned.toSorted())) {
      const place = roster.placeOfPerson.get(personId) ?? -1;
      const found = obstacleTo(roster, left, { request, place, mine });
      if (found !== null) {
        const [rule, sentence] = found;
        unfollowed.push({ requestId: request.id, personId, kind: "pin", rule, sentence });
        continue;
      }
      mine.push(place);
      addTo(left.slots, place, -1);
      addTo(slotsPinned, place, 1);
      addTo(left.halfDays, place, -request.halfDays);
    }
    if (mine.length > 0) peopleOf.set(at, mine);
  }
  return { peopleOf, slotsLeft: left.slots, halfDaysLeft: left.halfDays, slotsPinned, unfollowed };
}

/** Places that the run still owes somebody to reach their least load, so far as they may take them. */
export const leastLeft = (roster: Roster, pinned: Pinned, place: number): number =>
  Math.max(
    0,
    Math.min(
      (roster.practitioners[place]?.leastSlots ?? 0) - whole(pinned.slotsPinned, place),
      whole(pinned.slotsLeft, place),
    ),
  );

/** Tells who may be proposed for anything, by place: what else refuses depends on the request. */
export function openIn(
  { input: { schools, today }, practitioners, homeNumber }: Roster,
  { slotsLeft }: Pinned,
): (place: number) => boolean {
  const isBarred = Uint8Array.from(schools, ({ concern }) => (isInConcern(concern, today) ? 1 : 0));
  return (place) => {
    // What stands in columns first, so that not everybody's row is fetched from memory.
    if (whole(slotsLeft, place) < 1 || isBarred[whole(homeNumber, place)] === 1) return false;
    const person = practitioners[place];
    if (person === undefined || person.parked) return false;
    return person.assuranceValidUntil !== null && person.assuranceValidUntil >= today;
  };
}

/** People of one school who already hold a place on the request. */
export const heldFrom = (roster: Roster, request: MatchRequest, schoolId: string): number =>
  request.alreadyHeld.filter((id) => {
    const person = roster.practitioners[roster.placeOfPerson.get(id) ?? -1];
    return person?.homeSchoolId === schoolId;
  }).length;

/** Why an override changes nothing: its rule may not be set aside, or refuses for something else by now; null when it may. */
function uselessFor(roster: Roster, request: MatchRequest, { personId, rule: name }: RuleOverride) {
  const rule = hardRules.find((each) => each.name === name && each.overridable);
  if (rule === undefined) return `The rule ${name} cannot be set aside.`;
  const place = roster.placeOfPerson.get(personId);
  if (place === undefined) return null;
  const pair = roster.pairsFor(request)(place);
  if (!rule.refuses(pair) || overrideOf(rule, pair) !== null) return null;
  return `The rule ${name} was set aside for something else than what it refuses for now.`;
}

/** Overrides that change nothing are reported. */
export const uselessOverrides = (roster: Roster): readonly UnfollowedInstruction[] =>
  roster.requests.flatMap((request) =>
    request.overrides.flatMap((override) => {
      const sentence = uselessFor(roster, request, override);
      const { personId, rule } = override;
      return sentence === null
        ? []
        : [{ requestId: request.id, personId, kind: "override" as const, rule, sentence }];
    }),
  );
