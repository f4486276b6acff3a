import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { VerdictView } from "../../shared/contract/routes/verdictViews.ts";
import type { Route } from "../../shared/contract/door.ts";
import { routes } from "../../shared/contract/manifest.ts";
import { AuditView, pageOf } from "../../shared/contract/routes/views.ts";
import { addDays, dateAt } from "../../shared/domain/calendar.ts";
import { DeploymentId, type SchoolId } from "../../shared/domain/ids.ts";
import type { Membership } from "../../shared/domain/registerFacts.ts";
import { deployments } from "../../shared/store/rows/deployments.ts";
import { people } from "../../shared/store/rows/people.ts";
import { registers, type SchoolFacts, schoolFacts } from "../../shared/store/rows/partnership.ts";
import { requests } from "../../shared/store/rows/requests.ts";
import { someDeployment } from "../harness/rows.ts";
import { startService, type Service } from "../harness/service.ts";
import { problemIn, read } from "./read.ts";
import { type Asked, type Scene, setScene, type Someone } from "./scene.ts";

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const today = (): string => dateAt(service.host.world.now());

/** Changes what the register in force says of a school, before anybody has read it. */
async function registerSays(scene: Scene, school: number, says: Partial<SchoolFacts>): Promise<void> {
  const inForce = await scene.store.get(registers, {});
  const schoolId = scene.schools[school];
  if (!inForce || !schoolId) throw new Error("The scene has a register with six schools");
  const row = await scene.store.get(schoolFacts, { importedBy: inForce.importId, schoolId });
  if (row) await scene.store.stage(schoolFacts, [{ ...row, ...says }]);
}

const pathOf = ({ requestId }: Asked, { personId }: Someone) => `/requests/${requestId}/verdicts/${personId}`;
const verdictOn = async (scene: Scene, request: Asked, person: Someone) =>
  VerdictView.parse((await scene.get(scene.broker, pathOf(request, person))).body);
const setAside = (scene: Scene, { requestId }: Asked, body: object) =>
  scene.post(scene.broker, `/requests/${requestId}/overrides`, body);
const proposed = async (scene: Scene, runId: string) =>
  read.proposals(await scene.get(scene.broker, `/match-runs/${runId}/proposals`)).items;

const reason = "The heads have not worked together for years";

/** Somebody whose school left, a year ago, the umbrella trust that the asking school is in. */
async function underOneUmbrella() {
  const scene = await setScene(service);
  const umbrella = { kind: "umbrella-trust", code: "77", name: "Shelter", from: "2015-09-01" } as const;
  const left: Membership = { ...umbrella, to: addDays(today(), -365) };
  await registerSays(scene, 0, { memberships: [{ ...umbrella, to: null }] });
  await registerSays(scene, 1, { memberships: [left] });
  const person = await scene.addPerson(1);
  const request = await scene.addRequest(0);
  return { scene, person, request, left };
}

