import { describe, expect, test } from "vitest";
import { RegisterImportId } from "../../shared/domain/ids.ts";
import { successionGraph } from "../../shared/registers/succession.ts";
import { readLinks } from "../../shared/registers/successionLinks.ts";
import { SchoolFacts } from "../../shared/store/rows/partnership.ts";
import { someSchool } from "../../test/harness/rows.ts";
import { changesBetween } from "./registerChanges.ts";
import {
  withDecision,
  withGroups,
  withInspections,
  withMemberships,
  withSuccessions,
} from "./registerUpdates.ts";

const second = RegisterImportId.parse("imp_secondimport");
const today = "2026-09-02";
const inForce = [1, 2, 3].map((index) => SchoolFacts.parse(someSchool(index)));

describe("files that tell more of schools", () => {
  const update = { importId: second, before: inForce, today };
  const [school] = inForce;
  if (!school) throw new Error("The register has schools");
  const rowOf = (rows: readonly SchoolFacts[]) => rows.find(({ schoolId }) => schoolId === school.schoolId);
  const trust = { kind: "multi-academy-trust" as const, name: "Oakfield Trust", to: null };

  test("give a school its trust, and end the membership that a later file no longer has", () => {
    const one = { urn: school.urn, ...trust, code: "7001", from: "2019-09-01" };
    const joined = withMemberships(update, [one]).rows;
    expect(rowOf(joined)).toMatchObject({ trustCode: "7001", trustName: "Oakfield Trust" });
    const two = { urn: school.urn, ...trust, code: "7002", from: "2026-09-01" };
    const moved = rowOf(withMemberships({ ...update, before: joined }, [two]).rows);
    expect(moved?.trustCode).toBe("7002");
    expect(moved?.memberships.filter(({ code }) => code.startsWith("700"))).toEqual([
      { kind: trust.kind, name: trust.name, code: "7001", from: "2019-09-01", to: today },
      { kind: trust.kind, name: trust.name, code: "7002", from: "2026-09-01", to: null },
    ]);
    expect(
      changesBetween(joined, withMemberships({ ...update, before: joined }, [two]), today).changedTrust,
    ).toEqual([{ schoolId: school.schoolId, urn: school.urn, from: "7001", to: "7002" }]);
  });

  test("end what a school has left without joining another, and nothing of kinds that they do not tell of", () => {
    const shelter = {
      urn: school.urn,
      kind: "umbrella-trust" as const,
      name: "Shelter",
      code: "77",
      to: null,
    };
    const sponsor = { ...shelter, kind: "sponsor" as const, name: "A university", code: "5" };
    const dated = (each: typeof shelter | typeof sponsor) => ({ ...each, from: "2019-09-01" });
    const one = { urn: school.urn, ...trust, code: "7001", from: "2019-09-01" };
    const before = withMemberships(update, [one, dated(shelter), dated(sponsor)]).rows;
    const [other] = inForce.filter(({ urn }) => urn !== school.urn);
    if (!other) throw new Error("The register has several schools");
    const elsewhere = { ...dated(shelter), urn: other.urn };
    const endsAfter = (file: Parameters<typeof withMemberships>[1]) =>
      rowOf(withMemberships({ ...update, before }, file).rows)?.memberships.map(({ code, to }) => [code, to]);
    expect(endsAfter([one, elsewhere])).toEqual([
      ["77", today],
      ["5", null],
      ["7001", null],
    ]);
    expect(endsAfter([elsewhere])?.every(([, to]) => to === null)).toBe(true);
  });

  test("end what a closed school has left by the day on which it closed, and never before it had joined", () => {
    const joined = (code: string, from: string) => ({ urn: school.urn, ...trust, code, from });
    const closed = { status: "closed" as const, closedOn: "2026-08-31" };
    const endsBy = (from: string, facts: Partial<SchoolFacts>) => {
      const before = withMemberships(update, [joined("7001", from)]).rows.map((row) => ({
        ...row,
        ...facts,
      }));
      const rows = withMemberships({ ...update, before }, [joined("7002", "2026-09-01")]).rows;
      return rowOf(rows)?.memberships.find(({ code }) => code === "7001")?.to;
    };
    expect(endsBy("2019-09-01", closed)).toBe("2026-08-31");
    expect(endsBy("2026-09-01", closed)).toBe(today);
    expect(endsBy("2019-09-01", { ...closed, closedOn: "2026-12-31" })).toBe(today);
    expect(endsBy("2019-09-01", { ...closed, closedOn: null })).toBe(today);
    expect(endsBy("2019-09-01", { status: "open", closedOn: "2026-08-31" })).toBe(today);
  });

  test("date a membership that was taken to end with an import by the day on which its group closed", () => {
    const one = { urn: school.urn, ...trust, code: "7001", from: "2019-09-01" };
    const two = { ...one, code: "7002", from: "2026-09-01" };
    const joined = withMemberships(update, [one]).rows;
    const left = withMemberships({ ...update, before: joined }, [two]).rows;
    const group = (closedOn: string | null) => ({
      kind: trust.kind,
      code: "7001",
      name: trust.name,
      closedOn,
    });
    const endsBy = (closedOn: string | null) =>
      rowOf(withGroups({ ...update, before: left }, [group(closedOn)]).rows)?.memberships.find(
        ({ code }) => code === "7001",
      )?.to;
    expect([null, "2026-07-31", "2026-12-31"].map(endsBy)).toEqual([today, "2026-07-31", today]);
  });

  test("give a group that they only number the kind that is known of it from another school", () => {
    const [other] = inForce.filter(({ urn }) => urn !== school.urn);
    if (!other) throw new Error("The register has several schools");
    const one = { urn: other.urn, ...trust, code: "7001", from: "2019-09-01" };
    const before = withMemberships(update, [one]).rows;
    const numbered = { ...one, urn: school.urn, kind: "unknown" as const, name: "" };
    const joined = rowOf(withMemberships({ ...update, before }, [numbered]).rows);
    expect(joined?.memberships).toContainEqual({ ...trust, code: "7001", from: "2019-09-01" });
  });

  test("name the groups that another only numbered, and drop those that bind no schools", () => {
    const numbered = (code: string) => ({
      urn: school.urn,
      kind: "unknown" as const,
      code,
      name: "",
      from: "2019-09-01",
      to: null,
    });
    const links = [numbered("7001"), numbered("7009")];
    const joined = withMemberships(update, links).rows;
    expect(rowOf(joined)?.trustCode).toBe(school.trustCode);
    const groups = [
      { kind: trust.kind, code: "7001", name: trust.name, closedOn: null },
      { kind: null, code: "7009", name: "Children's centre", closedOn: null },
    ];
    const named = withGroups({ ...update, before: joined }, groups).rows;
    expect(rowOf(named)).toMatchObject({ trustCode: "7001", trustName: trust.name });
    expect(rowOf(named)?.memberships.map(({ code }) => code)).not.toContain("7009");
    const again = rowOf(withMemberships({ ...update, before: named }, links.slice(0, 1)).rows);
    expect(again?.memberships.find(({ code }) => code === "7001")).toMatchObject({
      kind: trust.kind,
      to: null,
    });
    const closed = groups.map((group) => ({ ...group, closedOn: "2026-08-31" }));
    const ended = rowOf(withGroups({ ...update, before: named }, closed).rows);
    expect(ended?.memberships.find(({ code }) => code === "7001")?.to).toBe("2026-08-31");
  });

  test("tell of a concern as it comes and goes, and leave alone the schools they do not have", () => {
    const concern = {
      category: "special-measures" as const,
      since: "2026-01-15",
      publishedOn: null,
      framework: null,
    };
    const found = withInspections(update, [{ urn: school.urn, judgements: [], concern }]);
    expect(changesBetween(inForce, found, today).concerns).toMatchObject([{ from: null, to: concern }]);
    const silent = withInspections({ ...update, before: found.rows }, []);
    expect(rowOf(silent.rows)?.concern).toEqual(concern);
    const over = withInspections({ ...update, before: found.rows }, [
      { urn: school.urn, judgements: [], concern: null },
    ]);
    expect(changesBetween(found.rows, over, today).concerns).toMatchObject([{ from: concern, to: null }]);
  });

  test("leave an amalgamation without direction to a person, where the school closes, whichever row tells of it", () => {
    const links = "URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\n";
    for (const row of [`${school.urn},899999`, `899999,${school.urn}`]) {
      const read = readLinks(`${links}${row},New,Result of Amalgamation,\n`);
      if (read.kind !== "read") throw new Error("The links can be read");
      const reasonAt = (standing: Partial<SchoolFacts>) => {
        const before = [{ ...school, ...standing }];
        const told = withSuccessions({ ...update, before }, successionGraph(read.links));
        expect(told.rows[0]?.succession).toMatchObject({ outcome: "undirected", choices: ["899999"] });
        return changesBetween(before, told, today).toDecide.map(({ reason }) => reason);
      };
      expect(reasonAt({ status: "closed", closedOn: "2026-08-31" })).toEqual(["undirected"]);
      expect(reasonAt({ status: "open-proposed-to-close" })).toEqual(["undirected"]);
      expect(reasonAt({ status: "open" })).toEqual([]);
      expect(reasonAt({ status: "closed", closedOn: "2020-08-31" })).toEqual([]);
    }
  });

  test("name a succession that a person must decide, with its evidence, and keep a decision on the same", () => {
    const links = "URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\n";
    const read = readLinks(`${links}${school.urn},899999,New,Successor - merged,01-09-2026\n`);
    if (read.kind !== "read") throw new Error("The links can be read");
    const open = [{ ...school, status: "open" as const }];
    const told = withSuccessions({ ...update, before: open }, successionGraph(read.links));
    expect(changesBetween(open, told, today).toDecide).toMatchObject([{ urn: school.urn, reason: "merger" }]);
    expect(told.rows[0]?.succession?.evidence).toMatchObject([{ linkUrn: "899999", on: "2026-09-01" }]);
    const decision = { successorUrns: [], on: today, reason: "They stay apart" };
    const decided = withDecision({ ...update, before: told.rows }, school.schoolId, decision).rows;
    const again = withSuccessions({ ...update, before: decided }, successionGraph(read.links));
    expect(again.rows[0]?.succession?.decision).toEqual(decision);
    expect(changesBetween(decided, again, today).toDecide).toEqual([]);
  });
});
