import type { Refusal } from "../../shared/contract/problems.ts";
import type { OfferId, RequestId } from "../../shared/domain/ids.ts";
import type { AskingBy } from "../../shared/domain/calendar/calendarOfParties.ts";
import type { Offer } from "../../shared/domain/offers/offer.ts";
import { withOpenDeadline } from "../../shared/domain/offers/offerDeadline.ts";
import { consentPartiesOf, offerFor, type OfferSeen } from "../../shared/domain/offers/offerView.ts";
import { type ConsentParty, policyNamed } from "../../shared/domain/partnership.ts";
import type { SupportRequest } from "../../shared/domain/requests/request.ts";
import type { Decision } from "../../shared/runtime/act.ts";
import { isRefusal, notFound, refuse } from "../../shared/runtime/refusal.ts";
import type { Session } from "../../shared/runtime/session.ts";
import { calendarsOfParties } from "../../shared/store/calendars.ts";
import { partnerships } from "../../shared/store/rows/partnership.ts";
import { offers, requests } from "../../shared/store/rows/requests.ts";
import type { Store } from "../../shared/store/store.ts";

interface OfferKey {
  readonly requestId: RequestId;
  readonly offerId: OfferId;
}

/** An offer with what every step of it is decided on. */
export interface OfferAtHand {
  readonly offer: Offer;
  readonly request: SupportRequest;
  /** By which policy and whose calendars its parties are asked. */
  readonly by: AskingBy;
}

/** The offer with its request and policy, if this account may know of it. */
export async function offerAtHand(
  store: Store,
  session: Session,
  { requestId, offerId }: OfferKey,
): Promise<OfferAtHand | Refusal> {
  const [offer, request, partnership] = await Promise.all([
    store.get(offers, { requestId, offerId }),
    store.get(requests, { requestId }),
    store.get(partnerships, {}),
  ]);
  if (!offer || !request || !partnership || !offerFor(session, offer)) return notFound("offer");
  const calendars = await calendarsOfParties(store, offer);
  const by = { policy: policyNamed(partnership, offer.routePolicy), calendars };
  return { offer: withOpenDeadline(offer, calendars), request, by };
}

/** The offer at hand where this account is the party whose answer it is. */
export async function offerToAnswer(
  store: Store,
  { session, party }: { readonly session: Session; readonly party: ConsentParty },
  key: OfferKey,
): Promise<OfferAtHand | Refusal> {
  const atHand = await offerAtHand(store, session, key);
  if (isRefusal(atHand)) return atHand;
  return onlyFor(party, session, atHand.offer) ?? atHand;
}

/** The refusal for an account that knows the offer but is not the party whose answer this is. */
function onlyFor(party: ConsentParty, session: Session, offer: Offer): Refusal | undefined {
  if (consentPartiesOf(session, offer).includes(party)) return undefined;
  // A practitioner sees their own offers alone: another's is not there.
  return party === "practitioner"
    ? notFound("offer")
    : refuse("forbidden", `Only the ${party} of this offer answers here.`);
}

/** The reply of an action on an offer, whole. */
export interface OfferReply {
  readonly status: 200;
  readonly body: Offer;
}

/** What was decided on an offer, with the reply as this account may see it. */
export function shownTo(
  session: Session,
  decided: Decision<OfferReply> | Refusal,
): Decision<{ readonly status: 200; readonly body: OfferSeen }> | Refusal {
  if (isRefusal(decided)) return decided;
  const body = offerFor(session, decided.reply.body);
  return body ? { ...decided, reply: { status: 200, body } } : notFound("offer");
}
