import * as z from "zod";
import { addWorkingDays, dateAt, endOfDay } from "./calendar.ts";
import { ObjectiveId, OfferId, PersonId, RequestId, RunId, SchoolId } from "./ids.ts";
import { type ConsentParty, ConsentParty as ConsentPartySchema, type RoutePolicy } from "./partnership.ts";
import { DateRange } from "./person.ts";
import { Days, Mode, RoutePolicyName } from "./vocabulary.ts";

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
    answeredAt: z.iso.datetime().nullable(),
    note: z.string().max(500).nullable(),
  })
  .meta({ id: "Consent" });
export type Consent = z.infer<typeof Consent>;

export const Counter = z
  .strictObject({
    by: ConsentPartySchema,
    terms: OfferTerms,
    message: z.string().min(3).max(500),
    at: z.iso.datetime(),
  })
  .meta({ id: "Counter" });

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
export const isLive = (offer: Offer): boolean => liveOfferStates.includes(offer.state);

/** Whether the practitioner's yes has taken a place and days, which a later no must give back. */
export const holdsCapacity = (offer: Offer): boolean => {
  const practitioner = offer.consents.find((each) => each.party === "practitioner");
  return isLive(offer) && practitioner?.answer === "yes";
};

/** The party whose answer is awaited now, or undefined when none is. */
export const awaitedParty = (offer: Offer): ConsentParty | undefined =>
  offer.consents.find((each) => each.answer === "awaited")?.party;

const deadlineFor = (policy: RoutePolicy, party: ConsentParty, now: string): string =>
  endOfDay(addWorkingDays(dateAt(now), policy.consentWorkingDays[party]));

/** The three consents in the policy's order, the first of them asked now. */
export function askInTurn(policy: RoutePolicy, now: string): Consent[] {
  return policy.consentOrder.map((party, index) => ({
    party,
    answer: index === 0 ? "awaited" : "not-yet-asked",
    deadline: index === 0 ? deadlineFor(policy, party, now) : null,
    answeredAt: null,
    note: null,
  }));
}

export type Answered =
  | { readonly kind: "asked-next"; readonly offer: Offer; readonly next: ConsentParty }
  | { readonly kind: "agreed"; readonly offer: Offer }
  | { readonly kind: "expired"; readonly at: string }
  | { readonly kind: "not-awaited"; readonly state: OfferState; readonly awaited: ConsentParty | undefined };

interface Answer {
  readonly party: ConsentParty;
  readonly now: string;
  readonly note: string | null;
}

/** Records one party's yes and asks the next in the policy's order; the third yes makes it agreed. */
export function sayYes(offer: Offer, policy: RoutePolicy, { party, now, note }: Answer): Answered {
  const awaited = awaitedParty(offer);
  if (awaited !== party) return { kind: "not-awaited", state: offer.state, awaited };
  if (offer.expiresAt !== null && offer.expiresAt < now) return { kind: "expired", at: offer.expiresAt };
  const answered = offer.consents.map((each) =>
    each.party === party ? { ...each, answer: "yes" as const, answeredAt: now, note } : each,
  );
  const next = answered.find((each) => each.answer === "not-yet-asked")?.party;
  if (!next)
    return { kind: "agreed", offer: { ...offer, state: "agreed", consents: answered, expiresAt: null } };
  const deadline = deadlineFor(policy, next, now);
  const consents = answered.map((each) =>
    each.party === next ? { ...each, answer: "awaited" as const, deadline } : each,
  );
  const state = party === "practitioner" ? "accepted" : offer.state;
  return { kind: "asked-next", offer: { ...offer, state, consents, expiresAt: deadline }, next };
}

export type Ended =
  | { readonly kind: "ended"; readonly offer: Offer; readonly heldCapacity: boolean }
  | { readonly kind: "not-awaited"; readonly state: OfferState; readonly awaited: ConsentParty | undefined }
  | { readonly kind: "expired"; readonly at: string };

/** Records one party's no: the offer is over, and what it held must be given back with the same write. */
export function sayNo(
  offer: Offer,
  { party, now, note }: Answer,
  reason: z.infer<typeof DeclineReason>,
): Ended {
  const awaited = awaitedParty(offer);
  if (awaited !== party) return { kind: "not-awaited", state: offer.state, awaited };
  if (offer.expiresAt !== null && offer.expiresAt < now) return { kind: "expired", at: offer.expiresAt };
  const consents = offer.consents.map((each) =>
    each.party === party ? { ...each, answer: "no" as const, answeredAt: now, note } : each,
  );
  return {
    kind: "ended",
    heldCapacity: holdsCapacity(offer),
    offer: {
      ...offer,
      state: "declined",
      consents,
      declineReason: reason,
      endedNote: note,
      expiresAt: null,
    },
  };
}

/** Ends a live offer from outside: its deadline passed, the broker withdrew it, or another took the place. */
export function end(offer: Offer, as: "expired" | "withdrawn" | "superseded", note: string | null): Ended {
  if (!isLive(offer) || offer.state === "agreed")
    return { kind: "not-awaited", state: offer.state, awaited: awaitedParty(offer) };
  return {
    kind: "ended",
    heldCapacity: holdsCapacity(offer),
    offer: { ...offer, state: as, endedNote: note, expiresAt: null },
  };
}

/** The awaited party proposes other terms; the broker then takes them or withdraws the offer. */
export function counter(
  offer: Offer,
  { party, now, note }: Answer,
  terms: OfferTerms,
):
  | { readonly kind: "countered"; readonly offer: Offer }
  | Extract<Ended, { kind: "not-awaited" | "expired" }> {
  const awaited = awaitedParty(offer);
  if (awaited !== party || offer.state === "countered")
    return { kind: "not-awaited", state: offer.state, awaited };
  if (offer.expiresAt !== null && offer.expiresAt < now) return { kind: "expired", at: offer.expiresAt };
  const made = { by: party, terms, message: note ?? "", at: now };
  return { kind: "countered", offer: { ...offer, state: "countered", counter: made, expiresAt: null } };
}
