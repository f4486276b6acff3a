import type { EventSubject, EventType, Recipient } from "./events.ts";
import type { Offer } from "./offer.ts";
import type { ConsentParty } from "./partnership.ts";

/** What is told of an offer, and to whom. */
export interface OfferNews {
  readonly type: EventType;
  readonly subject: EventSubject;
  readonly tell: readonly Recipient[];
}

const asked: Readonly<Record<ConsentParty, EventType>> = {
  practitioner: "offer-sent",
  "home-head": "release-asked",
  "receiving-head": "agreement-asked",
};

/** Where a party of an offer is written to. */
export function recipientOf(offer: Offer, party: ConsentParty): Recipient {
  switch (party) {
    case "practitioner":
      return { to: "person", personId: offer.personId };
    case "home-head":
      return { to: "school", schoolId: offer.homeSchoolId };
    case "receiving-head":
      return { to: "school", schoolId: offer.schoolId };
  }
}

export const brokers: Recipient = { to: "brokers" };
export const everyParty = (offer: Offer): Recipient[] => [
  recipientOf(offer, "practitioner"),
  recipientOf(offer, "home-head"),
  recipientOf(offer, "receiving-head"),
];

/** News of an offer. Its subject names the receiving school. */
export const newsOf = (offer: Offer, type: EventType, tell: readonly Recipient[]): OfferNews => {
  const { requestId, offerId, personId, schoolId } = offer;
  return { type, subject: { requestId, offerId, personId, schoolId }, tell };
};

/** Asks a party for its consent. */
export const asking = (offer: Offer, party: ConsentParty): OfferNews =>
  newsOf(offer, asked[party], [recipientOf(offer, party)]);
