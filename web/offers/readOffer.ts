import { awaitedParty } from "../../shared/domain/offers/offer.ts";
import { consentPartiesOf } from "../../shared/domain/offers/offerView.ts";
import type { ConsentParty } from "../../shared/domain/partnership.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { attempt, read, type Visit } from "../visit.ts";

export type OfferSeen = AnswerOf<"getOffer">;
type Me = AnswerOf<"getMe">;

/** All that the page of an offer shows, as far as its reader may see it. */
export interface OfferRead {
  readonly offer: OfferSeen;
  /** As which party the reader is asked, undefined where they only look on. */
  readonly party: ConsentParty | undefined;
  readonly isBroker: boolean;
  /** The party that is asked now. */
  readonly awaited: ConsentParty | undefined;
  /** What is asked for, undefined where the reader has no part in the request any more. */
  readonly request: AnswerOf<"getRequest"> | undefined;
  /** What the third yes would fix, undefined once the offer is over. */
  readonly agreement: AnswerOf<"getAgreement"> | undefined;
  /** The practitioner's days of this academic year, for those who may read them. */
  readonly capacity: AnswerOf<"getCapacity"> | undefined;
  readonly visitDates: AnswerOf<"offerVisitDates">["items"];
  readonly supportedSchool: string;
  readonly homeSchool: string;
}

/** Of several parts that one reader has, the one that is asked now, else the first. */
function partyOf(me: Me, offer: OfferSeen, awaited: ConsentParty | undefined): ConsentParty | undefined {
  const viewer = {
    roles: me.roles,
    schoolId: me.school?.schoolId,
    personId: me.practitioner?.personId,
  };
  const mine = consentPartiesOf(viewer, offer);
  return mine.find((each) => each === awaited) ?? mine[0];
}

/** Reads an offer with what it is about, all at once. */
export async function readOffer(visit: Visit): Promise<OfferRead> {
  const params = { requestId: visit.part("requestId"), offerId: visit.part("offerId") };
  const offer = await read(visit, "getOffer", { params });
  const [me, request, agreement, capacity, dates, supported, home] = await Promise.all([
    read(visit, "getMe", {}),
    attempt(visit, "getRequest", { params: { requestId: params.requestId } }),
    attempt(visit, "getAgreement", { params }),
    attempt(visit, "getCapacity", { params: { personId: offer.personId } }),
    attempt(visit, "offerVisitDates", { params }),
    attempt(visit, "getSchool", { params: { schoolId: offer.schoolId } }),
    attempt(visit, "getSchool", { params: { schoolId: offer.homeSchoolId } }),
  ]);
  const awaited = awaitedParty(offer);
  return {
    offer,
    party: partyOf(me, offer, awaited),
    isBroker: me.roles.includes("broker"),
    awaited,
    request: request.kind === "answered" ? request.body : undefined,
    agreement: agreement.kind === "answered" ? agreement.body : undefined,
    capacity: capacity.kind === "answered" ? capacity.body : undefined,
    visitDates: dates.kind === "answered" ? dates.body.items : [],
    supportedSchool: supported.kind === "answered" ? supported.body.name : "the school that asked",
    homeSchool: home.kind === "answered" ? home.body.name : "the practitioner's own school",
  };
}
