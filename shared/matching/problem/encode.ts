import { counted } from "../../domain/counted.ts";
import type { Found } from "../candidates/best.ts";
import type { InputProblem } from "../facts/facts.ts";
import type { Roster } from "../facts/roster.ts";
import { addTo, exact, startsOf, whole } from "./cells.ts";
import { costOfSlot, extentOf, priorityWeight } from "./extent.ts";
import { type Pairs, pairsOf } from "./pairs.ts";
import { leastLeft, type Pinned } from "./pins.ts";
import type { Problem } from "./problem.ts";
import { type Scale, scaleFor } from "./scale.ts";

/** The integer problem of a run, with what its pairs mean. */
export interface Encoded {
  readonly kind: "encoded";
  readonly problem: Problem;
  readonly scale: Scale;
  /** Basis points of each pair, without the stability bonus. */
  readonly fit: Int32Array;
  /** What filling one place of each request is worth in the first tier. */
  readonly priority: Float64Array;
}

/** What a pair is worth would not be exact: the row that weighs most in it. */
export interface TooLarge {
  readonly kind: "too-large";
  readonly problem: InputProblem;
}

/** Places of each practitioner that could be used: no more than there are pairs for. */
function usablePlaces(roster: Roster, pinned: Pinned, pairs: Pairs): Int32Array {
  const degree = new Int32Array(roster.practitioners.length);
  for (const place of pairs.practitioner) addTo(degree, place, 1);
  return degree.map((count, place) => Math.min(count, whole(pinned.slotsLeft, place)));
}

/** How many of those proposed for each request by the last run may still be proposed. */
const proposedBefore = ({ start, again }: Pairs): Int32Array =>
  Int32Array.from({ length: start.length - 1 }, (_, at) =>
    again.subarray(whole(start, at), whole(start, at + 1)).reduce((sum, each) => sum + each, 0),
  );

/** Places that each request could have filled: none where it has no candidate. */
const fillablePlaces = (roster: Roster, pinned: Pinned, { start }: Pairs): Int32Array =>
  Int32Array.from(roster.requests, ({ people }, at) =>
    whole(start, at) === whole(start, at + 1) ? 0 : people - (pinned.peopleOf.get(at)?.length ?? 0),
  );

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

function weightsOf(
  pairs: Pairs,
  { priority, scale }: Pick<Encoded, "priority" | "scale">,
  stabilityBonus: number,
): Float64Array {
  const weight = new Float64Array(pairs.fit.length);
  priority.forEach((each, at) => {
    for (let e = whole(pairs.start, at); e < whole(pairs.start, at + 1); e++) {
      const again = pairs.again[e] ?? 0;
      const fit = whole(pairs.fit, e) + again * stabilityBonus;
      weight[e] = each * scale.priorityUnit + fit * scale.fitUnit + again;
    }
  });
  return weight;
}

/** Names the request whose open places are worth most. */
function tooLarge(roster: Roster, fillable: Int32Array, priority: Float64Array): TooLarge {
  let [most, heaviest] = [-1, ""];
  roster.requests.forEach((request, at) => {
    const worth = whole(fillable, at) * exact(priority, at);
    if (worth > most) [most, heaviest] = [worth, request.id];
  });
  const places = fillable.reduce((sum, count) => sum + count, 0);
  const message = `weighs most among ${counted(places, "open place")}, so that what one is worth is more than can be exact`;
  return { kind: "too-large", problem: { where: `requests/${heaviest}`, message } };
}

/** Encodes a run with the candidates found as an integer problem, or names the row that makes weights inexact. */
export function encode(roster: Roster, pinned: Pinned, found: readonly Found[]): Encoded | TooLarge {
  const pairs = pairsOf(roster, pinned, found);
  const wanted = Int32Array.from(
    roster.requests,
    (request, at) => request.people - (pinned.peopleOf.get(at)?.length ?? 0),
  );
  const [fillable, usable] = [fillablePlaces(roster, pinned, pairs), usablePlaces(roster, pinned, pairs)];
  const priority = Float64Array.from(roster.requests, (request) => priorityWeight(roster, request));
  const counts = { fillable, usable, priority, again: proposedBefore(pairs) };
  const scale = scaleFor(extentOf(roster, pinned, counts));
  if (scale === null) return tooLarge(roster, fillable, priority);
  return {
    kind: "encoded",
    scale,
    fit: pairs.fit,
    priority,
    problem: {
      requestCount: roster.requests.length,
      practitionerCount: roster.practitioners.length,
      wanted,
      start: pairs.start,
      practitioner: pairs.practitioner,
      need: pairs.need,
      weight: weightsOf(pairs, { priority, scale }, roster.input.policy.stabilityBonus),
      group: pairs.group,
      groupLimit: pairs.groupLimit,
      ...slotsOf(roster, pinned, { usable, scale }),
      dayCapacity: pinned.halfDaysLeft,
    },
  };
}
