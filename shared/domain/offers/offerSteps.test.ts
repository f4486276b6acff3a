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
import {
  awaitedParty,
  holdsCapacity,
  isLate,
  isLive,
  mayYetTake,
  type Offer,
  type OfferTerms,
} from "./offer.ts";
import { counter, end, sayNo, sayYes, takeCounter } from "./offerSteps.ts";
import { type ConsentParty, consentParties, type RoutePolicy } from "../partnership.ts";

const start = "2026-01-12T09:00:00.000Z";
const request = someRequest(1, numbered.school(1), "2026-01-12");
const person = somePerson(1, numbered.school(2));
const freshOffer = (policy: RoutePolicy): Offer => someOffer(request, person, { policy, now: start });

const orders: readonly (readonly [ConsentParty, ConsentParty, ConsentParty])[] = [
  ["practitioner", "home-head", "receiving-head"],
  ["practitioner", "receiving-head", "home-head"],
  ["home-head", "practitioner", "receiving-head"],
  ["home-head", "receiving-head", "practitioner"],
  ["receiving-head", "practitioner", "home-head"],
  ["receiving-head", "home-head", "practitioner"],
];

type Command =
  | { readonly does: "yes" | "no" | "counter"; readonly party: ConsentParty }
  | { readonly does: "expired" | "withdrawn" | "superseded" | "take" }
  | { readonly does: "wait"; readonly days: number };

const party = fc.constantFrom(...consentParties);
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant("yes" as const), party }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("no" as const), party }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("counter" as const), party }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("take" as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constantFrom("expired", "withdrawn", "superseded" as const) }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("wait" as const), days: fc.nat(6) }) },
);

/** An offer beside what an onlooker who only counts would say of it. */
interface Watched {
  readonly offer: Offer;
  readonly now: string;
  /** Whether the practitioner has accepted the terms as they now stand. */
  readonly held: boolean;
  readonly wrongs: readonly string[];
}

const otherTerms: OfferTerms = {
  days: 1.5,
  window: { from: "2026-03-02", to: "2026-04-30" },
  mode: "remote",
};

function step(watched: Watched, policy: RoutePolicy, command: Command): Watched {
  const { offer, now, held } = watched;
  switch (command.does) {
    case "wait":
      return { ...watched, now: new Date(Date.parse(now) + command.days * 86_400_000).toISOString() };
    case "yes": {
      const answered = sayYes(offer, usualAsking(policy), { party: command.party, now, note: null });
      if (!("offer" in answered)) return watched;
      const before = offer.consents.find((each) => each.party === command.party)?.answer;
      const twice = before === "yes" ? [`two yes of the ${command.party}`] : [];
      const late = isLate(offer, now) ? ["a yes after its deadline"] : [];
      return {
        ...watched,
        offer: answered.offer,
        held: held || command.party === "practitioner",
        wrongs: [...twice, ...late],
      };
    }
    case "no": {
      const ended = sayNo(offer, { party: command.party, now, note: null }, "other");
      return ended.kind === "ended" ? over(watched, ended) : watched;
    }
    case "counter": {
      const made = counter(
        offer,
        { party: command.party, now },
        { terms: otherTerms, message: "Fewer days" },
      );
      return made.kind === "countered" ? { ...watched, offer: made.offer } : watched;
    }
    case "take": {
      const taken = takeCounter(offer, usualAsking(policy), now);
      if (taken.kind !== "taken") return watched;
      return { ...watched, offer: taken.offer, held: offer.counter?.by === "practitioner" };
    }
    case "expired":
    case "withdrawn":
    case "superseded": {
      const ended = end(offer, command.does, null);
      return ended.kind === "ended" ? over(watched, ended) : watched;
    }
  }
}

const over = (
  watched: Watched,
  ended: { readonly offer: Offer; readonly heldCapacity: boolean },
): Watched => ({
  ...watched,
  offer: ended.offer,
  held: false,
  wrongs: ended.heldCapacity === watched.held ? [] : ["capacity given back that was not held, or kept"],
});

/** Everything that is wrong with an offer, whatever happened to it before. */
function wrongsOf({ offer, held }: Watched): string[] {
  const wrongs: string[] = [];
  const claim = (holds: boolean, wrong: string): void => void (holds || wrongs.push(wrong));
  const open = offer.consents.filter(({ answer }) => answer !== "yes");
  const asked = offer.consents.filter(({ answer }) => answer === "awaited");
  const inTurn = offer.state === "sent" || offer.state === "accepted";
  claim(holdsCapacity(offer) === held, "holds what was not accepted, or not what was");
  claim(mayYetTake(offer) === (isLive(offer) && !held), "misjudges what it may yet take");
  claim((offer.state === "agreed") === (isLive(offer) && open.length === 0), "agreed without all three");
  claim(!inTurn || (offer.state === "accepted") === held, "accepted without the practitioner");
  claim(!inTurn || asked.length === 1, "asks none or two at once");
  claim(!inTurn || asked[0] === open[0], "asks out of turn");
  claim(!inTurn || offer.expiresAt === asked[0]?.deadline, "expires by another's deadline");
  claim(inTurn || offer.expiresAt === null, "has a deadline while nobody is asked");
  claim(awaitedParty(offer) === (inTurn ? asked[0]?.party : undefined), "awaits somebody else");
  return wrongs;
}

