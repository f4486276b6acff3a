import { describe, expect, test } from "vitest";
import { firstBrokenLink } from "../../shared/domain/audit.ts";
import { RegisterImport } from "../../shared/domain/schools/registerImport.ts";
import { pageOf, SchoolView } from "../../shared/contract/routes/views.ts";
import { sha256 } from "../../shared/runtime/identity.ts";
import { newPartnership } from "../harness/service.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import {
  partnershipBody,
  previewIn,
  previewRegister,
  problemIn,
  registerText,
  schoolsSeen,
  sendRegister,
  newlySetUp,
  trailOfPartnership,
} from "./withSchools.ts";

const service = await serviceForTests();
const { get } = service;

const fresh = () => newlySetUp(service);
describe("importing a register", () => {
  const csv = registerText({ schools: 60, seed: 1 });
  const lines = csv.trimEnd().split("\r\n");
  const without = (count: number): string => `${lines.slice(0, lines.length - count).join("\r\n")}\r\n`;

  test("a preview says what would change and writes nothing", async () => {
    const { broker } = await fresh();
    const answer = await previewRegister(service, broker, { csv });
    expect(answer.status).toBe(201);
    const preview = previewIn(answer);
    expect([preview.applied, preview.import.added, preview.import.rowsRead]).toEqual([false, 60, 60]);
    expect(preview.newcomers.map(({ urn }) => urn)).toEqual(preview.opened);
    expect(await schoolsSeen(service, broker)).toEqual([]);
    expect(await trailOfPartnership(service, broker)).toHaveLength(1);
  });

  test("applies whole, tells the broker, and the same file again is answered alike and changes nothing", async () => {
    const { broker, director } = await fresh();
    const first = await sendRegister(service, broker, { csv });
    expect(first.status).toBe(200);
    expect(previewIn(first)).toMatchObject({ applied: true, import: { added: 60, changed: 0, absent: 0 } });
    const schools = await schoolsSeen(service, broker);
    expect(schools).toHaveLength(60);
    const again = await sendRegister(service, broker, { csv });
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(await schoolsSeen(service, broker)).toEqual(schools);
    const imports = pageOf(RegisterImport).parse((await get(director, "/register-imports")).body).items;
    expect(imports).toEqual([previewIn(first).import]);
    const trail = await trailOfPartnership(service, director);
    expect(trail.map(({ action }) => action)).toEqual(["partnership-set", "register-imported"]);
    expect(firstBrokenLink(trail, sha256)).toBeUndefined();
    await service.settle();
    const told = (await service.letters()).filter(({ to }) => to.includes(partnershipBody.brokerEmail));
    expect(told.length).toBeGreaterThanOrEqual(1);
  });

  test("a further register keeps ids, carries absent schools over and reports what changed", async () => {
    const { broker } = await fresh();
    await sendRegister(service, broker, { csv });
    const before = new Map((await schoolsSeen(service, broker)).map((school) => [school.urn, school]));
    const gone = lines.at(-1)?.split(",")[0] ?? "";
    const answer = await sendRegister(service, broker, { csv: without(1) });
    const { import: made, absent } = previewIn(answer);
    expect([answer.status, made.unchanged, made.absent, absent]).toEqual([200, 59, 1, [gone]]);
    const after = await schoolsSeen(service, broker);
    const isMissing = ({ urn }: { urn: string }) => urn === gone;
    expect(after.filter(({ missingSince }) => missingSince !== null)).toEqual(after.filter(isMissing));
    const asBefore = after.map((school) => [school.urn, { ...school, missingSince: null }] as const);
    expect(new Map(asBefore)).toEqual(before);
    const imports = pageOf(RegisterImport).parse((await get(broker, "/register-imports")).body).items;
    expect(imports.map((each) => each.importId)).toEqual([made.importId, made.replacedImportId]);
  });

  test("a school that the file says closed is closed", async () => {
    const { broker } = await fresh();
    await sendRegister(service, broker, { csv });
    const [open] = await schoolsSeen(service, broker, "status=open&limit=1");
    const closed = lines
      .map((line) => (line.startsWith(`${open?.urn},`) ? line.replace(/,1,Open,/, ",2,Closed,") : line))
      .join("\r\n");
    const preview = previewIn(await sendRegister(service, broker, { csv: closed }));
    expect([preview.closed, preview.import.changed]).toEqual([[open?.urn], 1]);
    expect(SchoolView.parse((await get(broker, `/schools/${open?.schoolId}`)).body).status).toBe("closed");
  });

  test.each([
    ["lost more than 2 % of its rows", () => without(2), /60/],
    ["was cut in the middle of a row", () => csv.slice(0, csv.length - 400), /errors/],
    ["lost the column of names", () => csv.replace("EstablishmentName", "Name"), /errors/],
    ["has a URN twice", () => `${csv}${lines.at(1)}\r\n`, /errors/],
    [
      "has no school of the area",
      () => registerText({ schools: 60, seed: 1 }).replaceAll(",373,", ",330,"),
      /Sheffield/,
    ],
    ["is empty", () => " ", /errors/],
  ])("one that %s is refused whole and the last good one stays", async (_how, bad, detail) => {
    const { broker } = await fresh();
    await sendRegister(service, broker, { csv });
    const before = await schoolsSeen(service, broker);
    const refused = problemIn(await sendRegister(service, broker, { csv: bad() }));
    expect(refused).toMatchObject({ status: 422, code: "register-refused" });
    expect(refused.detail).toMatch(detail);
    expect(await schoolsSeen(service, broker)).toEqual(before);
    expect(await trailOfPartnership(service, broker)).toHaveLength(2);
  });

  test("a fault in a row is told with its row and column", async () => {
    const { broker } = await fresh();
    const bad = lines.with(4, lines[4]?.replace(/^\d{6}/, "12") ?? "").join("\r\n");
    const { errors } = problemIn(await sendRegister(service, broker, { csv: bad }));
    expect(errors).toMatchObject([{ row: 5, column: "URN" }]);
  });

  test("Latin-1 bytes are read, and schools without coordinates are warned of", async () => {
    const { broker } = await fresh();
    const named = lines.with(1, lines[1]?.replace("Sheffield", "Sheffi\u00e9ld") ?? "").join("\r\n");
    const answer = await sendRegister(service, broker, { csv: Buffer.from(named, "latin1") });
    expect(answer.status).toBe(200);
    const unplaced = (await schoolsSeen(service, broker)).filter(
      (school) => school.eastingMetres === null && school.status !== "closed",
    );
    expect(unplaced.length).toBeGreaterThan(0);
    expect(previewIn(answer).warnings.join()).toContain(`${unplaced.length} school`);
  });

  test("an area that nobody knows is a fault of the query", async () => {
    const { broker } = await fresh();
    const { code, errors } = problemIn(await sendRegister(service, broker, { csv, query: "?area=Atlantis" }));
    expect([code, errors[0]?.parameter]).toEqual(["invalid-request", "area"]);
  });

  test("an Idempotency-Key gives its first answer again, and refuses another file", async () => {
    const { broker } = await fresh();
    const headers = { "idempotency-key": "register-1" };
    const first = await previewRegister(service, broker, { csv, headers });
    const again = await previewRegister(service, broker, { csv, headers });
    expect([again.status, again.body]).toEqual([201, first.body]);
    const other = problemIn(await previewRegister(service, broker, { csv: without(1), headers }));
    expect(other).toMatchObject({ status: 422, code: "idempotency-key-reused" });
  });

  test("of two files put in force at once one is, and the other is asked for again", async () => {
    const { broker } = await fresh();
    const files = [csv, without(1)];
    const answers = await Promise.all(files.map((file) => sendRegister(service, broker, { csv: file })));
    const made = answers.filter(({ status }) => status === 200).map((answer) => previewIn(answer).import);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(1);
    const listed = pageOf(RegisterImport).parse((await get(broker, "/register-imports")).body).items;
    expect(new Set(listed.map((each) => each.importId))).toEqual(new Set(made.map((each) => each.importId)));
    expect(await schoolsSeen(service, broker)).toHaveLength(made[0]?.added ?? 0);
  });

  test("is for brokers of a partnership that is set up, and takes CSV alone", async () => {
    const { broker, director } = newPartnership(service);
    expect(problemIn(await sendRegister(service, director, { csv }))).toMatchObject({ status: 403 });
    expect(problemIn(await sendRegister(service, broker, { csv }))).toMatchObject({ status: 404 });
    const json = await service.ask(broker, { method: "POST", path: "/register-imports", body: {} });
    expect(problemIn(json)).toMatchObject({ status: 415, code: "unsupported-media-type" });
  });
});
