import { describe, expect, it } from "vitest";
import type { Route } from "../../shared/contract/door.ts";
import { routes } from "../../shared/contract/manifest.ts";
import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import type { SchoolId } from "../../shared/domain/ids.ts";
import { people } from "../../shared/store/rows/people.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { problemIn, read } from "./read.ts";
import { setScene } from "./scene.ts";
import { reason, registerSays, setAside, verdictOn } from "./judging.ts";

const service = await serviceForTests();

const today = (): string => dateAt(service.host.world.now());

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
