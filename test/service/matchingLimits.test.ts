import { describe, expect, it } from "vitest";
import type { Person } from "../../shared/domain/people/person.ts";
import { requests } from "../../shared/store/rows/requests.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { read } from "./read.ts";
import { type Scene, setScene, type Someone } from "./scene.ts";

const service = await serviceForTests();

describe("match runs under what a partnership asks of one person or one request", () => {
  /** Runs a match run: its one year's metrics, and everything that it answers. */
  const matched = async (scene: Scene) => {
    const runId = await scene.run();
    const path = `/match-runs/${runId}`;
    const run = read.run(await scene.get(scene.broker, path));
    const proposals = read.proposals(await scene.get(scene.broker, `${path}/proposals`)).items;
    const unmet = read.unmet(await scene.get(scene.broker, `${path}/unmet`)).items;
    const [year] = run.summary?.years ?? [];
    if (!year) throw new Error(`${runId} has no metrics`);
    return { runId, year, proposed: proposals.map(({ personId }) => personId).toSorted(), unmet };
  };
  const ids = (...people: readonly Someone[]) => people.map(({ personId }) => personId).toSorted();
  const secondBest: Partial<Person> = { phases: ["secondary", "primary"], modes: ["hybrid"] };

  it("find a deployment first for a person who is owed one, and say that this made the difference", async () => {
    const scene = await setScene(service);
    const better = await scene.addPerson(1);
    const owed = await scene.addPerson(2, secondBest);
    await scene.addRequest(0);
    const before = await matched(scene);
    expect(before).toMatchObject({ proposed: ids(better), year: { objective: { leastLoads: 0 } } });
    const confirmedBySchoolId = scene.schools[2];
    const assurance = { confirmedBySchoolId, confirmedOn: "2020-09-01", validUntil: "2099-08-31" };
    const set = await service.ask(scene.broker, {
      method: "PUT",
      path: `/people/${owed.personId}/standing`,
      body: { designations: [], assurance, leastDeployments: 1 },
    });
    expect(set.status).toBe(200);
    const after = await matched(scene);
    expect(after).toMatchObject({
      proposed: ids(owed),
      unmet: [],
      year: { isOptimal: true, slotsFilled: 1, objective: { leastLoads: 1 }, bound: { leastLoads: 1 } },
    });
    expect(after.year.fit.total).toBeLessThan(before.year.fit.total);
    const { years } = read.differences(
      await scene.get(scene.broker, `/match-runs/${after.runId}/differences/${before.runId}`),
    );
    const cause = years[0]?.inputs.findIndex(({ field }) => field === "leastSlots");
    expect(years[0]?.inputs[cause ?? -1]).toMatchObject({
      of: "practitioner",
      id: owed.personId,
      after: "1",
    });
    const outcomes = years[0]?.outcomes ?? [];
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(["no-longer-proposed", "proposed"]);
    for (const outcome of outcomes) expect(outcome.cause.changes).toEqual([cause]);
  });

  it("send no more people from one school than a request takes, and say so of the places left open", async () => {
    const scene = await setScene(service);
    const [one, two] = [await scene.addPerson(1), await scene.addPerson(1)];
    const other = await scene.addPerson(2, secondBest);
    const { requestId } = await scene.addRequest(0, { people: 2, slotsOpen: 2 });
    const free = await matched(scene);
    expect(free).toMatchObject({ proposed: ids(one, two), unmet: [] });
    const change = async (terms: { people: number; slotsOpen: number; maxFromOneSchool: number }) => {
      const row = await scene.store.get(requests, { requestId });
      await scene.store.stage(requests, row ? [{ ...row, ...terms }] : []);
    };
    await change({ people: 2, slotsOpen: 2, maxFromOneSchool: 1 });
    const limited = await matched(scene);
    expect(limited).toMatchObject({ unmet: [], year: { isOptimal: true, slotsFilled: 2 } });
    expect(limited.proposed).toContain(other.personId);
    await change({ people: 3, slotsOpen: 3, maxFromOneSchool: 1 });
    const short = await matched(scene);
    expect(short).toMatchObject({
      proposed: limited.proposed,
      unmet: [{ requestId, slots: 1, binding: { constraint: "one-school" } }],
      year: { isOptimal: true, slotsWanted: 3, slotsFilled: 2 },
    });
  });
});
