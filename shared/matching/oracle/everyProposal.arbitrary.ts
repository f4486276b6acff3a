import { weeksBetween } from "../facts/dates.ts";
import type { MatchInput, MatchPractitioner, MatchRequest } from "../facts/facts.ts";
import { rosterOf } from "../facts/roster.ts";
import { type Verdict, verdictOn } from "../rules/verdict.ts";
import { isBetter, type Tiers } from "./everyAnswer.arbitrary.ts";

/** What everybody holds while answers are tried: places and half-days by person, people and schools by request. */
interface Held {
  readonly load: Map<string, number>;
  readonly halfDays: Map<string, number>;
  readonly people: Map<string, string[]>;
}

const countOf = (cells: Map<string, number>, key: string): number => cells.get(key) ?? 0;

/** Whether a person can still take a place on a request, as the problem states it. */
function hasRoom(
  input: MatchInput,
  request: MatchRequest,
  held: Held,
): (person: MatchPractitioner) => boolean {
  const schoolOf = (id: string): string | undefined =>
    input.practitioners.find((person) => person.id === id)?.homeSchoolId;
  return (person) => {
    const mine = held.people.get(request.id) ?? [];
    const fromSchool = [...mine, ...request.alreadyHeld].filter((id) => schoolOf(id) === person.homeSchoolId);
    return (
      mine.length < request.people &&
      !mine.includes(person.id) &&
      countOf(held.load, person.id) < person.capacitySlotsLeft &&
      countOf(held.halfDays, person.id) + request.halfDays <= person.capacityHalfDaysLeft &&
      fromSchool.length < (request.maxFromOneSchool ?? Infinity)
    );
  };
}

function take(held: Held, request: MatchRequest, person: MatchPractitioner): () => void {
  const before = [
    countOf(held.load, person.id),
    countOf(held.halfDays, person.id),
    held.people.get(request.id) ?? [],
  ] as const;
  held.load.set(person.id, before[0] + 1);
  held.halfDays.set(person.id, before[1] + request.halfDays);
  held.people.set(request.id, [...before[2], person.id]);
  return () => {
    held.load.set(person.id, before[0]);
    held.halfDays.set(person.id, before[1]);
    held.people.set(request.id, before[2]);
  };
}

const byTurn = (a: MatchRequest, b: MatchRequest): number => {
  if (a.priority !== b.priority) return b.priority - a.priority;
  const [x, y] = [`${a.submittedOn} ${a.id}`, `${b.submittedOn} ${b.id}`];
  return x < y ? -1 : x > y ? 1 : 0;
};

/** Places by which people stay under their least loads; `load` counts what the run gives each. */
export const shortOf = (input: MatchInput, load: (id: string) => number): number =>
  input.practitioners.reduce((sum, { id, leastSlots = 0 }) => sum + Math.max(0, leastSlots - load(id)), 0);

/** How an answer ranks, from its tiers (places short, as a loss; priority; fit less rotation; kept) and all its fits. */
export type Ranking = (tiers: Tiers, fits: readonly number[]) => Tiers;

/**
 * The best tiers of a run by trying every answer: places short of least loads, as a loss; priority; fit less
 * rotation; proposals of the last run kept; or the best rank where answers are ranked otherwise.
 */
export function bestProposals(input: MatchInput, rank: Ranking = (tiers) => tiers): Tiers {
  const { policy, today } = input;
  const roster = rosterOf(input);
  const verdictOf = (request: MatchRequest, person: MatchPractitioner): Verdict =>
    verdictOn(roster.pairsFor(request)(roster.placeOfPerson.get(person.id) ?? -1));
  const held: Held = { load: new Map(), halfDays: new Map(), people: new Map() };
  const fits: number[] = [];
  const worthOf = (request: MatchRequest, person: MatchPractitioner): Tiers => {
    const weeks = Math.min(policy.ageWeeksCounted, weeksBetween(request.submittedOn, today));
    const again = request.lastProposed.includes(person.id) ? 1 : 0;
    const verdict = verdictOf(request, person);
    const fit = verdict.kind === "may-be-proposed" ? verdict.fit : Number.NaN;
    fits.push(fit);
    const cost = policy.rotationCostPerLoad * (person.loadSlots + countOf(held.load, person.id));
    return [
      (policy.priorityWeights[request.priority - 1] ?? 0) + weeks,
      fit + again * policy.stabilityBonus - cost,
      again,
    ];
  };
  const sum = (a: Tiers, b: Tiers): Tiers => a.map((value, tier) => value + (b[tier] ?? 0));
  const may = new Map(
    input.requests.map((request) => [
      request.id,
      input.practitioners.filter((person) => verdictOf(request, person).kind === "may-be-proposed"),
    ]),
  );

  let pinned: Tiers = [0, 0, 0];
  for (const request of input.requests.toSorted(byTurn))
    for (const id of request.pinned.toSorted()) {
      const person = may.get(request.id)?.find((row) => row.id === id);
      if (person === undefined || !hasRoom(input, request, held)(person)) continue;
      pinned = sum(pinned, worthOf(request, person));
      take(held, request, person);
    }

  const from = (at: number, tiers: Tiers): Tiers => {
    const request = input.requests[at];
    if (request === undefined) return rank([-shortOf(input, (id) => countOf(held.load, id)), ...tiers], fits);
    const people = may.get(request.id) ?? [];
    const choose = (next: number, soFar: Tiers): Tiers => {
      let best = from(at + 1, soFar);
      people.forEach((person, x) => {
        if (x < next || !hasRoom(input, request, held)(person)) return;
        const worth = worthOf(request, person);
        const undo = take(held, request, person);
        const other = choose(x + 1, sum(soFar, worth));
        undo();
        fits.pop();
        if (isBetter(other, best)) best = other;
      });
      return best;
    };
    return choose(0, tiers);
  };
  return from(0, pinned);
}
