import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { AuditView, RequestView } from "../../shared/contract/routes/views.ts";
import { Problem } from "../../shared/contract/problems.ts";
import { addDays, dateAt } from "../../shared/domain/calendar.ts";
import {
  addPractitioner,
  type AreaFixture,
  confirm,
  everyRow,
  expectBody,
  primaryOf,
  requestDraft,
  runMatch,
  setUpArea,
  submitRequest,
} from "../harness/area.ts";
import { newPartnership, type Service, startService } from "../harness/service.ts";

let service: Service;
let area: AreaFixture;

beforeAll(async () => {
  service = await startService();
  area = await setUpArea(service);
});

afterAll(async () => {
  await service.close();
});

const school = (index: number) => primaryOf(area, index);
const draftAs = (account: string, change: object = {}, headers: Record<string, string> = {}) =>
  service.ask(account, {
    method: "POST",
    path: "/requests",
    body: requestDraft(service, school(0).schoolId, change),
    headers,
  });
const post = (account: string, path: string, body?: object) =>
  service.ask(account, { method: "POST", path, body });
const read = async (requestId: string) =>
  expectBody(
    await service.ask(area.broker, { method: "GET", path: `/requests/${requestId}` }),
    200,
    RequestView,
  );
const head = () => area.head(school(0).schoolId);
const faultsOf = (body: unknown) => Problem.parse(body).errors ?? [];

