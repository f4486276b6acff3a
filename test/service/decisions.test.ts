import { describe, expect, it } from "vitest";
import { PersonId } from "../../shared/domain/ids.ts";
import { most } from "../../shared/domain/requests/request.ts";
import { auditOf } from "../../shared/store/rows/trail.ts";
import { offersOfRequest } from "../../shared/store/rows/requests.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { problemIn, read } from "./read.ts";
import { type Asked, type Scene, setScene, type Someone } from "./scene.ts";

/** What a broker decides about a request: whom it may go to, and why. */
const service = await serviceForTests();

const reason = "The head asked for it";
const kept = async (scene: Scene, request: Asked) =>
  (await scene.request(request))?.decisions.map((each) => [each.action, each.by, each.reason]);
const proposalPath = (runId: string, { requestId }: Asked, { personId }: Someone): string =>
  `/match-runs/${runId}/proposals/${requestId}/${personId}`;

describe("pins and exclusions", () => {
  it.each(["pins", "exclusions"] as const)(
    "take no more %s than a request holds, and say so",
    async (how) => {
      const scene = await setScene(service);
      const { personId } = await scene.addPerson(1);
      const full = Array.from({ length: most[how] }, () => ({
        personId: service.host.world.fresh(PersonId),
        reason,
      }));
      const { requestId } = await scene.addRequest(0, { [how]: full });
      const path = `/requests/${requestId}/${how}`;
      const refused = await scene.post(scene.broker, path, { personId, reason });
      expect([refused.status, problemIn(refused)]).toEqual([409, "list-full"]);
      const [first] = full;
      const removed = await scene.post(scene.broker, `${path}/${first?.personId}/removal`, { reason });
      expect(read.request(removed)[how]).toEqual(full.slice(1));
      const added = await scene.post(scene.broker, path, { personId, reason });
      expect(read.request(added)[how]).toHaveLength(most[how]);
    },
  );

  it.each([
    ["pins", "person-pinned", "person-unpinned"],
    ["exclusions", "person-excluded", "person-unexcluded"],
  ] as const)("of the kind %s are taken back with a reason, once", async (how, made, gone) => {
    const scene = await setScene(service);
    const { personId } = await scene.addPerson(1);
    const request = await scene.addRequest(0);
    const path = `/requests/${request.requestId}/${how}`;
    await scene.post(scene.broker, path, { personId, reason });
    const removal = `${path}/${personId}/removal`;
    expect(problemIn(await scene.post(request.head, removal, { reason }))).toBe("forbidden");
    expect(problemIn(await scene.post(scene.broker, removal, {}))).toBe("invalid-request");
    const why = "It was a mistake";
    expect(read.request(await scene.post(scene.broker, removal, { reason: why }))[how]).toEqual([]);
    expect(problemIn(await scene.post(scene.broker, removal, { reason: why }))).toBe("not-found");
    expect(await kept(scene, request)).toEqual([
      [made, scene.broker, reason],
      [gone, scene.broker, why],
    ]);
    const trail = await scene.store.all(auditOf(`request:${request.requestId}`));
    expect(trail.map(({ action, facts }) => [action, facts["personId"]])).toEqual([
      [made, personId],
      [gone, personId],
    ]);
    expect(JSON.stringify(trail)).not.toContain(why);
  });

  it("cannot be taken back from a request that is closed", async () => {
    const scene = await setScene(service);
    const { personId } = await scene.addPerson(1);
    const { requestId } = await scene.addRequest(0, { state: "closed", pins: [{ personId, reason }] });
    const answer = await scene.post(scene.broker, `/requests/${requestId}/pins/${personId}/removal`, {
      reason,
    });
    expect(problemIn(answer)).toBe("wrong-state");
  });
});

