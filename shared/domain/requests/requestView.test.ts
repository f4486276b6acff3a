import { describe, expect, it } from "vitest";
import { numbered, someRequest } from "../../../test/harness/rows.ts";
import { SupportRequest } from "./request.ts";
import { requestFor } from "./requestView.ts";

const personId = numbered.person(1);
const reason = "For the broker's eyes";
const steered = { personId, reason };
const request = SupportRequest.parse({
  ...someRequest(1, numbered.school(1), "2026-01-12"),
  pins: [steered],
  exclusions: [steered],
  overrides: [{ ...steered, rule: "phase", causes: ["concern special-measures 2025-11-04"] }],
  declinedBy: [personId],
  decisions: [{ at: "2026-01-12T09:00:00.000Z", by: "broker-1", action: "person-pinned", reason }],
  triage: {
    triagedAt: "2026-01-12T09:00:00.000Z",
    suggestions: [{ code: "CT-03", score: 1, words: ["phonics"] }],
    duplicates: [numbered.request(2)],
    warnings: ["personal-data"],
    correctedBy: null,
  },
});

describe("a request as it is seen", () => {
  it.each([["broker"], ["school", "broker"]])("is whole for %s %s", (...roles) => {
    expect(requestFor({ roles }, request)).toBe(request);
  });

  it("shows a director all but why a rule refused that was set aside, that one of concern was, and a broker's words", () => {
    const { overrides, decisions } = request;
    const seen = requestFor({ roles: ["director"] }, request);
    const wordless = { personId, reason: "" };
    expect(seen).toEqual({
      ...request,
      pins: [wordless],
      exclusions: [wordless],
      overrides: [{ ...wordless, rule: "phase" }],
      decisions: decisions.map((each) => ({ ...each, reason: "" })),
    });
    expect(JSON.stringify(seen)).not.toContain(reason);
    const concern = { ...steered, rule: "home-school-in-concern" };
    const withConcern = { ...request, overrides: [...overrides, { ...concern, causes: [] }] };
    expect(requestFor({ roles: ["director"] }, withConcern).overrides).toEqual(seen.overrides);
    expect(overrides[0]?.causes).toEqual(["concern special-measures 2025-11-04"]);
  });

  it.each(["school", "practitioner"])(
    "shows a %s what was asked, and nothing of how it is brokered",
    (role) => {
      const seen = requestFor({ roles: [role] }, request);
      expect(SupportRequest.parse(seen)).toEqual(seen);
      const text = JSON.stringify(seen);
      for (const hidden of [reason, personId, numbered.request(2), "personal-data"])
        expect(text).not.toContain(hidden);
      expect(seen).toMatchObject({
        description: request.description,
        objectives: request.objectives,
        triage: { suggestions: [{ code: "CT-03" }] },
      });
    },
  );

  it("parses from a row that was written before decisions were kept", () => {
    const { decisions, importDigest, ...older } = request;
    expect([decisions.length, importDigest]).toEqual([1, null]);
    expect(SupportRequest.parse(older)).toEqual({ ...request, decisions: [] });
  });
});
