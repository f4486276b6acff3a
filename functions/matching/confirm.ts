import type { Refusal } from "../../shared/contract/problems.ts";
import type { Actor } from "../../shared/domain/audit.ts";
import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import type { PartyCalendars } from "../../shared/domain/calendar/calendarOfParties.ts";
import { keepDecision } from "../../shared/domain/requests/decision.ts";
import { standingOn } from "../../shared/domain/people/employment.ts";
import type { OfferSeen } from "../../shared/domain/offers/offerView.ts";
import type { Person } from "../../shared/domain/people/person.ts";
import { type Wave, withSent } from "../../shared/domain/runs/wave.ts";
import type { Decision } from "../../shared/runtime/act.ts";
import { isRefusal, notFound, refuse } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import type { World } from "../../shared/runtime/world.ts";
import { calendarsOfParties } from "../../shared/store/calendars.ts";
import { people } from "../../shared/store/rows/people.ts";
import { requests } from "../../shared/store/rows/requests.ts";
import { waves } from "../../shared/store/rows/waves.ts";
import { replace, type Store } from "../../shared/store/store.ts";
import { unchanged } from "../../shared/store/unchanged.ts";
import { judge, readPair, rulesSetAside } from "./judge.ts";
import { type ProposalAtHand, proposalAtHand, type ProposalKey, refusedAsHolder } from "./proposalAtHand.ts";
import { offeredAlready, remembering } from "./room.ts";
import { supportOfferedTo } from "./supportOffered.ts";
import { isRuledOut, newOffer, roomFor, sending } from "./send.ts";

interface Acting {
  readonly world: World;
  readonly store: Store;
  readonly actor: Actor;
}

interface Confirmation {
  readonly key: ProposalKey;
  readonly reason: string | undefined;
  /** In a wave no place and no day is offered that an open offer may yet take; one by one, the broker decides. */
  readonly wave?: Wave;
}

/** Decides on one confirmation: the offer to be sent on the request's own terms, or why it cannot be. */
export async function confirming(
  { world, store, actor }: Acting,
  { key, reason, wave }: Confirmation,
): Promise<Decision<{ readonly status: 201; readonly body: OfferSeen }> | Refusal> {
  const atHand = await proposalAtHand(store, key);
  if (isRefusal(atHand)) return atHand;
  const { proposal, request } = atHand;
  const recorded = await store.get(people, { personId: proposal.personId });
  if (!recorded) return notFound("practitioner");
  // A move is in force on its day, also before the hour has written it down.
  const person = standingOn(recorded, dateAt(world.now()));
  const held = refusedAsHolder(atHand.offers, proposal.personId);
  if (held) return held;
  if (isRuledOut(request, proposal.personId))
    return refuse("out-of-date", "The practitioner has declined, or was excluded, since this run.");
  const because = proposal.components.map((component) => component.because);
  const calendars = await calendarsOfParties(store, {
    homeSchoolId: proposal.homeSchoolId,
    schoolId: request.schoolId,
  });
  const offer = newOffer(atHand, { ...proposal, because }, { now: world.now(), calendars, person });
  const room = await roomFor(store, { offer, person, atHand });
  if (isRefusal(room)) return room;
  const already = wave ? offeredAlready(room, atHand, offer) : undefined;
  if (already) return already;
  const passing = await judgedSince(store, { atHand, person, calendars, now: world.now() });
  if (isRefusal(passing)) return passing;
  const action = "proposal-confirmed";
  const decision = { at: world.now(), by: actor.account, action };
  // The request is replaced even without a decision to keep, so that of two offers made at once one is decided afresh.
  const kept = reason === undefined ? request : keepDecision(request, { ...decision, reason });
  const besides = [replace(requests, kept), unchanged(people, recorded), remembering(room, offer)];
  const facts = passing.setAside.length === 0 ? {} : { setAside: passing.setAside.join(" ") };
  if (!wave) return sending({ offer, actor, action, facts, besides });
  const { waveId } = wave;
  const noted = replace(waves, withSent(wave, key, offer.offerId));
  return sending({
    offer,
    actor,
    action,
    facts: { ...facts, inWave: true, waveId },
    besides: [...besides, noted],
  });
}

export const confirmProposal: Handler<"confirmProposal"> = ({ params, body }, context) =>
  context.act(() => confirming(context, { key: params, reason: body.reason }));

interface Since {
  readonly atHand: ProposalAtHand;
  readonly person: Person;
  readonly calendars: PartyCalendars;
  readonly now: string;
}

/** The rules that were set aside for the match, or what has changed since the run so that it would no longer propose it. */
async function judgedSince(
  store: Store,
  { atHand, person, calendars, now }: Since,
): Promise<{ readonly setAside: readonly string[] } | Refusal> {
  const { proposal, request } = atHand;
  if (person.homeSchoolId !== proposal.homeSchoolId)
    return refuse("out-of-date", "The practitioner has moved school since this run.");
  const supportOffered = await supportOfferedTo(store, person, now);
  const pair = await readPair(store, { request, person, now, calendars, supportOffered });
  if (isRefusal(pair)) return pair;
  const judged = judge(pair, []);
  if (!isRefusal(judged)) return { setAside: rulesSetAside(pair) };
  const why = (judged.errors ?? []).map(({ detail }) => detail).join(" ");
  return refuse("out-of-date", `A rule forbids this match since the run. ${why}`);
}
