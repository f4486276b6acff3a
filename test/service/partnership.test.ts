import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { firstBrokenLink } from "../../shared/domain/audit.ts";
import { RegisterImport } from "../../shared/domain/registerImport.ts";
import { AuditView, pageOf, PartnershipView, SchoolView } from "../../shared/contract/routes/views.ts";
import { SchoolId } from "../../shared/domain/ids.ts";
import { sha256 } from "../../shared/runtime/identity.ts";
import { newPartnership, type Service, startService } from "../harness/service.ts";
import {
  type Partnership,
  partnershipBody,
  previewIn,
  previewRegister,
  problemIn,
  registerText,
  schoolsSeen,
  sendRegister,
  setUp,
} from "./withSchools.ts";

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const get = (account: string | undefined, path: string) => service.ask(account, { method: "GET", path });
const fresh = async (): Promise<Partnership> => {
  const partnership = newPartnership(service);
  await setUp(service, partnership.broker);
  return partnership;
};
const trailOf = async (account: string) =>
  pageOf(AuditView).parse((await get(account, "/partnership/audit")).body).items;

describe("setting a partnership up", () => {
  test("gives it the four starting policies, and doing it again changes nothing", async () => {
    const { broker, director, partnershipId } = newPartnership(service);
    expect(problemIn(await get(broker, "/partnership"))).toMatchObject({ status: 404, code: "not-found" });
    const first = await setUp(service, broker);
    expect(first.status).toBe(200);
    const set = PartnershipView.parse(first.body);
    expect(set.partnershipId).toBe(partnershipId);
    expect(set.policies).toHaveLength(4);
    expect((await setUp(service, broker)).body).toEqual(first.body);
    expect((await get(director, "/partnership")).body).toEqual(first.body);
    expect((await trailOf(director)).map(({ action }) => action)).toEqual(["partnership-set"]);
  });

  test("keeps the policies when only the name is changed, and replaces them when they are sent", async () => {
    const { broker } = newPartnership(service);
    const { policies } = PartnershipView.parse((await setUp(service, broker)).body);
    const put = async (more: object) =>
      PartnershipView.parse(
        (
          await service.ask(broker, {
            method: "PUT",
            path: "/partnership",
            body: { ...partnershipBody, ...more },
          })
        ).body,
      );
    const raised = policies.map((each) => ({ ...each, basePriority: 3 }));
    expect((await put({ policies: raised })).policies).toEqual(raised);
    const renamed = await put({ name: "Another name" });
    expect([renamed.name, renamed.policies]).toEqual(["Another name", raised]);
  });

  test("is for brokers alone, and faults are named by their field", async () => {
    const { broker, director } = newPartnership(service);
    const put = (account: string, body: object) =>
      service.ask(account, { method: "PUT", path: "/partnership", body });
    expect(problemIn(await put(director, partnershipBody))).toMatchObject({ status: 403, code: "forbidden" });
    const bad = problemIn(await put(broker, { ...partnershipBody, brokerEmail: "nobody", colour: "red" }));
    expect(bad).toMatchObject({ status: 422, code: "invalid-request" });
    expect(new Set(bad.errors.map((each) => each.pointer))).toEqual(new Set(["/brokerEmail", "/colour"]));
  });
});

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
    expect(await schoolsSeen(service, broker)).toEqual([]);
    expect(await trailOf(broker)).toHaveLength(1);
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
    const trail = await trailOf(director);
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
    expect(await trailOf(broker)).toHaveLength(2);
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

