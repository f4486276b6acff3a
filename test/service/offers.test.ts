import { describe, expect, it } from "vitest";
import { deploymentsOfRequest } from "../../shared/store/rows/deployments.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { problemIn, read } from "./read.ts";
import { setScene } from "./scene.ts";
import { daysLeft, offered, step } from "./offering.ts";

const service = await serviceForTests();

describe("the life of an offer over HTTP", () => {
  it("becomes a deployment with the third yes, in one step with the request", async () => {
    const at = await offered(await setScene(service));
    const { scene, person, request } = at;
    expect((await step(at, "acceptance")(person.account)).status).toBe(200);
    expect(await scene.request(request)).toMatchObject({ slotsOpen: 0, state: "open" });
    expect(await daysLeft(at)).toBe(17);
    expect((await step(at, "release")(person.homeHead, { released: true })).status).toBe(200);
    const agreed = await step(at, "agreement")(request.head, {
      agreed: true,
      objectives: [request.objectiveId],
    });
    expect(read.offer(agreed)).toMatchObject({ state: "agreed", expiresAt: null });
    expect(await scene.request(request)).toMatchObject({ slotsOpen: 0, state: "agreed" });
    expect(await scene.store.all(deploymentsOfRequest(request.requestId))).toMatchObject([
      {
        personId: person.personId,
        state: "agreed",
        agreement: { daysPlanned: 3, dayRatePence: 35_000, objectives: [request.objectiveId] },
      },
    ]);
    await service.settle();
  });

  it("is answered by its parties alone, each in turn", async () => {
    const at = await offered(await setScene(service));
    const { scene, person, request } = at;
    const stranger = await scene.addPerson(3);
    const elsewhere = await setScene(service);
    const answers = [
      await step(at, "acceptance")(stranger.account),
      await step(at, "acceptance")(request.head),
      await step({ scene: elsewhere, offer: at.offer }, "withdrawal")(elsewhere.broker, {
        reason: "Not ours",
      }),
      await step(at, "release")(person.homeHead, { released: true }),
      await step(at, "release")(request.head, { released: true }),
      await step(at, "release")(stranger.homeHead, { released: true }),
      await step(at, "agreement")(request.head, { agreed: true, objectives: [request.objectiveId] }),
      await step(at, "counter")(scene.broker, {}),
    ];
    expect(answers.map(problemIn)).toEqual([
      "not-found",
      "forbidden",
      "not-found",
      "not-your-turn",
      "not-found",
      "not-found",
      "not-found",
      "forbidden",
    ]);
    expect(
      (await scene.get(stranger.account, `/requests/${request.requestId}/offers/${at.offer.offerId}`)).status,
    ).toBe(404);
    expect(read.offers(await scene.get(stranger.account, "/offers")).items).toEqual([]);
    await step(at, "acceptance")(person.account);
    const outOfTurn = [
      await step(at, "release")(request.head, { released: true }),
      await step(at, "agreement")(request.head, { agreed: true, objectives: [request.objectiveId] }),
    ];
    expect(outOfTurn.map(problemIn)).toEqual(["forbidden", "not-your-turn"]);
    for (const account of [person.account, person.homeHead, request.head, scene.broker])
      expect(read.offers(await scene.get(account, "/offers")).items).toMatchObject(
        [at.offer.offerId].map((offerId) => ({ offerId })),
      );
  });

  it("cannot be accepted twice, nor agreed to objectives of another request", async () => {
    const at = await offered(await setScene(service));
    const { person, request } = at;
    await step(at, "acceptance")(person.account);
    const again = await step(at, "acceptance")(person.account);
    expect([problemIn(again), again.body]).toMatchObject([
      "wrong-state",
      { detail: expect.stringContaining("you can say no instead") },
    ]);
    await step(at, "release")(person.homeHead, { released: true });
    const strange = await step(at, "agreement")(request.head, {
      agreed: true,
      objectives: [request.objectiveId, "obj_00000000"],
    });
    expect(read.problem(strange)).toMatchObject({ errors: [{ pointer: "/objectives/1" }] });
    expect(await at.scene.store.all(deploymentsOfRequest(request.requestId))).toEqual([]);
  });

  it("gives place and days back when the home head does not release, and is not made again", async () => {
    const at = await offered(await setScene(service));
    const { scene, person, request } = at;
    await step(at, "acceptance")(person.account);
    const refused = await step(at, "release")(person.homeHead, { released: false, note: "No cover" });
    expect(read.offer(refused)).toMatchObject({ state: "declined", declineReason: "release-refused" });
    expect(await scene.request(request)).toMatchObject({ slotsOpen: 1, declinedBy: [person.personId] });
    expect(await daysLeft(at)).toBe(20);
    await service.settle();
    const [latest] = read.runs(await scene.get(scene.broker, "/match-runs")).items;
    const { items } = read.proposals(await scene.get(scene.broker, `/match-runs/${latest?.runId}/proposals`));
    expect(items).toEqual([]);
  });

  it("gives place and days back when a yes is taken back, tells who was asked, and not once it is agreed", async () => {
    const at = await offered(await setScene(service));
    const { scene, person, request } = at;
    await step(at, "acceptance")(person.account);
    const back = await step(at, "refusal")(person.account, { reason: "no-capacity-now", note: "I am ill" });
    expect(read.offer(back)).toMatchObject({ state: "declined", declineReason: "no-capacity-now" });
    expect(await scene.request(request)).toMatchObject({ slotsOpen: 1, declinedBy: [person.personId] });
    expect(await daysLeft(at)).toBe(20);
    expect(problemIn(await step(at, "release")(person.homeHead, { released: true }))).toBe("wrong-state");
    await service.settle();
    const told = (await service.letters()).filter(({ text }) => text?.includes(at.offer.offerId));
    const ended = told.filter(({ subject }) => subject?.startsWith("An offer will not go ahead"));
    expect(ended).toHaveLength(2);
    expect(ended.some(({ text }) => text?.includes("I am ill"))).toBe(false);

    const other = await offered(await setScene(service));
    await step(other, "acceptance")(other.person.account);
    await step(other, "release")(other.person.homeHead, { released: true });
    const { objectiveId, head } = other.request;
    await step(other, "agreement")(head, { agreed: true, objectives: [objectiveId] });
    const late = await step(other, "release")(other.person.homeHead, { released: false });
    expect(problemIn(late)).toBe("wrong-state");
  });

  it("gives place and days back when the broker withdraws it, and not once it is agreed", async () => {
    const at = await offered(await setScene(service));
    const { scene, person, request } = at;
    await step(at, "acceptance")(person.account);
    const withdrawn = await step(at, "withdrawal")(scene.broker, { reason: "Plans have changed" });
    expect(read.offer(withdrawn)).toMatchObject({ state: "withdrawn" });
    expect([(await scene.request(request))?.slotsOpen, await daysLeft(at)]).toEqual([1, 20]);
    expect(problemIn(await step(at, "withdrawal")(scene.broker, { reason: "Again" }))).toBe("wrong-state");
  });

  it("makes the deployment whichever party the policy asks last", async () => {
    const order = ["receiving-head", "home-head", "practitioner"] as const;
    const scene = await setScene(service, (policy) => ({ ...policy, consentOrder: [...order] }));
    const at = await offered(scene);
    const { person, request } = at;
    expect(problemIn(await step(at, "acceptance")(person.account))).toBe("not-your-turn");
    await step(at, "agreement")(request.head, { agreed: true, objectives: [request.objectiveId] });
    await step(at, "release")(person.homeHead, { released: true });
    expect((await scene.request(request))?.slotsOpen).toBe(1);
    const last = await step(at, "acceptance")(person.account);
    expect(read.offer(last).state).toBe("agreed");
    expect(await scene.request(request)).toMatchObject({ slotsOpen: 0, state: "agreed" });
    expect(await scene.store.all(deploymentsOfRequest(request.requestId))).toHaveLength(1);
  });

  it("is read page by page, each offer once", async () => {
    const scene = await setScene(service);
    const person = await scene.addPerson(1);
    const runs: string[] = [];
    for (const school of [0, 2, 3]) {
      const request = await scene.addRequest(school);
      runs.push(read.offer(await scene.confirm(await scene.run(), request, person)).offerId);
    }
    const walk = async (account: string): Promise<string[]> => {
      const seen: string[] = [];
      let cursor: string | null = "";
      while (cursor !== null) {
        const more: string = cursor === "" ? "" : `&cursor=${cursor}`;
        const page = read.offers(await scene.get(account, `/offers?limit=1${more}`));
        seen.push(...page.items.map(({ offerId }) => offerId));
        cursor = page.nextCursor;
      }
      return seen;
    };
    expect(await walk(person.account)).toEqual(runs.toReversed());
    expect((await walk(scene.broker)).toSorted()).toEqual(runs.toSorted());
    expect(problemIn(await scene.get(person.account, "/offers?cursor=bm90aGluZw"))).toBe("invalid-request");
    expect(problemIn(await scene.get(scene.broker, "/offers?cursor=bm90aGluZw"))).toBe("invalid-request");
  });
});
