import fc from "fast-check";
import { expect, it } from "vitest";
import type { Proposal } from "../../shared/domain/runs/run.ts";
import { numbered } from "../../test/harness/rows.ts";
import { answered } from "./answered.testdata.ts";
import { withReturns } from "./returns.ts";

it("two proposals warn of each other exactly where either school would support the other", () => {
  const [proposal] = answered(1).answer.proposals;
  if (!proposal) throw new Error("The area has proposals");
  const schools = fc.integer({ min: 1, max: 4 }).map(numbered.school);
  const pairs = fc.array(fc.tuple(schools, schools), { maxLength: 8 });
  fc.assert(
    fc.property(pairs, (between) => {
      const rows = between.map(([schoolId, homeSchoolId], at): Proposal => ({
        ...proposal,
        personId: numbered.person(at),
        warnings: ["As before"],
        schoolId,
        homeSchoolId,
      }));
      withReturns(rows).forEach(({ warnings, ...row }, at) => {
        const [asking, home] = between[at] ?? [];
        const others = rows.filter((each) => each.schoolId === home && each.homeSchoolId === asking);
        expect(row).toEqual({ ...rows[at], warnings: undefined });
        expect(warnings[0]).toBe("As before");
        expect(
          warnings.slice(1).map((each) => others.find(({ personId }) => each.includes(personId))),
        ).toEqual(others);
      });
    }),
  );
});