describe("member schools", () => {
  const csv = registerText({ schools: 60, seed: 2 });
  let ours: Partnership;
  beforeAll(async () => {
    ours = await fresh();
    await sendRegister(service, ours.broker, { csv });
  });

  test("come by name, each once, whatever the size of a page", async () => {
    const whole = await schoolsSeen(service, ours.broker);
    expect(whole).toHaveLength(60);
    expect(whole.map(({ name }) => name.toLowerCase())).toEqual(
      whole.map(({ name }) => name.toLowerCase()).toSorted(),
    );
    expect(await schoolsSeen(service, ours.broker, "limit=7")).toEqual(whole);
    const closed = whole.filter(({ status }) => status === "closed");
    expect(closed.length).toBeGreaterThan(0);
    expect(await schoolsSeen(service, ours.broker, "limit=2&status=closed")).toEqual(closed);
  });

  test("a cursor that no list gave is refused", async () => {
    const elsewhere = Buffer.from(JSON.stringify(["2026-01-05"])).toString("base64url");
    for (const cursor of ["bm9uZQ", elsewhere]) {
      const { code, errors } = problemIn(await get(ours.broker, `/schools?cursor=${cursor}`));
      expect([code, errors[0]?.parameter]).toEqual(["invalid-request", "cursor"]);
    }
  });

  test("of one partnership are nothing to another", async () => {
    const theirs = await fresh();
    const [school] = await schoolsSeen(service, ours.broker, "limit=1");
    expect(problemIn(await get(theirs.broker, `/schools/${school?.schoolId}`))).toMatchObject({
      status: 404,
    });
    const put = await service.ask(theirs.broker, {
      method: "PUT",
      path: `/schools/${school?.schoolId}/contact`,
      body: { headEmail: "head@school.example", inCategoryOfConcern: true },
    });
    expect(problemIn(put)).toMatchObject({ status: 404, code: "not-found" });
    expect(await schoolsSeen(service, theirs.broker)).toEqual([]);
  });

  test("keep their contact across an import, and only the broker sets it", async () => {
    const { broker, director } = await fresh();
    await sendRegister(service, broker, { csv });
    const [school] = await schoolsSeen(service, broker, "limit=1");
    const path = `/schools/${school?.schoolId}/contact`;
    const body = { headEmail: "head@school.example", inCategoryOfConcern: true };
    expect(problemIn(await service.ask(director, { method: "PUT", path, body }))).toMatchObject({
      status: 403,
    });
    const set = await service.ask(broker, { method: "PUT", path, body });
    expect([set.status, SchoolView.parse(set.body)]).toMatchObject([200, body]);
    await service.ask(broker, { method: "PUT", path, body });
    const fewer = csv.trimEnd().split("\r\n").slice(0, -1).join("\r\n");
    expect((await sendRegister(service, broker, { csv: fewer })).status).toBe(200);
    const read = await get(broker, `/schools/${school?.schoolId}`);
    expect(SchoolView.parse(read.body)).toMatchObject(body);
    expect((await schoolsSeen(service, broker, "limit=1"))[0]).toMatchObject(body);
    const trail = await trailOf(broker);
    expect(trail.filter(({ action }) => action === "school-contact-set")).toHaveLength(1);
    expect(JSON.stringify(trail)).not.toContain("head@");
  });

  test("show where their head is written to, and a concern, to the broker alone", async () => {
    const { broker, director, head } = ours;
    const [school] = await schoolsSeen(service, broker, "limit=1");
    if (!school) throw new Error("The register has schools");
    const path = `/schools/${school.schoolId}`;
    const put = (body: object) => service.ask(broker, { method: "PUT", path: `${path}/contact`, body });
    await put({ headEmail: "head@school.example", inCategoryOfConcern: true });
    const nothing = { headEmail: null, inCategoryOfConcern: null };
    for (const account of [director, head(SchoolId.parse(school.schoolId))]) {
      expect(SchoolView.parse((await get(account, path)).body)).toEqual({ ...school, ...nothing });
      expect((await schoolsSeen(service, account)).map((each) => each.inCategoryOfConcern)).toEqual(
        Array.from({ length: 60 }, () => null),
      );
    }
    const none = { headEmail: null, inCategoryOfConcern: false };
    expect((await put(none)).body).toMatchObject(none);
    expect((await get(broker, path)).body).toMatchObject(none);
  });

  test("nobody reads them without signing in", async () => {
    expect((await get(undefined, "/schools")).status).toBe(401);
  });
});
