import { describe, expect, it } from "vitest";
import { addDays, dateAt } from "../../shared/domain/calendar/calendar.ts";
import { DeploymentId } from "../../shared/domain/ids.ts";
import { deployments } from "../../shared/store/rows/deployments.ts";
import { someDeployment } from "../harness/rows.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { setScene } from "./scene.ts";
import { proposed, registerSays, underOneUmbrella, verdictOn } from "./judging.ts";

const service = await serviceForTests();

const today = (): string => dateAt(service.host.world.now());

describe("a verdict", () => {
  it("names the rule that stands against somebody, its records, the day, and who may set it aside", async () => {
    const { scene, person, request, left } = await underOneUmbrella(service);
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
