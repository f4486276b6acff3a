import { describe, expect, it } from "vitest";
import { RunId } from "../../shared/domain/ids.ts";
import { sendWave } from "../../functions/matching/wave.ts";
import { act } from "../../shared/runtime/act.ts";
import type { Store } from "../../shared/store/store.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { openOffersTo, proposedPairs, sendWaveOf } from "./waving.ts";
import { problemIn, read } from "./read.ts";
import { setScene } from "./scene.ts";

/** Several proposals confirmed at once, and how likely a yes to each is. */
const service = await serviceForTests();

const inWaves = (offersPerWave: number) => setScene(service, (policy) => ({ ...policy, offersPerWave }));

describe("a wave of offers", () => {
  it("is refused until a route policy sends in waves, to a head, of an older run and of none", async () => {
    const scene = await setScene(service);
    const [pair] = await proposedPairs(scene, [2]);
    const runId = await scene.run();
    expect(problemIn(await sendWaveOf(scene, runId))).toBe("wrong-state");
    expect(problemIn(await scene.get(scene.broker, `/match-runs/${runId}/waves`))).toBe("wrong-state");
    const open = await inWaves(5);
    const [mine] = await proposedPairs(open, [2]);
    const older = await open.run();
    await open.run();
    const refused = [
      await open.post(mine?.request.head ?? "", `/match-runs/${older}/waves`, { most: 1 }),
      await sendWaveOf(open, older),
      await sendWaveOf(open, "run_00000000"),
      await sendWaveOf(open, older, { most: 0 }),
    ];
    expect(refused.map(problemIn)).toEqual(["forbidden", "out-of-date", "not-found", "invalid-request"]);
    expect(pair && (await openOffersTo(scene, pair.person))).toEqual([]);
  });

  it("sends the first of its proposals by priority, each as one confirmed by itself", async () => {
    const scene = await inWaves(50);
    const pairs = await proposedPairs(scene, [1, 4, 2, 3]);
    const runId = await scene.run();
    const wave = read.wave(await sendWaveOf(scene, runId, { most: 3, reason: "Before half term" }));
    expect(wave.sent.map(({ requestId }) => requestId)).toEqual(
      [1, 3, 2].map((at) => pairs[at]?.request.requestId),
    );
    expect(wave.sent[0]).toMatchObject({ state: "sent", consents: [{ answer: "awaited" }, {}, {}] });
    expect(wave.notSent).toEqual([]);
    const [, second] = pairs;
    const decisions = second && (await scene.request(second.request))?.decisions;
    expect(decisions).toMatchObject([{ action: "proposal-confirmed", reason: "Before half term" }]);
    const rest = read.wave(await sendWaveOf(scene, runId));
    expect(rest.sent.map(({ requestId }) => requestId)).toEqual([pairs[0]?.request.requestId]);
    expect([rest.notSent, rest.notSentCount]).toEqual([[], 0]);
  });

  it("is told before it is sent, with what it leaves out and why, and sends only what was looked over", async () => {
    const scene = await inWaves(3);
    const pairs = await proposedPairs(scene, [1, 4, 2, 3]);
    const runId = await scene.run();
    const next = async (query = "") =>
      read.nextWave(await scene.get(scene.broker, `/match-runs/${runId}/waves${query}`));
    const idsIn = (some: readonly { readonly requestId: string }[]) => some.map(({ requestId }) => requestId);
    const inTurn = [1, 3, 2, 0].map((at) => pairs[at]?.request.requestId);
    const first = await next();
    expect(idsIn(first.wouldSend)).toEqual(inTurn.slice(0, 3));
    expect(first.wouldSend[0]).toMatchObject({ priority: 4, expectedAcceptance: { share: 0.5, offers: 0 } });
    expect(idsIn((await next("?most=2")).wouldSend)).toEqual(inTurn.slice(0, 2));
    expect(await next("?leastAcceptance=0.6")).toMatchObject({
      wouldSend: [],
      leftOut: { routeWithoutWaves: 0, tooUnlikely: 4 },
    });
    await scene.post(scene.broker, `/requests/${inTurn[0]}/exclusions`, {
      personId: pairs[1]?.person.personId,
      reason: "They were there last year",
    });
    const then = await next();
    expect(idsIn(then.couldNotSend)).toEqual(inTurn.slice(0, 1));
    expect(idsIn(then.wouldSend)).toEqual(inTurn.slice(1));
    const only = then.wouldSend.slice(1, 2).map(({ requestId, personId }) => ({ requestId, personId }));
    const wave = read.wave(await sendWaveOf(scene, runId, { most: 3, only }));
    expect([idsIn(wave.sent), wave.notSentCount]).toEqual([inTurn.slice(2, 3), 0]);
    expect(idsIn((await next()).wouldSend)).toEqual([inTurn[1], inTurn[3]]);
  });

  it("keeps to the number that the policy of a route allows", async () => {
    const scene = await inWaves(2);
    await proposedPairs(scene, [1, 2, 3]);
    expect(read.wave(await sendWaveOf(scene, await scene.run())).sent).toHaveLength(2);
  });

  it("may be kept to proposals that are likely to be accepted", async () => {
    const scene = await inWaves(50);
    const [doubtful, untried] = await proposedPairs(scene, [4, 2], { capacityDeployments: 5 });
    if (!doubtful || !untried) throw new Error("Two pairs were made");
    const { request, person } = doubtful;
    const offer = read.offer(await scene.confirm(await scene.run(), request, person));
    await scene.post(person.account, `/requests/${request.requestId}/offers/${offer.offerId}/refusal`, {
      reason: "no-capacity-now",
    });
    await service.settle();
    const again = await scene.addRequest(3);
    const runId = await scene.run();
    const { items } = read.proposals(await scene.get(scene.broker, `/match-runs/${runId}/proposals`));
    const told = new Map(items.map((each) => [each.requestId, each.expectedAcceptance]));
    expect(told.get(again.requestId)).toEqual({ share: 1 / 3, offers: 1 });
    expect(told.get(untried.request.requestId)).toEqual({ share: 0.5, offers: 0 });
    const wave = read.wave(await sendWaveOf(scene, runId, { most: 50, leastAcceptance: 0.5 }));
    expect(new Set(wave.sent.map(({ personId }) => personId))).toEqual(new Set([untried.person.personId]));
  });

  it.each([
    { leastAcceptance: 0.5, isSent: true },
    { leastAcceptance: 0.6, isSent: false },
  ])("expects a yes as likely as the route's policy says: $leastAcceptance", async (each) => {
    const { leastAcceptance, isSent } = each;
    const scene = await setScene(service, (policy) => ({ ...policy, offersPerWave: 50, leastAcceptance }));
    await proposedPairs(scene, [2]);
    const { sent, notSentCount } = read.wave(await sendWaveOf(scene, await scene.run()));
    expect([sent.length, notSentCount]).toEqual([isSent ? 1 : 0, 0]);
  });

  it("gives the same answer to the same Idempotency-Key, though both are sent at once, and sends nothing again", async () => {
    const scene = await inWaves(50);
    const [pair] = await proposedPairs(scene, [2]);
    const runId = await scene.run();
    const ask = () =>
      service.ask(scene.broker, {
        method: "POST",
        path: `/match-runs/${runId}/waves`,
        body: { most: 5 },
        headers: { "idempotency-key": "wave-1" },
      });
    const [first, overlapping] = await Promise.all([ask(), ask()]);
    expect(overlapping.body).toEqual(first.body);
    expect((await ask()).body).toEqual(first.body);
    expect(pair && (await openOffersTo(scene, pair.person))).toHaveLength(1);
  });
});