describe("drafting", () => {
  test("a request comes in by the school, by a leader it approached, or by the broker", async () => {
    const personId = await addPractitioner(service, area, { home: school(1).schoolId, code: "CT-06" });
    const routesIn = [
      [head(), "school"],
      [area.practitioner(personId), "leader"],
      [area.broker, "broker"],
    ] as const;
    for (const [account, initiatedBy] of routesIn)
      expect(expectBody(await draftAs(account), 201, RequestView).initiatedBy).toBe(initiatedBy);
  });

  test("a request may limit the people from one school, and has no limit otherwise", async () => {
    const limited = expectBody(await draftAs(head(), { people: 3, maxFromOneSchool: 1 }), 201, RequestView);
    expect((await read(limited.requestId)).maxFromOneSchool).toBe(1);
    const path = `/requests/${limited.requestId}`;
    const body = requestDraft(service, school(0).schoolId);
    expectBody(await service.ask(head(), { method: "PUT", path, body }), 200, RequestView);
    expect((await read(limited.requestId)).maxFromOneSchool).toBeUndefined();
    const none = await draftAs(head(), { maxFromOneSchool: 0 });
    expect([none.status, faultsOf(none.body)[0]?.pointer]).toEqual([422, "/maxFromOneSchool"]);
  });

  test("a head cannot ask for another school", async () => {
    const answer = await draftAs(area.head(school(1).schoolId));
    expect(answer.status).toBe(403);
  });

  test.each([
    [
      "a window that ends before it begins",
      { window: { from: "2027-05-01", to: "2027-04-01" } },
      "/window/to",
    ],
    ["a quarter of a day", { daysEach: 0.25 }, "/daysEach"],
    ["nobody wanted", { people: 0 }, "/people"],
    ["a code given twice", { codes: { primary: "CT-03", secondary: ["CT-03"] } }, "/codes/secondary"],
    [
      "three secondary codes",
      { codes: { primary: "CT-03", secondary: ["CT-04", "CT-05", "CT-06"] } },
      "/codes/secondary",
    ],
    ["no objective", { objectives: [] }, "/objectives"],
    ["a mode that does not exist", { mode: "by-post" }, "/mode"],
    ["an unknown code", { codes: { primary: "ZZ-99", secondary: [] } }, "/codes/primary"],
    ["a retired code", { codes: { primary: "SL-AAT", secondary: [] } }, "/codes/primary"],
    ["a school that is not in the register", { schoolId: "sch_00000000" }, "/schoolId"],
  ])("refuses %s and says where", async (_, change, pointer) => {
    const before = await everyRow(service, { account: area.broker, path: "/requests", item: RequestView });
    const answer = await draftAs(area.broker, change);
    expect(answer.status).toBe(422);
    expect(faultsOf(answer.body).map((fault) => fault.pointer)).toContain(pointer);
    const after = await everyRow(service, { account: area.broker, path: "/requests", item: RequestView });
    expect(after).toEqual(before);
  });

  test("a retired code is answered with the one that replaced it", async () => {
    const answer = await draftAs(area.broker, { codes: { primary: "SL-AAT", secondary: [] } });
    expect(Problem.parse(answer.body)).toMatchObject({ type: "urn:area-brokerage:problem:retired-code" });
    expect(Problem.parse(answer.body).detail).toMatch(/use [A-Z]{2}-\w+/);
  });

  test("a closed school cannot ask", async () => {
    const closed = area.schools.find((each) => each.status === "closed");
    const answer = await draftAs(area.broker, { schoolId: closed?.schoolId });
    expect(Problem.parse(answer.body).type).toBe("urn:area-brokerage:problem:closed-school");
  });

  test("the same Idempotency-Key and body give the same request; another body is an error", async () => {
    const headers = { "idempotency-key": "draft-1" };
    const first = expectBody(await draftAs(head(), {}, headers), 201, RequestView);
    const again = expectBody(await draftAs(head(), {}, headers), 201, RequestView);
    expect(again).toEqual(first);
    const other = await draftAs(head(), { people: 2 }, headers);
    expect(Problem.parse(other.body).type).toBe("urn:area-brokerage:problem:idempotency-key-reused");
  });

  test("sixteen of the same key at once make one request", async () => {
    const headers = { "idempotency-key": "draft-at-once" };
    const count = async () =>
      (await everyRow(service, { account: area.broker, path: "/requests", item: RequestView })).length;
    const before = await count();
    const answers = await Promise.all(Array.from({ length: 16 }, () => draftAs(head(), {}, headers)));
    expect(await count()).toBe(before + 1);
    for (const { status } of answers) expect([201, 409]).toContain(status);
  });

  test("a draft is edited by its author until it is submitted", async () => {
    const { requestId } = expectBody(await draftAs(head()), 201, RequestView);
    const path = `/requests/${requestId}`;
    const edit = () =>
      service.ask(head(), {
        method: "PUT",
        path,
        body: requestDraft(service, school(0).schoolId, { people: 3 }),
      });
    expect(expectBody(await edit(), 200, RequestView)).toMatchObject({ people: 3, slotsOpen: 3 });
    const stranger = await service.ask(area.head(school(1).schoolId), { method: "GET", path });
    expect(stranger.status).toBe(404);
    expectBody(await post(head(), `${path}/submission`), 200, RequestView);
    expect(Problem.parse((await edit()).body).type).toBe("urn:area-brokerage:problem:wrong-state");
    expect((await post(head(), `${path}/submission`)).status).toBe(409);
  });
});

