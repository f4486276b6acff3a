import { describe, expect, it } from "vitest";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { problemIn, read } from "./read.ts";
import { setScene, type Someone } from "./scene.ts";

const service = await serviceForTests();

describe("confirming and swapping proposals", () => {
  it("makes one offer on the request's own terms and asks the first party", async () => {
    const scene = await setScene(service);
    const person = await scene.addPerson(1);
    const request = await scene.addRequest(0);
    const runId = await scene.run();
    const confirmed = await scene.confirm(runId, request, person);
    const again = await scene.confirm(runId, request, person);
    expect(confirmed.status).toBe(201);
    expect(read.offer(confirmed)).toMatchObject({
      state: "sent",
      terms: { days: 3, mode: "on-site" },
      consents: [{ party: "practitioner", answer: "awaited" }, {}, {}],
    });
    expect(problemIn(again)).toBe("already-exists");
  });

  it("refuses a proposal that a newer run does not make, and takes one that it still makes", async () => {
    const scene = await setScene(service);
    const person = await scene.addPerson(1);
    const request = await scene.addRequest(0);
    const first = await scene.run();
    await scene.run();
    await scene.post(scene.broker, `/requests/${request.requestId}/exclusions`, {
      personId: person.personId,
      reason: "Went there last year",
    });
    await scene.run();
    const gone = await scene.confirm(first, request, person);
    expect(problemIn(gone)).toBe("out-of-date");
    const other = await scene.addRequest(2);
    const older = await scene.run();
    await scene.run();
    expect((await scene.confirm(older, other, person)).status).toBe(201);
  });

  it("swaps to somebody whom no rule forbids, and names each rule that does", async () => {
    const scene = await setScene(service);
    const proposed = await scene.addPerson(1);
    const near = await scene.addPerson(2, { phases: ["secondary"] });
    const own = await scene.addPerson(0);
    const request = await scene.addRequest(0);
    const runId = await scene.run();
    const swap = (withPersonId: string, overrideRules: readonly string[] = []) =>
      scene.post(
        scene.broker,
        `/match-runs/${runId}/proposals/${request.requestId}/${proposed.personId}/swap`,
        { withPersonId, reason: "The head asked for them", overrideRules },
      );
    const ownSchool = await swap(own.personId, ["same-school"]);
    expect(problemIn(ownSchool)).toBe("hard-rule");
    expect(read.problem(ownSchool).errors?.map(({ detail }) => detail.split(":")[0])).toEqual([
      "same-school",
    ]);
    expect(problemIn(await swap(near.personId))).toBe("hard-rule");
    expect(problemIn(await swap(near.personId, ["no-such-rule"]))).toBe("invalid-request");
    const swapped = await swap(near.personId, ["phase"]);
    expect(read.offer(swapped)).toMatchObject({ personId: near.personId, state: "sent" });
    expect((await scene.request(request))?.overrides).toMatchObject([
      { personId: near.personId, rule: "phase", reason: "The head asked for them", by: scene.broker },
    ]);
  });

  it("sends no more people from one school than the request takes, by swap, confirmation or wave", async () => {
    const scene = await setScene(service, (policy) => ({ ...policy, offersPerWave: 10 }));
    const first = await scene.addPerson(1);
    const second = await scene.addPerson(1, { modes: ["hybrid"] });
    const elsewhere = await scene.addPerson(2);
    const request = await scene.addRequest(0, { people: 2, slotsOpen: 2, maxFromOneSchool: 1 });
    const runId = await scene.run();
    const path = `/match-runs/${runId}/proposals/${request.requestId}/${elsewhere.personId}/swap`;
    const swapTo = ({ personId }: Someone) =>
      scene.post(scene.broker, path, { withPersonId: personId, reason: "The head asked for them" });
    expect((await swapTo(second)).status).toBe(201);
    expect(problemIn(await scene.confirm(runId, request, first))).toBe("hard-rule");
    const wave = read.wave(await scene.post(scene.broker, `/match-runs/${runId}/waves`, { most: 10 }));
    expect(wave.sent).toMatchObject([{ personId: elsewhere.personId }]);
    expect(wave.notSent).toMatchObject([{ personId: first.personId, problem: "hard-rule" }]);
    expect(problemIn(await swapTo(first))).toBe("hard-rule");
  });

  it("refuses an offer for which the practitioner has no days, or that nobody may make", async () => {
    const scene = await setScene(service);
    const person = await scene.addPerson(1, { capacityDaysPerYear: 3 });
    const [one, two] = [await scene.addRequest(0), await scene.addRequest(2)];
    const runId = await scene.run();
    const { items } = read.proposals(await scene.get(scene.broker, `/match-runs/${runId}/proposals`));
    const [taken, left] = items[0]?.requestId === one.requestId ? [one, two] : [two, one];
    const offer = read.offer(await scene.confirm(runId, taken, person));
    await scene.post(person.account, `/requests/${taken.requestId}/offers/${offer.offerId}/acceptance`, {});
    const unproposed = await scene.confirm(runId, left, person);
    const byHead = await scene.post(
      one.head,
      `/match-runs/${runId}/proposals/${taken.requestId}/${person.personId}/confirmation`,
      {},
    );
    expect([problemIn(unproposed), problemIn(byHead)]).toEqual(["not-found", "forbidden"]);
  });
});
