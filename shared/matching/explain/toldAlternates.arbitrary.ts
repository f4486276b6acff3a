import { matched } from "../answered.testdata.ts";
import type { MatchInput, MatchRequest } from "../facts/facts.ts";
import { diceFrom, madeUpArea } from "../facts/madeUpArea.ts";
import { rosterOf } from "../facts/roster.ts";
import { mayBeProposed } from "../rules/rules.ts";
import type { Alternate, Loss, MatchResult, ObjectiveTiers, Proposal } from "./result.ts";

/** Cases enough to find the best answer to areas as small as these. */
export const thorough = 10_000;

/** An area where many may be proposed for the same few requests, and nobody is pinned. */
export function soughtArea(seed: number): MatchInput {
  const area = madeUpArea({ schools: 10, practitioners: 8, requests: 6, codes: 10, seed });
  const dice = diceFrom(seed + 3);
  const code = (): string => dice.pick(["CT-03", "CT-05"]);
  const daysBind = dice.below(2) === 0;
  return {
    ...area,
    policy: { ...area.policy, searchCases: thorough, candidatesPerRequest: dice.pick([1, 2, 3, 64]) },
    practitioners: area.practitioners.map((person) => ({
      ...person,
      phases: ["early-years", "primary", "secondary"],
      travelLimitMetres: null,
      capacitySlotsLeft: 1 + dice.below(2),
      capacityHalfDaysLeft: daysBind ? 6 + dice.below(8) : 60,
      claims: [{ code: code(), level: "can-coach", lastPractisedYear: 2025, endorsed: true }],
    })),
    requests: area.requests.map((row) => ({ ...row, codes: { primary: code(), secondary: [] }, pinned: [] })),
  };
}

const withRequest = (input: MatchInput, changed: MatchRequest): MatchInput => ({
  ...input,
  requests: input.requests.map((row) => (row.id === changed.id ? changed : row)),
});

interface Told {
  readonly proposal: Proposal;
  readonly alternate: Alternate;
  readonly input: MatchInput;
  readonly before: MatchResult;
}

/** Everything told of alternates in an area. */
export function toldIn(input: MatchInput): readonly Told[] {
  const before = matched(input);
  return before.proposals.flatMap((proposal) =>
    proposal.alternates.map((alternate) => ({ proposal, alternate, input, before })),
  );
}

function requestOf({ input, proposal }: Told): MatchRequest {
  const request = input.requests.find(({ id }) => id === proposal.requestId);
  if (request === undefined) throw new Error("Proposals are of requests of the run");
  return request;
}

/** What a run from scratch loses when it must propose the alternate for the request. */
function trueLoss(told: Told): readonly [number, number] {
  const input = { ...told.input, policy: { ...told.input.policy, searchCases: thorough } };
  const forced = withRequest(input, { ...requestOf(told), pinned: [told.alternate.personId] });
  const lost = (tier: keyof ObjectiveTiers): number =>
    told.before.objective[tier] - matched(forced).objective[tier];
  return [lost("priorityWeighted"), lost("fitLessRotation")];
}

const compare = (a: readonly [number, number], b: readonly [number, number]): number =>
  a[0] - b[0] || a[1] - b[1];

/** Whether an exchange costs no less than it must, no more where that is said, and no less is lost than is proved. */
export function isTrue(told: Told, { certainty, atLeast, ...most }: Loss): boolean {
  const lost = trueLoss(told);
  const order = compare([most.priorityWeighted, most.fit], lost);
  const isProved = atLeast === null || compare([atLeast.priorityWeighted, atLeast.fit], lost) <= 0;
  return isProved && (certainty === "exact" ? order === 0 : order >= 0);
}

/** Half-days and places that somebody has beside all proposals but one. */
function roomBeside({ input, before, proposal, alternate }: Told): { slots: number; halfDays: number } {
  const person = input.practitioners.find(({ id }) => id === alternate.personId);
  const others = before.proposals.filter((row) => row.personId === alternate.personId && row !== proposal);
  const days = others.map((row) => input.requests.find(({ id }) => id === row.requestId)?.halfDays ?? 0);
  return {
    slots: (person?.capacitySlotsLeft ?? 0) - others.length,
    halfDays: (person?.capacityHalfDaysLeft ?? 0) - days.reduce((sum, value) => sum + value, 0),
  };
}

/** Whether somebody told as free can take the place with every other proposal left as it is. */
export function canStepIn(told: Told): boolean {
  const { input, before, proposal, alternate } = told;
  const request = requestOf(told);
  const roster = rosterOf(input);
  const place = roster.placeOfPerson.get(alternate.personId);
  const home = (id: string): string | undefined =>
    input.practitioners.find((person) => person.id === id)?.homeSchoolId;
  const others = before.proposals.filter((row) => row.requestId === request.id && row !== proposal);
  const fromSchool = others.filter((row) => home(row.personId) === home(alternate.personId)).length;
  const room = roomBeside(told);
  return (
    place !== undefined &&
    mayBeProposed(roster.pairsFor(request)(place)) &&
    !others.some((row) => row.personId === alternate.personId) &&
    fromSchool < (request.maxFromOneSchool ?? Infinity) &&
    room.slots > 0 &&
    room.halfDays >= request.halfDays
  );
}

/** Whether the sentence says only what the facts and the proposals say. */
export function isSaidTruly(told: Told): boolean {
  const { input, before, proposal, alternate } = told;
  const { whyNot, neededBy, freeNow } = alternate;
  const proposedFor = before.proposals.filter((row) => row.personId === alternate.personId);
  const carries = (id: string): number =>
    (input.practitioners.find((person) => person.id === id)?.loadSlots ?? 0) +
    before.proposals.filter((row) => row.personId === id && row !== proposal).length;
  const fits = `${alternate.fit / 100} points against ${proposal.fit / 100}`;
  if (!freeNow)
    return neededBy.every((id) => proposedFor.some((row) => row.requestId === id && whyNot.includes(id)));
  if (!whyNot.includes(fits)) return false;
  if (whyNot.startsWith("Free, but fits less well")) return alternate.fit < proposal.fit;
  if (alternate.fit < proposal.fit) return false;
  return whyNot.includes("carries more work") === carries(alternate.personId) > carries(proposal.personId);
}
