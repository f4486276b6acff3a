import { describe, expect, test } from "vitest";
import * as z from "zod";
import { routes } from "../../shared/contract/manifest.ts";
import { RequestView } from "../../shared/contract/routes/views.ts";
import { addPractitioner, expectBody, requestDraft } from "../harness/area.ts";
import { groundWithArea } from "./groundWithArea.ts";
import { problemIn } from "./withSchools.ts";

const { service, area, school } = await groundWithArea();
const Kept = routes.getUnfinishedRequest.replies[200];
const at = "/unfinished-requests";

describe("a request that is half filled", () => {
  const { schoolId } = school(0);
  const head = area.head(schoolId);
  const begin = async (account: string, more: object = {}) =>
    expectBody(await service.post(account, at, { schoolId, ...more }), 201, Kept);
  const idsFor = async (account: string) =>
    expectBody(await service.get(account, at), 200, routes.listUnfinishedRequests.replies[200]).items.map(
      ({ requestId }) => requestId,
    );
  const waitingFor = async (account: string) =>
    expectBody(
      await service.get(account, "/me"),
      200,
      z.looseObject({ waiting: z.array(z.looseObject({ what: z.string(), path: z.string() })) }),
    ).waiting;

  test("is kept as it is, says what is missing, waits for its school, and becomes the draft once it is whole", async () => {
    const objectives = [{ statement: "More of it" }];
    const kept = await begin(head, { phase: "primary", objectives, window: { from: "2027-02-01" } });
    const { requestId } = kept;
    for (const missing of ["/codes", "/description", "/objectives/0/baseline", "/window/to", "/daysEach"])
      expect(kept.missing).toContain(missing);
    for (const given of ["/phase", "/objectives/0/statement", "/window/from"])
      expect(kept.missing).not.toContain(given);
    expect(await waitingFor(head)).toContainEqual(
      expect.objectContaining({ what: "finish-request", path: `${at}/${requestId}` }),
    );
    const whole = requestDraft(service, schoolId);
    const put = await service.put(head, `${at}/${requestId}`, { ...whole, before: kept.written });
    expect(expectBody(put, 200, Kept).missing).toEqual([]);
    const drafted = await service.post(head, "/requests", { ...whole, finishes: requestId });
    expect(expectBody(drafted, 201, RequestView)).toMatchObject({ requestId, state: "draft" });
    expect(await service.get(head, `${at}/${requestId}`)).toMatchObject({ status: 404 });
    expect(await idsFor(head)).not.toContain(requestId);
    expect((await service.post(head, "/requests", { ...whole, finishes: requestId })).status).toBe(404);
    const trail = await service.get(area.broker, `/requests/${requestId}/audit`);
    expect(trail.body).toMatchObject({
      items: [{ action: "request-begun" }, { action: "request-written-on" }, { action: "request-drafted" }],
    });
  });

  test("keeps nothing that is not well formed, nor a school or a code that is not there", async () => {
    for (const [bad, pointer] of [
      [{ daysEach: 1.3 }, "/daysEach"],
      [{ window: { from: "soon" } }, "/window/from"],
      [{ phase: "middle" }, "/phase"],
      [{ codes: { primary: "ZZ-99", secondary: [] } }, "/codes/primary"],
      [{ schoolId: "sch_0123456789abcdef0123456789" }, "/schoolId"],
      [{ colour: "blue" }, "/colour"],
    ] as const)
      expect(problemIn(await service.post(area.broker, at, { schoolId, ...bad })).errors).toMatchObject([
        { pointer },
      ]);
    expect(problemIn(await service.post(head, at, { schoolId, routePolicy: "statutory" })).status).toBe(403);
    expect(problemIn(await service.post(area.director, at, { schoolId })).status).toBe(403);
  });

  test("is written over none that its writer did not read, and read by nobody without a part in it", async () => {
    const { requestId, written: before } = await begin(head, { phase: "primary" });
    const path = `${at}/${requestId}`;
    expect((await service.put(area.broker, path, { schoolId, people: 2, before })).status).toBe(200);
    expect(problemIn(await service.put(head, path, { schoolId, people: 3, before }))).toMatchObject({
      status: 409,
      code: "wrong-state",
    });
    const elsewhere = { schoolId: school(1).schoolId };
    expect(problemIn(await service.put(head, path, elsewhere)).errors).toMatchObject([
      { pointer: "/schoolId" },
    ]);
    const stranger = area.head(school(1).schoolId);
    expect(await idsFor(stranger)).not.toContain(requestId);
    expect((await service.get(stranger, path)).status).toBe(404);
    expect((await service.put(stranger, path, { schoolId })).status).toBe(404);
    expect((await service.post(stranger, `${path}/removal`)).status).toBe(404);
  });

  test("is a leader's own to go on with, and is let go of for good", async () => {
    const personId = await addPractitioner(service, area, { home: school(1).schoolId, code: "CT-03" });
    const leader = area.practitioner(personId);
    const { requestId } = await begin(leader);
    expect(await waitingFor(leader)).toContainEqual(expect.objectContaining({ what: "finish-request" }));
    expect((await service.post(leader, `${at}/${requestId}/removal`)).status).toBe(200);
    expect(await idsFor(leader)).toEqual([]);
    expect((await service.post(leader, `${at}/${requestId}/removal`)).status).toBe(404);
  });

  test("goes by itself sixty days after it was last written on", async () => {
    const { requestId } = await begin(head);
    await service.advance({ days: 59 });
    expect(await idsFor(head)).toContain(requestId);
    await service.advance({ days: 2 });
    expect(await idsFor(head)).not.toContain(requestId);
  });
});
