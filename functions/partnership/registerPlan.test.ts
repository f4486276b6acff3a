import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RegisterImportId, SchoolId } from "../../shared/domain/ids.ts";
import { readEstablishments } from "../../shared/registers/gias.ts";
import { syntheticRegister } from "../../shared/registers/syntheticRegister.ts";
import { planRegister, type RegisterPlan } from "./registerPlan.ts";

const first = RegisterImportId.parse("imp_firstimport");
const second = RegisterImportId.parse("imp_secondimport");
const newSchoolId = (urn: string) => SchoolId.parse(`sch_urn${urn}`);

const made = syntheticRegister({ area: "Sheffield", schools: 40, seed: 7 });
if (made.kind !== "made") throw new Error("Sheffield is a known area");
const reading = readEstablishments(made.text);
if (reading.kind !== "read") throw new Error("A synthetic register can be read");
const { establishments } = reading;

const planOf = (options: Partial<Parameters<typeof planRegister>[0]>): RegisterPlan =>
  planRegister({ importId: first, before: [], establishments, absentColumns: [], newSchoolId, ...options });
const inForce = planOf({}).rows;
const again = (options: Partial<Parameters<typeof planRegister>[0]>): RegisterPlan =>
  planOf({ importId: second, before: inForce, ...options });

describe("the first register", () => {
  test("adds every school of the file, and opens those that teach", () => {
    const plan = planOf({});
    expect(plan.added).toBe(establishments.length);
    expect(plan.opened).toEqual(
      establishments.filter(({ status }) => status.startsWith("open")).map(({ urn }) => urn),
    );
    expect(plan.closed).toEqual([]);
    expect(plan.rows.map((row) => row.urn)).toEqual(establishments.map(({ urn }) => urn));
  });
});

describe("a further register", () => {
  test("that says the same changes nothing but the import its rows belong to", () => {
    const plan = again({});
    expect(plan.rows).toEqual(inForce.map((row) => ({ ...row, importedBy: second })));
    const { added, unchanged, opened, closed, changed, absent } = plan;
    expect({ added, opened, closed, changed, absent }).toEqual({
      added: 0,
      opened: [],
      closed: [],
      changed: [],
      absent: [],
    });
    expect(unchanged).toBe(establishments.length);
  });

  test("never loses a school, closes none that it lacks, and keeps every id", () => {
    const some = fc.subarray([...establishments]);
    fc.assert(
      fc.property(some, (present) => {
        const plan = again({ establishments: present });
        const ids = (rows: RegisterPlan["rows"]) =>
          rows.map((row) => `${row.urn} ${row.schoolId}`).toSorted();
        expect(ids(plan.rows)).toEqual(ids(inForce));
        expect(plan.closed).toEqual([]);
        expect(plan.absent).toHaveLength(establishments.length - present.length);
        expect(plan.added + plan.changed.length + plan.unchanged).toBe(present.length);
        for (const row of plan.rows)
          expect(row.status).toBe(inForce.find((each) => each.urn === row.urn)?.status);
      }),
    );
  });

  test("that gives a known URN keeps the id its school has, whatever a new one would get", () => {
    const held = SchoolId.parse("sch_heldalready");
    const before = inForce.map((row, index) => (index === 0 ? { ...row, schoolId: held } : row));
    expect(again({ before }).rows[0]?.schoolId).toBe(held);
  });

  test("names what changed, what closed and what opened again", () => {
    const [one, two] = establishments.filter(({ status }) => status === "open");
    if (!one || !two) throw new Error("The register has open schools");
    const closed = { ...one, status: "closed" as const, closedOn: "2026-08-31" };
    const renamed = { ...two, name: "Oakfield Academy", trustCode: "17000" };
    const others = establishments.filter((each) => each !== one && each !== two);
    const plan = again({ establishments: [closed, renamed, ...others] });
    expect(plan.closed).toEqual([one.urn]);
    expect(plan.changed).toContainEqual({ urn: one.urn, fields: ["status", "closedOn"] });
    expect(plan.changed).toContainEqual({ urn: two.urn, fields: ["name", "trustCode"] });
    const back = planOf({ importId: second, before: plan.rows });
    expect(back.opened).toEqual([one.urn]);
  });

  test("without a column keeps what was known from it, and reads the column where it stands", () => {
    const known = inForce.map((row) => ({ ...row, trustCode: "17000", eastingMetres: 400_000 }));
    const lacking = establishments.map((each) => ({ ...each, trustCode: null, eastingMetres: null }));
    const plan = again({ before: known, establishments: lacking, absentColumns: ["trustCode"] });
    for (const row of plan.rows) {
      expect(row.trustCode).toBe("17000");
      expect(row.eastingMetres).toBeNull();
    }
  });

  test("whose cells are longer than any register's is read without them", () => {
    const long = "x".repeat(300);
    const damaged = establishments.map((each) => ({ ...each, town: long, trustName: long, ukprn: long }));
    for (const row of planOf({ establishments: damaged }).rows)
      expect([row.town, row.trustName, row.ukprn]).toEqual(["", null, null]);
  });
});
