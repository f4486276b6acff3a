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
import type { EventType } from "../events.ts";
import { awaitedParty, type Offer } from "./offer.ts";
import { sayYes } from "./offerSteps.ts";
import { brokers, everyParty, newsOf, recipientOf, toldOfEnd, toldOfTerms } from "./offerEvents.ts";
import { consentParties } from "../partnership.ts";

const now = "2026-01-12T09:00:00.000Z";
const person = somePerson(1, numbered.school(2));
const request = someRequest(1, numbered.school(1), "2026-01-12");
const orders = fc.shuffledSubarray([...consentParties], { minLength: 3 });
const under = (order: (typeof consentParties)[number][], yeses: number): Offer => {
  const policy = somePolicy(order);
  let offer = someOffer(request, person, { policy, now });
  for (let given = 0; given < yeses; given += 1) {
    const party = awaitedParty(offer);
    const said = party && sayYes(offer, usualAsking(policy), { party, now, note: null });
    if (said && "offer" in said) offer = said.offer;
  }
  return offer;
};

describe("that an offer has ended, or has other terms", () => {
  it("is told to the broker and to whoever was asked, a home head too, whoever the list names", () => {
    const endings = fc.constantFrom<EventType>("offer-expired", "offer-withdrawn", "offer-superseded");
    fc.assert(
      fc.property(orders, fc.nat({ max: 2 }), endings, (order, yeses, type) => {
        const offer = under(order, yeses);
        const { tell } = newsOf(offer, type, [brokers, ...everyParty(offer)]);
        const asked = order.slice(0, yeses + 1);
        const school = asked.includes("receiving-head") || order.slice(0, yeses).includes("practitioner");
        const heard = [...new Set([...asked, ...(school ? (["receiving-head"] as const) : [])])];
        expect(new Set(tell)).toEqual(new Set([brokers, ...heard.map((party) => recipientOf(offer, party))]));
        const home = recipientOf(offer, "home-head");
        expect(newsOf(offer, type, [brokers]).tell).toEqual(
          asked.includes("home-head") ? [brokers, home] : [brokers],
        );
        const worked = asked.filter((party) => party !== "receiving-head");
        expect(new Set(toldOfTerms(offer))).toEqual(new Set(asked.map((party) => recipientOf(offer, party))));
        expect(new Set(toldOfEnd(offer))).toEqual(new Set(worked.map((party) => recipientOf(offer, party))));
      }),
    );
  });

  it("by another's no is told to a home head who had released, and never to who said it", () => {
    const order = ["practitioner", "home-head", "receiving-head"] as const;
    const home = recipientOf(under([...order], 0), "home-head");
    const told = (yeses: number) => newsOf(under([...order], yeses), "offer-declined", [brokers]).tell;
    expect(told(1)).toEqual([brokers]);
    expect(told(2)).toEqual([brokers, home]);
  });
});
