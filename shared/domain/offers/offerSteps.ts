import type * as z from "zod";
import { dateAt, workYearOf } from "../calendar/calendar.ts";
import { type AskingBy, deadlineFor } from "../calendar/calendarOfParties.ts";
import {
  awaitedParty,
  type Consent,
  type DeclineReason,
  holdsCapacity,
  isLate,
  isOpen,
  mayTakeBack,
  type Offer,
  type OfferState,
  type OfferTerms,
} from "./offer.ts";
import type { ConsentParty } from "../partnership.ts";

/** All that is said of an offer before anybody is asked. */
export type MadeOffer = Omit<
  Offer,
  "state" | "consents" | "counter" | "declineReason" | "endedNote" | "expiresAt" | "sentAt" | "revision"
>;

/** A consent that is asked now, with its deadline by the calendar of the school that answers. */
function askedNow(consent: Consent, by: AskingBy, now: string): Consent {
  const { at, source } = deadlineFor(by, consent.party, now);
  const workingDays = by.policy.consentWorkingDays[consent.party];
  return { ...consent, answer: "awaited", deadline: at, calendar: source, askedAt: now, workingDays };
}

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

/** An offer as it is sent: the three consents in the policy's order, the first of them asked now. */
export function send(made: MadeOffer, by: AskingBy, now: string): Offer {
  const consents = by.policy.consentOrder.map((party, index) =>
    index === 0 ? askedNow(unasked(party), by, now) : unasked(party),
  );
  return {
    ...made,
    state: "sent",
    consents,
    counter: null,
    declineReason: null,
    endedNote: null,
    expiresAt: consents.find(({ answer }) => answer === "awaited")?.deadline ?? null,
    sentAt: now,
    revision: 0,
  };
}

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

/** Records one party's no, in its turn or after its yes until all have said theirs: the offer is over. */
export function sayNo(offer: Offer, answer: Answer, reason: z.infer<typeof DeclineReason>): Ended {
  const refused = mayTakeBack(offer, answer.party) ? undefined : notAwaited(offer, answer);
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
  if (!isOpen(offer)) return { kind: "not-awaited", state: offer.state, awaited: awaitedParty(offer) };
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
