import { describe, expect, test } from "vitest";
import { AuditView, RequestView, RunView } from "../../shared/contract/routes/views.ts";
import { Problem } from "../../shared/contract/problems.ts";
import { addDays, dateAt } from "../../shared/domain/calendar/calendar.ts";
import { expectBody, everyRow, requestDraft, submitRequest } from "../harness/area.ts";
import { newPartnership } from "../harness/service.ts";
import { groundWithArea } from "./groundWithArea.ts";
import { offered, step } from "./offering.ts";
import { setScene } from "./scene.ts";

const { service, area, school } = await groundWithArea();
const { get, post, put } = service;

const read = async (account: string, requestId: string) =>
  expectBody(await get(account, `/requests/${requestId}`), 200, RequestView);
const back = (account: string, requestId: string, message: unknown = "Take the pupil's name out") =>
  post(account, `/requests/${requestId}/return`, { message });
const today = (): string => dateAt(service.host.world.now());
const named = "Our phonics is weak, and Kiera Smith in Year 1 (DOB 3/4/2019) cannot read yet.";

describe("a request that is sent back", () => {
  test("by the broker is a draft with their message, and what its author then takes out is gone", async () => {
    const { schoolId } = school(0);
    const head = area.head(schoolId);
    const requestId = await submitRequest(service, area, {
      school: schoolId,
      change: { description: named },
    });
    expect((await read(area.broker, requestId)).triage?.warnings).toContain("personal-data");
    const about = (await service.letters()).filter(({ text }) => text?.includes(requestId));
    expect(about.map(({ subject }) => subject).toSorted()).toEqual([
      expect.stringContaining("needs you"),
      "Your request for support has arrived",
    ]);
    expectBody(await back(area.broker, requestId), 200, RequestView);
    const draft = await read(head, requestId);
    expect(draft).toMatchObject({ state: "draft", triage: null, submittedAt: null });
    expect(draft.returned).toMatchObject({ by: "broker", message: "Take the pupil's name out" });
    expect((await read(area.director, requestId)).returned?.message).toBe("");
    await service.settle();
    const letter = (await service.letters()).find(
      ({ text }) => text?.includes(requestId) && text.includes("It is a draft again"),
    );
    expect(letter?.text).not.toContain("pupil");
    const body = requestDraft(service, schoolId, { description: "Our phonics in Year 1 is weak." });
    expect((await put(head, `/requests/${requestId}`, body)).status).toBe(200);
    expect((await post(head, `/requests/${requestId}/submission`)).status).toBe(200);
    await service.settle();
    const again = await read(area.broker, requestId);
    expect(again).toMatchObject({ state: "open", returned: null, triage: { warnings: [] } });
    expect(JSON.stringify(again)).not.toContain("Kiera");
    const path = `/requests/${requestId}/audit`;
    const trail = await everyRow(service, { account: area.broker, path, item: AuditView });
    expect(trail.find(({ action }) => action === "request-returned")?.facts).toEqual({
      requestId,
      from: "triaged",
    });
    expect(JSON.stringify(trail)).not.toContain("pupil");
  });

  test("by its author waits for the author alone: no run proposes anybody for it", async () => {
    const { schoolId } = school(1);
    const requestId = await submitRequest(service, area, { school: schoolId });
    expect((await read(area.broker, requestId)).state).toBe("open");
    expectBody(await back(area.head(schoolId), requestId, "Wrong dates"), 200, RequestView);
    expect((await read(area.broker, requestId)).returned).toMatchObject({
      by: "author",
      message: "Wrong dates",
    });
    const { runId } = expectBody(await post(area.broker, "/match-runs"), 202, RunView);
    await service.settle();
    expect((await get(area.broker, `/match-runs/${runId}/requests/${requestId}`)).status).toBe(404);
  });

  test("and then withdrawn is news to brokers too, which a draft that was never sent is not", async () => {
    const { schoolId } = school(3);
    const head = area.head(schoolId);
    const drafted = await post(head, "/requests", requestDraft(service, schoolId));
    const { requestId: unsent } = expectBody(drafted, 201, RequestView);
    const sent = await submitRequest(service, area, { school: schoolId });
    expectBody(await back(head, sent), 200, RequestView);
    for (const requestId of [unsent, sent])
      expect(
        (await post(head, `/requests/${requestId}/withdrawal`, { reason: "Not this year" })).status,
      ).toBe(200);
    await service.settle();
    const lettersOf = async (requestId: string) =>
      (await service.letters()).filter(
        ({ text, subject }) => text?.includes(requestId) && subject?.includes("was withdrawn"),
      );
    expect([await lettersOf(unsent), await lettersOf(sent)].map(({ length }) => length)).toEqual([1, 2]);
  });

  test("has to be one's own, sent, and without a live offer", async () => {
    const scene = await setScene(service);
    const made = await offered(scene);
    const { requestId } = made.request;
    const blocked = await back(scene.broker, requestId);
    expect([blocked.status, Problem.parse(blocked.body).detail]).toEqual([
      409,
      expect.stringContaining("The broker may withdraw what is offered"),
    ]);
    const mayReturn = async (account: string) => (await get(account, `/requests/${requestId}`)).body;
    expect(await mayReturn(made.request.head)).toMatchObject({ mayReturn: false });
    await step(made, "withdrawal")(scene.broker, { reason: "To change the dates" });
    expect(await mayReturn(made.request.head)).toMatchObject({ mayReturn: true });
    expect(await mayReturn(scene.director)).toMatchObject({ mayReturn: false });
    const strangers = [made.person.account, made.person.homeHead, newPartnership(service).broker];
    for (const account of strangers) expect((await back(account, requestId)).status).toBe(404);
    expect((await back(scene.director, requestId)).status).toBe(403);
    const silent = await back(scene.broker, requestId, "");
    expect(Problem.parse(silent.body).errors?.[0]?.pointer).toBe("/message");
    expect((await back(scene.broker, requestId)).status).toBe(200);
    expect((await back(scene.broker, requestId)).status).toBe(409);
  });
});

test("dates that are over are refused in a draft, in its change, and when a draft that waited too long is sent", async () => {
  const { schoolId } = school(2);
  const head = area.head(schoolId);
  const over = { from: addDays(today(), -30), to: addDays(today(), -1) };
  const pointersOf = (body: unknown) => Problem.parse(body).errors?.map(({ pointer }) => pointer);
  const refused = await post(head, "/requests", requestDraft(service, schoolId, { window: over }));
  expect([refused.status, pointersOf(refused.body)]).toEqual([422, ["/window/to"]]);
  const soon = { from: today(), to: today() };
  const drafted = await post(head, "/requests", requestDraft(service, schoolId, { window: soon }));
  const { requestId } = expectBody(drafted, 201, RequestView);
  const changed = await put(
    head,
    `/requests/${requestId}`,
    requestDraft(service, schoolId, { window: over }),
  );
  expect([changed.status, pointersOf(changed.body)]).toEqual([422, ["/window/to"]]);
  await service.advance({ days: 1 });
  const late = await post(head, `/requests/${requestId}/submission`);
  expect([late.status, pointersOf(late.body)]).toEqual([422, ["/window/to"]]);
  expect((await read(head, requestId)).state).toBe("draft");
});