describe("triage", () => {
  test("the same need again within thirty days waits for the broker, and names the first", async () => {
    const change = { codes: { primary: "CT-06", secondary: [] } };
    const first = await submitRequest(service, area, { school: school(2).schoolId, change });
    const second = await submitRequest(service, area, { school: school(2).schoolId, change });
    expect((await read(first)).state).toBe("open");
    expect(await read(second)).toMatchObject({ state: "triaged", triage: { duplicates: [first] } });
  });

  test("a safeguarding concern is warned of and its words are stored nowhere else", async () => {
    const words = "a pupil made a disclosure of abuse to her teacher";
    const description = `We need help because ${words} last week and staff are unsure.`;
    const id = await submitRequest(service, area, { school: school(3).schoolId, change: { description } });
    const request = await read(id);
    expect(request.state).toBe("triaged");
    expect(request.triage?.warnings).toContain("safeguarding-content");
    expect(JSON.stringify(request.triage)).not.toContain("disclosure of abuse");
    const trail = await everyRow(service, {
      account: area.broker,
      path: `/requests/${id}/audit`,
      item: AuditView,
    });
    expect(JSON.stringify(trail)).not.toContain("disclosure");
    expect(JSON.stringify(await service.letters())).not.toContain("disclosure of abuse");
    expect(JSON.stringify(service.logged)).not.toContain("disclosure");
  });

  test("the broker corrects codes, priority and route, and opens the request", async () => {
    const id = await submitRequest(service, area, {
      school: school(4).schoolId,
      change: { description: "Call the mother on 07700 900123 about the phonics workshop." },
    });
    expect((await read(id)).triage?.warnings).toContain("personal-data");
    const correction = {
      codes: { primary: "PW-06", secondary: ["CT-03"] },
      priority: 4,
      routePolicy: "statutory",
      open: true,
      reason: "Spoke to the head",
    };
    const corrected = await service.ask(area.broker, {
      method: "PUT",
      path: `/requests/${id}/triage`,
      body: correction,
    });
    expect(expectBody(corrected, 200, RequestView)).toMatchObject({
      state: "open",
      codes: { primary: "PW-06" },
      priority: 4,
      routePolicy: "statutory",
    });
  });

  test("business expertise is traded as business", async () => {
    const id = await submitRequest(service, area, {
      school: school(5).schoolId,
      change: { codes: { primary: "BS-FIN1", secondary: [] }, description: "Our three-year budget plan." },
    });
    expect((await read(id)).routePolicy).toBe("traded-business");
  });
});

describe("steering and withdrawing", () => {
  test("a pinned practitioner can be excluded instead, never both", async () => {
    const personId = await addPractitioner(service, area, { home: school(6).schoolId, code: "CT-12" });
    const change = { codes: { primary: "CT-12", secondary: [] } };
    const id = await submitRequest(service, area, { school: school(7).schoolId, change });
    const body = { personId, reason: "Knows the school" };
    expectBody(await post(area.broker, `/requests/${id}/pins`, body), 200, RequestView);
    expect((await post(area.broker, `/requests/${id}/pins`, body)).status).toBe(409);
    const excluded = expectBody(
      await post(area.broker, `/requests/${id}/exclusions`, body),
      200,
      RequestView,
    );
    expect(excluded).toMatchObject({ pins: [], exclusions: [body] });
    const { proposals } = await runMatch(service, area);
    expect(proposals.filter((each) => each.requestId === id)).toEqual([]);
  });

  test("withdrawing ends live offers, and gives back what they held", async () => {
    const personId = await addPractitioner(service, area, { home: school(8).schoolId, code: "CT-16" });
    const change = { codes: { primary: "CT-16", secondary: [] } };
    const id = await submitRequest(service, area, { school: school(9).schoolId, change });
    const { proposals } = await runMatch(service, area);
    const mine = proposals.find((each) => each.requestId === id);
    if (!mine) throw new Error("Nobody was proposed");
    const offer = await confirm(service, area, mine);
    const offerPath = `/requests/${id}/offers/${offer.offerId}`;
    const accepted = await post(area.practitioner(personId), `${offerPath}/acceptance`, {});
    expect(accepted.status).toBe(200);
    const capacity = async () =>
      z.object({ daysLeft: z.number(), deploymentsLeft: z.number() }).parse(
        (
          await service.ask(area.practitioner(personId), {
            method: "GET",
            path: `/people/${personId}/capacity`,
          })
        ).body,
      );
    expect(await capacity()).toEqual({ daysLeft: 13, deploymentsLeft: 1 });
    const reason = { reason: "The new deputy will do it" };
    const withdrawn = await post(area.head(school(9).schoolId), `/requests/${id}/withdrawal`, reason);
    expect(expectBody(withdrawn, 200, RequestView)).toMatchObject({
      state: "closed",
      closure: { as: "withdrawn" },
    });
    expect(await capacity()).toEqual({ daysLeft: 15, deploymentsLeft: 2 });
    const ended = await service.ask(area.broker, { method: "GET", path: offerPath });
    expect(ended.body).toMatchObject({ state: "withdrawn" });
  });

  test("withdrawing what is agreed in part keeps those who agreed and gives up the other places", async () => {
    const personId = await addPractitioner(service, area, { home: school(10).schoolId, code: "CT-13" });
    const change = { codes: { primary: "CT-13", secondary: [] }, people: 2 };
    const id = await submitRequest(service, area, { school: school(11).schoolId, change });
    const { proposals } = await runMatch(service, area);
    const mine = proposals.find((each) => each.requestId === id);
    if (!mine) throw new Error("Nobody was proposed");
    const offer = await confirm(service, area, mine);
    const path = `/requests/${id}/offers/${offer.offerId}`;
    const { objectives } = await read(id);
    await post(area.practitioner(personId), `${path}/acceptance`, {});
    await post(area.head(school(10).schoolId), `${path}/release`, { released: true });
    await post(area.head(school(11).schoolId), `${path}/agreement`, {
      agreed: true,
      objectives: objectives.map((each) => each.objectiveId),
    });
    expect(await read(id)).toMatchObject({ state: "open", slotsOpen: 1 });
    const reason = { reason: "One person is enough after all" };
    const answer = await post(area.broker, `/requests/${id}/withdrawal`, reason);
    expect(expectBody(answer, 200, RequestView)).toMatchObject({ state: "agreed", people: 1, slotsOpen: 0 });
  });
});

