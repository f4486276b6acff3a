import { describe, expect, it } from "vitest";
import { RunId } from "../../shared/domain/ids.ts";
import { schoolContacts } from "../../shared/store/rows/partnership.ts";
import { unmetNeeds } from "../../shared/store/rows/runs.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { problemIn, read } from "./read.ts";
import { type Asked, type Scene, setScene, type Someone } from "./scene.ts";
import { twoRequests } from "./twoRequests.ts";

/** What a published run can be asked afterwards. */
const service = await serviceForTests();

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
    const { personId } = await scene.addPerson(1, { phases: ["primary"] });
    const { requestId, head } = await scene.addRequest(0, { phase: "secondary" });
    const runId = RunId.parse(await scene.run());
    const path = `/match-runs/${runId}/requests/${requestId}/relaxations`;
    const stored = await scene.store.get(unmetNeeds, { runId, requestId });
    expect(stored).toMatchObject({ isSettled: true, relaxations: [{ relaxation: "without-phase" }] });
    expect(read.unmetNeed(await scene.get(scene.broker, path))).toEqual(stored);
    const inFull = await scene.get(scene.broker, `${path}/without-phase`);
    expect(inFull.body).toEqual({
      runId,
      requestId,
      relaxation: "without-phase",
      changes: [],
      rule: "phase",
      people: [personId],
    });
    const remote = await scene.get(scene.broker, `${path}/remote`);
    expect(remote.body).toMatchObject({
      changes: [{ field: "mode", before: "on-site", after: "remote" }],
      people: [],
    });
    const strange = await scene.get(scene.broker, `${path}/no-such-change`);
    const byHead = await scene.get(head, `${path}/remote`);
    expect([problemIn(strange), problemIn(byHead)]).toEqual(["not-found", "forbidden"]);
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

describe("the alternates of one request, with the run solved again for each", () => {
  it("tell of each place what the next best would lose, and store nothing", async () => {
    const scene = await setScene(service);
    const { better, other, filled, unmet, runId } = await twoRequests(scene);
    const path = (requestId: string): string => `/match-runs/${runId}/requests/${requestId}`;
    const before = read.explanation(await scene.get(scene.broker, path(filled.requestId)));
    const { places } = read.alternates(await scene.get(scene.broker, `${path(filled.requestId)}/alternates`));
    expect(places).toEqual([{ personId: better.personId, alternates: before.proposals[0]?.alternates }]);
    expect(places).toMatchObject([
      { alternates: [{ personId: other.personId, loss: { certainty: "exact" } }] },
    ]);
    const loss = places[0]?.alternates[0]?.loss;
    expect(loss?.atLeast?.fit).toBe(loss?.fit);
    const ofUnmet = await scene.get(scene.broker, `${path(unmet.requestId)}/alternates`);
    expect(read.alternates(ofUnmet).places).toEqual([]);
  });

  it("are the broker's alone, and of a request and a run that there is", async () => {
    const scene = await setScene(service);
    const { better, filled, runId } = await twoRequests(scene);
    const path = `/match-runs/${runId}/requests/${filled.requestId}/alternates`;
    const refused = [
      await scene.get(filled.head, path),
      await scene.get(better.account, path),
      await scene.get(scene.director, path),
      await scene.get(scene.broker, `/match-runs/${runId}/requests/req_00000000/alternates`),
      await scene.get(scene.broker, `/match-runs/run_00000000/requests/${filled.requestId}/alternates`),
    ];
    expect(refused.map(problemIn)).toEqual(["forbidden", "forbidden", "forbidden", "not-found", "not-found"]);
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
