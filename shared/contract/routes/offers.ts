import * as z from "zod";
import { ObjectiveId, OfferId, RequestId } from "../../domain/ids.ts";
import { DeclineReason, OfferState, OfferTerms } from "../../domain/offers/offer.ts";
import type { Route } from "../door.ts";
import { AgreementToCome } from "./partyViews.ts";
import { OfferView, pageOf, pageQuery, Reason } from "./views.ts";
import { visitDatesQuery, VisitDatesView } from "./visitDates.ts";

const offerParams = z.strictObject({ requestId: RequestId, offerId: OfferId });
const note = z.string().max(500).nullable().default(null);
const answering = [
  "wrong-state",
  "not-your-turn",
  "offer-expired",
  "slots-filled",
  "idempotency-key-reused",
] as const;

export const offersRoutes = {
  listOffers: {
    area: "offers",
    method: "GET",
    path: "/offers",
    summary:
      "Offers: a practitioner's own, a home school's to release, or all by state for the broker, what has ended newest first",
    roles: ["broker", "school", "practitioner"],
    query: z.strictObject({ ...pageQuery, state: OfferState.optional() }),
    replies: { 200: pageOf(OfferView) },
    problems: [],
    audit: null,
  },
  listRequestOffers: {
    area: "offers",
    method: "GET",
    path: "/requests/{requestId}/offers",
    summary: "Every offer made for a request",
    roles: ["broker", "director", "school"],
    params: z.strictObject({ requestId: RequestId }),
    query: z.strictObject(pageQuery),
    replies: { 200: pageOf(OfferView) },
    problems: [],
    audit: null,
  },
  getOffer: {
    area: "offers",
    method: "GET",
    path: "/requests/{requestId}/offers/{offerId}",
    summary: "One offer, for the parties to it",
    roles: ["broker", "director", "school", "practitioner"],
    params: offerParams,
    replies: { 200: OfferView },
    problems: [],
    audit: null,
  },
  getAgreement: {
    area: "offers",
    method: "GET",
    path: "/requests/{requestId}/offers/{offerId}/agreement",
    summary:
      "What an open offer becomes with its third yes, for those who know of it: who comes, for which objectives and " +
      "days, and what it costs whom",
    roles: ["broker", "director", "school", "practitioner"],
    params: offerParams,
    replies: { 200: AgreementToCome },
    problems: ["wrong-state"],
    audit: null,
  },
  offerVisitDates: {
    area: "offers",
    method: "GET",
    path: "/requests/{requestId}/offers/{offerId}/visit-dates",
    summary: "Dates of visits to suggest while an offer is open, for the parties to it; none once it is over",
    roles: ["broker", "director", "school", "practitioner"],
    params: offerParams,
    query: visitDatesQuery,
    replies: { 200: VisitDatesView },
    problems: [],
    audit: null,
  },
  acceptOffer: {
    area: "offers",
    method: "POST",
    path: "/requests/{requestId}/offers/{offerId}/acceptance",
    summary: "The practitioner accepts: a place and the days are held in the same write",
    roles: ["practitioner"],
    params: offerParams,
    body: z.strictObject({ note }),
    idempotent: true,
    replies: { 200: OfferView },
    problems: [...answering, "capacity-used-up", "hard-rule"],
    audit: "offer-accepted",
  },
  declineOffer: {
    area: "offers",
    method: "POST",
    path: "/requests/{requestId}/offers/{offerId}/refusal",
    summary:
      "The practitioner declines, or takes back a yes until all have said theirs, with a coded reason that the next run learns from",
    roles: ["practitioner"],
    params: offerParams,
    body: z.strictObject({ reason: DeclineReason, note }),
    idempotent: true,
    replies: { 200: OfferView },
    problems: answering,
    audit: "offer-declined",
  },
  counterOffer: {
    area: "offers",
    method: "POST",
    path: "/requests/{requestId}/offers/{offerId}/counter",
    summary: "The party whose turn it is proposes other days, dates or mode",
    roles: ["practitioner", "school"],
    params: offerParams,
    body: z.strictObject({ terms: OfferTerms, message: Reason }),
    idempotent: true,
    replies: { 200: OfferView },
    problems: answering,
    audit: "offer-countered",
  },
  settleCounter: {
    area: "offers",
    method: "POST",
    path: "/requests/{requestId}/offers/{offerId}/counter/settlement",
    summary: "The broker takes the countered terms, and everybody is asked again, or withdraws the offer",
    roles: ["broker"],
    params: offerParams,
    body: z.strictObject({ take: z.boolean(), reason: Reason }),
    idempotent: true,
    replies: { 200: OfferView },
    problems: ["wrong-state", "slots-filled", "capacity-used-up", "hard-rule", "idempotency-key-reused"],
    audit: "counter-settled",
  },
  decideRelease: {
    area: "offers",
    method: "POST",
    path: "/requests/{requestId}/offers/{offerId}/release",
    summary:
      "The home head releases the practitioner, or does not; a no may follow a yes until all have said theirs",
    roles: ["school"],
    params: offerParams,
    body: z.strictObject({ released: z.boolean(), note }),
    idempotent: true,
    replies: { 200: OfferView },
    problems: [...answering, "hard-rule"],
    audit: "release-decided",
  },
  agreeOffer: {
    area: "offers",
    method: "POST",
    path: "/requests/{requestId}/offers/{offerId}/agreement",
    summary: "The receiving head agrees objectives and days, or does not; the last yes makes a deployment",
    roles: ["school"],
    params: offerParams,
    body: z
      .strictObject({ agreed: z.boolean(), objectives: z.array(ObjectiveId).max(6).default([]), note })
      .refine((answer) => !answer.agreed || answer.objectives.length > 0, {
        path: ["objectives"],
        message: "Name the objectives that are agreed",
      }),
    idempotent: true,
    replies: { 200: OfferView },
    problems: [...answering, "hard-rule"],
    audit: "agreement-decided",
  },
  withdrawOffer: {
    area: "offers",
    method: "POST",
    path: "/requests/{requestId}/offers/{offerId}/withdrawal",
    summary: "The broker withdraws an offer that is not yet agreed; both sides are told",
    roles: ["broker"],
    params: offerParams,
    body: z.strictObject({ reason: Reason }),
    replies: { 200: OfferView },
    problems: ["wrong-state"],
    audit: "offer-withdrawn",
  },
} as const satisfies Record<string, Route>;
