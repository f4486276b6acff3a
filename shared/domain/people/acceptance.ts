import * as z from "zod";
import { PersonId } from "../ids.ts";
import type { Offer } from "../offers/offer.ts";

/** How many offers somebody was asked to answer, and to how many they said yes. */
export const PastAnswers = z.strictObject({
  personId: PersonId,
  asked: z.int().min(0),
  accepted: z.int().min(0),
});
export type PastAnswers = z.infer<typeof PastAnswers>;

/** How likely a yes is, told beside a proposal and never part of its fit. */
export const ExpectedAcceptance = z
  .strictObject({
    share: z.number().min(0).max(1),
    offers: z.int().min(0).describe("How many past offers it rests on"),
  })
  .meta({ id: "ExpectedAcceptance" });
export type ExpectedAcceptance = z.infer<typeof ExpectedAcceptance>;

/** Whether the practitioner said yes, or no, or let the deadline pass; undefined when they were never to answer. */
function answerTo({ state, consents }: Offer): boolean | undefined {
  switch (consents.find(({ party }) => party === "practitioner")?.answer) {
    case "yes":
      return true;
    case "no":
      return false;
    case "awaited":
      return state === "expired" ? false : undefined;
    case "not-yet-asked":
    case undefined:
      return undefined;
  }
}

/** What each practitioner answered to past offers, by id; people who were never asked are left out. */
export function pastAnswers(offers: readonly Offer[]): PastAnswers[] {
  const known = new Map<PersonId, PastAnswers>();
  for (const offer of offers) {
    const answer = answerTo(offer);
    if (answer === undefined) continue;
    const { personId } = offer;
    const { asked, accepted } = known.get(personId) ?? { asked: 0, accepted: 0 };
    known.set(personId, { personId, asked: asked + 1, accepted: accepted + (answer ? 1 : 0) });
  }
  return [...known.values()].toSorted((a, b) => (a.personId < b.personId ? -1 : 1));
}

/**
 * The share of yes to expect: that of the past with one yes and one no added, so that little is made of little.
 * Laplace's rule of succession; half for somebody who was never asked.
 */
export function expectedAcceptance(
  past: Pick<PastAnswers, "asked" | "accepted"> | undefined,
): ExpectedAcceptance {
  const { asked, accepted } = past ?? { asked: 0, accepted: 0 };
  return { share: (accepted + 1) / (asked + 2), offers: asked };
}
