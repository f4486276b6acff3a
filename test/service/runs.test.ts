import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { diffRuns } from "../../functions/matching/differences.ts";
import { publishedYears } from "../../functions/matching/publishedRun.ts";
import { addDays, dateAt } from "../../shared/domain/calendar.ts";
import { RunId } from "../../shared/domain/ids.ts";
import { schoolContacts } from "../../shared/store/rows/partnership.ts";
import { act } from "../../shared/runtime/act.ts";
import { people } from "../../shared/store/rows/people.ts";
import type { Store } from "../../shared/store/store.ts";
import { proposals, runs, unmetNeeds } from "../../shared/store/rows/runs.ts";
import { startService, type Service } from "../harness/service.ts";
import { problemIn, read } from "./read.ts";
import { type Asked, type Scene, setScene, type Someone } from "./scene.ts";

/** What a published run can be asked afterwards. */
let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const secondBest = { phases: ["secondary", "primary"] as const, modes: ["hybrid"] as const };

/** A request that the first of two people is proposed for, and a request that nobody can help with. */
async function twoRequests(scene: Scene) {
  const better = await scene.addPerson(1);
  const other = await scene.addPerson(2, { phases: [...secondBest.phases], modes: [...secondBest.modes] });
  const filled = await scene.addRequest(0);
  const unmet = await scene.addRequest(0, { codes: { primary: "WF-01", secondary: [] } });
  return { better, other, filled, unmet, runId: await scene.run() };
}

describe("the explanation of one request", () => {
  it("holds its proposals with the next best, or what stands in the way, and nothing of other requests", async () => {
    const scene = await setScene(service);
    const { better, other, filled, unmet, runId } = await twoRequests(scene);
    const path = `/match-runs/${runId}/requests`;
    const explained = read.explanation(await scene.get(scene.broker, `${path}/${filled.requestId}`));
    expect(explained).toMatchObject({
      requestId: filled.requestId,
      proposals: [
        {
          personId: better.personId,
          rulesPassed: expect.arrayContaining(["same-school"]),
          alternates: [
            { personId: other.personId, freeNow: true, neededBy: [], loss: { certainty: "exact" } },
          ],
        },
      ],
      unmet: null,
    });
    const open = read.explanation(await scene.get(scene.broker, `${path}/${unmet.requestId}`));
    expect(open).toMatchObject({
      proposals: [],
      unmet: { slots: 1, binding: { constraint: "no-expertise" } },
    });
  });

  it("is the broker's alone, and of a request that the run knows", async () => {
    const scene = await setScene(service);
    const { filled, runId } = await twoRequests(scene);
    const path = `/match-runs/${runId}/requests`;
    const strange = await scene.get(scene.broker, `${path}/req_00000000`);
    const byHead = await scene.get(filled.head, `${path}/${filled.requestId}`);
    expect([problemIn(strange), problemIn(byHead)]).toEqual(["not-found", "forbidden"]);
  });
});

describe("the relaxations of one request", () => {
  it("are the stored ones where every change was tried, and else what trying them all tells", async () => {
    const scene = await setScene(service);
    await scene.addPerson(1, { phases: ["primary"] });
    const { requestId, head } = await scene.addRequest(0, { phase: "secondary" });
    const runId = RunId.parse(await scene.run());
    const path = `/match-runs/${runId}/requests/${requestId}/relaxations`;
    const stored = await scene.store.get(unmetNeeds, { runId, requestId });
    expect(stored).toMatchObject({ isSettled: true, relaxations: [{ relaxation: "without-phase" }] });
    expect(read.unmetNeed(await scene.get(scene.broker, path))).toEqual(stored);
    const unsettled = stored ? [{ ...stored, relaxations: [], isSettled: false }] : [];
    await scene.store.stage(unmetNeeds, unsettled);
    expect(read.unmetNeed(await scene.get(scene.broker, path))).toEqual(stored);
    expect(await scene.store.get(unmetNeeds, { runId, requestId })).toEqual(unsettled[0]);
    const refused = [
      await scene.get(head, path),
      await scene.get(scene.director, path),
      await scene.get(scene.broker, `/match-runs/${runId}/requests/req_00000000/relaxations`),
      await scene.get(scene.broker, `/match-runs/run_00000000/requests/${requestId}/relaxations`),
    ];
    expect(refused.map(problemIn)).toEqual(["forbidden", "forbidden", "not-found", "not-found"]);
  });
});

describe("the stand-ins of one request", () => {
  it("are those free beside all that the run proposes, best first, with how likely they say yes", async () => {
    const scene = await setScene(service);
    const { better, other, filled, unmet, runId } = await twoRequests(scene);
    const path = `/match-runs/${runId}/requests/${filled.requestId}/stand-ins`;
    const third = await scene.addPerson(3);
    const [place] = read.standIns(await scene.get(scene.broker, path)).places;
    expect(place).toMatchObject({
      personId: better.personId,
      standIns: [{ personId: other.personId, expectedAcceptance: { share: 0.5, offers: 0 } }],
      count: 1,
    });
    expect(JSON.stringify(place)).not.toContain(third.personId);
    const laterId = await scene.run();
    const later = `/match-runs/${laterId}/requests/${filled.requestId}/stand-ins?most=1`;
    const [now] = read.standIns(await scene.get(scene.broker, later)).places;
    expect([now?.standIns.length, now?.count]).toEqual([1, 2]);
    const ofUnmet = `/match-runs/${runId}/requests/${unmet.requestId}/stand-ins`;
    expect(read.standIns(await scene.get(scene.broker, ofUnmet)).places).toEqual([]);
  });

  it("are the broker's alone, and of a request that the run knows", async () => {
    const scene = await setScene(service);
    const { better, filled, runId } = await twoRequests(scene);
    const path = `/match-runs/${runId}/requests/${filled.requestId}/stand-ins`;
    const refused = [
      await scene.get(filled.head, path),
      await scene.get(better.account, path),
      await scene.get(scene.director, path),
      await scene.get(scene.broker, `/match-runs/${runId}/requests/req_00000000/stand-ins`),
      await scene.get(scene.broker, `${path}?most=0`),
    ];
    expect(refused.map(problemIn)).toEqual([
      "forbidden",
      "forbidden",
      "forbidden",
      "not-found",
      "invalid-request",
    ]);
  });
});

