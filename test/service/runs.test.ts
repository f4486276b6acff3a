import { describe, expect, it } from "vitest";
import { diffRuns } from "../../functions/matching/differences.ts";
import { publishedYears } from "../../functions/matching/publishedRun.ts";
import { addDays, dateAt } from "../../shared/domain/calendar/calendar.ts";
import { RunId } from "../../shared/domain/ids.ts";
import { act } from "../../shared/runtime/act.ts";
import { people } from "../../shared/store/rows/people.ts";
import type { Store } from "../../shared/store/store.ts";
import { proposals, runs } from "../../shared/store/rows/runs.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { problemIn, read } from "./read.ts";
import { type Scene, setScene } from "./scene.ts";
import { twoRequests } from "./twoRequests.ts";

/** What a published run can be asked afterwards. */
const service = await serviceForTests();

describe("a run that is asked about several times", () => {
  it("is opened once, for all who ask, and of its own partnership", async () => {
    const scene = await setScene(service);
    const { runId } = await twoRequests(scene);
    let reads = 0;
    const store: Store = {
      ...scene.store,
      all: (list) => {
        if (list.entity.rowType === "run-input") reads += 1;
        return scene.store.all(list);
      },
    };
    const id = RunId.parse(runId);
    const [first, overlapping] = await Promise.all([publishedYears(store, id), publishedYears(store, id)]);
    expect(overlapping).toBe(first);
    expect(await publishedYears(store, id)).toBe(first);
    expect(reads).toBe(1);
    const stranger = await setScene(service);
    expect(await publishedYears(stranger.store, id)).toMatchObject({ problem: "not-found" });
  });
});

describe("the recruit list of a run", () => {
  it("says for which expertise one more practitioner would fill a place, and what more of a busy one buys", async () => {
    const scene = await setScene(service);
    await scene.addPerson(1, { capacityDeployments: 1 });
    await scene.addRequest(0);
    await scene.addRequest(2);
    const { requestId } = await scene.addRequest(0, {
      codes: { primary: "WF-01", secondary: [] },
      priority: 4,
    });
    const path = `/match-runs/${await scene.run()}/recruits`;
    const { recruits, prices } = read.recruits(await scene.get(scene.director, path));
    expect(recruits[0]).toMatchObject({ code: "WF-01", placesFilled: 1, requestIds: [requestId] });
    expect(recruits.map(({ code }) => code)).toContain("CT-02");
    expect(prices).toHaveLength(1);
    expect(prices[0]?.priorityWeighted).toBeGreaterThan(0);
  });

  it("is not for heads or practitioners, nor of a run that is not there", async () => {
    const scene = await setScene(service);
    const { better, filled, runId } = await twoRequests(scene);
    const refused = [
      await scene.get(filled.head, `/match-runs/${runId}/recruits`),
      await scene.get(better.account, `/match-runs/${runId}/recruits`),
      await scene.get(scene.broker, "/match-runs/run_00000000/recruits"),
    ];
    expect(refused.map(problemIn)).toEqual(["forbidden", "forbidden", "not-found"]);
  });
});

describe("what rotation costs a run", () => {
  it("is told in points for each academic year, beside the cost of each deployment already held", async () => {
    const scene = await setScene(service);
    await scene.addPerson(1);
    await scene.addPerson(2, { phases: ["secondary", "primary"], modes: ["hybrid"] });
    await scene.addRequest(0);
    await scene.addRequest(2);
    const runId = await scene.run();
    const { summary } = read.run(await scene.get(scene.broker, `/match-runs/${runId}`));
    const rotation = read.rotation(await scene.get(scene.director, `/match-runs/${runId}/rotation`));
    expect(rotation).toMatchObject({
      runId,
      years: [{ academicYear: summary?.years[0]?.academicYear, costPerLoad: 3, proven: true }],
    });
    expect(rotation.years[0]?.lossInFit).toBeGreaterThanOrEqual(0);
  });

  it("is not for heads or practitioners, nor of a run that is not there", async () => {
    const scene = await setScene(service);
    const { better, filled, runId } = await twoRequests(scene);
    const refused = [
      await scene.get(filled.head, `/match-runs/${runId}/rotation`),
      await scene.get(better.account, `/match-runs/${runId}/rotation`),
      await scene.get(scene.broker, "/match-runs/run_00000000/rotation"),
    ];
    expect(refused.map(problemIn)).toEqual(["forbidden", "forbidden", "not-found"]);
  });
});

