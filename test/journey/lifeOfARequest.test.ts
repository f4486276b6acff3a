import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import * as z from "zod";
import {
  AuditView,
  DeploymentView,
  EvaluationView,
  FollowUpView,
  OfferView,
  OutcomeView,
  RequestView,
  VisitView,
} from "../../shared/contract/routes/views.ts";
import { firstBrokenLink } from "../../shared/domain/audit.ts";
import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import type { PersonId, RequestId } from "../../shared/domain/ids.ts";
import {
  addPractitioner,
  confirm,
  everyRow,
  expectBody,
  type OfferRow,
  primaryOf,
  runMatch,
  setUpArea,
  submitRequest,
} from "../harness/area.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { toWorkingDay } from "../harness/workingDay.ts";

/** One request's whole life over HTTP, queue, stream and schedule: each test is the next step of the same story. */
const service = await serviceForTests();
const { get, post } = service;
const area = await setUpArea(service);
let requestId: RequestId;
let personId: PersonId;
let offer: OfferRow;
let deploymentPath: string;

const today = (): string => dateAt(service.host.clock.now().toISOString());
const school = (index: number) => primaryOf(area, index).schoolId;

test("a submitted request is triaged from the queue, with the words that led to each suggested code", async () => {
  personId = await addPractitioner(service, area, { home: school(1), code: "CT-03" });
  requestId = await submitRequest(service, area, { school: school(0) });
  const request = expectBody(await get(area.broker, `/requests/${requestId}`), 200, RequestView);
  expect(request.state).toBe("open");
  expect(request.codes.primary).toBe("CT-03");
  expect(request.triage?.suggestions[0]).toMatchObject({ code: "CT-03" });
  expect(request.triage?.suggestions[0]?.words).toContain("phonics");
});

test("the night plans one run for the partnership, and a second night of the same date changes nothing", async () => {
  await service.fire("night");
  await service.settle();
  await service.fire("night");
  await service.settle();
  const path = "/match-runs";
  const runs = await everyRow(service, {
    account: area.broker,
    path,
    item: z.object({ trigger: z.string(), state: z.string() }),
  });
  expect(runs).toEqual([{ trigger: "night", state: "published" }]);
});

test("the broker confirms the explained proposal, and only then is the practitioner told", async () => {
  const { run, proposals } = await runMatch(service, area);
  expect(run.summary).toMatchObject({ slotsWanted: 1, slotsFilled: 1, certified: true });
  const [proposal] = proposals;
  if (!proposal) throw new Error("Nobody was proposed");
  expect(proposal).toMatchObject({ requestId, personId });
  expect(proposal.components.map(({ name }) => name)).toContain("expertise");
  const before = await service.letters();
  expect(before.filter(({ to }) => to.some((address) => address.startsWith("practitioner-")))).toHaveLength(
    1,
  );
  offer = await confirm(service, area, proposal);
  expect(offer).toMatchObject({ state: "sent", personId });
  await service.settle();
  const letters = await service.letters();
  expect(letters.length).toBeGreaterThan(before.length);
});

test("practitioner, home head and receiving head each say yes in turn, and the third yes makes a deployment", async () => {
  const path = `/requests/${requestId}/offers/${offer.offerId}`;
  const { objectives } = expectBody(await get(area.broker, `/requests/${requestId}`), 200, RequestView);
  const agreement = { agreed: true, objectives: objectives.map((each) => each.objectiveId) };
  const unheard = await post(area.head(school(0)), `${path}/agreement`, agreement);
  expect(unheard.status).toBe(404);
  const accepted = expectBody(
    await post(area.practitioner(personId), `${path}/acceptance`, {}),
    200,
    OfferView,
  );
  const early = await post(area.head(school(0)), `${path}/agreement`, agreement);
  expect(early.status).toBe(409);
  expect(early.body).toMatchObject({ type: "urn:area-brokerage:problem:not-your-turn" });
  expect(accepted.state).toBe("accepted");
  expectBody(await post(area.head(school(1)), `${path}/release`, { released: true }), 200, OfferView);
  const agreed = expectBody(await post(area.head(school(0)), `${path}/agreement`, agreement), 200, OfferView);
  expect(agreed.state).toBe("agreed");
  const deployments = await everyRow(service, {
    account: area.practitioner(personId),
    path: "/deployments",
    item: DeploymentView,
  });
  expect(deployments).toHaveLength(1);
  expect(deployments[0]).toMatchObject({ state: "agreed", agreement: { daysPlanned: 2 } });
  deploymentPath = `/requests/${requestId}/deployments/${deployments[0]?.deploymentId}`;
});

