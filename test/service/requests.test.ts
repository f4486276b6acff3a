import { describe, expect, test } from "vitest";
import { AuditView, RequestView } from "../../shared/contract/routes/views.ts";
import { Problem } from "../../shared/contract/problems.ts";
import { allAlsoListed } from "../../shared/store/rows/alsoListed.ts";
import { addPractitioner, everyRow, expectBody, requestDraft, submitRequest } from "../harness/area.ts";
import { newPartnership } from "../harness/service.ts";
import { groundWithArea } from "./groundWithArea.ts";

const { service, area, school } = await groundWithArea();
const { post } = service;

const draftAs = (account: string, change: object = {}, headers: Record<string, string> = {}) =>
  service.ask(account, {
    method: "POST",
    path: "/requests",
    body: requestDraft(service, school(0).schoolId, change),
    headers,
  });

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

  test("a leader finds those they began again, beside what their school asked for where they are its head", async () => {
    const personId = await addPractitioner(service, area, { home: school(3).schoolId, code: "CT-06" });
    const leader = area.practitioner(personId);
    const made = expectBody(await draftAs(leader), 201, RequestView);
    const listed = async (account: string, query = "") =>
      (await everyRow(service, { account, path: `/requests${query}`, item: RequestView })).map(
        ({ requestId }) => requestId,
      );
    expect(await listed(leader)).toEqual([made.requestId]);
    expect(await listed(leader, "?state=open")).toEqual([]);
    const other = await addPractitioner(service, area, { home: school(3).schoolId, code: "CT-07" });
    expect(await listed(area.practitioner(other))).toEqual([]);
    const both = service.enrol({
      account: `head-who-leads-${area.partnershipId.slice(4)}`,
      partnership: area.partnershipId,
      roles: ["school", "practitioner"],
      school: school(3).schoolId,
      person: personId,
    });
    const own = expectBody(
      await service.ask(both, {
        method: "POST",
        path: "/requests",
        body: requestDraft(service, school(3).schoolId),
      }),
      201,
      RequestView,
    );
    const begun = expectBody(await draftAs(both), 201, RequestView);
    expect(await listed(both)).toEqual([own.requestId, begun.requestId]);
    // From when all requests stand in the lists of those who began them, these are read by them alone.
    const listedAt = service.host.world.now();
    const store = service.host.world.storeFor(area.partnershipId);
    await store.stage(allAlsoListed, [{ of: "requests", listedAt, againAt: listedAt }]);
    expect(await listed(both)).toEqual([own.requestId, begun.requestId]);
    expect(await listed(both, "?state=draft")).toEqual([own.requestId, begun.requestId]);
    expect([await listed(leader), await listed(leader, "?state=open")]).toEqual([[made.requestId], []]);
    expect(await listed(area.practitioner(other))).toEqual([]);
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
    ["a window before this century", { window: { from: "0001-01-01", to: "2027-04-01" } }, "/window/from"],
    ["a window after this century", { window: { from: "2027-04-01", to: "9999-12-31" } }, "/window/to"],
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
    const before = await everyRow(service, {
      account: area.broker,
      path: "/requests",
      item: RequestView,
    });
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
    const id = await submitRequest(service, area, {
      school: school(3).schoolId,
      change: { description },
    });
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

test("another partnership's broker sees none of it", async () => {
  const id = await submitRequest(service, area, { school: school(13).schoolId });
  const stranger = newPartnership(service).broker;
  expect((await service.ask(stranger, { method: "GET", path: `/requests/${id}` })).status).toBe(404);
  expect((await service.ask(stranger, { method: "GET", path: "/requests" })).body).toMatchObject({
    items: [],
  });
});
