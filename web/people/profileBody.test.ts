import { describe, expect, it } from "vitest";
import { numbered, somePerson } from "../../test/harness/rows.ts";
import { profileIn } from "./profileBody.ts";
import { itemKey } from "./once.ts";
import type { Person } from "./readPerson.ts";

const schoolId = numbered.school(2);
const tie = { schoolId, kind: "family" as const, since: "2024-09-01" };
const person: Person = {
  ...somePerson(1, numbered.school(1)),
  availability: [{ from: "2026-10-01", to: "2026-10-02" }],
  declaredInterests: [
    { ...tie, note: "A cousin\nteaches there" },
    { ...tie, until: "2026-12-31" },
  ],
};

const sent = (fields: Readonly<Record<string, string>>) => profileIn(new URLSearchParams(fields), person);
const profile = (fields: Readonly<Record<string, string>>) => {
  const { read } = sent(fields);
  if (!("kind" in read)) throw new Error(JSON.stringify(read));
  return read.body;
};

describe("the profile that a form asks for", () => {
  it("has what was added already no second time", () => {
    expect(profile({ do: "dates", from: "2026-10-01", to: "2026-10-02" }).availability).toEqual(
      person.availability,
    );
    const again = { do: "interest", ...tie, until: "2026-12-31", note: "" };
    expect(profile(again).declaredInterests).toEqual(person.declaredInterests);
    expect(profile({ ...again, until: "2027-12-31" }).declaredInterests).toHaveLength(3);
  });

  it("loses the one interest that is taken off, and none that differs from it in anything", () => {
    for (const [index, each] of person.declaredInterests.entries())
      expect(profile({ do: `drop-interest-${itemKey(each)}` }).declaredInterests).toEqual(
        person.declaredInterests.toSpliced(index, 1),
      );
  });

  it("is refused in the units and words of its form", () => {
    const { read, told } = sent({
      do: "offering",
      travelLimitMetres: "311",
      capacityDaysPerYear: "10",
      capacityDeployments: "1.5",
      phases: "primary",
      modes: "remote",
    });
    if ("kind" in read) throw new Error("It was taken");
    const faults = told(read).faults.map(({ field, detail }) => [field, detail]);
    expect(Object.fromEntries(faults)).toEqual({
      travelLimitMetres: "Give at most 310 miles",
      capacityDeployments: "Give a whole number",
    });
  });
});
