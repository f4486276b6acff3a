import type { Found } from "../candidates/best.ts";
import { weeksBetween } from "../facts/dates.ts";
import { fingerprint } from "../facts/digest.ts";
import type { InputProblem, MatchRequest } from "../facts/facts.ts";
import type { Roster } from "../facts/roster.ts";
import { addTo, startsOf, whole } from "./cells.ts";
import { type Pairs, pairsOf } from "./pairs.ts";
import { leastLeft, type Pinned } from "./pins.ts";
import type { Problem } from "./problem.ts";
import { type Extent, type Scale, scaleFor } from "./scale.ts";

/** The integer problem of a run, with what its pairs mean. */
export interface Encoded {
  readonly kind: "encoded";
  readonly problem: Problem;
  readonly scale: Scale;
  /** Basis points of each pair, without the stability bonus. */
  readonly fit: Int32Array;
}

/** Totals would not be exact: the row that weighs most in them. */
export interface TooLarge {
  readonly kind: "too-large";
  readonly problem: InputProblem;
}

/** What filling one place of a request is worth in the first tier. */
export function priorityWeight(roster: Roster, request: MatchRequest): number {
  const { policy, today } = roster.input;
  const weeks = Math.min(policy.ageWeeksCounted, weeksBetween(request.submittedOn, today));
  return (policy.priorityWeights[request.priority - 1] ?? 1) + weeks;
}

/** Basis points that each place of a practitioner costs, from the first that is left: each dearer than the last. */
const costOfSlot = (roster: Roster, pinned: Pinned, place: number) => {
  const held = (roster.practitioners[place]?.loadSlots ?? 0) + whole(pinned.slotsPinned, place);
  return (slot: number): number => roster.input.policy.rotationCostPerLoad * (held + slot);
};

/** Places of each practitioner that could be used: no more than there are pairs for. */
function usablePlaces(roster: Roster, pinned: Pinned, pairs: Pairs): Int32Array {
  const degree = new Int32Array(roster.practitioners.length);
  for (const place of pairs.practitioner) addTo(degree, place, 1);
  return degree.map((count, place) => Math.min(count, whole(pinned.slotsLeft, place)));
}

/** Places that each request could have filled: none where it has no candidate. */
const fillablePlaces = (roster: Roster, pinned: Pinned, { start }: Pairs): Int32Array =>
  Int32Array.from(roster.requests, ({ people }, at) =>
    whole(start, at) === whole(start, at + 1) ? 0 : people - (pinned.peopleOf.get(at)?.length ?? 0),
  );

/** What an answer could come to at most: people and requests that have no candidates add nothing. */
function extentOf(
  roster: Roster,
  pinned: Pinned,
  { fillable, usable }: { readonly fillable: Int32Array; readonly usable: Int32Array },
): Extent {
  const { policy } = roster.input;
  let [slots, priorityWeighted, again, least] = [0, 0, 0, 0];
  roster.requests.forEach((request, at) => {
    const places = whole(fillable, at);
    slots += places;
    priorityWeighted += places * priorityWeight(roster, request);
    again += Math.min(places, request.lastProposed.length);
  });
  const costs: number[] = [];
  roster.practitioners.forEach((_, place) => {
    const costOf = costOfSlot(roster, pinned, place);
    for (let slot = 0; slot < whole(usable, place); slot++) costs.push(costOf(slot));
    least += Math.min(leastLeft(roster, pinned, place), whole(usable, place));
  });
  const dearest = Float64Array.from(costs).sort().subarray(-Math.max(1, slots));
  return {
    slots,
    least,
    priorityWeighted,
    fit: slots * 10_000 + again * policy.stabilityBonus,
    cost: dearest.reduce((sum, cost) => sum + cost, 0),
    again,
  };
}

/** The places that could be used, those up to a least load earning what they must. */
function slotsOf(
  roster: Roster,
  pinned: Pinned,
  { usable, scale }: { readonly usable: Int32Array; readonly scale: Scale },
) {
  const slotStart = startsOf(usable);
  const slotCost = new Float64Array(whole(slotStart, usable.length));
  for (let place = 0; place < usable.length; place++) {
    const first = whole(slotStart, place);
    const size = whole(slotStart, place + 1) - first;
    if (size === 0) continue;
    const costOf = costOfSlot(roster, pinned, place);
    const least = leastLeft(roster, pinned, place);
    for (let slot = 0; slot < size; slot++)
      slotCost[first + slot] = costOf(slot) * scale.fitUnit - (slot < least ? scale.leastUnit : 0);
  }
  return { slotStart, slotCost };
}

function weightsOf(roster: Roster, pairs: Pairs, scale: Scale): Float64Array {
  const { priorityUnit, fitUnit, againUnit, tieRange } = scale;
  const { stabilityBonus } = roster.input.policy;
  const weight = new Float64Array(pairs.fit.length);
  roster.requests.forEach((request, at) => {
    const priority = priorityWeight(roster, request) * priorityUnit;
    for (let e = whole(pairs.start, at); e < whole(pairs.start, at + 1); e++) {
      const again = pairs.again[e] ?? 0;
      const personId = roster.practitioners[whole(pairs.practitioner, e)]?.id ?? "";
      const tie = tieRange === 1 ? 0 : fingerprint(`${request.id} ${personId}`) % tieRange;
      const worth = (whole(pairs.fit, e) + again * stabilityBonus) * fitUnit;
      weight[e] = priority + worth + again * againUnit + tie;
    }
  });
  return weight;
}

/** Names the request whose open places are worth most. */
function tooLarge(roster: Roster, fillable: Int32Array): TooLarge {
  let [most, heaviest] = [-1, ""];
  roster.requests.forEach((request, at) => {
    const worth = whole(fillable, at) * priorityWeight(roster, request);
    if (worth > most) [most, heaviest] = [worth, request.id];
  });
  const places = fillable.reduce((sum, count) => sum + count, 0);
  const message = `weighs most among ${places} open places, whose totals are more than can be exact`;
  return { kind: "too-large", problem: { where: `requests/${heaviest}`, message } };
}

/** Encodes a run with the candidates found as an integer problem, or names the row that makes totals inexact. */
export function encode(roster: Roster, pinned: Pinned, found: readonly Found[]): Encoded | TooLarge {
  const pairs = pairsOf(roster, pinned, found);
  const wanted = Int32Array.from(
    roster.requests,
    (request, at) => request.people - (pinned.peopleOf.get(at)?.length ?? 0),
  );
  const [fillable, usable] = [fillablePlaces(roster, pinned, pairs), usablePlaces(roster, pinned, pairs)];
  const scale = scaleFor(extentOf(roster, pinned, { fillable, usable }));
  if (scale === null) return tooLarge(roster, fillable);
  return {
    kind: "encoded",
    scale,
    fit: pairs.fit,
    problem: {
      requestCount: roster.requests.length,
      practitionerCount: roster.practitioners.length,
      wanted,
      start: pairs.start,
      practitioner: pairs.practitioner,
      need: pairs.need,
      weight: weightsOf(roster, pairs, scale),
      group: pairs.group,
      groupLimit: pairs.groupLimit,
      ...slotsOf(roster, pinned, { usable, scale }),
      dayCapacity: pinned.halfDaysLeft,
    },
  };
}
