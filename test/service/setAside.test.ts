import { describe, expect, it } from "vitest";
import { AuditView, pageOf } from "../../shared/contract/routes/views.ts";
import type { Membership } from "../../shared/domain/schools/registerFacts.ts";
import { requests } from "../../shared/store/rows/requests.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { problemIn, read } from "./read.ts";
import { setScene, type Someone } from "./scene.ts";
import {
  proposed,
  reason,
  registerSays,
  setAside,
  underOneUmbrella,
  verdictOn,
  verdictPath,
} from "./judging.ts";

const service = await serviceForTests();

describe("setting a rule aside", () => {
  it("lets the next run propose, keeps author and reason, stands in the trail, and is taken back", async () => {
    const { scene, person, request } = await underOneUmbrella(service);
    const { requestId } = request;
    const { personId } = person;
    const body = { personId, rule: "same-umbrella", reason };
    const answer = await setAside(scene, request, body);
    expect(read.request(answer)).toMatchObject({
      overrides: [{ ...body, by: scene.broker, at: expect.any(String) }],
      decisions: [{ action: "rule-set-aside", by: scene.broker, reason }],
    });
    expect(problemIn(await setAside(scene, request, body))).toBe("already-exists");
    const verdict = await verdictOn(scene, request, person);
    expect(verdict).toMatchObject({
      mayBeProposed: true,
      rules: [{ rule: "same-umbrella", setAside: { reason, by: scene.broker } }],
    });
    const runId = await scene.run();
    expect(await proposed(scene, runId)).toMatchObject([
      {
        personId,
        warnings: [`The rule same-umbrella was set aside: ${reason}`, expect.any(String), expect.any(String)],
      },
    ]);
    const path = `/requests/${requestId}/overrides/${personId}/same-umbrella/removal`;
    const restored = read.request(await scene.post(scene.broker, path, { reason: "A parent objects" }));
    expect(restored.overrides).toEqual([]);
    expect(problemIn(await scene.post(scene.broker, path, { reason: "Once more" }))).toBe("not-found");
    expect(problemIn(await scene.confirm(runId, request, person))).toBe("out-of-date");
    expect(await proposed(scene, await scene.run())).toEqual([]);
    await setAside(scene, request, body);
    expect((await scene.confirm(await scene.run(), request, person)).status).toBe(201);
    const trail = pageOf(AuditView).parse(
      (await scene.get(scene.broker, `/requests/${requestId}/audit`)).body,
    );
    const facts = { requestId, personId, rule: "same-umbrella" };
    expect(
      trail.items.map(({ action, actor, facts: told }) => ({ action, actor: actor.account, told })),
    ).toMatchObject([
      { action: "rule-set-aside", actor: scene.broker, told: facts },
      { action: "rule-restored", actor: scene.broker, told: facts },
      { action: "rule-set-aside", told: facts },
      { action: "proposal-confirmed", told: { setAside: "same-umbrella" } },
    ]);
    expect(JSON.stringify(trail)).not.toContain(reason);
  });

  it("is refused for a rule that nobody may set aside, that does not stand, or that there is not", async () => {
    const { scene, person, request } = await underOneUmbrella(service);
    const own = await scene.addPerson(0);
    const [schoolId] = scene.schools;
    const declaredInterests = schoolId ? [{ schoolId, kind: "own-child" as const, since: null }] : [];
    const tied = await scene.addPerson(2, { declaredInterests });
    const tried = async ({ personId }: Someone, rule: string) =>
      problemIn(await setAside(scene, request, { personId, rule, reason }));
    expect(await tried(own, "same-school")).toBe("hard-rule");
    expect(await tried(tied, "declared-reason")).toBe("hard-rule");
    expect(await tried(person, "same-trust")).toBe("wrong-state");
    expect(await tried(person, "no-such-rule")).toBe("invalid-request");
    expect(
      problemIn(await setAside(scene, request, { personId: "per_nobody000", rule: "same-trust", reason })),
    ).toBe("not-found");
    expect(
      (await setAside(scene, request, { personId: person.personId, rule: "same-umbrella" })).status,
    ).toBe(422);
    const stranger = await setScene(service);
    const elsewhere = await stranger.get(stranger.broker, verdictPath(request, person));
    expect(problemIn(elsewhere)).toBe("not-found");
    const row = await scene.request(request);
    if (row) await scene.store.stage(requests, [{ ...row, state: "agreed" }]);
    expect(await tried(person, "same-umbrella")).toBe("wrong-state");
    expect((await scene.request(request))?.overrides).toEqual([]);
  });

  it("gives the same answer to the same Idempotency-Key", async () => {
    const { scene, person, request } = await underOneUmbrella(service);
    const send = () =>
      service.ask(scene.broker, {
        method: "POST",
        path: `/requests/${request.requestId}/overrides`,
        headers: { "idempotency-key": "override-0001" },
        body: { personId: person.personId, rule: "same-umbrella", reason },
      });
    const [first, second] = [await send(), await send()];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body).toEqual(first.body);
  });
});

describe("a rule that was set aside", () => {
  it("counts again for a trust that both schools join later, and a run says so, until that is set aside too", async () => {
    const scene = await setScene(service);
    const trust = (code: string): Membership => ({
      kind: "multi-academy-trust",
      code,
      name: "",
      from: "2020-09-01",
      to: null,
    });
    for (const school of [0, 1]) await registerSays(scene, school, { memberships: [trust("7001")] });
    const person = await scene.addPerson(1);
    const request = await scene.addRequest(0);
    const body = { personId: person.personId, rule: "same-trust", reason };
    const set = read.request(await setAside(scene, request, body));
    expect(set.overrides).toMatchObject([{ ...body, causes: ["group 7001"] }]);
    const toDirector = await scene.get(scene.director, `/requests/${request.requestId}`);
    expect(JSON.stringify(toDirector.body)).not.toContain("group 7001");
    for (const school of [0, 1])
      await registerSays(scene, school, { memberships: [trust("7001"), trust("7002")] });
    const { rules } = await verdictOn(scene, request, person);
    expect(rules).toMatchObject([{ rule: "same-trust", setAside: null }]);
    const run = read.run(await scene.get(scene.broker, `/match-runs/${await scene.run()}`));
    expect(run.summary?.unfollowed).toMatchObject([
      { personId: person.personId, kind: "override", rule: "same-trust" },
    ]);
    const again = read.request(await setAside(scene, request, body));
    expect(again.overrides).toMatchObject([{ ...body, causes: ["group 7001", "group 7002"] }]);
    expect((await verdictOn(scene, request, person)).mayBeProposed).toBe(true);
  });
});