const agreedOffer = (policy: RoutePolicy): Offer =>
  policy.consentOrder.reduce((offer, each) => {
    const answered = sayYes(offer, usualAsking(policy), { party: each, now: start, note: null });
    return "offer" in answered ? answered.offer : offer;
  }, freshOffer(policy));

const isOver = (offer: Offer): boolean => !isLive(offer) || offer.state === "agreed";

describe("the life of an offer", () => {
  const lives = { policy: fc.constantFrom(...orders).map((order) => somePolicy([...order])) };
  const commands = fc.array(command, { maxLength: 40 });

  it("keeps the order of consents, counts each yes once, and gives back exactly what was held", () => {
    fc.assert(
      fc.property(lives.policy, commands, (policy, command) => {
        let watched: Watched = { offer: freshOffer(policy), now: start, held: false, wrongs: [] };
        const wrongs: string[] = wrongsOf(watched);
        for (const each of command) {
          watched = step({ ...watched, wrongs: [] }, policy, each);
          wrongs.push(...watched.wrongs, ...wrongsOf(watched));
        }
        expect(wrongs).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("never moves again once it has ended or is agreed", () => {
    const ready = fc.boolean();
    fc.assert(
      fc.property(lives.policy, commands, ready, (policy, command, isAgreed) => {
        const offer = isAgreed ? agreedOffer(policy) : freshOffer(policy);
        let watched: Watched = { offer, now: start, held: isAgreed, wrongs: [] };
        const moved: Offer[] = [];
        for (const each of command) {
          const next = step(watched, policy, each);
          if (isOver(watched.offer) && next.offer !== watched.offer) moved.push(next.offer);
          watched = next;
        }
        expect(moved).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("is agreed by three answers in any policy's order, and by nothing less", () => {
    for (const order of orders) {
      const policy = somePolicy([...order]);
      const states = [];
      let offer = freshOffer(policy);
      for (const each of order) {
        const answered = sayYes(offer, usualAsking(policy), { party: each, now: start, note: null });
        offer = "offer" in answered ? answered.offer : offer;
        states.push(offer.state === "agreed");
      }
      expect(states).toEqual([false, false, true]);
    }
  });

  it("lets a yes be taken back until all three have said theirs, and gives back what it held", () => {
    for (const order of orders) {
      const policy = somePolicy([...order]);
      const held: unknown[] = [];
      let offer = freshOffer(policy);
      for (const each of order) {
        const answered = sayYes(offer, usualAsking(policy), { party: each, now: start, note: null });
        offer = "offer" in answered ? answered.offer : offer;
        const ended = sayNo(offer, { party: each, now: start, note: null }, "other");
        held.push(ended.kind === "ended" ? ended.heldCapacity : ended.kind);
      }
      const accepted = order.indexOf("practitioner");
      expect(held).toEqual([accepted <= 0, accepted <= 1, "not-awaited"]);
    }
  });

  it("counts an answer in the last second of the deadline's day and none after it", () => {
    const policy = somePolicy();
    const offer = freshOffer(policy);
    const deadline = offer.expiresAt ?? "";
    const after = new Date(Date.parse(deadline) + 1).toISOString();
    const answer = (now: string) =>
      sayYes(offer, usualAsking(policy), { party: "practitioner", now, note: null }).kind;
    expect([answer(deadline), answer(after)]).toEqual(["asked-next", "expired"]);
  });

  it("asks the others afresh when countered terms are taken, and the one who proposed them no more", () => {
    const policy = somePolicy();
    const accepted = sayYes(freshOffer(policy), usualAsking(policy), {
      party: "practitioner",
      now: start,
      note: null,
    });
    const offer = "offer" in accepted ? accepted.offer : freshOffer(policy);
    const by = { party: "home-head", now: start } as const;
    const made = counter(offer, by, { terms: otherTerms, message: "Not before March" });
    const taken = made.kind === "countered" ? takeCounter(made.offer, usualAsking(policy), start) : made;
    expect(taken).toMatchObject({
      kind: "taken",
      next: "practitioner",
      offer: { state: "sent", terms: otherTerms, counter: null },
    });
    expect("offer" in taken ? taken.offer.consents.map(({ answer }) => answer) : []).toEqual([
      "awaited",
      "yes",
      "not-yet-asked",
    ]);
  });
});
