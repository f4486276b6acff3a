import { describe, expect, it } from "vitest";
import type { OfferId } from "../../shared/domain/ids.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { problemIn, read } from "./read.ts";
import { type Asked, type Scene, setScene, type Someone } from "./scene.ts";

const service = await serviceForTests();

interface Way {
  readonly request: Asked;
  readonly person: Someone;
}

/** Two schools that both ask, and in each of which somebody could help the other. */
async function bothWays(offersPerWave?: number) {
  const scene = await setScene(service, (policy) =>
    offersPerWave === undefined ? policy : { ...policy, offersPerWave },
  );
  const [of0, of1] = [await scene.addPerson(0), await scene.addPerson(1)];
  const [to0, to1] = [await scene.addRequest(0), await scene.addRequest(1)];
  return { scene, one: { request: to0, person: of1 }, other: { request: to1, person: of0 } };
}

const proposed = async (scene: Scene, runId: string) =>
  read.proposals(await scene.get(scene.broker, `/match-runs/${runId}/proposals`)).items;

/** Takes an offer through its three consents; answers the last. */
async function agree(scene: Scene, { request, person }: Way, { offerId }: { readonly offerId: OfferId }) {
  const at = `/requests/${request.requestId}/offers/${offerId}`;
  await scene.post(person.account, `${at}/acceptance`, {});
  await scene.post(person.homeHead, `${at}/release`, { released: true });
  return scene.post(request.head, `${at}/agreement`, { agreed: true, objectives: [request.objectiveId] });
}

describe("two schools that would support each other", () => {
  it("are told of on both proposals, and once one is offered the other is not, for as long as it is open", async () => {
    const { scene, one, other } = await bothWays();
    const runId = await scene.run();
    const told = await proposed(scene, runId);
    for (const [way, back] of [
      [one, other],
      [other, one],
    ] as const) {
      const mine = told.find(({ personId }) => personId === way.person.personId);
      const said = mine?.warnings.filter((each) => each.includes("reciprocal"));
      expect(said).toEqual([expect.stringContaining(back.person.personId)]);
    }
    const offer = read.offer(await scene.confirm(runId, one.request, one.person));
    const refused = await scene.confirm(runId, other.request, other.person);
    expect([problemIn(refused), JSON.stringify(refused.body)]).toEqual([
      "out-of-date",
      expect.stringContaining("reciprocal: Somebody of the asking school has an open offer"),
    ]);
    expect(await proposed(scene, await scene.run())).toEqual([]);
    const verdict = await scene.get(
      scene.broker,
      `/requests/${other.request.requestId}/verdicts/${other.person.personId}`,
    );
    expect(verdict.body).toMatchObject({
      mayBeProposed: false,
      rules: [{ rule: "reciprocal", evidence: [{ record: "offer", of: offer.offerId }] }],
    });
    const reason = { reason: "no-capacity-now" };
    const at = `/requests/${one.request.requestId}/offers/${offer.offerId}`;
    expect((await scene.post(one.person.account, `${at}/refusal`, reason)).status).toBe(200);
    await service.settle();
    const again = await scene.run();
    expect((await proposed(scene, again)).map(({ personId }) => personId)).toEqual([other.person.personId]);
    expect((await scene.confirm(again, other.request, other.person)).status).toBe(201);
  });

  it("are sent one offer by a wave, which names the other", async () => {
    const { scene } = await bothWays(50);
    const path = `/match-runs/${await scene.run()}/waves`;
    const wave = read.wave(await scene.post(scene.broker, path, { most: 50 }));
    expect([wave.sent.length, wave.notSent]).toEqual([
      1,
      [expect.objectContaining({ problem: "out-of-date", detail: expect.stringContaining("reciprocal") })],
    ]);
  });

  it("may, where a broker says so of the offer, and need not say it again of the work that it becomes", async () => {
    const { scene, one, other } = await bothWays();
    const first = read.offer(await scene.confirm(await scene.run(), one.request, one.person));
    const body = { personId: other.person.personId, rule: "reciprocal", reason: "The heads asked for both" };
    const set = await scene.post(scene.broker, `/requests/${other.request.requestId}/overrides`, body);
    expect(set.status).toBe(200);
    const runId = await scene.run();
    const second = read.offer(await scene.confirm(runId, other.request, other.person));
    expect(read.offer(await agree(scene, one, first)).state).toBe("agreed");
    expect(read.offer(await agree(scene, other, second)).state).toBe("agreed");
  });
});