describe("reasons", () => {
  it("of a confirmation and of a swap stay with the request, and out of the trail", async () => {
    const scene = await setScene(service);
    const first = await scene.addPerson(1);
    const second = await scene.addPerson(2);
    const request = await scene.addRequest(0, { people: 2, slotsOpen: 2 });
    const runId = await scene.run();
    const confirmed = await scene.post(scene.broker, `${proposalPath(runId, request, first)}/confirmation`, {
      reason,
    });
    expect(confirmed.status).toBe(201);
    const third = await scene.addPerson(3);
    const why = "They know the school";
    const swapped = await scene.post(scene.broker, `${proposalPath(runId, request, second)}/swap`, {
      withPersonId: third.personId,
      reason: why,
    });
    expect(swapped.status).toBe(201);
    expect(await kept(scene, request)).toEqual([
      ["proposal-confirmed", scene.broker, reason],
      ["proposal-swapped", scene.broker, why],
    ]);
    const trail = JSON.stringify(await scene.store.all(auditOf(`request:${request.requestId}`)));
    for (const words of [reason, why]) expect(trail).not.toContain(words);
  });

  it.each([
    { take: true, action: "counter-taken", state: "accepted" },
    { take: false, action: "counter-refused", state: "withdrawn" },
  ])("of a counter stay with the request: $action", async ({ take, action, state }) => {
    const scene = await setScene(service);
    const person = await scene.addPerson(1);
    const request = await scene.addRequest(0);
    const { offerId } = read.offer(await scene.confirm(await scene.run(), request, person));
    const path = `/requests/${request.requestId}/offers/${offerId}/counter`;
    const terms = { days: 1.5, window: (await scene.request(request))?.window, mode: "on-site" };
    await scene.post(person.account, path, { terms, message: "I have less time" });
    const settled = await scene.post(scene.broker, `${path}/settlement`, { take, reason });
    expect(read.offer(settled).state).toBe(state);
    expect(await kept(scene, request)).toEqual([[action, scene.broker, reason]]);
  });

  it("of a correction of triage, and of giving up places, stay with the request", async () => {
    const scene = await setScene(service);
    const person = await scene.addPerson(1);
    const request = await scene.addRequest(0, { people: 2, slotsOpen: 2 });
    const { requestId, objectiveId } = request;
    const codes = { primary: "CT-03", secondary: [] };
    const correction = { codes, priority: 3, routePolicy: "traded-improvement", open: true, reason };
    await service.ask(scene.broker, {
      method: "PUT",
      path: `/requests/${requestId}/triage`,
      body: correction,
    });
    const { offerId } = read.offer(await scene.confirm(await scene.run(), request, person));
    const path = `/requests/${requestId}/offers/${offerId}`;
    await scene.post(person.account, `${path}/acceptance`, {});
    await scene.post(person.homeHead, `${path}/release`, { released: true });
    await scene.post(request.head, `${path}/agreement`, { agreed: true, objectives: [objectiveId] });
    const why = "One is enough";
    const withdrawn = await scene.post(scene.broker, `/requests/${requestId}/withdrawal`, { reason: why });
    expect(read.request(withdrawn)).toMatchObject({ state: "agreed", people: 1, closure: null });
    expect(await kept(scene, request)).toEqual([
      ["triage-corrected", scene.broker, reason],
      ["places-given-up", scene.broker, why],
    ]);
  });
});

describe("a confirmation and a swap", () => {
  it("sent twice under one Idempotency-Key make one offer and give the same answer", async () => {
    const scene = await setScene(service);
    const people = [await scene.addPerson(1), await scene.addPerson(2)];
    const request = await scene.addRequest(0);
    const runId = await scene.run();
    const { items } = read.proposals(await scene.get(scene.broker, `/match-runs/${runId}/proposals`));
    const proposed = people.find(({ personId }) => personId === items[0]?.personId);
    const other = people.find((each) => each !== proposed);
    if (!proposed || !other) throw new Error("The run proposed nobody");
    const send = (name: string, body: object) =>
      service.ask(scene.broker, {
        method: "POST",
        path: `${proposalPath(runId, request, proposed)}/${name}`,
        body,
        headers: { "idempotency-key": `${name}-1` },
      });
    for (const [name, body] of [
      ["swap", { withPersonId: other.personId, reason }],
      ["confirmation", {}],
    ] as const) {
      const first = await send(name, body);
      const again = await send(name, body);
      expect([first.status, again.status]).toEqual([201, 201]);
      expect(again.body).toEqual(first.body);
      const another = await send(name, { ...body, reason: "Something else" });
      expect(problemIn(another)).toBe("idempotency-key-reused");
    }
    expect(
      await scene.store.all(offersOfRequest(read.offer(await send("confirmation", {})).requestId)),
    ).toHaveLength(2);
  });
});
