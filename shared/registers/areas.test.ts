import { describe, expect, test } from "vitest";
import { areas, findArea, schoolsOfArea } from "./areas.ts";

describe("the partnerships' areas", () => {
  test("are ten, the North East with its twelve authorities, no authority in two areas", () => {
    const codes = areas.flatMap(({ authorities }) => authorities.map(({ code }) => code));
    expect(areas).toHaveLength(10);
    expect(findArea("north-east")?.authorities).toHaveLength(12);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test("answer an unknown name with the known ones", () => {
    const answer = schoolsOfArea([], "Rutland");
    expect(answer.kind === "unknown-area" && answer.known).toContain("Sheffield");
  });
});
