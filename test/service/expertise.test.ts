import { describe, expect, test } from "vitest";
import { ExpertiseView } from "../../shared/contract/routes/expertise.ts";
import { AuditView, pageOf, RequestView } from "../../shared/contract/routes/views.ts";
import { codes } from "../../shared/registers/taxonomy.ts";
import { retiredCodes } from "../../shared/registers/taxonomy/retired.ts";
import { addPractitioner, everyRow, peopleFound, primaryOf, requestDraft } from "../harness/area.ts";
import { newPartnership } from "../harness/service.ts";
import { groundWithArea } from "./groundWithArea.ts";
import { read } from "./read.ts";
import { problemIn } from "./withSchools.ts";

const { service, area } = await groundWithArea(30);
const school = (index: number) => primaryOf(area, index).schoolId;

const listed = (query: string, account = area.broker) =>
  everyRow(service, { account, path: `/expertise?${query}`, item: ExpertiseView });
const setLeaf = (code: string, body: object, account = area.broker) =>
  service.ask(account, { method: "PUT", path: `/expertise-leaves/${code}`, body });
const leaf = (name: string, more: object = {}) => ({ name, isRetired: false, revision: null, ...more });
const peopleWho = (query: string, account = area.broker) => peopleFound(service, { account, query });

describe("the list of expertise", () => {
  test("shows every national code and former area to everybody, to the last page, with what others call it", async () => {
    const all = await listed("kind=national", area.head(school(0)));
    expect(all).toHaveLength(codes.length + retiredCodes.length);
    const seen: string[] = [];
    let cursor = "";
    do {
      const path = `/expertise?kind=national&limit=7${cursor}`;
      const answer = await service.ask(area.director, { method: "GET", path });
      const page = pageOf(ExpertiseView).parse(answer.body);
      seen.push(...page.items.map(({ code }) => code));
      cursor = page.nextCursor === null ? "" : `&cursor=${page.nextCursor}`;
    } while (cursor !== "");
    expect(seen).toEqual(all.map(({ code }) => code));
    expect(all.find(({ code }) => code === "IN-SPLD")).toMatchObject({
      family: "IN",
      crosswalk: { ofstedArea: "Inclusion", npq: ["SENCO"], giasSen: "SpLD - Specific Learning Difficulty" },
    });
    expect(all.find(({ code }) => code === "SL-ASM")).toMatchObject({
      state: "retired",
      replacedBy: ["PA-05", "PA-04", "PA-06"],
    });
  });

  test.each([
    ["riseArea=Attendance", ["BA-02", "BA-09"]],
    ["ofstedArea=Post-16%20provision", ["EY-06"]],
    ["legacySleArea=Art", ["CT-14", "SL-ART"]],
    ["npq=LPM", ["CT-06", "CT-07"]],
    ["isbl=Marketing", ["BS-MK1"]],
    ["giasSen=VI%20-%20Visual%20Impairment", ["IN-VI"]],
    ["eef=Preparing%20for%20Literacy", ["EY-02"]],
    ["family=DA&search=benchmarking%20finance", ["DA-04"]],
  ])("is looked up by %s", async (query, found) => {
    expect((await listed(query)).map(({ code }) => code)).toEqual(found);
  });

  test("refuses a label that no framework has", async () => {
    const answer = await service.ask(area.broker, { method: "GET", path: "/expertise?riseArea=Weather" });
    expect(problemIn(answer)).toMatchObject({ status: 422, errors: [{ parameter: "riseArea" }] });
  });
});

