import { describe, expect, it } from "vitest";
import { RunId } from "../../shared/domain/ids.ts";
import { offersOfRequest } from "../../shared/store/rows/requests.ts";
import { proposals } from "../../shared/store/rows/runs.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { openOffersTo, proposedPairs, sendWaveOf } from "./waving.ts";
import { read } from "./read.ts";
import { setScene } from "./scene.ts";

/** Several proposals confirmed at once, and how likely a yes to each is. */
const service = await serviceForTests();

const inWaves = (offersPerWave: number) => setScene(service, (policy) => ({ ...policy, offersPerWave }));

describe("a wave after others", () => {
  it("tries none of what was offered before", async () => {
    const scene = await inWaves(50);
    const pairs = await proposedPairs(scene, [1, 2, 3, 4]);
    const runId = await scene.run();
    for (const _each of [1, 2, 3]) await sendWaveOf(scene, runId, { most: 1 });
    for (const { request, person } of pairs) {
      const excluded = { personId: person.personId, reason: "Went there last year" };
      await scene.post(scene.broker, `/requests/${request.requestId}/exclusions`, excluded);
    }
    const last = read.wave(await sendWaveOf(scene, runId, { most: 1 }));
    expect([last.sent, last.notSent.map(({ problem }) => problem)]).toEqual([[], ["out-of-date"]]);
  });

  it("gives up after three tries for each offer that it was asked for", async () => {
    const scene = await inWaves(50);
    const pairs = await proposedPairs(scene, [1, 2, 3, 4]);
    const runId = await scene.run();
    for (const { request, person } of pairs.slice(1)) {
      const excluded = { personId: person.personId, reason: "Went there last year" };
      await scene.post(scene.broker, `/requests/${request.requestId}/exclusions`, excluded);
    }
    const wave = read.wave(await sendWaveOf(scene, runId, { most: 1 }));
    expect([wave.sent, wave.notSentCount]).toEqual([[], 3]);
  });
});

describe("waves never offer twice", () => {
  it("what is proposed, however many are sent at once", async () => {
    const scene = await inWaves(50);
    const pairs = await proposedPairs(scene, [1, 2, 3, 4]);
    const runId = await scene.run();
    const waves = await Promise.all([1, 2, 3].map(() => sendWaveOf(scene, runId)));
    const sent = waves.filter(({ status }) => status === 200).flatMap((each) => read.wave(each).sent);
    expect(new Set(sent.map(({ offerId }) => offerId)).size).toBe(sent.length);
    for (const { request, person } of pairs) {
      expect(await scene.store.all(offersOfRequest(request.requestId))).toHaveLength(1);
      expect(await openOffersTo(scene, person)).toHaveLength(1);
    }
  });

  it("a practitioner's day, though two waves at once each find it free", async () => {
    const scene = await inWaves(50);
    const [pair] = await proposedPairs(scene, [2], { capacityDaysPerYear: 3 });
    if (!pair) throw new Error("A pair was made");
    const runId = RunId.parse(await scene.run());
    const { request, person } = pair;
    const proposal = await scene.store.get(proposals, { runId, ...request, ...person });
    // No run proposes one day twice: these stand in for whatever else could.
    const others = await Promise.all([2, 3, 4].map((school) => scene.addRequest(school)));
    await scene.store.stage(
      proposals,
      others.flatMap(({ requestId }) => (proposal ? [{ ...proposal, requestId }] : [])),
    );
    const waves = (await Promise.all([1, 2].map(() => sendWaveOf(scene, runId)))).map(read.wave);
    expect(await openOffersTo(scene, person)).toHaveLength(1);
    expect(waves.flatMap(({ sent }) => sent)).toHaveLength(1);
    const problems = waves.flatMap(({ notSent }) => notSent.map(({ problem }) => problem));
    expect(problems).toContain("capacity-used-up");
  });

  it("a place that an open offer to somebody else may yet take", async () => {
    const scene = await inWaves(50);
    const [pair] = await proposedPairs(scene, [2]);
    if (!pair) throw new Error("A pair was made");
    const { request, person } = pair;
    const runId = await scene.run();
    const other = await scene.addPerson(3);
    const swapped = await scene.post(
      scene.broker,
      `/match-runs/${runId}/proposals/${request.requestId}/${person.personId}/swap`,
      { withPersonId: other.personId, reason: "The head asked for them" },
    );
    expect(swapped.status).toBe(201);
    const wave = read.wave(await sendWaveOf(scene, runId));
    expect([wave.sent, wave.notSent.map(({ problem }) => problem)]).toEqual([[], ["slots-filled"]]);
  });

  it("days that an offer gives back once it is declined, and no others", async () => {
    const scene = await inWaves(50);
    const [pair] = await proposedPairs(scene, [2], { capacityDaysPerYear: 3 });
    if (!pair) throw new Error("A pair was made");
    const { request, person } = pair;
    const [offer] = read.wave(await sendWaveOf(scene, await scene.run())).sent;
    await scene.post(person.account, `/requests/${request.requestId}/offers/${offer?.offerId}/refusal`, {
      reason: "dates-do-not-suit",
    });
    await service.settle();
    const next = await scene.addRequest(3);
    const wave = read.wave(await sendWaveOf(scene, await scene.run()));
    expect(wave.sent.map(({ requestId }) => requestId)).toEqual([next.requestId]);
  });
});