describe("importing", () => {
  const rows = (count: number, change: Readonly<Record<string, string>> = {}): string => {
    const today = dateAt(service.host.clock.now().toISOString());
    const row = (index: number): Record<string, string> => ({
      "Request key": `import-${index}`,
      "School URN": school(12).urn,
      "Primary code": ["CT-02", "CT-08", "CT-09", "CT-10"][index % 4] ?? "CT-02",
      "Secondary codes": "",
      Phase: "primary",
      Description: "Coaching for a new subject leader in planning and assessment",
      Objective: "The subject leader leads with confidence",
      "Success measure": "Subject review",
      Baseline: "New in post",
      "Days each": "1.5",
      People: "1",
      "Window from": addDays(today, 20),
      "Window to": addDays(today, 90),
      Mode: "on-site",
      Urgency: "this-term",
      "Initiated by": "",
      "Route policy": "",
      "Required designation": "",
    });
    const all = Array.from({ length: count }, (_, index) => ({
      ...row(index),
      ...(index === 0 ? change : {}),
    }));
    const columns = Object.keys(row(0));
    return [columns, ...all.map((each) => columns.map((column) => each[column] ?? ""))]
      .map((cells) => cells.join(","))
      .join("\n");
  };
  const send = (csv: string, query = "") =>
    service.ask(area.broker, { method: "POST", path: `/request-imports${query}`, csv });
  const Imported = z.object({
    applied: z.boolean(),
    requests: z.array(z.object({ row: z.int(), requestId: z.string(), change: z.string() })),
  });
  const changesIn = ({ requests }: z.output<typeof Imported>) => requests.map(({ change }) => change);

  test("a preview writes nothing, the import submits every row, and a repeat changes nothing", async () => {
    const count = async () =>
      (await everyRow(service, { account: area.broker, path: "/requests", item: RequestView })).length;
    const before = await count();
    expectBody(await send(rows(4), "?preview=true"), 200, Imported);
    expect(await count()).toBe(before);
    const made = expectBody(await send(rows(4)), 201, Imported);
    expect(made.requests).toHaveLength(4);
    expect(changesIn(made)).toEqual(["added", "added", "added", "added"]);
    const idsIn = ({ requests }: z.output<typeof Imported>) => requests.map(({ requestId }) => requestId);
    await service.settle();
    const again = expectBody(await send(rows(4)), 201, Imported);
    expect(idsIn(again)).toEqual(idsIn(made));
    expect(changesIn(again)).toEqual(["unchanged", "unchanged", "unchanged", "unchanged"]);
    expect(await count()).toBe(before + 4);
    expect((await read(made.requests[0]?.requestId ?? "")).state).not.toBe("submitted");
  });

  test.each([
    ["a URN that is not in the register", { "School URN": "100001" }, "School URN"],
    ["a URN of five digits", { "School URN": "10000" }, "School URN"],
    ["an unknown code", { "Primary code": "ZZ-99" }, "Primary code"],
    ["a window that ends before it begins", { "Window to": "2020-01-01" }, "Window to"],
    ["days that are no number", { "Days each": "two" }, "Days each"],
    ["a key that is given twice", { "Request key": "import-1" }, "Request key"],
  ])("refuses the whole file for %s, naming row and column", async (_, change, column) => {
    const answer = await send(rows(3, change));
    expect(answer.status).toBe(422);
    const faults = faultsOf(answer.body);
    expect(faults.map((fault) => fault.column)).toContain(column);
    expect(faults[0]?.row).toBeGreaterThan(1);
  });

  test("reads the kind of support, whom it is for and the setting, and may lack these columns", async () => {
    const change = { "Request key": "import-facets" };
    const csv = rows(1, change).replace(
      "Required designation\n",
      "Required designation,Support type,Audiences\n",
    );
    const made = expectBody(await send(`${csv},Model lesson,teachers`), 201, Imported);
    const { supportType, audiences, settings } = await read(made.requests[0]?.requestId ?? "");
    expect([supportType, audiences, settings]).toEqual(["model-lesson", ["teachers"], undefined]);
    const refused = await send(`${csv},shouting,teachers`, "?preview=true");
    expect(faultsOf(refused.body)).toMatchObject([{ row: 2, column: "Support type" }]);
  });

  test("a key that was imported before with other content refuses the whole file, in a preview too", async () => {
    expectBody(await send(rows(2)), 201, Imported);
    const count = async () =>
      (await everyRow(service, { account: area.broker, path: "/requests", item: RequestView })).length;
    const before = await count();
    const more = rows(6, { "Days each": "2.5" });
    for (const query of ["", "?preview=true"]) {
      const answer = await send(more, query);
      expect(Problem.parse(answer.body).type).toBe("urn:area-brokerage:problem:file-refused");
      expect(faultsOf(answer.body)).toMatchObject([{ row: 2, column: "Request key" }]);
      expect(faultsOf(answer.body)[0]?.detail).toContain("new key");
    }
    expect(await count()).toBe(before);
    const preview = expectBody(await send(rows(6), "?preview=true"), 200, Imported);
    expect(changesIn(preview).slice(0, 2)).toEqual(["unchanged", "unchanged"]);
    expect(changesIn(preview).slice(-2)).toEqual(["added", "added"]);
  });

  test("the template is a file that the import accepts in form", async () => {
    const template = await service.ask(area.broker, { method: "GET", path: "/request-imports/template" });
    expect(template.headers.get("content-type")).toContain("text/csv");
    const answer = await send(String(template.body), "?preview=true");
    const faults = answer.status === 200 ? [] : faultsOf(answer.body);
    expect(faults.filter((fault) => fault.column !== "School URN")).toEqual([]);
  });
});

test("another partnership's broker sees none of it", async () => {
  const id = await submitRequest(service, area, { school: school(13).schoolId });
  const stranger = newPartnership(service).broker;
  expect((await service.ask(stranger, { method: "GET", path: `/requests/${id}` })).status).toBe(404);
  expect((await service.ask(stranger, { method: "GET", path: "/requests" })).body).toMatchObject({
    items: [],
  });
});

test("nothing failed behind the doors", () => {
  expect(service.errors).toEqual([]);
});
