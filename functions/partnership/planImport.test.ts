import { describe, expect, test } from "vitest";
import { PartnershipId, SchoolUrn } from "../../shared/domain/ids.ts";
import type { PlannedImport } from "../../shared/domain/schools/registerImport.ts";
import { findArea } from "../../shared/registers/areas.ts";
import { readEstablishments } from "../../shared/registers/gias.ts";
import { chunksOf, type FileChunks } from "../../shared/registers/namedColumns.ts";
import type { RegisterSource } from "../../shared/registers/source.ts";
import { syntheticRegister } from "../../shared/registers/syntheticRegister.ts";
import { isRefusal } from "../../shared/runtime/refusal.ts";
import { SchoolFacts, schoolFactsOf } from "../../shared/store/rows/partnership.ts";
import { numbered, someSchool } from "../../test/harness/rows.ts";
import { memoryWorld } from "../../test/store/memoryWorld.ts";
import { planImport, stagePlan } from "./planImport.ts";

const made = syntheticRegister({ area: "Sheffield", schools: 1, seed: 7 });
if (made.kind !== "made") throw new Error("Sheffield is a known area");
const one = readEstablishments(made.text);
const [pattern] = one.kind === "read" ? one.establishments : [];

/** Another country's register: a school a line, URN and name between bars, and nothing else in it. */
async function barred(file: FileChunks) {
  if (!pattern) throw new Error("The synthetic register has a school");
  const pieces: string[] = [];
  for await (const chunk of file) pieces.push(new TextDecoder().decode(chunk));
  const establishments = pieces
    .join("")
    .split("\n")
    .map((line) => line.split("|"))
    .map(([urn = "", name = ""]) => ({ ...pattern, urn: SchoolUrn.parse(urn), name }));
  const rows = establishments.length;
  const absent = ["trustCode", "trustName", "pupils"] as const;
  return {
    kind: "read" as const,
    establishments,
    rows,
    absent,
    missingColumns: [],
    outsideEngland: 0,
    warnings: [],
  };
}

const nothing = async () => ({ kind: "read" as const, items: [], rows: 0, warnings: [] });
const another: RegisterSource = {
  name: "Another register",
  establishments: barred,
  memberships: nothing,
  groups: nothing,
  inspections: nothing,
  successions: async () => ({
    kind: "refused",
    problems: [{ row: 1, column: null, message: "There is none" }],
  }),
};

const partnershipId = PartnershipId.parse("par_00000009");
const fileOf = (text: string) => ({
  kind: "establishments" as const,
  digest: text,
  area: findArea("Sheffield") ?? null,
  open: () => chunksOf(new TextEncoder().encode(text)),
});

function setUp() {
  const world = memoryWorld();
  const store = world.storeFor(partnershipId);
  const planning = { store, now: world.now(), inForce: undefined };
  const plan = async (text: string): Promise<PlannedImport> => {
    const planned = await planImport(planning, another, fileOf(text));
    if (isRefusal(planned)) throw new Error(planned.detail);
    return planned;
  };
  return { store, planning, plan };
}

describe("planning an import", () => {
  test("takes any register that speaks the domain's words", async () => {
    const { store, plan } = setUp();
    const planned = await plan("100001|One\n100002|Two");
    expect(planned.import).toMatchObject({ rowsRead: 2, schoolsRead: 2, added: 2 });
    const staged = await store.all(schoolFactsOf(planned.importId));
    expect(
      staged.map(({ urn, name }) => [urn, name]).toSorted(([a = ""], [b = ""]) => (a < b ? -1 : 1)),
    ).toEqual([
      ["100001", "One"],
      ["100002", "Two"],
    ]);
  });

  test("gives the same plan for the same file all day, and refuses what the register itself refuses", async () => {
    const { planning, plan } = setUp();
    expect(await plan("100001|One")).toEqual(await plan("100001|One"));
    const links = { ...fileOf(""), kind: "successions" as const };
    expect(await planImport(planning, another, links)).toMatchObject({ problem: "wrong-state" });
  });

  test("refuses to make more schools members than a partnership may have", async () => {
    const lines = Array.from({ length: 5001 }, (_, at) => `${100_000 + at}|School ${at}`);
    const { planning } = setUp();
    expect(await planImport(planning, another, fileOf(lines.join("\n")))).toMatchObject({
      problem: "register-refused",
    });
  });

  test("keeps a plan that changes everything in one row of the table, with the counts of all", async () => {
    const { store, planning } = setUp();
    const count = 5000;
    const before = Array.from({ length: count }, (_, at) => SchoolFacts.parse(someSchool(at + 1)));
    // Every fact differs, and every list has every school.
    const rows = before.map((school, at) => ({
      ...everyFactChanged(school),
      urn: SchoolUrn.parse(String(900_000 + at)),
    }));
    const planned = await stagePlan(store, {
      plan: { rows, absent: [] },
      before,
      record: {
        importId: numbered.registerImport(2),
        kind: "establishments",
        digest: "",
        area: null,
        rowsRead: count,
        schoolsRead: count,
        replacedImportId: null,
        importedAt: planning.now,
      },
      warnings: [],
    });
    if (isRefusal(planned)) throw new Error(planned.detail);
    const { changed, changedTrust, concerns, succeeded } = planned.counts;
    expect([changed, changedTrust, concerns, succeeded]).toEqual([count, count, count, count]);
    expect(planned.changed.length).toBeLessThan(count);
    expect(JSON.stringify(planned).length).toBeLessThan(400_000);
  });
});

const everyFactChanged = (school: SchoolFacts): SchoolFacts => ({
  ...school,
  name: `${school.name} again`,
  ukprn: "10000001",
  laCode: "999",
  laName: "Elsewhere",
  phases: ["secondary"],
  isSpecial: true,
  isAlternativeProvision: true,
  aliases: [{ urn: school.urn, from: null, to: null }],
  eastingMetres: 1,
  northingMetres: 1,
  town: "Village",
  postcode: "AB2 3CD",
  dioceseCode: "CE01",
  percentageFsm: 1,
  openedOn: "2026-09-01",
  trustCode: "7777",
  trustName: "Another trust",
  federationCode: "8888",
  pupils: 9999,
  concern: { category: "special-measures", since: "2026-08-01", publishedOn: null, framework: null },
  succession: {
    outcome: "undated",
    steps: [],
    choices: [],
    evidence: [],
    decision: null,
  },
});
