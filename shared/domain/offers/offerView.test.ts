import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  numbered,
  someOffer,
  somePerson,
  somePolicy,
  someRequest,
  usualAsking,
} from "../../../test/harness/rows.ts";
import { awaitedParty, type Offer } from "./offer.ts";
import { counter, end, sayNo, sayYes, takeCounter } from "./offerSteps.ts";
import { deadlineCalendar } from "./offerDeadline.ts";
import { offerFor } from "./offerView.ts";
import type { Viewer } from "../deployments/parties.ts";
import { type ConsentParty, consentParties } from "../partnership.ts";

const now = "2026-01-12T09:00:00.000Z";
const person = somePerson(1, numbered.school(2));
const request = someRequest(1, numbered.school(1), "2026-01-12");

const viewers: Readonly<Record<ConsentParty, Viewer>> = {
  practitioner: { roles: ["practitioner"], schoolId: undefined, personId: person.personId },
  "home-head": { roles: ["school"], schoolId: numbered.school(2), personId: undefined },
  "receiving-head": { roles: ["school"], schoolId: numbered.school(1), personId: undefined },
};
const director: Viewer = { roles: ["director"], schoolId: undefined, personId: undefined };
const broker: Viewer = { roles: ["broker"], schoolId: undefined, personId: undefined };

const wordsOf = (party: ConsentParty | "broker"): string => `words of the ${party}`;
const reasonOf = {
  practitioner: "too-far",
  "home-head": "release-refused",
  "receiving-head": "terms-not-agreed",
} as const satisfies Record<ConsentParty, string>;

type Step = "yes" | "no" | "counter" | "take" | "withdraw";
const offers: fc.Arbitrary<Offer> = fc
  .record({
    order: fc.shuffledSubarray([...consentParties], { minLength: 3 }),
    steps: fc.array(fc.constantFrom<Step>("yes", "yes", "yes", "counter", "take", "no", "withdraw"), {
      maxLength: 6,
    }),
  })
  .map(({ order, steps }) => {
    const policy = somePolicy(order);
    return steps.reduce(
      (offer, step) => after(offer, step, policy),
      someOffer(request, person, { policy, now }),
    );
  });

/** The offer after whoever is to answer did so, each in their own words; unchanged where the step does not apply. */
function after(offer: Offer, step: Step, policy: ReturnType<typeof somePolicy>): Offer {
  const party = awaitedParty(offer);
  const changed = (): object => {
    if (step === "withdraw") return end(offer, "withdrawn", wordsOf("broker"));
    if (step === "take") return takeCounter(offer, usualAsking(policy), now);
    if (!party) return {};
    const answer = { party, now, note: wordsOf(party) };
    if (step === "yes") return sayYes(offer, usualAsking(policy), answer);
    if (step === "no") return sayNo(offer, answer, reasonOf[party]);
    return counter(offer, answer, { terms: { ...offer.terms, days: 1.5 }, message: wordsOf(party) });
  };
  const result: { offer?: Offer } = changed();
  return result.offer ?? offer;
}

const answerOf = (offer: Offer, party: ConsentParty) =>
  offer.consents.find((each) => each.party === party)?.answer;

describe("an offer as it is seen", () => {
  it("shows everybody their own words, the broker all words, and nobody another's", () => {
    fc.assert(
      fc.property(offers, (offer) => {
        expect(offerFor(broker, offer)).toEqual({ ...offer, deadlineCalendar: deadlineCalendar(offer) });
        expect(JSON.stringify(offerFor(director, offer))).not.toContain("words of the");
        for (const party of consentParties) {
          const seen = offerFor(viewers[party], offer);
          const text = JSON.stringify(seen ?? null);
          for (const other of [...consentParties, "broker" as const].filter((each) => each !== party))
            expect(text).not.toContain(wordsOf(other));
          expect(text.includes(wordsOf(party))).toBe(JSON.stringify(offer).includes(wordsOf(party)));
          const saidNo = answerOf(offer, party) === "no";
          expect(seen?.declineReason ?? null).toBe(saidNo ? offer.declineReason : null);
        }
      }),
    );
  });

  it("is there for a receiving head once the practitioner said yes, or once they are asked themselves", () => {
    fc.assert(
      fc.property(offers, (offer) => {
        const may =
          answerOf(offer, "practitioner") === "yes" || answerOf(offer, "receiving-head") !== "not-yet-asked";
        expect(offerFor(viewers["receiving-head"], offer) !== undefined).toBe(may);
        expect(offerFor(viewers["home-head"], offer)).toBeDefined();
        expect(offerFor({ ...viewers["home-head"], schoolId: numbered.school(3) }, offer)).toBeUndefined();
      }),
    );
  });

  it("shows the terms of a counter to every party that was asked, and to no other", () => {
    const policy = somePolicy(["practitioner", "home-head", "receiving-head"]);
    const sent = someOffer(request, person, { policy, now });
    const countered = after(after(sent, "yes", policy), "counter", policy);
    const seenBy = (party: ConsentParty) => offerFor(viewers[party], countered)?.counter;
    expect(seenBy("practitioner")).toMatchObject({ terms: { days: 1.5 }, message: null });
    expect(seenBy("home-head")).toMatchObject({ terms: { days: 1.5 }, message: wordsOf("home-head") });
    expect(seenBy("receiving-head")).toBeNull();
  });
});
