import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RegisterImportId, SchoolId, SchoolUrn } from "../../shared/domain/ids.ts";
import type { SchoolSuccession } from "../../shared/domain/schools/registerFacts.ts";
import { readEstablishments } from "../../shared/registers/gias.ts";
import { successionGraph } from "../../shared/registers/succession.ts";
import { readLinks } from "../../shared/registers/successionLinks.ts";
import { syntheticRegister } from "../../shared/registers/syntheticRegister.ts";
import type { SchoolFacts } from "../../shared/store/rows/partnership.ts";
import { changesBetween, type CountedChanges } from "./registerChanges.ts";
import { type PlannedRows, planRegister } from "./registerPlan.ts";
import { withSuccessions } from "./registerUpdates.ts";

const first = RegisterImportId.parse("imp_firstimport");
const second = RegisterImportId.parse("imp_secondimport");
const newSchoolId = (urn: string) => SchoolId.parse(`sch_urn${urn}`);

const made = syntheticRegister({ area: "Sheffield", schools: 40, seed: 7 });
if (made.kind !== "made") throw new Error("Sheffield is a known area");
const reading = readEstablishments(made.text);
if (reading.kind !== "read") throw new Error("A synthetic register can be read");
const { establishments } = reading;

const today = "2026-09-02";
type RegisterPlan = PlannedRows & CountedChanges;

