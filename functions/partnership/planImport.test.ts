import { describe, expect, test } from "vitest";
import { PartnershipId, SchoolUrn } from "../../shared/domain/ids.ts";
import type { PlannedImport } from "../../shared/domain/registerImport.ts";
import { findArea } from "../../shared/registers/areas.ts";
import { readEstablishments } from "../../shared/registers/gias.ts";
import { chunksOf, type FileChunks } from "../../shared/registers/namedColumns.ts";
import type { RegisterSource } from "../../shared/registers/source.ts";
import { syntheticRegister } from "../../shared/registers/syntheticRegister.ts";
import { isRefusal } from "../../shared/runtime/refusal.ts";
import { schoolFactsOf } from "../../shared/store/rows/partnership.ts";
import { memoryWorld } from "../../test/store/memoryWorld.ts";
import { planImport } from "./planImport.ts";

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
});
