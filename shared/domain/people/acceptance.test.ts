import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numbered, someOffer, somePerson, somePolicy, someRequest } from "../../../test/harness/rows.ts";
import { expectedAcceptance, pastAnswers } from "./acceptance.ts";
import type { Consent, Offer } from "../offers/offer.ts";

const now = "2026-01-12T09:00:00.000Z";
const sent = (index: number): Offer => {
  const person = somePerson(index, numbered.school(2));
  return someOffer(someRequest(1, numbered.school(1), "2026-01-12"), person, { policy: somePolicy(), now });
};
const answered = (index: number, answer: Consent["answer"], state: Offer["state"]): Offer => {
  const offer = sent(index);
  const consents = offer.consents.map((each) => (each.party === "practitioner" ? { ...each, answer } : each));
  return { ...offer, consents, state };
};

describe("past answers", () => {
  it("count the practitioner's own word whatever the others said, and a passed deadline as no", () => {
    const offers = [
      answered(1, "yes", "agreed"),
      answered(1, "yes", "declined"),
      answered(1, "no", "declined"),
      answered(1, "awaited", "expired"),
      answered(1, "awaited", "sent"),
      answered(1, "not-yet-asked", "expired"),
      answered(2, "awaited", "withdrawn"),
    ];
    expect(pastAnswers(offers)).toEqual([{ personId: numbered.person(1), asked: 4, accepted: 2 }]);
  });

  it("do not hang on the order of the offers", () => {
    const some = fc.array(fc.tuple(fc.nat(4), fc.constantFrom("yes", "no", "awaited" as const)), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(some, (drawn) => {
        const offers = drawn.map(([index, answer]) => answered(index, answer, "expired"));
        expect(pastAnswers(offers.toReversed())).toEqual(pastAnswers(offers));
      }),
    );
  });
});

describe("expected acceptance", () => {
  it("rises with each yes, falls with each no, nears the share of yes, and is never certain", () => {
    const past = fc.record({ asked: fc.nat(200), part: fc.nat(100) });
    fc.assert(
      fc.property(past, ({ asked, part }) => {
        const accepted = Math.floor((asked * part) / 100);
        const { share, offers } = expectedAcceptance({ asked, accepted });
        expect(offers).toBe(asked);
        expect(share > 0 && share < 1).toBe(true);
        expect(expectedAcceptance({ asked: asked + 1, accepted: accepted + 1 }).share).toBeGreaterThan(share);
        expect(expectedAcceptance({ asked: asked + 1, accepted }).share).toBeLessThan(share);
        const ofPast = asked === 0 ? 0.5 : accepted / asked;
        expect(Math.abs(share - ofPast) * (asked + 2)).toBeLessThan(1 + 1e-9);
      }),
    );
    expect(expectedAcceptance(undefined)).toEqual({ share: 0.5, offers: 0 });
  });
});