/** Two runs between which somebody came, somebody was parked, and two requests were added in each of two years. */
async function twoYearsChanged(scene: Scene) {
  const { better, runId } = await twoRequests(scene);
  const row = await scene.store.get(people, { personId: better.personId });
  const parked = { until: "2099-01-01", reason: "On leave" };
  await scene.store.stage(people, row ? [{ ...row, parked }] : []);
  await scene.addPerson(3);
  const today = dateAt(service.host.world.now());
  const window = { from: addDays(today, 400), to: addDays(today, 460) };
  for (const school of [3, 4]) {
    await scene.addRequest(school);
    await scene.addRequest(school, { window });
  }
  return { runId, later: await scene.run() };
}

describe("the differences of two runs", () => {
  it("name who is proposed no longer, who is instead, and the change of the input behind both", async () => {
    const scene = await setScene(service);
    const { better, other, filled, runId } = await twoRequests(scene);
    const row = await scene.store.get(people, { personId: better.personId });
    const parked = { until: "2099-01-01", reason: "On leave" };
    await scene.store.stage(people, row ? [{ ...row, parked }] : []);
    const later = await scene.run();
    const found = read.differences(
      await scene.get(scene.broker, `/match-runs/${later}/differences/${runId}`),
    );
    const [year] = found.years;
    const cause = year?.inputs.findIndex(({ id, field }) => id === better.personId && field === "parked");
    expect(year?.inputs[cause ?? -1]).toMatchObject({ kind: "changed", before: "false", after: "true" });
    expect(year?.outcomes).toHaveLength(2);
    expect(year?.outcomes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: "no-longer-proposed", personId: better.personId, after: null }),
        expect.objectContaining({ kind: "proposed", personId: other.personId, requestId: filled.requestId }),
      ]),
    );
    for (const outcome of year?.outcomes ?? [])
      expect(outcome.cause).toEqual({ kind: "alone", changes: [cause], isComplete: true });
    expect(year?.figures.map(({ name }) => name)).toContain("metrics/totalFit");
  });

  it("tell of a year that only one of the runs looked at, in which all is new", async () => {
    const scene = await setScene(service);
    const { runId } = await twoRequests(scene);
    const window = {
      from: addDays(dateAt(service.host.world.now()), 400),
      to: addDays(dateAt(service.host.world.now()), 460),
    };
    const { requestId } = await scene.addRequest(3, { window });
    const later = await scene.run();
    const { years } = read.differences(
      await scene.get(scene.broker, `/match-runs/${later}/differences/${runId}`),
    );
    expect(years).toHaveLength(2);
    expect(years[1]?.inputs).toMatchObject([{ of: "request", id: requestId, kind: "new" }]);
    expect(years[1]?.outcomes).toMatchObject([{ kind: "proposed", requestId, cause: { kind: "alone" } }]);
  });

  it("share the solves allowed over all years, and say where these were not enough", async () => {
    const scene = await setScene(service);
    const { runId, later } = await twoYearsChanged(scene);
    const path = `/match-runs/${later}/differences/${runId}?solves=1`;
    const { years } = read.differences(await scene.get(scene.broker, path));
    expect(years.map(({ solves }) => solves)).toEqual([1, 0]);
    for (const { outcomes } of years) expect(outcomes.map(({ cause }) => cause.isComplete)).toContain(false);
  });

  it("are answered without a further solve once the time is up", async () => {
    const scene = await setScene(service);
    const { runId, later } = await twoYearsChanged(scene);
    const { broker: account, partnershipId, store } = scene;
    let minutes = 0;
    const world = { ...service.host.world, now: () => new Date(60_000 * (minutes += 1)).toISOString() };
    const none = { schoolId: undefined, personId: undefined };
    const body = await diffRuns(
      {
        params: { runId: RunId.parse(later), fromRunId: RunId.parse(runId) },
        query: { solves: 12 },
        body: undefined,
      },
      {
        world,
        store,
        session: { account, partnershipId, roles: ["broker"], ...none },
        actor: { role: "broker", account },
        act: (decide) => act({ store }, decide),
      },
    );
    expect(body).toMatchObject({ status: 200, body: { years: [{ solves: 0 }, { solves: 0 }] } });
  });

  it("are none of a run with itself, and the broker's alone", async () => {
    const scene = await setScene(service);
    const { filled, runId } = await twoRequests(scene);
    const path = `/match-runs/${runId}/differences/${runId}`;
    const { years } = read.differences(await scene.get(scene.broker, path));
    expect(years).toMatchObject([{ inputs: [], outcomes: [], figures: [], solves: 0 }]);
    const refused = [
      await scene.get(filled.head, path),
      await scene.get(scene.director, path),
      await scene.get(scene.broker, `/match-runs/${runId}/differences/run_00000000`),
      await scene.get(scene.broker, `${path}?solves=100000`),
    ];
    expect(refused.map(problemIn)).toEqual(["forbidden", "forbidden", "not-found", "invalid-request"]);
  });
});