function planOf(options: Partial<Parameters<typeof planRegister>[0]>): RegisterPlan {
  const nothing = { importId: first, before: [], establishments, absentFacts: [], newSchoolId, today };
  const whole = { ...nothing, ...options };
  const plan = planRegister(whole);
  return { ...plan, ...changesBetween(whole.before, plan, today) };
}
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
        const isMissing = ({ urn }: { urn: string }) => !present.some((each) => each.urn === urn);
        for (const row of plan.rows) expect(row.missingSince).toBe(isMissing(row) ? today : null);
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
    expect(plan.changed).toContainEqual({ urn: two.urn, fields: ["name", "trustCode", "memberships"] });
    const back = planOf({ importId: second, before: plan.rows });
    expect(back.opened).toEqual([one.urn]);
  });

  test("dates the federation that a school has left by when it closed, or when the one that it goes on as opened", () => {
    const [one] = establishments.filter(({ status }) => status === "open");
    if (!one) throw new Error("The register has open schools");
    const federation = { kind: "federation", code: "55", name: "", from: "2015-09-01", to: null } as const;
    const others = establishments.filter((each) => each !== one);
    const successor = SchoolUrn.parse("899001");
    const leftBy = (now: Partial<typeof one>, succession: SchoolSuccession | null = null) => {
      const before = inForce.map((row) =>
        row.urn === one.urn ? { ...row, federationCode: "55", memberships: [federation], succession } : row,
      );
      const schools = [{ ...one, federationCode: null, ...now }, ...others];
      const row = again({ before, establishments: schools }).rows.find(({ memberships }) =>
        memberships.some(({ code }) => code === "55"),
      );
      return row?.memberships.find(({ code }) => code === "55")?.to;
    };
    const steps = [{ urn: successor, on: "2026-09-01" }];
    const single: SchoolSuccession = { outcome: "single", steps, choices: [], evidence: [], decision: null };
    expect(leftBy({ status: "closed", closedOn: "2026-08-31" })).toBe("2026-08-31");
    expect(leftBy({ urn: successor, openedOn: "2026-09-01" }, single)).toBe("2026-09-01");
    expect(leftBy({})).toBe(today);
  });

  test("without a column keeps what was known from it, and reads the column where it stands", () => {
    const known = inForce.map((row) => ({ ...row, trustCode: "17000", eastingMetres: 400_000 }));
    const lacking = establishments.map((each) => ({ ...each, trustCode: null, eastingMetres: null }));
    const plan = again({ before: known, establishments: lacking, absentFacts: ["trustCode"] });
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

describe("a register in which a school has a successor", () => {
  const [old, next, other] = establishments.filter(({ status }) => status === "open");
  if (!old || !next || !other) throw new Error("The register has open schools");
  const others = establishments.filter((each) => each !== next);
  const held = planOf({ establishments: others }).rows;
  const single = (urn: SchoolFacts["urn"], on: string | null): SchoolSuccession => ({
    outcome: "single",
    steps: [{ urn, on }],
    choices: [],
    evidence: [],
    decision: null,
  });
  const known = (succession: SchoolSuccession | null, urns: readonly string[] = [old.urn]) =>
    held.map((row) => (urns.includes(row.urn) ? { ...row, succession } : row));
  const closed = { ...old, status: "closed" as const, closedOn: "2026-08-31" };
  const file = [closed, next, ...others.filter((each) => each !== old)];
  const follow = (before: readonly SchoolFacts[], establishmentsNow = file) =>
    planOf({ importId: second, before, establishments: establishmentsNow });
  const idOf = (rows: readonly SchoolFacts[], urn: string) => rows.find((row) => row.urn === urn)?.schoolId;
  const heldId = idOf(held, old.urn);

  test("goes on under the successor's URN with its own id, its URNs dated, and is neither closed nor new", () => {
    const plan = follow(known(single(next.urn, "2026-09-01")));
    expect(idOf(plan.rows, next.urn)).toBe(heldId);
    expect(idOf(plan.rows, old.urn)).toBeUndefined();
    expect(plan.succeeded).toEqual([{ schoolId: heldId, from: old.urn, to: next.urn, on: "2026-09-01" }]);
    expect([plan.added, plan.closed, plan.absent]).toEqual([0, [], []]);
    const row = plan.rows.find(({ urn }) => urn === next.urn);
    expect(row?.aliases).toEqual([
      { urn: old.urn, from: old.openedOn, to: "2026-09-01" },
      { urn: next.urn, from: "2026-09-01", to: null },
    ]);
    const again = planOf({ importId: first, before: plan.rows, establishments: file });
    expect([again.added, again.changed, again.succeeded, again.absent]).toEqual([0, [], [], []]);
  });

  test("waits for the day of the succession, and for the file to have the successor", () => {
    const later = follow(known(single(next.urn, "2026-09-03")));
    expect([idOf(later.rows, old.urn), later.succeeded]).toEqual([heldId, []]);
    const without = follow(known(single(next.urn, null)), [closed, ...file.slice(2)]);
    expect([idOf(without.rows, old.urn), without.succeeded]).toEqual([heldId, []]);
  });

  test("keeps both ids where the successor is a member already, or where two schools are continued by it", () => {
    const both = planOf({}).rows.map((row) =>
      row.urn === old.urn ? { ...row, succession: single(next.urn, null) } : row,
    );
    expect(follow(both).succeeded).toEqual([]);
    const merged = follow(known(single(next.urn, null), [old.urn, other.urn]));
    expect([merged.succeeded, merged.added]).toEqual([[], 1]);
    expect(idOf(merged.rows, next.urn)).not.toBe(heldId);
  });

  test("is left to a person where the register is not plain, until a decision names one", () => {
    const open = { ...single(old.urn, null), outcome: "undated" as const, choices: [next.urn] };
    expect(follow(known(open)).succeeded).toEqual([]);
    const decision = { successorUrns: [next.urn], on: today, reason: "The head says so" };
    const decided = follow(known({ ...open, decision }));
    expect(decided.succeeded).toMatchObject([{ schoolId: heldId, from: old.urn, to: next.urn }]);
    const none = { ...decision, successorUrns: [] };
    expect(follow(known({ ...open, decision: none })).succeeded).toEqual([]);
  });
});

describe("any succession", () => {
  const urns = establishments.slice(0, 8).map(({ urn }) => urn);
  const anyLinks = fc.array(
    fc.record({
      from: fc.constantFrom(...urns),
      to: fc.constantFrom(...urns),
      type: fc.constantFrom("Successor", "Successor - merged", "Successor - Split School", "Predecessor"),
      date: fc.constantFrom("", "01-09-2020", "01-09-2030"),
    }),
    { maxLength: 16 },
  );
  const header = "URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\n";

  test("loses no id, gives none twice and no URN to two schools, whatever the links and the file", () => {
    fc.assert(
      fc.property(anyLinks, fc.subarray(urns), fc.subarray(urns), (links, had, has) => {
        const text = links.map(({ from, to, type, date }) => `${from},${to},,${type},${date}\n`).join("");
        const read = readLinks(header + text);
        if (read.kind !== "read") throw new Error(JSON.stringify(read.problems));
        const listed = (wanted: readonly string[]) =>
          establishments.filter(({ urn }) => !urns.includes(urn) || wanted.includes(urn));
        const before = planOf({ establishments: listed(had) }).rows;
        const told = withSuccessions({ importId: second, before, today }, successionGraph(read.links)).rows;
        const plan = planOf({ importId: first, before: told, establishments: listed(has) });
        const ids = plan.rows.map(({ schoolId }) => schoolId);
        expect(new Set(ids).size).toBe(ids.length);
        expect(before.filter(({ schoolId }) => !ids.includes(schoolId))).toEqual([]);
        expect(new Set(plan.rows.map(({ urn }) => urn)).size).toBe(plan.rows.length);
        const known = new Set(
          plan.rows.flatMap(({ urn, aliases }) => [urn, ...aliases.map((each) => each.urn)]),
        );
        for (const urn of [...had, ...has]) expect(known).toContain(urn);
      }),
    );
  });
});