describe("a verdict", () => {
  it("names the rule that stands against somebody, its records, the day, and who may set it aside", async () => {
    const { scene, person, request, left } = await underOneUmbrella();
    const what = "umbrella-trust Shelter (77)";
    const verdict = await verdictOn(scene, request, person);
    expect(verdict).toMatchObject({ judgedOn: today(), mayBeProposed: false, fit: null });
    expect(verdict.rules).toMatchObject([
      {
        rule: "same-umbrella",
        why: expect.stringContaining(`the practitioner's school until ${left.to}`),
        evidence: [
          { record: "membership", of: scene.schools[0], what, from: "2015-09-01", to: null },
          { record: "membership", of: scene.schools[1], what, to: left.to },
        ],
        mayBeSetAside: { by: "broker", needsReason: true },
        setAside: null,
      },
    ]);
    expect(await proposed(scene, await scene.run())).toEqual([]);
  });

  it("counts an open offer of the request, as a run would", async () => {
    const scene = await setScene(service);
    const person = await scene.addPerson(1);
    const request = await scene.addRequest(0);
    expect(await verdictOn(scene, request, person)).toMatchObject({ mayBeProposed: true, rules: [] });
    await scene.confirm(await scene.run(), request, person);
    const { rules } = await verdictOn(scene, request, person);
    expect(rules).toMatchObject([{ rule: "held-already", mayBeSetAside: null }]);
  });

  it("warns of the trust of the school to which somebody announced to move, and so does a run", async () => {
    const scene = await setScene(service);
    const name = "Oakfield";
    const trust = { kind: "multi-academy-trust", code: "7001", name, from: "2020-09-01", to: null } as const;
    for (const school of [0, 2]) await registerSays(scene, school, { memberships: [trust] });
    const [asking, , next] = scene.schools;
    if (!next) throw new Error("The scene has six schools");
    const from = addDays(today(), 300);
    const person = await scene.addPerson(1, { move: { homeSchoolId: next, from } });
    const request = await scene.addRequest(0);
    const { warnings } = await verdictOn(scene, request, person);
    const warning = warnings.find((each) => each.name === "announced-group");
    expect(warning?.sentence).toContain("trust Oakfield (7001)");
    expect(warning?.evidence.map(({ record, of }) => [record, of])).toEqual([
      ["employment", person.personId],
      ["membership", asking],
      ["membership", next],
    ]);
    const [proposal] = await proposed(scene, await scene.run());
    expect(proposal?.warnings).toContain(warning?.sentence);
  });

  it("warns of support that has gone round through others, by each deployment, and so does a run", async () => {
    const scene = await setScene(service);
    const person = await scene.addPerson(3);
    const request = await scene.addRequest(0);
    const row = await scene.request(request);
    if (!row) throw new Error("The request was added");
    const work = scene.schools.slice(0, 3).flatMap((homeSchoolId, at) => {
      const schoolId = scene.schools[at + 1];
      const deploymentId = service.host.world.fresh(DeploymentId);
      return schoolId
        ? [{ ...someDeployment(row, { ...person, homeSchoolId }), deploymentId, schoolId }]
        : [];
    });
    await scene.store.stage(deployments, work);
    const verdict = await verdictOn(scene, request, person);
    const ring = verdict.warnings.find(({ name }) => name === "support-ring");
    expect(ring?.evidence.map(({ record, of }) => [record, of])).toEqual(
      work.map(({ deploymentId }) => ["deployment", deploymentId]),
    );
    expect(ring?.sentence).toContain(`${scene.schools[0]} supported ${scene.schools[1]}`);
  });
});

