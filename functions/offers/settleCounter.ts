import type { Refusal } from "../../shared/contract/problems.ts";
import { keepDecision } from "../../shared/domain/requests/decision.ts";
import { holdsCapacity } from "../../shared/domain/offers/offer.ts";
import {
  asking,
  brokers,
  everyParty,
  newsOf,
  toldOfTerms,
  type OfferNews,
} from "../../shared/domain/offers/offerEvents.ts";
import { end, takeCounter } from "../../shared/domain/offers/offerSteps.ts";
import { returnSlot } from "../../shared/domain/requests/requestSteps.ts";
import { isRefusal, notFound, wrongState } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { returned } from "../../shared/store/capacity.ts";
import { endingWrites } from "../../shared/store/offerEnding.ts";
import { capacities, people } from "../../shared/store/rows/people.ts";
import { offers, requests } from "../../shared/store/rows/requests.ts";
import { replace, type Store, type Write } from "../../shared/store/store.ts";
import { offerAtHand, type OfferAtHand, type OfferReply, shownTo } from "./access.ts";
import { recordsAgainst } from "./recordsAgainst.ts";
import { takePlace } from "./takePlace.ts";

/** The broker takes the terms that a party proposed, or ends the offer. */
export const settleCounter: Handler<"settleCounter"> = (
  { params, body },
  { world, store, session, actor, act },
) =>
  act(async () => {
    const atHand = await offerAtHand(store, session, params);
    if (isRefusal(atHand)) return atHand;
    const { take, reason } = body;
    const now = world.now();
    const action = take ? "counter-taken" : "counter-refused";
    const request = keepDecision(atHand.request, { at: now, by: actor.account, action, reason });
    const decision = take
      ? await takeTerms(store, { ...atHand, request }, now)
      : await refuseTerms(store, { ...atHand, request }, reason);
    if (isRefusal(decision)) return decision;
    const { requestId, offerId } = atHand.offer;
    const facts = { requestId, offerId, taken: body.take };
    const { reply, writes, announce } = decision;
    return shownTo(session, {
      reply,
      action: {
        chain: `request:${requestId}`,
        action: "counter-settled",
        actor,
        facts,
        writes,
        announce,
      },
    });
  });

interface Settlement {
  readonly reply: OfferReply;
  readonly writes: readonly Write[];
  readonly announce: readonly OfferNews[];
}

/**
 * The terms change, and with them what is held: a practitioner who proposed them has accepted them and takes
 * the place now, one who had accepted the terms before gives the place back until they accept these.
 */
async function takeTerms(
  store: Store,
  { offer, request, by }: OfferAtHand,
  now: string,
): Promise<Settlement | Refusal> {
  const taken = takeCounter(offer, by, now);
  if (taken.kind === "not-countered") return wrongState("offer", taken.state, ["countered"]);
  const person = await store.get(people, { personId: offer.personId });
  if (!person) return notFound("practitioner");
  const answering = { offer: taken.offer, request, person };
  const against = await recordsAgainst(store, answering, now);
  if (against) return against;
  const news = [newsOf(taken.offer, "counter-settled", toldOfTerms(offer)), asking(taken.offer, taken.next)];
  const reply = { status: 200, body: taken.offer } as const;
  if (holdsCapacity(offer)) {
    const back = await returned(store, [{ offer, heldCapacity: true }]);
    const writes = [
      replace(offers, taken.offer),
      replace(requests, returnSlot(request)),
      ...back.map((capacity) => replace(capacities, capacity)),
    ];
    return { reply, writes, announce: news };
  }
  if (!holdsCapacity(taken.offer)) {
    const writes = [replace(offers, taken.offer), replace(requests, request)];
    return { reply, writes, announce: news };
  }
  const place = await takePlace(store, answering);
  if (isRefusal(place)) return place;
  return {
    reply,
    writes: [replace(offers, taken.offer), replace(requests, place.request), ...place.writes],
    announce: [...news, newsOf(taken.offer, "offer-accepted", [brokers]), ...place.announce],
  };
}

/** The broker does not take the terms, so that the two will not agree: the offer ends as if declined. */
async function refuseTerms(
  store: Store,
  { offer, request }: OfferAtHand,
  reason: string,
): Promise<Settlement | Refusal> {
  const ended = offer.state === "countered" ? end(offer, "withdrawn", reason) : undefined;
  if (ended?.kind !== "ended") return wrongState("offer", offer.state, ["countered"]);
  return {
    reply: { status: 200, body: ended.offer },
    writes: await endingWrites(store, { ended, request, declined: true }),
    announce: [newsOf(offer, "offer-withdrawn", everyParty(offer))],
  };
}
