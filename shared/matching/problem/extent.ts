import type { MatchRequest } from "../facts/facts.ts";
import type { Roster } from "../facts/roster.ts";
import { keyAt } from "../fit/expertise.ts";
import { weeksBetween } from "../facts/dates.ts";
import { addTo, exact, whole } from "./cells.ts";
import { leastLeft, openIn, type Pinned } from "./pins.ts";
import { type Extent, greatestFit } from "./scale.ts";

/** What filling one place of a request is worth in the first tier. */
export function priorityWeight(roster: Roster, request: MatchRequest): number {
  const { policy, today } = roster.input;
  const weeks = Math.min(policy.ageWeeksCounted, weeksBetween(request.submittedOn, today));
  return (policy.priorityWeights[request.priority - 1] ?? 1) + weeks;
}

/** Basis points that each place of a practitioner costs, from the first that is left: each dearer than the last. */
export const costOfSlot = (roster: Roster, pinned: Pinned, place: number) => {
  const held = (roster.practitioners[place]?.loadSlots ?? 0) + whole(pinned.slotsPinned, place);
  return (slot: number): number => roster.input.policy.rotationCostPerLoad * (held + slot);
};

/**
 * Places of each practitioner that any choice of candidates could use: no more than there are requests to be
 * filled that ask for what they claim, or that name them in an override.
 */
function reachable(roster: Roster, pinned: Pinned, fillable: Int32Array): Int32Array {
  const near = roster.input.policy.nearestExpertise;
  const askedOf = new Map<string, number>();
  const named = new Int32Array(roster.practitioners.length);
  roster.requests.forEach(({ codes, overrides }, at) => {
    if (whole(fillable, at) === 0) return;
    const key = keyAt(near, codes.primary);
    askedOf.set(key, (askedOf.get(key) ?? 0) + 1);
    for (const personId of new Set(overrides.map((override) => override.personId))) {
      const place = roster.placeOfPerson.get(personId);
      if (place !== undefined) addTo(named, place, 1);
    }
  });
  const isOpen = openIn(roster, pinned);
  return named.map((count, place) => {
    const claims = isOpen(place) ? (roster.practitioners[place]?.claims ?? []) : [];
    let asked = count;
    for (const key of new Set(claims.map(({ code }) => keyAt(near, code)))) asked += askedOf.get(key) ?? 0;
    return Math.min(asked, whole(pinned.slotsLeft, place));
  });
}

/** What is counted of the pairs that are looked at. */
interface Counts {
  /** By request: places that could be filled, what each is worth, and people of the last run who may be proposed again. */
  readonly fillable: Int32Array;
  readonly priority: Float64Array;
  readonly again: Int32Array;
  /** By practitioner: places that could be used. */
  readonly usable: Int32Array;
}

/**
 * What an answer could come to at most, whoever are looked at as candidates: rotation is that of everybody who
 * could join, so that no tier is outweighed when they do. `usable` counts only for those who are owed places, and
 * `again` those proposed by the last run, all of whom are always looked at where no rule refuses them. People and requests that nobody asks for or could serve add nothing.
 */
export function extentOf(
  roster: Roster,
  pinned: Pinned,
  { fillable, usable, priority, again: proposedBefore }: Counts,
): Extent {
  const { policy } = roster.input;
  let [slots, priorityWeighted, again, least] = [0, 0, 0, 0];
  let [greatestPriority, mostOfOne] = [0, 0];
  fillable.forEach((places, at) => {
    const weight = exact(priority, at);
    slots += places;
    priorityWeighted += places * weight;
    greatestPriority = Math.max(greatestPriority, weight);
    mostOfOne = Math.max(mostOfOne, places);
    again += Math.min(places, whole(proposedBefore, at));
  });
  const costs: number[] = [];
  reachable(roster, pinned, fillable).forEach((places, place) => {
    const costOf = costOfSlot(roster, pinned, place);
    mostOfOne = Math.max(mostOfOne, places);
    for (let slot = 0; slot < places; slot++) costs.push(costOf(slot));
    least += Math.min(leastLeft(roster, pinned, place), whole(usable, place));
  });
  const dearest = Float64Array.from(costs).sort().subarray(-Math.max(1, slots));
  return {
    slots,
    least,
    priorityWeighted,
    fit: slots * greatestFit + again * policy.stabilityBonus,
    cost: dearest.reduce((sum, cost) => sum + cost, 0),
    costOfOne: dearest.at(-1) ?? 0,
    again,
    greatestPriority,
    mostOfOne,
  };
}
