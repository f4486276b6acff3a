import * as z from "zod";
import { CalendarSource } from "../calendar/calendarInForce.ts";
import { ObjectiveId, OfferId, PersonId, RequestId, RunId, SchoolId } from "../ids.ts";
import { type ConsentParty, ConsentParty as ConsentPartySchema } from "../partnership.ts";
import { DateRange, Days, IsoDate, Mode, RoutePolicyName } from "../vocabulary.ts";

export const offerStates = [
  "sent",
  "accepted",
  "agreed",
  "countered",
  "declined",
  "expired",
  "withdrawn",
  "superseded",
] as const;
export const OfferState = z.enum(offerStates).meta({ id: "OfferState" });
export type OfferState = z.infer<typeof OfferState>;

/** Why somebody says no, coded, because the next run learns from the code and the gap report counts it. */
export const declineReasons = [
  "no-capacity-now",
  "dates-do-not-suit",
  "too-far",
  "not-my-expertise",
  "conflict-of-interest",
  "release-refused",
  "terms-not-agreed",
  "personal",
  "other",
] as const;
export const DeclineReason = z.enum(declineReasons).meta({ id: "DeclineReason" });

export const OfferTerms = z
  .strictObject({ days: Days, window: DateRange, mode: Mode })
  .meta({ id: "OfferTerms", description: "What is asked of the practitioner" });
export type OfferTerms = z.infer<typeof OfferTerms>;

export const Consent = z
  .strictObject({
    party: ConsentPartySchema,
    answer: z.enum(["not-yet-asked", "awaited", "yes", "no"]),
    deadline: z.iso.datetime().nullable(),
    /** By whose term dates the deadline was counted, null without one. */
    calendar: CalendarSource.nullable().default(null),
    /** When the party was asked, and how many of its school's working days it was given. */
    askedAt: z.iso.datetime().nullable().default(null),
    workingDays: z.int().min(0).nullable().default(null),
    /** The day on which the party was reminded, null while it was not. */
    chasedOn: IsoDate.nullable().default(null),
    answeredAt: z.iso.datetime().nullable(),
    note: z.string().max(500).nullable(),
  })
  .meta({ id: "Consent" });
export type Consent = z.infer<typeof Consent>;

export const Counter = z.strictObject({
  by: ConsentPartySchema,
  terms: OfferTerms,
  message: z.string().min(3).max(500),
  at: z.iso.datetime(),
});

/** A confirmed proposal on its way to becoming a deployment: three consents, each with its own deadline. */
export const Offer = z.object({
  offerId: OfferId,
  requestId: RequestId,
  schoolId: SchoolId,
  personId: PersonId,
  homeSchoolId: SchoolId,
  runId: RunId.nullable(),
  routePolicy: RoutePolicyName,
  state: OfferState,
  terms: OfferTerms,
  academicYear: z.string(),
  fit: z.number(),
  because: z.array(z.string()),
  consents: z.array(Consent).length(3),
  counter: Counter.nullable(),
  /** Objectives as the receiving head agreed them; the request's own until then. */
  objectivesAgreed: z.array(ObjectiveId),
  declineReason: DeclineReason.nullable(),
  endedNote: z.string().nullable(),
  /** Deadline of the consent now awaited, null once none is. */
  expiresAt: z.iso.datetime().nullable(),
  sentAt: z.iso.datetime(),
  revision: z.int().min(0),
});
export type Offer = z.infer<typeof Offer>;

/** Offers that hold, or may come to hold, a place and days: a run never proposes those again. */
export const liveOfferStates: readonly OfferState[] = ["sent", "accepted", "agreed", "countered"];
export const isLive = (offer: Pick<Offer, "state">): boolean => liveOfferStates.includes(offer.state);

/** Whether an offer still waits for somebody: for an answer, or for the broker to settle a counter. */
export const isOpen = (offer: Pick<Offer, "state">): boolean => isLive(offer) && offer.state !== "agreed";

/** Whether the practitioner's yes has taken a place and days, which a later no must give back. */
export const holdsCapacity = (offer: Offer): boolean => {
  const practitioner = offer.consents.find((each) => each.party === "practitioner");
  return isLive(offer) && practitioner?.answer === "yes";
};

/** Whether the practitioner may still say yes, and with it take a place and days that are now free. */
export const mayYetTake = (offer: Offer): boolean => isLive(offer) && !holdsCapacity(offer);

/** The party whose answer is awaited now, or undefined when none is: a counter waits for the broker alone. */
export const awaitedParty = (offer: Pick<Offer, "state" | "consents">): ConsentParty | undefined =>
  offer.state === "sent" || offer.state === "accepted"
    ? offer.consents.find((each) => each.answer === "awaited")?.party
    : undefined;

/** Whether the answer awaited is late; the last second of the deadline's day still counts. */
export const isLate = (offer: Offer, now: string): boolean =>
  isLive(offer) && offer.expiresAt !== null && offer.expiresAt < now;

/** Whether a party that said yes may still take it back: until all three have, for then there is work to end. */
export const mayTakeBack = (offer: Pick<Offer, "state" | "consents">, party: ConsentParty): boolean =>
  isOpen(offer) && offer.consents.some((each) => each.party === party && each.answer === "yes");
