import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SchoolId } from "../ids.ts";
import { claimsAnew, type ExpertiseClaim, withWord } from "./person.ts";
import { claimLevels, phases } from "../vocabulary.ts";

const homeSchoolId = SchoolId.parse("sch_homeschool1");
const endorsement = { bySchoolId: homeSchoolId, endorsedOn: "2026-01-05", note: "Seen in lessons" };

const claim: ExpertiseClaim = {
  code: "CT-03",
  level: "can-coach",
  phases: ["primary", "early-years"],
  lastPractisedYear: 2025,
  evidence: "Led it for three years",
  endorsement,
};
const { endorsement: _endorsed, ...written } = claim;

describe("claims written anew", () => {
  test("an unchanged claim keeps that it is to be endorsed anew, a changed one forgets it", () => {
    const ended = {
      ...claim,
      endorsement: null,
      endorsementEnded: { bySchoolId: homeSchoolId, on: "2026-09-01" },
    };
    const [same, changed] = claimsAnew([ended], [written, { ...written, evidence: "Other" }]);
    expect([same, changed?.endorsementEnded]).toEqual([ended, undefined]);
  });

  test("an unchanged claim keeps that its endorsement was declined, a changed one is looked at anew", () => {
    const declined = withWord(claim, {
      endorsement: null,
      endorsementDeclined: { bySchoolId: homeSchoolId, on: "2026-09-01", reason: "Not seen yet" },
    });
    const [same, changed] = claimsAnew([declined], [written, { ...written, level: "can-share" }]);
    expect([same, changed?.endorsementDeclined]).toEqual([declined, undefined]);
    expect(withWord(declined, { endorsement })).toEqual(claim);
  });

  test("an unchanged claim keeps its endorsement, wherever it stands and however its phases are ordered", () => {
    const other = { ...written, code: "CT-04" };
    const [first, second] = claimsAnew([claim], [other, { ...written, phases: ["early-years", "primary"] }]);
    expect(first?.endorsement).toBeNull();
    expect(second?.endorsement).toEqual(endorsement);
  });

  test("a claim of which anything was changed loses its endorsement", () => {
    const change = fc.oneof(
      fc.constantFrom(...claimLevels).map((level) => ({ level })),
      fc.integer({ min: 1990, max: 2026 }).map((lastPractisedYear) => ({ lastPractisedYear })),
      fc.string().map((evidence) => ({ evidence })),
      fc.uniqueArray(fc.constantFrom(...phases), { minLength: 1 }).map((some) => ({ phases: some })),
    );
    fc.assert(
      fc.property(change, (changed) => {
        const draft = { ...written, ...changed };
        const isSame =
          JSON.stringify({ ...draft, phases: draft.phases.toSorted() }) ===
          JSON.stringify({ ...written, phases: written.phases.toSorted() });
        expect(claimsAnew([claim], [draft])[0]?.endorsement).toEqual(isSame ? endorsement : null);
      }),
    );
  });
});
