import { describe, expect, it } from "vitest";
import { someSchool } from "../../test/harness/rows.ts";
import { factsOfSchool } from "./factsOfSchool.ts";

describe("a school's facts", () => {
  const dated = {
    kind: "multi-academy-trust",
    name: "Northern Lights",
    from: "2020-09-01",
    to: null,
  } as const;

  it("hold every membership, and the trust and federation in force of which only a code is known", () => {
    const ended = { ...dated, code: "7", to: "2024-08-31" };
    const unknown = { ...dated, kind: "unknown" as const, name: "", code: "55" };
    const school = {
      ...someSchool(1),
      trustCode: "7",
      trustName: "Northern Lights",
      federationCode: "55",
      memberships: [ended, unknown],
    };
    expect(factsOfSchool(school).memberships).toEqual([
      ended,
      { ...unknown, kind: "federation" },
      { kind: "trust", code: "7", name: "Northern Lights", from: null, to: null },
    ]);
    const again = factsOfSchool({ ...school, memberships: [{ ...dated, code: "7" }], federationCode: null });
    expect(again.memberships).toEqual([{ ...dated, code: "7" }]);
  });

  it("name the inspection behind a concern, or else that it is the broker's word", () => {
    const concern = {
      category: "special-measures" as const,
      since: "2025-11-04",
      publishedOn: "2025-12-19",
      framework: "report-card" as const,
    };
    const inConcern = { ...someSchool(1), inCategoryOfConcern: true };
    expect(factsOfSchool({ ...inConcern, concern }).concern).toEqual({ by: "inspection", ...concern });
    expect(factsOfSchool(inConcern).concern).toEqual({ by: "broker" });
    expect(factsOfSchool(someSchool(1)).concern).toBeNull();
  });
});
