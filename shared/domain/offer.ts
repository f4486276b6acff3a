import * as z from "zod";
import { dateAt, workYearOf } from "./calendar.ts";
import { type AskingBy, deadlineFor } from "./calendarOfParties.ts";
import { CalendarSource } from "./calendarInForce.ts";
import { ObjectiveId, OfferId, PersonId, RequestId, RunId, SchoolId } from "./ids.ts";
import { type ConsentParty, ConsentParty as ConsentPartySchema } from "./partnership.ts";
import { DateRange } from "./person.ts";
import { Days, IsoDate, Mode, RoutePolicyName } from "./vocabulary.ts";

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
export const isLive = (offer: Offer): boolean => liveOfferStates.includes(offer.state);

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

/** A consent that is asked now, with its deadline by the calendar of the school that answers. */
function askedNow(consent: Consent, by: AskingBy, now: string): Consent {
  const { at, source } = deadlineFor(by, consent.party, now);
  const workingDays = by.policy.consentWorkingDays[consent.party];
  return { ...consent, answer: "awaited", deadline: at, calendar: source, askedAt: now, workingDays };
}

/** The three consents in the policy's order, the first of them asked now. */
export const askInTurn = (by: AskingBy, now: string): Consent[] =>
  by.policy.consentOrder.map((party, index) =>
    index === 0 ? askedNow(unasked(party), by, now) : unasked(party),
  );

const unasked = (party: ConsentParty): Consent => ({
  party,
  answer: "not-yet-asked",
  deadline: null,
  calendar: null,
  askedAt: null,
  workingDays: null,
  chasedOn: null,
  answeredAt: null,
  note: null,
});

export type NotAwaited =
  | { readonly kind: "expired"; readonly at: string }
  | { readonly kind: "not-awaited"; readonly state: OfferState; readonly awaited: ConsentParty | undefined };

export type Answered =
  | { readonly kind: "asked-next"; readonly offer: Offer; readonly next: ConsentParty }
  | { readonly kind: "agreed"; readonly offer: Offer }
  | NotAwaited;

interface Answer {
  readonly party: ConsentParty;
  readonly now: string;
  readonly note: string | null;
}

function notAwaited(offer: Offer, { party, now }: Pick<Answer, "party" | "now">): NotAwaited | undefined {
  const awaited = awaitedParty(offer);
  if (awaited !== party) return { kind: "not-awaited", state: offer.state, awaited };
  return isLate(offer, now) ? { kind: "expired", at: offer.expiresAt ?? now } : undefined;
}

function askNext(offer: Offer, by: AskingBy, now: string): Extract<Answered, { offer: Offer }> {
  const unanswered = offer.consents.find((each) => each.answer === "not-yet-asked");
  if (!unanswered) return { kind: "agreed", offer: { ...offer, state: "agreed", expiresAt: null } };
  const asked = askedNow(unanswered, by, now);
  const consents = offer.consents.map((each) => (each === unanswered ? asked : each));
  const state = holdsCapacity(offer) ? "accepted" : "sent";
  return {
    kind: "asked-next",
    offer: { ...offer, state, consents, expiresAt: asked.deadline },
    next: asked.party,
  };
}

/** Records one party's yes and asks the next in the policy's order; the third yes makes it agreed. */
export function sayYes(offer: Offer, by: AskingBy, answer: Answer): Answered {
  const refused = notAwaited(offer, answer);
  if (refused) return refused;
  const { party, now, note } = answer;
  const consents = offer.consents.map((each) =>
    each.party === party ? { ...each, answer: "yes" as const, answeredAt: now, note } : each,
  );
  return askNext({ ...offer, consents }, by, now);
}

/** An offer that is over; what it held must be given back with the same write. */
export interface EndedOffer {
  readonly kind: "ended";
  readonly offer: Offer;
  readonly heldCapacity: boolean;
}
export type Ended = EndedOffer | NotAwaited;

/** Records one party's no: the offer is over, whoever had said yes before. */
export function sayNo(offer: Offer, answer: Answer, reason: z.infer<typeof DeclineReason>): Ended {
  const refused = notAwaited(offer, answer);
  if (refused) return refused;
  const { party, now, note } = answer;
  const consents = offer.consents.map((each) =>
    each.party === party ? { ...each, answer: "no" as const, answeredAt: now, note } : each,
  );
  const over = { state: "declined", declineReason: reason, endedNote: note, expiresAt: null } as const;
  return { kind: "ended", heldCapacity: holdsCapacity(offer), offer: { ...offer, ...over, consents } };
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

/** An agreed offer whose work was handed over: it holds a place of its request no longer. */
export const handOver = (offer: Offer): Offer => ({
  ...offer,
  state: "withdrawn",
  endedNote: "The work was handed over",
});

/** The awaited party proposes other terms; no deadline runs until the broker takes them or withdraws the offer. */
export function counter(
  offer: Offer,
  at: Pick<Answer, "party" | "now">,
  made: { readonly terms: OfferTerms; readonly message: string },
): { readonly kind: "countered"; readonly offer: Offer } | NotAwaited {
  const refused = notAwaited(offer, at);
  if (refused) return refused;
  const countered = { by: at.party, at: at.now, ...made };
  return { kind: "countered", offer: { ...offer, state: "countered", counter: countered, expiresAt: null } };
}

export type Taken =
  | { readonly kind: "taken"; readonly offer: Offer; readonly next: ConsentParty }
  | { readonly kind: "not-countered"; readonly state: OfferState };

/**
 * The broker takes the countered terms. Whoever proposed them has said yes to them; a yes to the terms before
 * says nothing of these, so the other two are asked afresh, and a practitioner who had accepted holds no place
 * until they accept again.
 */
export function takeCounter(offer: Offer, by: AskingBy, now: string): Taken {
  const { state, counter: made } = offer;
  if (state !== "countered" || !made) return { kind: "not-countered", state };
  const consents = offer.consents.map(({ party }): Consent =>
    party === made.by
      ? { ...unasked(party), answer: "yes", answeredAt: made.at, note: made.message }
      : unasked(party),
  );
  const { terms } = made;
  const academicYear = workYearOf(terms.window, dateAt(now));
  const asked = askNext({ ...offer, terms, academicYear, consents, counter: null }, by, now);
  if (asked.kind === "agreed") throw new Error("A counter leaves two parties to be asked");
  return { kind: "taken", offer: asked.offer, next: asked.next };
}
