import type { OfferId, PersonId, RequestId, SchoolId } from "../../domain/ids.ts";
import { Offer, type OfferState } from "../../domain/offers/offer.ts";
import { type RequestState, SupportRequest } from "../../domain/requests/request.ts";
import { entity, listOf } from "../entity.ts";

const ofRequest = (key: { readonly requestId: RequestId }): string => `REQUEST#${key.requestId}`;

const schoolRequests = (schoolId: SchoolId): string => `SCHOOL#${schoolId}#REQUESTS`;
export const requests = entity("request", {
  schema: SupportRequest,
  place: (key: { requestId: RequestId }) => ({ partition: ofRequest(key), sort: "REQUEST" }),
  listings: (row) => {
    const sort = `${row.createdAt}#${row.requestId}`;
    return {
      gsi1: { partition: `REQUESTS#${row.state}`, sort },
      gsi2: { partition: "REQUESTS", sort },
      gsi3: { partition: schoolRequests(row.schoolId), sort },
    };
  },
});
export const requestList = listOf(requests, { index: "gsi2", partition: "REQUESTS" });
export const requestsIn = (state: RequestState) =>
  listOf(requests, { index: "gsi1", partition: `REQUESTS#${state}` });
export const requestsOfSchool = (schoolId: SchoolId) =>
  listOf(requests, { index: "gsi3", partition: schoolRequests(schoolId) });

const begunBy = (account: string): string => `BEGUN#${account}`;
/** That a leader began a request, by their account: its own row stands in other lists. */
export const begunRequests = entity("begun-request", {
  schema: SupportRequest.pick({ requestId: true, startedBy: true, createdAt: true }),
  place: (row: Pick<SupportRequest, "requestId" | "startedBy" | "createdAt">) => ({
    partition: begunBy(row.startedBy),
    sort: `${row.createdAt}#${row.requestId}`,
  }),
});
export const requestsBegunBy = (account: string) => listOf(begunRequests, { partition: begunBy(account) });

const personOffers = (personId: PersonId): string => `PERSON#${personId}#OFFERS`;
const homeOffers = (schoolId: SchoolId): string => `SCHOOL#${schoolId}#OFFERS`;
export const offers = entity("offer", {
  schema: Offer,
  place: (key: { requestId: RequestId; offerId: OfferId }) => ({
    partition: ofRequest(key),
    sort: `OFFER#${key.offerId}`,
  }),
  listings: (row) => {
    const sort = `${row.sentAt}#${row.offerId}`;
    return {
      gsi1: { partition: `OFFERS#${row.state}`, sort: `${row.expiresAt ?? row.sentAt}#${row.offerId}` },
      gsi2: { partition: personOffers(row.personId), sort },
      gsi3: { partition: homeOffers(row.homeSchoolId), sort },
    };
  },
});
export const offersOfRequest = (requestId: RequestId) =>
  listOf(offers, { partition: ofRequest({ requestId }), sortPrefix: "OFFER#" });
export const offersIn = (state: OfferState) =>
  listOf(offers, { index: "gsi1", partition: `OFFERS#${state}` });
export const offersOfPerson = (personId: PersonId) =>
  listOf(offers, { index: "gsi2", partition: personOffers(personId) });
/** Offers for the people of a home school: what its head is asked to release. */
export const offersOfHomeSchool = (schoolId: SchoolId) =>
  listOf(offers, { index: "gsi3", partition: homeOffers(schoolId) });