test("a visit counts and is charged once the school marks its record accurate", async () => {
  await service.advance({ days: 40 });
  const practitioner = area.practitioner(personId);
  const note = {
    visitedOn: today(),
    days: 1,
    focus: "Coaching two teachers",
    whatHappened: "Observed two sessions and taught one together.",
    agreedActions: "Regroup by the next visit",
    nextVisitOn: null,
  };
  const drafted = expectBody(await post(practitioner, `${deploymentPath}/visits`, note), 201, VisitView);
  expect((await get(area.head(school(0)), `${deploymentPath}/visits`)).body).toMatchObject({ items: [] });
  const visitPath = `${deploymentPath}/visits/${drafted.visitId}`;
  expectBody(await post(practitioner, `${visitPath}/submission`), 200, VisitView);
  const disputed = expectBody(
    await post(area.head(school(0)), `${visitPath}/response`, { accurate: false, note: "It was half a day" }),
    200,
    VisitView,
  );
  expect(disputed.state).toBe("inaccurate");
  const mended = await service.ask(practitioner, {
    method: "PUT",
    path: visitPath,
    body: { ...note, days: 0.5 },
  });
  expectBody(mended, 200, VisitView);
  expectBody(await post(practitioner, `${visitPath}/submission`), 200, VisitView);
  expectBody(
    await post(area.head(school(0)), `${visitPath}/response`, { accurate: true, note: "" }),
    200,
    VisitView,
  );
  const deployment = expectBody(await get(area.broker, deploymentPath), 200, DeploymentView);
  expect(deployment).toMatchObject({ state: "in-delivery", daysDelivered: 0.5, daysCharged: 0.5 });
});

test("a deployment is reviewed half-way and ends early, and its unspent days go back", async () => {
  const review = {
    heldOn: today(),
    working: true,
    changes: "",
    continues: true,
    exitStrategy: "The reading leader takes it on",
    finalDate: today(),
  };
  expectBody(await post(area.broker, `${deploymentPath}/mid-term-review`, review), 200, DeploymentView);
  const ending = { as: "curtailed", on: today(), reason: "The school can go on alone" };
  const ended = expectBody(await post(area.broker, `${deploymentPath}/ending`, ending), 200, DeploymentView);
  expect(ended.state).toBe("curtailed");
  const capacity = await get(area.practitioner(personId), `/people/${personId}/capacity`);
  const left = z.object({ daysTotal: z.number(), daysLeft: z.number() }).parse(capacity.body);
  expect(left.daysTotal - left.daysLeft).toBe(0.5);
});

test("both sides evaluate, neither seeing the other's first", async () => {
  const evaluation = {
    effectiveness: 4,
    overall: 4,
    impact: [],
    comment: "It helped",
    causeForConcern: false,
  };
  const path = `${deploymentPath}/evaluation`;
  const put = (account: string) => service.ask(account, { method: "PUT", path, body: evaluation });
  expectBody(await put(area.head(school(0))), 200, EvaluationView);
  const unseen = await get(area.practitioner(personId), `${deploymentPath}/evaluations`);
  expect(unseen.body).toMatchObject({ items: [] });
  expectBody(await put(area.practitioner(personId)), 200, EvaluationView);
  const seen = await get(area.practitioner(personId), `${deploymentPath}/evaluations`);
  expect(z.object({ items: z.array(z.object({ side: z.string() })) }).parse(seen.body).items).toHaveLength(2);
});