describe("setting a rule aside", () => {
  it("lets the next run propose, keeps author and reason, stands in the trail, and is taken back", async () => {
    const { scene, person, request } = await underOneUmbrella();
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
    const { scene, person, request } = await underOneUmbrella();
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
    const elsewhere = await stranger.get(stranger.broker, pathOf(request, person));
    expect(problemIn(elsewhere)).toBe("not-found");
    const row = await scene.request(request);
    if (row) await scene.store.stage(requests, [{ ...row, state: "agreed" }]);
    expect(await tried(person, "same-umbrella")).toBe("wrong-state");
    expect((await scene.request(request))?.overrides).toEqual([]);
  });

  it("gives the same answer to the same Idempotency-Key", async () => {
    const { scene, person, request } = await underOneUmbrella();
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

describe("an offer", () => {
  it("takes no yes once a register tells of a conflict, says not which, and goes on when it is set aside", async () => {
    const scene = await setScene(service);
    const person = await scene.addPerson(1);
    const request = await scene.addRequest(0);
    const { requestId } = request;
    const { offerId } = read.offer(await scene.confirm(await scene.run(), request, person));
    const trust = { kind: "multi-academy-trust", code: "7001", name: "Oakfield", to: null } as const;
    for (const school of [0, 1])
      await registerSays(scene, school, { memberships: [{ ...trust, from: today() }] });
    const accept = () =>
      scene.post(person.account, `/requests/${requestId}/offers/${offerId}/acceptance`, {});
    const refused = await accept();
    expect(problemIn(refused)).toBe("hard-rule");
    expect(JSON.stringify(refused.body)).not.toMatch(/trust|Oakfield|7001/);
    const { rules } = await verdictOn(scene, request, person);
    expect(rules.map(({ rule }) => rule)).toEqual(["same-trust", "held-already"]);
    expect(
      (await setAside(scene, request, { personId: person.personId, rule: "same-trust", reason })).status,
    ).toBe(200);
    expect(read.offer(await accept())).toMatchObject({ state: "accepted" });
  });

  it("takes no yes once the practitioner has declared an interest", async () => {
    const scene = await setScene(service);
    const person = await scene.addPerson(1);
    const request = await scene.addRequest(0);
    const { offerId } = read.offer(await scene.confirm(await scene.run(), request, person));
    const row = await scene.store.get(people, { personId: person.personId });
    const [schoolId] = scene.schools;
    if (!row || !schoolId) throw new Error("The scene has somebody in a school");
    const interest = { schoolId, kind: "financial" as const, since: null };
    await scene.store.stage(people, [{ ...row, declaredInterests: [interest] }]);
    const answer = await scene.post(
      person.account,
      `/requests/${request.requestId}/offers/${offerId}/acceptance`,
      {},
    );
    expect(problemIn(answer)).toBe("hard-rule");
    expect(JSON.stringify(answer.body)).not.toContain("financial");
  });
});

describe("what a practitioner declared", () => {
  const secrets = ["own-child", "My daughter is in Year 4", "2019-02-03"];

  /** Every address that is read, with the ids of a scene in place. */
  const readable = (ids: Readonly<Record<string, string>>): string[] =>
    Object.values<Route>(routes)
      .filter(({ method, roles }) => method === "GET" && roles !== "public")
      .map(({ path }) => path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? "unknown"));

  it("is read by the broker and by themself, and by nobody else from any address or letter", async () => {
    const scene = await setScene(service);
    const [asking] = scene.schools;
    const interest = (schoolId: SchoolId) =>
      ({ schoolId, kind: "own-child", since: "2019-02-03", note: "My daughter is in Year 4" }) as const;
    const person = await scene.addPerson(1, { declaredInterests: asking ? [interest(asking)] : [] });
    const other = await scene.addPerson(2);
    const request = await scene.addRequest(0);
    const { requestId } = request;
    await scene.post(scene.broker, `/requests/${requestId}/pins`, { personId: person.personId, reason });
    const fromRunId = await scene.run();
    await scene.confirm(fromRunId, request, other);
    const runId = await scene.run();
    const { personId } = person;
    const ids = { requestId, personId, runId, fromRunId, schoolId: asking ?? "" };
    const paths = [...readable(ids), ...readable({ ...ids, personId: other.personId })];
    const tellsIn = async (account: string): Promise<string[]> => {
      const answers = await Promise.all(paths.map((path) => scene.get(account, path)));
      expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(3);
      const text = JSON.stringify(answers.map(({ body }) => body));
      return secrets.filter((each) => text.includes(each));
    };
    expect(await tellsIn(scene.broker)).toEqual(secrets);
    expect(await tellsIn(person.account)).toEqual(secrets);
    const others = [scene.director, person.homeHead, request.head, other.account, other.homeHead];
    for (const account of others) expect(await tellsIn(account)).toEqual([]);
    const run = read.run(await scene.get(scene.director, `/match-runs/${fromRunId}`));
    expect(run.summary?.unfollowed).toEqual([
      {
        requestId,
        personId,
        kind: "pin",
        sentence: "It could not be followed; the broker can read why.",
      },
    ]);
    const letters = JSON.stringify(await service.letters());
    expect(secrets.filter((each) => letters.includes(each))).toEqual([]);
    const { rules } = await verdictOn(scene, request, person);
    expect(rules).toMatchObject([
      {
        rule: "declared-reason",
        evidence: [{ record: "declared-interest", what: `own-child at ${asking}`, from: "2019-02-03" }],
        mayBeSetAside: null,
      },
    ]);
  });
});
