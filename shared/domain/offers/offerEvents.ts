import type { EventSubject, EventType, Recipient } from "../events.ts";
import type { Offer } from "./offer.ts";
import { consentParties, type ConsentParty } from "../partnership.ts";

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

const answerOf = (offer: Offer, party: ConsentParty) =>
  offer.consents.find((each) => each.party === party)?.answer ?? "not-yet-asked";
const wasAsked = (offer: Offer, party: ConsentParty): boolean => answerOf(offer, party) !== "not-yet-asked";

const askedAmong = (offer: Offer, parties: readonly ConsentParty[]): Recipient[] =>
  parties.filter((party) => wasAsked(offer, party)).map((party) => recipientOf(offer, party));

/** Every party that was asked, before its terms changed: who must hear that they have. */
export const toldOfTerms = (offer: Offer): Recipient[] => askedAmong(offer, consentParties);

/** The practitioner and the home head, as far as they were asked: who must hear that an offer is over. */
export const toldOfEnd = (offer: Offer): Recipient[] => askedAmong(offer, ["practitioner", "home-head"]);

const endings: readonly EventType[] = [
  "offer-declined",
  "offer-expired",
  "offer-withdrawn",
  "offer-superseded",
];

/** Whether a party has heard of the offer: it was asked, or it is the school that somebody said yes to. */
const hasHeard = (offer: Offer, party: ConsentParty): boolean =>
  wasAsked(offer, party) || (party === "receiving-head" && answerOf(offer, "practitioner") === "yes");

const idOf = (recipient: Recipient): string => {
  if (recipient.to === "brokers") return recipient.to;
  return recipient.to === "school" ? recipient.schoolId : recipient.personId;
};

/** Those named who have heard of the offer, and a home head who was asked, unless the end is their own no. */
function whoHears(offer: Offer, type: EventType, tell: readonly Recipient[]): readonly Recipient[] {
  const home =
    type === "offer-declined" ? answerOf(offer, "home-head") === "yes" : wasAsked(offer, "home-head");
  const named = home ? [...tell, recipientOf(offer, "home-head")] : tell;
  const strangers = new Set(
    consentParties.filter((party) => !hasHeard(offer, party)).map((party) => idOf(recipientOf(offer, party))),
  );
  const heard = named.filter((each) => !strangers.has(idOf(each)));
  return [...new Map(heard.map((each) => [idOf(each), each])).values()];
}

/** News of an offer. Its subject names the receiving school; that it ended is told to who had heard of it. */
export const newsOf = (offer: Offer, type: EventType, tell: readonly Recipient[]): OfferNews => {
  const { requestId, offerId, personId, schoolId } = offer;
  const subject = { requestId, offerId, personId, schoolId };
  return { type, subject, tell: endings.includes(type) ? whoHears(offer, type, tell) : tell };
};

/** Asks a party for its consent. */
export const asking = (offer: Offer, party: ConsentParty): OfferNews =>
  newsOf(offer, asked[party], [recipientOf(offer, party)]);