test("the outcome closes the request, and follow-ups fall due one and three terms later", async () => {
  const { objectives } = expectBody(await get(area.broker, `/requests/${requestId}`), 200, RequestView);
  const outcome = {
    result: "74 % in the practice check",
    level: 5,
    direction: "better",
    evidenceStrength: 3,
    evidence: "Practice check, same children",
    contribution: {
      whatChanged: "Daily phonics is taught as planned",
      whatWeDid: "Coached two teachers",
      otherExplanations: "A new scheme was bought",
    },
  };
  for (const { objectiveId } of objectives) {
    const path = `${deploymentPath}/outcomes/${objectiveId}`;
    expectBody(
      await service.ask(area.head(school(0)), { method: "PUT", path, body: outcome }),
      200,
      OutcomeView,
    );
  }
  const closed = expectBody(await get(area.broker, `/requests/${requestId}`), 200, RequestView);
  expect(closed).toMatchObject({ state: "closed", closure: { as: "met" } });
  const due = await everyRow(service, { account: area.broker, path: "/follow-ups", item: FollowUpView });
  expect(due.map(({ after, state }) => `${after} ${state}`)).toEqual(["one-term due", "three-terms due"]);
});

test("when a follow-up is due the school is asked, and its answer is kept", async () => {
  await service.advance({ days: 200 });
  await toWorkingDay(service);
  await service.settle();
  const all = await everyRow(service, { account: area.broker, path: "/follow-ups", item: FollowUpView });
  const asked = all.find(({ state }) => state === "asked");
  expect(asked?.after).toBe("one-term");
  const answer = { direction: "better", evidenceStrength: 3, comment: "It lasted" };
  const path = `/requests/${requestId}/follow-ups/${asked?.followUpId}/answer`;
  const answered = expectBody(await post(area.head(school(0)), path, answer), 200, FollowUpView);
  expect(answered.state).toBe("answered");
});

test("leaders see what the work came to", async () => {
  const { body } = await get(area.director, "/impact");
  expect(body).toMatchObject({
    requests: { closed: 1 },
    deployments: { curtailed: 1 },
    days: { planned: 2, delivered: 0.5, charged: 0.5 },
    outcomesByLevel: { "5": 1 },
    outcomesByDirection: { better: 1 },
  });
});

test("every step stands in the trail, whose hash chain holds", async () => {
  const trail = await everyRow(service, {
    account: area.director,
    path: `/requests/${requestId}/audit`,
    item: AuditView,
  });
  const digest = (text: string): string => createHash("sha256").update(text).digest("hex");
  expect(firstBrokenLink(trail, digest)).toBeUndefined();
  const actions = trail.map(({ action }) => action);
  for (const step of [
    "request-drafted",
    "request-submitted",
    "request-triaged",
    "proposal-confirmed",
    "offer-accepted",
    "release-decided",
    "agreement-decided",
    "visit-submitted",
    "visit-answered",
    "mid-term-reviewed",
    "deployment-ended",
    "evaluation-recorded",
    "outcome-recorded",
    "follow-up-answered",
  ])
    expect(actions).toContain(step);
});

test("every trail of the partnership holds, by the schedule that verifies them", async () => {
  await service.fire("trails");
  const verified = service.logged.findLast(({ code }) => code === "trails-verified");
  expect(verified).toMatchObject({ partnershipId: area.partnershipId, chains: expect.any(Number) });
});

test("each party was written to", async () => {
  await service.settle();
  const recipients = new Set(
    (await service.letters()).flatMap(({ to }) => to).map((address) => address.split("-")[0]),
  );
  expect(recipients).toEqual(new Set(["broker@partnership.example", "head", "practitioner"]));
});
