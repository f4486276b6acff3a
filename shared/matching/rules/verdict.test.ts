import { describe, expect, it } from "vitest";
import { madeUpArea, personId, requestId } from "../facts/madeUpArea.ts";
import { match } from "../match.ts";
import { verdictOn } from "./verdict.ts";

describe("verdict", () => {
  const area = madeUpArea({ schools: 30, practitioners: 40, requests: 20, codes: 6, seed: 11 });

  it("gives every proposed pair the fit that the run gave it", () => {
    const outcome = match(area);
    const proposals = outcome.kind === "matched" ? outcome.result.proposals : [];
    expect(proposals.length).toBeGreaterThan(3);
    for (const { requestId: asked, personId: person, fit, components } of proposals)
      expect(verdictOn(area, asked, person)).toMatchObject({ kind: "may-be-proposed", fit, components });
  });

  it("names each rule that refuses a pair, with its record", () => {
    const parked = { ...area, practitioners: area.practitioners.map((row) => ({ ...row, parked: true })) };
    const verdict = verdictOn(parked, requestId(0), personId(0));
    expect(verdict.kind === "refused" && verdict.rules.find(({ rule }) => rule === "parked")).toEqual({
      rule: "parked",
      why: "The practitioner is not taking offers at present.",
      overridable: false,
    });
  });

  it("says when the person or the request is not there", () => {
    expect(verdictOn(area, requestId(999), personId(0))).toEqual({ kind: "not-found" });
    expect(verdictOn(area, requestId(0), personId(999))).toEqual({ kind: "not-found" });
  });
});
