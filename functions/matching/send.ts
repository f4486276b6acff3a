import { counted } from "../../shared/domain/counted.ts";
import type { Refusal } from "../../shared/contract/problems.ts";
import type { Actor } from "../../shared/domain/audit.ts";
import { dateAt, workYearOf } from "../../shared/domain/calendar/calendar.ts";
import type { PartyCalendars } from "../../shared/domain/calendar/calendarOfParties.ts";
import { lastDayAtHome } from "../../shared/domain/people/employment.ts";
import { OfferId } from "../../shared/domain/ids.ts";
import { awaitedParty, type Offer } from "../../shared/domain/offers/offer.ts";
import { send } from "../../shared/domain/offers/offerSteps.ts";
import { asking } from "../../shared/domain/offers/offerEvents.ts";
import { type OfferSeen, offerTold } from "../../shared/domain/offers/offerView.ts";
import { rateOn } from "../../shared/domain/partnership.ts";
import type { Person } from "../../shared/domain/people/person.ts";
import { holdCapacity } from "../../shared/domain/people/capacity.ts";
import { daysSought, type SupportRequest } from "../../shared/domain/requests/request.ts";
import type { Proposal } from "../../shared/domain/runs/run.ts";
import type { Decision } from "../../shared/runtime/act.ts";
import { derivedId } from "../../shared/runtime/identity.ts";
import { refuse } from "../../shared/runtime/refusal.ts";
import { offers } from "../../shared/store/rows/requests.ts";
import { create, type Store, type Write } from "../../shared/store/store.ts";
import type { ProposalAtHand } from "./proposalAtHand.ts";
import { refusedForSchool, type Room, roomOf } from "./room.ts";

/** Whom an offer goes to, with the fit that speaks for them. */
export type Chosen = Pick<Proposal, "personId" | "homeSchoolId" | "fit"> & {
  readonly because: readonly string[];
};

/** A new offer on the request's own terms, its first party asked. */
export function newOffer(
  { proposal, request, policy }: Omit<ProposalAtHand, "offers">,
  { because, ...chosen }: Chosen,
  {
    now,
    calendars,
    person,
  }: { readonly now: string; readonly calendars: PartyCalendars; readonly person: Person },
): Offer {
  const { requestId, schoolId, routePolicy, mode } = request;
  const window = withinEmployment(request.window, person);
  const made = {
    ...chosen,
    offerId: derivedId(OfferId, requestId, chosen.personId, proposal.runId),
    requestId,
    schoolId,
    runId: proposal.runId,
    routePolicy,
    terms: { days: daysSought(request), window, mode },
    academicYear: workYearOf(window, dateAt(now)),
    because: [...because],
    objectivesAgreed: request.objectives.map(({ objectiveId }) => objectiveId),
  };
  return send(made, { policy, calendars }, now);
}

/** The dates asked for, up to the last day for which the home school can release somebody who moves. */
function withinEmployment(window: SupportRequest["window"], person: Person): SupportRequest["window"] {
  const lastDay = lastDayAtHome(person);
  return lastDay !== null && window.from <= lastDay && lastDay < window.to
    ? { ...window, to: lastDay }
    : window;
}

/** The room that an offer has, or why it could never be agreed: no capacity, no rate for its dates, or made before. */
export async function roomFor(
  store: Store,
  {
    offer,
    person,
    atHand,
  }: { readonly offer: Offer; readonly person: Person; readonly atHand: ProposalAtHand },
): Promise<Room | Refusal> {
  const before = atHand.offers.find(({ offerId }) => offerId === offer.offerId);
  if (before)
    return refuse("already-exists", `This run's offer to the practitioner was made and is ${before.state}.`);
  const crowded = await refusedForSchool(store, atHand, person);
  if (crowded) return crowded;
  const room = await roomOf(store, person, offer.academicYear);
  const hold = holdCapacity(room.found.capacity, offer.terms.days);
  if (hold.kind === "days-used-up")
    return refuse(
      "capacity-used-up",
      `The request takes ${counted(offer.terms.days, "day")} and ${counted(hold.daysLeft, "is", "are")} left.`,
    );
  if (hold.kind === "deployments-used-up")
    return refuse("capacity-used-up", "The practitioner may hold no further deployment at the same time.");
  const { from } = offer.terms.window;
  return rateOn(atHand.policy, from)
    ? room
    : refuse("wrong-state", `No day rate of the route ${atHand.policy.name} is in force on ${from}.`);
}

interface Sending {
  readonly offer: Offer;
  readonly actor: Actor;
  /** Name of the step in the trail. */
  readonly action: string;
  readonly facts: Readonly<Record<string, string | boolean>>;
  /** What else is written: at least a demand that the request is still as it was read. */
  readonly besides: readonly Write[];
}

/** Sends an offer: writes it and asks the first party in the policy's order. */
export function sending({ offer, actor, action, facts, besides }: Sending): Decision<{
  readonly status: 201;
  readonly body: OfferSeen;
}> {
  const first = awaitedParty(offer);
  const { requestId, offerId, personId } = offer;
  return {
    reply: { status: 201, body: offerTold(offer) },
    action: {
      chain: `request:${requestId}`,
      action,
      actor,
      facts: { requestId, offerId, personId, runId: offer.runId, ...facts },
      writes: [create(offers, offer), ...besides],
      announce: first ? [asking(offer, first)] : [],
    },
  };
}

/** Whether the broker or the practitioner themself has ruled this person out since the run. */
export const isRuledOut = (request: SupportRequest, personId: Person["personId"]): boolean =>
  request.declinedBy.includes(personId) || request.exclusions.some((each) => each.personId === personId);
