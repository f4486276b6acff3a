import { describe, expect, it } from "vitest";
import { accepted, person, request, sent, today } from "../../test/harness/runRows.ts";
import { factsOfRequest, placesToMatch } from "./factsOfRequest.ts";

describe("a request's facts", () => {
  it("want the places that nobody has accepted and no open offer may yet take", () => {
    const wide = { ...request, people: 4, slotsOpen: 3 };
    expect([
      placesToMatch(wide, []),
      placesToMatch(wide, [sent, accepted]),
      placesToMatch(wide, [sent, sent, sent, sent]),
    ]).toEqual([3, 2, 0]);
  });

  it("begin no earlier than today, since days that are over cannot be spent", () => {
    const begun = { ...request, window: { from: "2025-11-03", to: "2026-02-27" } };
    const facts = factsOfRequest(begun, { offers: [], deployments: [], lastProposed: [] }, today);
    expect(facts.window).toEqual({ from: today, to: "2026-02-27" });
  });

  it("ask for the days that are left once work was handed over", () => {
    const holders = { offers: [], deployments: [], lastProposed: [] };
    expect(factsOfRequest({ ...request, daysSought: 1.5 }, holders, today).halfDays).toBe(3);
  });

  it("hold those with a live offer, and do not pin them again", () => {
    const pinned = { ...request, pins: [{ personId: person.personId, reason: "Knows the school" }] };
    const facts = factsOfRequest(pinned, { offers: [sent], deployments: [], lastProposed: [] }, today);
    expect([facts.alreadyHeld, facts.pinned]).toEqual([[person.personId], []]);
  });
});