describe("a practitioner's view of a run", () => {
  it("tells the broker why somebody was asked and why another was not", async () => {
    const scene = await setScene(service);
    const { better, other, filled, runId } = await twoRequests(scene);
    const view = async (personId: string) =>
      read.practitioner(await scene.get(scene.broker, `/match-runs/${runId}/practitioners/${personId}`));
    const asked = await view(better.personId);
    expect(asked.proposed).toMatchObject([{ requestId: filled.requestId }]);
    const total = asked.proposed[0]?.components.reduce((sum, { points }) => sum + points, 0);
    expect(total).toBeCloseTo(asked.proposed[0]?.fit ?? 0, 6);
    expect((await view(other.personId)).notAsked).toMatchObject([
      { requestId: filled.requestId, reason: "better-fit" },
    ]);
  });

  it("tells practitioners of their own offers, of nothing unconfirmed, and nothing of others", async () => {
    const scene = await setScene(service);
    const { better, other, filled, runId } = await twoRequests(scene);
    const path = (personId: string) => `/match-runs/${runId}/practitioners/${personId}`;
    const before = read.practitioner(await scene.get(better.account, path(better.personId)));
    expect(before.proposed).toEqual([]);
    await scene.confirm(runId, filled, better);
    const after = read.practitioner(await scene.get(better.account, path(better.personId)));
    expect(after.proposed).toMatchObject([{ requestId: filled.requestId }]);
    const own = await scene.get(other.account, path(other.personId));
    expect(own.status).toBe(200);
    expect(JSON.stringify(own.body)).not.toContain(better.personId);
    const prying = await scene.get(other.account, path(better.personId));
    const byHead = await scene.get(filled.head, path(better.personId));
    expect([problemIn(prying), problemIn(byHead)]).toEqual(["not-found", "forbidden"]);
  });
});

/** A practitioner's own view of a run. */
const ownViewOf = async (scene: Scene, runId: string, { personId, account }: Someone) =>
  read.practitioner(await scene.get(account, `/match-runs/${runId}/practitioners/${personId}`));

describe("what practitioners see of a run themselves", () => {
  it("is no proposal of a later run, though an earlier run's offer was withdrawn", async () => {
    const scene = await setScene(service);
    const person = await scene.addPerson(1);
    const request = await scene.addRequest(0);
    const earlier = await scene.run();
    const { offerId } = read.offer(await scene.confirm(earlier, request, person));
    const { requestId } = request;
    expect((await ownViewOf(scene, earlier, person)).proposed).toMatchObject([{ requestId }]);
    await scene.post(scene.broker, `/requests/${requestId}/offers/${offerId}/withdrawal`, {
      reason: "The head asked to wait",
    });
    const later = await scene.run();
    expect((await ownViewOf(scene, earlier, person)).proposed).toEqual([]);
    expect(await ownViewOf(scene, later, person)).toMatchObject({
      proposed: [],
      notAsked: [{ requestId, reason: "not-offered" }],
    });
  });

  it("is the same whether or not the broker pinned, excluded, or keeps a word on their school", async () => {
    const tell = async (
      choose: (scene: Scene, person: Someone, requests: readonly Asked[]) => Promise<void>,
    ) => {
      const scene = await setScene(service);
      const person = await scene.addPerson(1, { capacityDeployments: 1 });
      const requests = [await scene.addRequest(0), await scene.addRequest(2)];
      await choose(scene, person, requests);
      const { proposed, notAsked } = await ownViewOf(scene, await scene.run(), person);
      return { proposed, notAsked: notAsked.map((each) => ({ ...each, requestId: "" })) };
    };
    const why = { reason: "For reasons of the broker's" };
    const plain = await tell(async () => {});
    const others = [
      await tell(async (scene, { personId }, [request]) => {
        await scene.post(scene.broker, `/requests/${request?.requestId}/pins`, { personId, ...why });
      }),
      await tell(async (scene, { personId }, [request]) => {
        await scene.post(scene.broker, `/requests/${request?.requestId}/exclusions`, { personId, ...why });
      }),
      await tell(async (scene) => {
        const [, schoolId] = scene.schools;
        if (schoolId)
          await scene.store.stage(schoolContacts, [
            { schoolId, headEmail: null, inCategoryOfConcern: true, revision: 0 },
          ]);
      }),
    ];
    expect(plain.notAsked).toHaveLength(2);
    for (const other of others) expect(other).toEqual(plain);
  });
});

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
