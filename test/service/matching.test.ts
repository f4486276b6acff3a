import { describe, expect, it } from "vitest";
import { factsOf } from "../../functions/match/facts.ts";
import { readRows } from "../../functions/match/readRows.ts";
import { stageFacts } from "../../functions/match/stagedFacts.ts";
import { workOn } from "../../functions/match/work.ts";
import { academicYearOf } from "../../shared/domain/calendar/calendar.ts";
import { EventId, RunId } from "../../shared/domain/ids.ts";
import { plannedRun } from "../../shared/domain/runs/run.ts";
import { engineVersion } from "../../shared/matching/match.ts";
import { stages } from "../../shared/matching/openRun.ts";
import { partnerships } from "../../shared/store/rows/partnership.ts";
import { capacities, people } from "../../shared/store/rows/people.ts";
import { runs } from "../../shared/store/rows/runs.ts";
import { auditOf } from "../../shared/store/rows/trail.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { problemIn, read } from "./read.ts";
import { type Scene, setScene } from "./scene.ts";

const service = await serviceForTests();

describe("match runs over HTTP, queue and schedule", () => {
  /** Sends the message of a planned run, as the outbox does, and waits until it is worked on. */
  const hear = async ({ partnershipId }: Scene, runId: RunId): Promise<void> => {
    const { world } = service.host;
    const event = { type: "run-planned", subject: { runId }, at: world.now() } as const;
    await world.send("match", [{ ...event, tell: [], eventId: world.fresh(EventId), partnershipId }]);
    await service.settle();
  };
  const planned = (runId: RunId) =>
    plannedRun({ runId, trigger: "broker", startedBy: "broker-1", plannedAt: service.host.world.now() });

  it("propose the better of two people, explain both, and say why another request stays unmet", async () => {
    const scene = await setScene(service);
    const better = await scene.addPerson(1);
    const other = await scene.addPerson(2, { phases: ["secondary", "primary"], modes: ["hybrid"] });
    const filled = await scene.addRequest(0);
    const unmet = await scene.addRequest(0, { codes: { primary: "WF-01", secondary: [] } });
    const runId = await scene.run();
    const run = read.run(await scene.get(scene.broker, `/match-runs/${runId}`));
    expect(run).toMatchObject({
      state: "published",
      trigger: "broker",
      summary: {
        requests: 2,
        practitioners: 2,
        slotsWanted: 2,
        slotsFilled: 1,
        certified: true,
        gap: 0,
        years: [{ slotsFilled: 1, blockingPairs: 0, isOptimal: true, distanceMetres: { farthest: 1000 } }],
      },
    });
    expect(run.summary?.stages.map(({ stage }) => stage)).toEqual(stages);
    const proposals = read.proposals(await scene.get(scene.broker, `/match-runs/${runId}/proposals`)).items;
    expect(proposals).toMatchObject([
      {
        requestId: filled.requestId,
        personId: better.personId,
        alternates: [{ personId: other.personId, freeNow: true }],
        distanceMetres: 1000,
      },
    ]);
    const total = proposals[0]?.components.reduce((sum, { points }) => sum + points, 0);
    expect(total).toBeCloseTo(proposals[0]?.fit ?? 0, 6);
    const needs = read.unmet(await scene.get(scene.broker, `/match-runs/${runId}/unmet`)).items;
    expect(needs).toMatchObject([
      { requestId: unmet.requestId, slots: 1, binding: { constraint: "no-expertise" } },
    ]);
  });

  it("answer a request whose dates are over as unmet for that reason, and match the others", async () => {
    const scene = await setScene(service);
    await scene.addPerson(1);
    const fine = await scene.addRequest(0);
    const over = await scene.addRequest(2, { window: { from: "2020-01-06", to: "2020-02-03" } });
    const runId = await scene.run();
    const proposals = read.proposals(await scene.get(scene.broker, `/match-runs/${runId}/proposals`)).items;
    const needs = read.unmet(await scene.get(scene.broker, `/match-runs/${runId}/unmet`)).items;
    expect(proposals).toMatchObject([{ requestId: fine.requestId }]);
    expect(needs).toMatchObject([{ requestId: over.requestId, binding: { constraint: "window-over" } }]);
  });

  it("are planned by the night once for each partnership, however often the night comes", async () => {
    const scene = await setScene(service);
    await scene.addPerson(1);
    await scene.addRequest(0);
    await service.fire("night");
    await service.fire("night");
    await service.settle();
    const page = read.runs(await scene.get(scene.broker, "/match-runs"));
    expect(page.items).toMatchObject([{ trigger: "night", state: "published", startedBy: "night" }]);
  });

  it("change nothing when their message comes again", async () => {
    const scene = await setScene(service);
    await scene.addPerson(1);
    await scene.addRequest(0);
    const runId = RunId.parse(await scene.run());
    const before = await scene.store.get(runs, { runId });
    await hear(scene, runId);
    expect(await scene.store.get(runs, { runId })).toEqual(before);
  });

  it("resume on the facts that were staged, whatever has changed since", async () => {
    const scene = await setScene(service);
    const { world } = service.host;
    const person = await scene.addPerson(1);
    await scene.addRequest(0);
    const runId = world.fresh(RunId);
    const factsDigest = await stageFacts(
      scene.store,
      runId,
      factsOf(await readRows(scene.store, world.now())),
    );
    await scene.store.stage(runs, [{ ...planned(runId), state: "matching", factsDigest, engineVersion }]);
    const row = await scene.store.get(people, { personId: person.personId });
    await scene.store.stage(
      people,
      [row].flatMap((each) =>
        each ? [{ ...each, parked: { until: "2099-01-01", reason: "On leave" } }] : [],
      ),
    );
    await hear(scene, runId);
    const { items } = read.proposals(await scene.get(scene.broker, `/match-runs/${runId}/proposals`));
    expect(items).toMatchObject([{ personId: person.personId }]);
  });

  it("fail when another engine began them, since rows of both could come to stand side by side", async () => {
    const scene = await setScene(service);
    const { world } = service.host;
    await scene.addPerson(1);
    await scene.addRequest(0);
    const runId = world.fresh(RunId);
    const facts = factsOf(await readRows(scene.store, world.now()));
    const factsDigest = await stageFacts(scene.store, runId, facts);
    const begun = { ...planned(runId), state: "matching", factsDigest, engineVersion: "0.0.1" } as const;
    await scene.store.stage(runs, [begun]);
    await hear(scene, runId);
    const failed = await scene.store.get(runs, { runId });
    expect(failed).toMatchObject({
      state: "failed",
      failure: expect.stringContaining("Engine 0.0.1 began it"),
    });
    expect((await scene.store.get(partnerships, {}))?.latestRunId).toBeNull();
  });

  it("have one result and one trail when two workers take the same run at once", async () => {
    const scene = await setScene(service);
    const { world } = service.host;
    await scene.addPerson(1);
    await scene.addRequest(0);
    const runId = world.fresh(RunId);
    await scene.store.stage(runs, [planned(runId)]);
    await Promise.all([1, 2, 3].map(() => workOn(world, scene.store, runId)));
    await service.settle();
    const trail = await scene.store.all(auditOf(`run:${runId}`));
    expect(trail.map(({ action }) => action)).toEqual(["run-begun", "run-published"]);
    const { items } = read.proposals(await scene.get(scene.broker, `/match-runs/${runId}/proposals`));
    expect(items).toHaveLength(1);
  });

  it("never put an older run in the place of a newer one", async () => {
    const scene = await setScene(service);
    await scene.addPerson(1);
    await scene.addRequest(0);
    const newer = await scene.run();
    const runId = service.host.world.fresh(RunId);
    await scene.store.stage(runs, [{ ...planned(runId), plannedAt: "2020-01-06T02:00:00.000Z" }]);
    await hear(scene, runId);
    const older = await scene.store.get(runs, { runId });
    const partnership = await scene.store.get(partnerships, {});
    expect([older?.state, partnership?.latestRunId]).toEqual(["published", newer]);
  });

  it("fail with the row that cannot be used, and leave the last published run in force", async () => {
    const scene = await setScene(service);
    const person = await scene.addPerson(1);
    const request = await scene.addRequest(0);
    const good = await scene.run();
    const academicYear = academicYearOf((await scene.request(request))?.window.from ?? "");
    const { personId } = person;
    const impossible = {
      offered: [],
      daysTotal: 9999,
      daysLeft: 9999,
      deploymentsTotal: 4,
      deploymentsLeft: 4,
    };
    await scene.store.stage(capacities, [{ personId, academicYear, ...impossible, revision: 0 }]);
    const bad = read.run(await scene.get(scene.broker, `/match-runs/${await scene.run()}`));
    expect(bad).toMatchObject({ state: "failed", summary: null });
    expect(bad.failure).toContain(`practitioners/${personId}/capacityHalfDaysLeft`);
    expect((await scene.store.get(partnerships, {}))?.latestRunId).toBe(good);
  });

  it("are planned after a refusal, and propose the next best instead", async () => {
    const scene = await setScene(service);
    const first = await scene.addPerson(1);
    const second = await scene.addPerson(2, { phases: ["secondary", "primary"], modes: ["hybrid"] });
    const request = await scene.addRequest(0);
    const offer = read.offer(await scene.confirm(await scene.run(), request, first));
    await scene.post(first.account, `/requests/${request.requestId}/offers/${offer.offerId}/refusal`, {
      reason: "too-far",
    });
    await service.settle();
    const [latest] = read.runs(await scene.get(scene.broker, "/match-runs")).items;
    expect(latest).toMatchObject({ trigger: "refusal", state: "published" });
    const { items } = read.proposals(await scene.get(scene.broker, `/match-runs/${latest?.runId}/proposals`));
    expect(items).toMatchObject([{ requestId: request.requestId, personId: second.personId }]);
  });

  it("never propose days that an open offer may yet take", async () => {
    const scene = await setScene(service);
    const person = await scene.addPerson(1, { capacityDaysPerYear: 4 });
    const first = await scene.addRequest(0);
    await scene.confirm(await scene.run(), first, person);
    await scene.addRequest(2);
    const runId = await scene.run();
    const { items } = read.proposals(await scene.get(scene.broker, `/match-runs/${runId}/proposals`));
    expect(items).toEqual([]);
  });

  it("show their answer to nobody before it is published, and never to a school", async () => {
    const scene = await setScene(service);
    const request = await scene.addRequest(0);
    const runId = await scene.run();
    const school = await scene.get(request.head, `/match-runs/${runId}/proposals`);
    const stranger = await setScene(service);
    const elsewhere = await stranger.get(stranger.broker, `/match-runs/${runId}`);
    expect([school.status, problemIn(elsewhere)]).toEqual([403, "not-found"]);
  });
});
