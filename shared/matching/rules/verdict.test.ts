import { describe, expect, it } from "vitest";
import { madeUpArea } from "../facts/madeUpArea.ts";
import { rosterOf } from "../facts/roster.ts";
import { match } from "../match.ts";
import { verdictOn } from "./verdict.ts";

describe("verdict", () => {
  const area = madeUpArea({ schools: 30, practitioners: 40, requests: 20, codes: 6, seed: 11 });

  it("gives every proposed pair the fit that the run gave it", () => {
    const outcome = match(area);
    const proposals = outcome.kind === "matched" ? outcome.result.proposals : [];
    const roster = rosterOf(area);
    expect(proposals.length).toBeGreaterThan(3);
    for (const { requestId, personId, fit, components } of proposals) {
      const request = roster.requests.find(({ id }) => id === requestId);
      const place = roster.placeOfPerson.get(personId);
      if (request === undefined || place === undefined) throw new Error("A proposal names rows of the run");
      const verdict = verdictOn(roster.pairsFor(request)(place));
      expect(verdict).toMatchObject({ kind: "may-be-proposed", fit, components });
    }
  });

  it("names each rule that refuses a pair, with its record", () => {
    const parked = { ...area, practitioners: area.practitioners.map((row) => ({ ...row, parked: true })) };
    const roster = rosterOf(parked);
    const [request] = roster.requests;
    if (request === undefined) throw new Error("an area has requests");
    const verdict = verdictOn(roster.pairsFor(request)(0));
    expect(verdict.kind === "refused" && verdict.rules.find(({ rule }) => rule === "parked")).toEqual({
      rule: "parked",
      why: "The practitioner is not taking offers at present.",
      evidence: [
        { record: "practitioner", of: roster.practitioners[0]?.id, what: "parked", from: null, to: null },
      ],
      overridable: false,
      setAside: null,
    });
  });
});