describe("a replay of a run", () => {
  it("gives the same bytes and finds its rows, and says so when a row was tampered with", async () => {
    const scene = await setScene(service);
    const { better, filled, runId } = await twoRequests(scene);
    const path = `/match-runs/${runId}/replay`;
    const fresh = read.replay(await scene.get(scene.director, path));
    expect(fresh).toMatchObject({ isIdentical: true, rowsAreIdentical: true });
    expect(fresh.resultDigest.published).toBe(fresh.resultDigest.now);
    const key = { runId: RunId.parse(runId), requestId: filled.requestId, personId: better.personId };
    const row = await scene.store.get(proposals, key);
    await scene.store.stage(proposals, row ? [{ ...row, fit: row.fit + 1 }] : []);
    const tampered = read.replay(await scene.get(scene.broker, path));
    expect(tampered).toMatchObject({ isIdentical: true, rowsAreIdentical: false });
    const run = await scene.store.get(runs, key);
    const forged = run?.summary
      ? { ...run, summary: { ...run.summary, resultDigest: "0".repeat(64) } }
      : undefined;
    await scene.store.stage(runs, forged ? [forged] : []);
    expect(read.replay(await scene.get(scene.broker, path))).toMatchObject({ isIdentical: false });
  });

  it("changes nothing, and is refused to a head and of a run that is not published", async () => {
    const scene = await setScene(service);
    const { filled, runId } = await twoRequests(scene);
    const before = await scene.store.get(runs, { runId: RunId.parse(runId) });
    await scene.get(scene.broker, `/match-runs/${runId}/replay`);
    expect(await scene.store.get(runs, { runId: RunId.parse(runId) })).toEqual(before);
    const unpublished = service.host.world.fresh(RunId);
    if (before)
      await scene.store.stage(runs, [{ ...before, runId: unpublished, state: "matching", summary: null }]);
    const refused = [
      await scene.get(filled.head, `/match-runs/${runId}/replay`),
      await scene.get(scene.broker, `/match-runs/${unpublished}/replay`),
      await scene.get(scene.broker, `/match-runs/${unpublished}/differences/${runId}`),
      await scene.get(scene.broker, `/match-runs/${unpublished}/requests/${filled.requestId}`),
    ];
    expect(refused.map(problemIn)).toEqual(["forbidden", "wrong-state", "wrong-state", "wrong-state"]);
  });
});
