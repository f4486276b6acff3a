import type { Refusal } from "../../shared/contract/problems.ts";
import type { OfferId, RequestId } from "../../shared/domain/ids.ts";
import type { Offer } from "../../shared/domain/offer.ts";
import { type ConsentParty, policyNamed, type RoutePolicy } from "../../shared/domain/partnership.ts";
import type { SupportRequest } from "../../shared/domain/request.ts";
import { notFound, refuse } from "../../shared/runtime/refusal.ts";
import type { Session } from "../../shared/runtime/session.ts";
import { partnerships } from "../../shared/store/rows/partnership.ts";
import { offers, requests } from "../../shared/store/rows/requests.ts";
import type { Store } from "../../shared/store/store.ts";

/** Which of the three parties of an offer this account may answer for; one account may be several. */
export function partiesOf(session: Session, offer: Offer): ConsentParty[] {
  const parties: ConsentParty[] = [];
  if (session.roles.includes("practitioner") && session.personId === offer.personId)
    parties.push("practitioner");
  if (!session.roles.includes("school")) return parties;
  if (session.schoolId === offer.homeSchoolId) parties.push("home-head");
  if (session.schoolId === offer.schoolId) parties.push("receiving-head");
  return parties;
}

/** Whether this account may know of the offer: its parties, the broker and the director. */
export const maySee = (session: Session, offer: Offer): boolean =>
  session.roles.includes("broker") ||
  session.roles.includes("director") ||
  partiesOf(session, offer).length > 0;

interface OfferKey {
  readonly requestId: RequestId;
  readonly offerId: OfferId;
}

/** An offer with what every step of it is decided on. */
export interface OfferAtHand {
  readonly offer: Offer;
  readonly request: SupportRequest;
  readonly policy: RoutePolicy;
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
  if (!offer || !request || !partnership || !maySee(session, offer)) return notFound("offer");
  return { offer, request, policy: policyNamed(partnership, offer.routePolicy) };
}

/** The refusal for an account that knows the offer but is not the party whose answer this is. */
export function onlyFor(party: ConsentParty, session: Session, offer: Offer): Refusal | undefined {
  if (partiesOf(session, offer).includes(party)) return undefined;
  // A practitioner sees their own offers alone: another's is not there.
  return party === "practitioner"
    ? notFound("offer")
    : refuse("forbidden", `Only the ${party} of this offer answers here.`);
}