describe("a partnership's leaves", () => {
  test("are put under a national code, renamed and retired by the broker, each step in the trail", async () => {
    const added = await setLeaf("CT-16.SINGUP", leaf("Singing together"));
    expect([added.status, added.body]).toMatchObject([200, { kind: "leaf", parent: "CT-16", revision: 0 }]);
    const renamed = await setLeaf("CT-16.SINGUP", leaf("Singing in assembly", { revision: 0 }));
    expect(ExpertiseView.parse(renamed.body)).toMatchObject({ title: "Singing in assembly", revision: 1 });
    const again = await setLeaf("CT-16.SINGUP", leaf("Singing in assembly", { revision: 1 }));
    expect(ExpertiseView.parse(again.body).revision).toBe(1);
    const gone = await setLeaf("CT-16.SINGUP", leaf("Singing in assembly", { revision: 1, isRetired: true }));
    expect(ExpertiseView.parse(gone.body)).toMatchObject({ state: "retired", replacedBy: ["CT-16"] });
    const trail = await everyRow(service, {
      account: area.director,
      path: "/partnership/audit",
      item: AuditView,
    });
    expect(trail.filter(({ action }) => action === "leaf-set").map(({ facts }) => facts)).toEqual([
      { code: "CT-16.SINGUP", isNew: true, isRetired: false },
      { code: "CT-16.SINGUP", isNew: false, isRetired: false },
      { code: "CT-16.SINGUP", isNew: false, isRetired: true },
    ]);
  });

  test("are the same however often they are put, and of two put at once under one name one is refused", async () => {
    for (const _time of [1, 2]) {
      const put = await setLeaf("CT-15.CLAY", leaf("Clay"));
      expect([put.status, ExpertiseView.parse(put.body).revision]).toEqual([200, 0]);
    }
    const atOnce = await Promise.all(
      ["CT-15.WEAVE", "CT-14.WEFT"].map((code) => setLeaf(code, leaf("Weaving"))),
    );
    expect(new Set(atOnce.map(({ status }) => status))).toEqual(new Set([200, 409]));
  });

  test("cannot stand under what is no code, share a mark or a name, or be changed unread", async () => {
    expect((await setLeaf("CT-18.SWIM", leaf("Swimming"))).status).toBe(200);
    const refused = async (code: string, body: object) => problemIn(await setLeaf(code, body)).code;
    expect(await refused("CT-99.X", leaf("Something"))).toBe("unknown-code");
    expect(await refused("SL-PE.X", leaf("Something"))).toBe("retired-code");
    expect(await refused("CT-17.SWIM", leaf("Something"))).toBe("already-exists");
    expect(await refused("CT-17.WET", leaf("swimming"))).toBe("already-exists");
    expect(await refused("CT-18.SWIM", leaf("Diving"))).toBe("wrong-state");
    expect(await refused("CT-18.RUN", leaf("Running", { revision: 3 }))).toBe("wrong-state");
    expect(problemIn(await setLeaf("CT-18.RUN", leaf("Running"), area.director)).status).toBe(403);
  });

  test("are another partnership's to see only in that partnership", async () => {
    expect((await setLeaf("CT-17.PUPPET", leaf("Puppets"))).status).toBe(200);
    const theirs = newPartnership(service);
    expect(await listed("kind=leaf", theirs.broker)).toEqual([]);
  });

  test("are claimed and asked for while in use, and answered with their code when retired", async () => {
    expect((await setLeaf("CT-03.KITE", leaf("Blue Kite phonics"))).status).toBe(200);
    const personId = await addPractitioner(service, area, { home: school(1), code: "CT-03.KITE" });
    const draft = { codes: { primary: "CT-03.KITE", secondary: [] } };
    const ask = (body: object) =>
      service.ask(area.head(school(0)), {
        method: "POST",
        path: "/requests",
        body: { ...requestDraft(service, school(0), body) },
      });
    const asked = await ask(draft);
    expect([asked.status, RequestView.parse(asked.body).codes.primary]).toEqual([201, "CT-03.KITE"]);
    expect(problemIn(await ask({ codes: { primary: "CT-03.NONE", secondary: [] } })).code).toBe(
      "unknown-code",
    );
    expect(await peopleWho("code=CT-03")).toEqual(new Set([personId]));
    expect(await peopleWho("code=CT-03.KITE&level=can-coach&phase=primary")).toEqual(new Set([personId]));
    expect(await peopleWho("code=CT-03&level=can-lead-review")).toEqual(new Set());
    await setLeaf("CT-03.KITE", leaf("Blue Kite phonics", { revision: 0, isRetired: true }));
    const refused = problemIn(await ask(draft));
    expect([refused.code, refused.detail]).toEqual(["retired-code", expect.stringContaining("use CT-03")]);
    expect(await peopleWho("code=CT-03")).toEqual(new Set([personId]));
  });

  test("are read from files of people, each that there is not by its row", async () => {
    expect((await setLeaf("CT-10.LOCAL", leaf("Local history"))).status).toBe(200);
    const urn = area.schools.find(({ schoolId }) => schoolId === school(7))?.urn;
    const file = (code: string) =>
      `Person key,Name,Email,Home school URN,Code,Level,Phases,Last practised year\r\n` +
      `L1,Practitioner L1,l1@example.org,${urn},CT-11,can-share,primary,2025\r\n` +
      `L1,Practitioner L1,l1@example.org,${urn},${code},can-share,primary,2025\r\n`;
    const send = (code: string) =>
      service.ask(area.broker, { method: "POST", path: "/people-imports", csv: file(code) });
    expect(problemIn(await send("CT-10.NONE"))).toMatchObject({
      code: "file-refused",
      errors: [{ row: 3, column: "Code", detail: "CT-10.NONE is not a leaf of this partnership" }],
    });
    expect((await send("CT-10.LOCAL")).status).toBe(201);
    expect((await peopleWho("code=CT-10.LOCAL")).size).toBe(1);
  });

  test("are matched: who claims the leaf is proposed before who claims its code", async () => {
    expect((await setLeaf("CT-13.RUSSIAN", leaf("Russian for beginners"))).status).toBe(200);
    await addPractitioner(service, area, { home: school(2), code: "CT-13" });
    const speaker = await addPractitioner(service, area, { home: school(3), code: "CT-13.RUSSIAN" });
    const head = area.head(school(4));
    const text = "We would like to begin an after-school club in Russian for beginners";
    const body = requestDraft(service, school(4), {
      codes: { primary: "CT-13.RUSSIAN", secondary: [] },
      description: text,
      mode: "remote",
    });
    const drafted = RequestView.parse(
      (await service.ask(head, { method: "POST", path: "/requests", body })).body,
    );
    const { requestId } = drafted;
    await service.ask(head, { method: "POST", path: `/requests/${requestId}/submission` });
    await service.settle();
    const triaged = RequestView.parse(
      (await service.ask(area.broker, { method: "GET", path: `/requests/${requestId}` })).body,
    );
    expect(triaged.triage?.suggestions.map(({ code }) => code)).toContain("CT-13.RUSSIAN");
    const { runId } = read.run(await service.ask(area.broker, { method: "POST", path: "/match-runs" }));
    await service.settle();
    const answer = await service.ask(area.broker, {
      method: "GET",
      path: `/match-runs/${runId}/requests/${requestId}`,
    });
    expect(JSON.stringify(answer.body)).toContain(speaker);
    const replay = await service.ask(area.broker, { method: "GET", path: `/match-runs/${runId}/replay` });
    expect(replay.body).toMatchObject({ isIdentical: true, rowsAreIdentical: true });
  });
});

test("practitioners are found by a priority area of RISE, a qualification, and no label twice", async () => {
  const attendance = await addPractitioner(service, area, { home: school(5), code: "BA-02" });
  const maths = await addPractitioner(service, area, { home: school(5), code: "CT-06" });
  expect(await peopleWho("riseArea=Attendance")).toEqual(new Set([attendance]));
  expect(await peopleWho("npq=LPM")).toEqual(new Set([maths]));
  expect(await peopleWho("npq=LPM&riseArea=Attendance")).toEqual(new Set());
  expect(await peopleWho("riseArea=Attendance", area.head(school(6)))).toEqual(new Set());
});