describe("a wave under an Idempotency-Key", () => {
  const headers = { "idempotency-key": "wave-2" };

  it("sends no more than it was asked for, though it is asked for several times at once", async () => {
    const scene = await inWaves(50);
    const pairs = await proposedPairs(scene, [1, 2, 3, 4]);
    const path = `/match-runs/${await scene.run()}/waves`;
    const ask = (body: object) => service.ask(scene.broker, { method: "POST", path, body, headers });
    const answers = await Promise.all([1, 2, 3].map(() => ask({ most: 1 })));
    const open = await Promise.all(pairs.map(({ person }) => openOffersTo(scene, person)));
    expect(open.map(({ length }) => length)).toEqual([0, 0, 0, 1]);
    for (const answer of answers)
      expect(read.wave(answer).sent.map(({ offerId }) => offerId)).toEqual([open[3]?.[0]?.offerId]);
    expect(problemIn(await ask({ most: 2 }))).toBe("idempotency-key-reused");
  });

  it("goes on with what it chose when it was cut off, and keeps to the number it was asked for", async () => {
    const scene = await inWaves(50);
    const pairs = await proposedPairs(scene, [1, 2, 3, 4]);
    const runId = RunId.parse(await scene.run());
    const { broker: account, partnershipId } = scene;
    const session = {
      account,
      partnershipId,
      roles: ["broker"],
      schoolId: undefined,
      personId: undefined,
    } as const;
    const askedOnce = { key: "wave-3", bodyHash: "the same" };
    const ask = (store: Store) =>
      sendWave(
        { params: { runId }, body: { most: 2, leastAcceptance: 0 }, query: {} },
        {
          world: service.host.world,
          store,
          session,
          actor: { role: "broker", account },
          act: (decide) => act({ store }, decide),
          askedOnce,
        },
      );
    let commits = 0;
    const cutOff: Store = {
      ...scene.store,
      commit: async (action) => {
        commits += 1;
        if (commits > 1) throw new Error("Cut off");
        return scene.store.commit(action);
      },
    };
    await expect(ask(cutOff)).rejects.toThrow("Cut off");
    for (const _again of [1, 2]) await ask(scene.store);
    const open = await Promise.all(pairs.map(({ person }) => openOffersTo(scene, person)));
    expect(open.map(({ length }) => length)).toEqual([0, 0, 1, 1]);
  });
});
