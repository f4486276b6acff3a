import { describe, expect, it } from "vitest";
import type { Proposal } from "../../shared/domain/runs/run.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { problemIn, read } from "./read.ts";
import { type Scene, setScene, type Someone } from "./scene.ts";
import { type Offered, step } from "./offering.ts";

const service = await serviceForTests();

/** Confirms a proposal, or swaps it for one to this person. */
async function offerTo(
  scene: Scene,
  proposal: Proposal | undefined,
  person: Someone,
): Promise<Offered["offer"]> {
  if (!proposal) throw new Error("The run proposed nobody");
  const { runId, requestId, personId } = proposal;
  const path = `/match-runs/${runId}/proposals/${requestId}/${personId}`;
  const swap = { withPersonId: person.personId, reason: "Ask them as well" };
  const sent =
    personId === person.personId
      ? await scene.post(scene.broker, `${path}/confirmation`, {})
      : await scene.post(scene.broker, `${path}/swap`, swap);
  return read.offer(sent);
}

describe("offers of the last place, or the last days", () => {
  it("leave exactly one winner when many accept the last place at once, and tell the others truly", async () => {
    const scene = await setScene(service);
    const people = [await scene.addPerson(1), await scene.addPerson(2), await scene.addPerson(3)];
    const request = await scene.addRequest(0);
    const runId = await scene.run();
    const { items } = read.proposals(await scene.get(scene.broker, `/match-runs/${runId}/proposals`));
    const proposal = items[0];
    const offers = await Promise.all(
      people.map(async (person) => ({ person, offer: await offerTo(scene, proposal, person) })),
    );
    const answers = await Promise.all(
      offers.map(({ person, offer }) => step({ scene, offer }, "acceptance")(person.account)),
    );
    const won = answers.filter(({ status }) => status === 200);
    const lost = answers.filter(({ status }) => status !== 200).map(problemIn);
    expect(won).toHaveLength(1);
    expect(lost).toEqual(["slots-filled", "slots-filled"]);
    const states = read.offers(await scene.get(scene.broker, `/requests/${request.requestId}/offers`)).items;
    expect(states.map(({ state }) => state).toSorted()).toEqual(["accepted", "superseded", "superseded"]);
    expect((await scene.request(request))?.slotsOpen).toBe(0);
  });

  it("take a yes once that is pressed many times at once, and tell the others that it was said", async () => {
    const scene = await setScene(service);
    const person = await scene.addPerson(1, { capacityDeployments: 1 });
    const request = await scene.addRequest(0);
    const offer = read.offer(await scene.confirm(await scene.run(), request, person));
    const accept = step({ scene, offer }, "acceptance");
    const answers = await Promise.all(Array.from({ length: 12 }, () => accept(person.account)));
    const [won, lost] = [200, 409].map((status) => answers.filter((each) => each.status === status));
    expect([won?.length, lost?.length]).toEqual([1, 11]);
    expect(new Set(lost?.map(problemIn))).toEqual(new Set(["wrong-state"]));
  });

  it("leave exactly one winner when the last days are accepted twice at once", async () => {
    const scene = await setScene(service);
    const person = await scene.addPerson(1, { capacityDaysPerYear: 3 });
    await scene.addPerson(4);
    const asked = [await scene.addRequest(0), await scene.addRequest(2)];
    const runId = await scene.run();
    const { items } = read.proposals(await scene.get(scene.broker, `/match-runs/${runId}/proposals`));
    const offers = await Promise.all(items.map((proposal) => offerTo(scene, proposal, person)));
    expect(offers.map(({ requestId }) => requestId).toSorted()).toEqual(
      asked.map(({ requestId }) => requestId).toSorted(),
    );
    const answers = await Promise.all(
      offers.map((offer) => step({ scene, offer }, "acceptance")(person.account)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status !== 200).map(problemIn)).toEqual(["capacity-used-up"]);
    const open = await Promise.all(asked.map(async (each) => (await scene.request(each))?.slotsOpen));
    expect(open.filter((places) => places === 0)).toHaveLength(1);
  });
});
