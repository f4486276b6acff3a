import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deploymentsOfRequest, followUps } from "../../shared/store/rows/deployments.ts";
import { capacities } from "../../shared/store/rows/people.ts";
import { DeploymentId, FollowUpId, SchoolId } from "../../shared/domain/ids.ts";
import type { Offer } from "../../shared/domain/offer.ts";
import type { Proposal } from "../../shared/domain/run.ts";
import { type Answered, startService, type Service } from "../harness/service.ts";
import { pastDeadline, toWorkingDay } from "../harness/workingDay.ts";
import { problemIn, read } from "./read.ts";
import { type Asked, type Scene, setScene, type Someone } from "./scene.ts";

interface Offered {
  readonly scene: Scene;
  readonly person: Someone;
  readonly request: Asked;
  readonly offer: Pick<Offer, "offerId" | "requestId">;
}

const step = (
  { scene, offer }: Pick<Offered, "scene" | "offer">,
  name: string,
): ((account: string, body?: object) => Promise<Answered>) => {
  const path = `/requests/${offer.requestId}/offers/${offer.offerId}/${name}`;
  return (account, body = {}) => scene.post(account, path, body);
};

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

describe("the life of an offer over HTTP", () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.close());

  const offered = async (scene: Scene): Promise<Offered> => {
    const person = await scene.addPerson(1);
    const request = await scene.addRequest(0);
    const offer = read.offer(await scene.confirm(await scene.run(), request, person));
    return { scene, person, request, offer };
  };
  const daysLeft = async ({ scene, person }: Offered): Promise<number | undefined> => {
    const year = read.offers(await scene.get(person.account, "/offers")).items[0]?.academicYear ?? "";
    return (await scene.store.get(capacities, { personId: person.personId, academicYear: year }))?.daysLeft;
  };

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
    expect(service.errors).toEqual([]);
  });

  it("leaves exactly one winner when many accept the last place at once, and tells the others truly", async () => {
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

  it("leaves exactly one winner when the last days are accepted twice at once", async () => {
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
    expect(problemIn(await step(at, "acceptance")(person.account))).toBe("wrong-state");
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

  it("gives place and days back when the broker withdraws it, and not once it is agreed", async () => {
    const at = await offered(await setScene(service));
    const { scene, person, request } = at;
    await step(at, "acceptance")(person.account);
    const withdrawn = await step(at, "withdrawal")(scene.broker, { reason: "Plans have changed" });
    expect(read.offer(withdrawn)).toMatchObject({ state: "withdrawn" });
    expect([(await scene.request(request))?.slotsOpen, await daysLeft(at)]).toEqual([1, 20]);
    expect(problemIn(await step(at, "withdrawal")(scene.broker, { reason: "Again" }))).toBe("wrong-state");
  });

  it("holds the days that the practitioner proposed once the broker takes them", async () => {
    const at = await offered(await setScene(service));
    const { scene, person, request } = at;
    const window = (await scene.request(request))?.window;
    const terms = { days: 1.5, window, mode: "on-site" };
    const countered = await step(at, "counter")(person.account, { terms, message: "I have less time" });
    expect(read.offer(countered)).toMatchObject({ state: "countered", expiresAt: null });
    expect(problemIn(await step(at, "acceptance")(person.account))).toBe("wrong-state");
    const taken = await step(at, "counter/settlement")(scene.broker, { take: true, reason: "Good" });
    expect(read.offer(taken)).toMatchObject({
      state: "accepted",
      terms,
      consents: [{ answer: "yes" }, { party: "home-head", answer: "awaited" }, { answer: "not-yet-asked" }],
    });
    expect([(await scene.request(request))?.slotsOpen, await daysLeft(at)]).toEqual([0, 18.5]);
  });

  it("takes no other dates on which the school is not open as often as is to be worked", async () => {
    const at = await offered(await setScene(service));
    const nextYear = Number(service.host.world.now().slice(0, 4)) + 1;
    const counter = step(at, "counter");
    const countering = (to: string) => {
      const window = { from: `${nextYear}-08-24`, to };
      return counter(at.person.account, {
        terms: { days: 1.5, window, mode: "on-site" },
        message: "In the summer",
      });
    };
    const refused = await countering(`${nextYear}-08-28`);
    expect(problemIn(refused)).toBe("invalid-request");
    expect(read.problem(refused).errors?.[0]?.pointer).toBe("/terms/window");
    expect(read.offer(await countering("9999-12-31"))).toMatchObject({ state: "countered" });
  });

  it("asks a practitioner again, who holds nothing until then, when the home head's terms are taken", async () => {
    const at = await offered(await setScene(service));
    const { scene, person, request } = at;
    await step(at, "acceptance")(person.account);
    const terms = { days: 2, window: (await scene.request(request))?.window, mode: "on-site" };
    await step(at, "counter")(person.homeHead, { terms, message: "Two days at most" });
    const taken = await step(at, "counter/settlement")(scene.broker, { take: true, reason: "Good" });
    expect(read.offer(taken)).toMatchObject({
      state: "sent",
      consents: [{ answer: "awaited" }, { answer: "yes" }, { answer: "not-yet-asked" }],
    });
    expect([(await scene.request(request))?.slotsOpen, await daysLeft(at)]).toEqual([1, 20]);
    const again = await step(at, "acceptance")(person.account);
    expect(read.offer(again).consents).toMatchObject([
      { answer: "yes" },
      { answer: "yes" },
      { answer: "awaited" },
    ]);
    expect([(await scene.request(request))?.slotsOpen, await daysLeft(at)]).toEqual([0, 18]);
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

describe("offers whose deadline passes", () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.close());

  it("expire, give back what they held, leave the person to be proposed again, and are not answered late", async () => {
    const scene = await setScene(service);
    const person = await scene.addPerson(1);
    const request = await scene.addRequest(0);
    const offer = read.offer(await scene.confirm(await scene.run(), request, person));
    const accepted = read.offer(await step({ scene, offer }, "acceptance")(person.account));
    await pastDeadline(service, accepted.expiresAt);
    await service.settle();
    const late = await step({ scene, offer }, "release")(person.homeHead, { released: true });
    expect(problemIn(late)).toBe("offer-expired");
    await service.fire("hour");
    await service.settle();
    const [row] = read.offers(await scene.get(person.account, "/offers")).items;
    expect(row?.state).toBe("expired");
    expect(await scene.request(request)).toMatchObject({ slotsOpen: 1, declinedBy: [] });
    const latest = read.runs(await scene.get(scene.broker, "/match-runs")).items;
    expect(latest.some(({ trigger }) => trigger === "refusal")).toBe(true);
  });

  it("are looked at beside the follow-ups that are due, which the school is then asked, once", async () => {
    const scene = await setScene(service);
    const { requestId, objectiveId } = await scene.addRequest(0);
    const { world } = service.host;
    const followUp = (dueOn: string) => ({
      followUpId: world.fresh(FollowUpId),
      deploymentId: world.fresh(DeploymentId),
      requestId,
      objectiveId,
      schoolId: scene.schools[0] ?? world.fresh(SchoolId),
      after: "one-term" as const,
      dueOn,
      state: "due" as const,
      answer: null,
      revision: 0,
    });
    const [due, later] = [followUp("2020-01-06"), followUp("2099-01-05")];
    await scene.store.stage(followUps, [due, later]);
    await toWorkingDay(service);
    await service.fire("hour");
    await service.settle();
    await service.fire("hour");
    await service.settle();
    const rows = await Promise.all([due, later].map((each) => scene.store.get(followUps, each)));
    expect(rows.map((row) => [row?.state, row?.revision])).toEqual([
      ["asked", 1],
      ["due", 0],
    ]);
  });
});
