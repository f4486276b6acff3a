import { candidateIndex } from "../candidates/candidates.ts";
import { addTo, startsOf, whole } from "./cells.ts";
import { componentOfRequests } from "./components.ts";
import { weeksBetween } from "../facts/dates.ts";
import { fingerprint } from "../facts/digest.ts";
import type { MatchRequest } from "../facts/facts.ts";
import { fitOf } from "../fit/fit.ts";
import { heldFrom, type Pinned } from "./pins.ts";
import type { Problem } from "./problem.ts";
import type { Roster } from "../facts/roster.ts";
import { mayBeProposed } from "../rules/rules.ts";
import { type Scale, scaleFor } from "./scale.ts";

/** The integer problem of a run, with what its pairs mean. */
export interface Encoded {
  readonly problem: Problem;
  readonly scale: Scale;
  /** Basis points of each pair, without the stability bonus. */
  readonly fit: Int32Array;
}

/** Feasible pairs before they have weights. */
interface Pairs {
  readonly start: Int32Array;
  readonly practitioner: Int32Array;
  readonly need: Int32Array;
  readonly fit: Int32Array;
  readonly again: Uint8Array;
  readonly group: Int32Array;
  readonly groupLimit: Int32Array;
}

/** What filling one place of a request is worth in the first tier. */
export function priorityWeight(roster: Roster, request: MatchRequest): number {
  const { policy, today } = roster.input;
  const weeks = Math.min(policy.ageWeeksCounted, weeksBetween(request.submittedOn, today));
  return (policy.priorityWeights[request.priority - 1] ?? 1) + weeks;
}

function pairsOf(roster: Roster, pinned: Pinned): Pairs {
  const index = candidateIndex(roster);
  const [people, needs, fits, again, group, groupLimit]: number[][] = [[], [], [], [], [], []];
  const counts = new Int32Array(roster.requests.length);
  roster.requests.forEach((request, at) => {
    const mine = pinned.peopleOf.get(at) ?? [];
    if (request.people <= mine.length) return;
    const groups = new Map<string, number>();
    const pairWith = roster.pairsFor(request);
    for (const place of index.withinReach(request)) {
      const person = roster.practitioners[place];
      if (person === undefined || mine.includes(place)) continue;
      if (whole(pinned.slotsLeft, place) < 1 || whole(pinned.halfDaysLeft, place) < request.halfDays)
        continue;
      const pair = pairWith(place);
      if (!mayBeProposed(pair)) continue;
      people?.push(place);
      needs?.push(request.halfDays);
      fits?.push(fitOf(pair));
      again?.push(request.lastProposed.includes(person.id) ? 1 : 0);
      group?.push(groupOf(person.homeSchoolId, { roster, request, mine, groups, limits: groupLimit ?? [] }));
      addTo(counts, at, 1);
    }
  });
  return {
    start: startsOf(counts),
    practitioner: Int32Array.from(people ?? []),
    need: Int32Array.from(needs ?? []),
    fit: Int32Array.from(fits ?? []),
    again: Uint8Array.from(again ?? []),
    group: Int32Array.from(group ?? []),
    groupLimit: Int32Array.from(groupLimit ?? []),
  };
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

/** Slot costs before they are scaled: each deployment already held makes the next one dearer. */
function slotsOf(roster: Roster, pinned: Pinned, pairs: Pairs): { slotStart: Int32Array; costs: number[] } {
  const degree = new Int32Array(roster.practitioners.length);
  for (const place of pairs.practitioner) addTo(degree, place, 1);
  const slots = degree.map((count, place) => Math.min(count, whole(pinned.slotsLeft, place)));
  const costs: number[] = [];
  roster.practitioners.forEach((person, place) => {
    const held = person.loadSlots + whole(pinned.slotsPinned, place);
    for (let slot = 0; slot < whole(slots, place); slot++)
      costs.push(roster.input.policy.rotationCostPerLoad * (held + slot));
  });
  return { slotStart: startsOf(slots), costs };
}

const greatest = (values: Iterable<number>): number => {
  let most = 0;
  for (const value of values) most = Math.max(most, value);
  return most;
};

/** Encodes a run as an integer problem, or null when its totals would not be exact. */
export function encode(roster: Roster, pinned: Pinned): Encoded | null {
  const { policy } = roster.input;
  const pairs = pairsOf(roster, pinned);
  const { slotStart, costs } = slotsOf(roster, pinned, pairs);
  const wanted = Int32Array.from(
    roster.requests,
    (request, at) => request.people - (pinned.peopleOf.get(at)?.length ?? 0),
  );
  const unweighted: Problem = {
    requestCount: roster.requests.length,
    practitionerCount: roster.practitioners.length,
    wanted,
    start: pairs.start,
    practitioner: pairs.practitioner,
    need: pairs.need,
    weight: new Float64Array(pairs.fit.length),
    group: pairs.group,
    groupLimit: pairs.groupLimit,
    slotStart,
    slotCost: new Float64Array(costs.length),
    dayCapacity: pinned.halfDaysLeft,
  };
  const root = componentOfRequests(unweighted);
  const slotsOfPart = new Int32Array(roster.requests.length);
  root.forEach((part, at) => {
    if (whole(pairs.start, at) < whole(pairs.start, at + 1)) addTo(slotsOfPart, part, whole(wanted, at));
  });
  const priorities = roster.requests.map((request) => priorityWeight(roster, request));
  const scale = scaleFor({
    slots: greatest(slotsOfPart),
    greatestPriorityWeight: greatest(priorities),
    greatestFit: 10_000 + policy.stabilityBonus,
    greatestCost: greatest(costs),
  });
  if (scale === null) return null;
  const { priorityUnit, fitUnit, againUnit, tieRange } = scale;
  roster.requests.forEach((request, at) => {
    for (let e = whole(pairs.start, at); e < whole(pairs.start, at + 1); e++) {
      const personId = roster.practitioners[whole(pairs.practitioner, e)]?.id ?? "";
      const again = pairs.again[e] ?? 0;
      const tie = tieRange === 1 ? 0 : fingerprint(`${request.id} ${personId}`) % tieRange;
      const worth = (whole(pairs.fit, e) + again * policy.stabilityBonus) * fitUnit;
      unweighted.weight[e] = (priorities[at] ?? 0) * priorityUnit + worth + again * againUnit + tie;
    }
  });
  costs.forEach((cost, slot) => (unweighted.slotCost[slot] = cost * fitUnit));
  return { problem: unweighted, scale, fit: pairs.fit };
}
