import { expect, test } from "vitest";
import { inPlainWords, readable } from "./readable.ts";

const schoolName = (id: string): string | undefined => (id === "sch_00000001" ? "Oak Primary" : undefined);

test("a field's name is told in words, and a sentence stays as it is", () => {
  expect(inPlainWords("homeSchoolId")).toBe("Home school id");
  expect(inPlainWords("email")).toBe("Email");
  expect(inPlainWords("CT-03")).toBe("CT-03");
  expect(inPlainWords("Home school")).toBe("Home school");
});

test("a row is told whole, with the names of schools, and without what the store alone needs", () => {
  const row = {
    homeSchoolId: "sch_00000001",
    parked: null,
    supportTypes: undefined,
    claims: [{ code: "CT-03", lastPractisedYear: 2025 }],
    revision: 4,
  };
  expect(readable(row, schoolName)).toEqual({
    "Home school": "Oak Primary",
    "Home school id": "sch_00000001",
    Parked: null,
    Claims: [{ Code: "CT-03", "Last practised year": 2025 }],
  });
});
