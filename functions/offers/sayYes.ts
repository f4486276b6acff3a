import type { Refusal } from "../../shared/contract/problems.ts";
import type { Actor } from "../../shared/domain/audit.ts";
import type { Offer } from "../../shared/domain/offers/offer.ts";
import { type Answered, sayYes } from "../../shared/domain/offers/offerSteps.ts";
import {
  asking,
  brokers,
  everyParty,
  newsOf,
  type OfferNews,
} from "../../shared/domain/offers/offerEvents.ts";
import type { ConsentParty } from "../../shared/domain/partnership.ts";
import type { Decision } from "../../shared/runtime/act.ts";
import { isRefusal, notFound } from "../../shared/runtime/refusal.ts";
import { alsoListing, listing } from "../../shared/store/rows/alsoListed.ts";
import { deployments } from "../../shared/store/rows/deployments.ts";
import { people } from "../../shared/store/rows/people.ts";
import { offers, requests } from "../../shared/store/rows/requests.ts";
import { create, replace, type Store, type Write } from "../../shared/store/store.ts";
import type { OfferAtHand, OfferReply } from "./access.ts";
import { deploymentOf, requestAfter } from "./agreement.ts";
import { refusalOf } from "./notAwaited.ts";
import { recordsAgainst } from "./recordsAgainst.ts";
import { takePlace } from "./takePlace.ts";

export interface Yes {
  readonly party: ConsentParty;
  readonly note: string | null;
  readonly now: string;
  readonly actor: Actor;
  /** Name of the step in the trail. */
  readonly action: string;
}

interface Consequences {
  readonly writes: readonly Write[];
  readonly announce: readonly OfferNews[];
}

/**
 * Decides one party's yes with all that follows from it. The order of consents is data: the practitioner's yes
 * takes the place and the days whenever it comes, and whichever yes comes third makes the deployment.
 */
export async function decideYes(
  store: Store,
  { offer, request, by }: OfferAtHand,
  yes: Yes,
): Promise<Decision<OfferReply> | Refusal> {
  const answered = sayYes(offer, by, yes);
  if (answered.kind === "expired" || answered.kind === "not-awaited")
    return refusalOf(offer, yes.party, answered);
  const person = await store.get(people, { personId: offer.personId });
  if (!person) return notFound("practitioner");
  const against = await recordsAgainst(store, { offer, request, person }, yes.now);
  if (against) return against;
  const place =
    yes.party === "practitioner"
      ? await takePlace(store, { request, offer, person })
      : { request, ...nothing };
  if (isRefusal(place)) return place;
  const agreed =
    answered.kind === "agreed"
      ? await agreement(store, { offer: answered.offer, request: place.request, by }, yes.now)
      : { request: place.request, ...nothing };
  if (isRefusal(agreed)) return agreed;
  // An agreement writes the request even unchanged, so that of two last consents one sees the other.
  const requestWritten = yes.party === "practitioner" || answered.kind === "agreed";
  const { requestId, offerId } = offer;
  return {
    reply: { status: 200, body: answered.offer },
    action: {
      chain: `request:${requestId}`,
      action: yes.action,
      actor: yes.actor,
      facts: { requestId, offerId, party: yes.party, answer: "yes" },
      writes: [
        replace(offers, answered.offer),
        ...(requestWritten ? [replace(requests, agreed.request)] : []),
        ...place.writes,
        ...agreed.writes,
      ],
      announce: [...newsOfYes(answered, yes.party), ...place.announce, ...agreed.announce],
    },
  };
}

const nothing: Consequences = { writes: [], announce: [] };

function newsOfYes(answered: Extract<Answered, { offer: Offer }>, party: ConsentParty): OfferNews[] {
  const { offer } = answered;
  const accepted = party === "practitioner" ? [newsOf(offer, "offer-accepted", [brokers])] : [];
  return answered.kind === "asked-next" ? [...accepted, asking(offer, answered.next)] : accepted;
}

async function agreement(
  store: Store,
  { offer, request, by }: OfferAtHand,
  now: string,
): Promise<({ readonly request: OfferAtHand["request"] } & Consequences) | Refusal> {
  const deployment = deploymentOf(offer, by.policy, now);
  if (isRefusal(deployment)) return deployment;
  const news = newsOf(offer, "offer-agreed", [...everyParty(offer), brokers]);
  const { deploymentId } = deployment;
  return {
    request: await requestAfter(store, request, offer),
    writes: [create(deployments, deployment), ...alsoListing(deployment).map(listing)],
    announce: [{ ...news, subject: { ...news.subject, deploymentId } }],
  };
}
