import { describe, expect, test } from "vitest";
import { readRows } from "../../functions/match/readRows.ts";
import { addMonths, dateAt } from "../../shared/domain/calendar/calendar.ts";
import { AuditView, pageOf, PartnershipView } from "../../shared/contract/routes/views.ts";
import { deployments } from "../../shared/store/rows/deployments.ts";
import { someDeployment } from "../harness/rows.ts";
import { type Answered, newPartnership } from "../harness/service.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { problemIn, read } from "./read.ts";
import { type Scene, setScene } from "./scene.ts";

/** What a partnership decides about its own match runs. */
const service = await serviceForTests();

const path = "/partnership/matching-policy";
const put = (account: string, body: object): Promise<Answered> =>
  service.ask(account, { method: "PUT", path, body });
const matchingIn = ({ body }: Answered) => PartnershipView.parse(body).matching;
const trailOf = async ({ director, get }: Scene) =>
  pageOf(AuditView).parse((await get(director, "/partnership/audit")).body).items;

const weights = {
  expertise: 40,
  phase: 15,
  context: 10,
  distance: 10,
  availability: 10,
  rotation: 10,
  workingStyle: 5,
};
const everywhere = {
  fairness: "total-fit",
  rotationCostPerLoad: 300,
  stabilityBonus: 0,
  weights,
  pastEmployerMonths: 24,
  pastMembershipMonths: 24,
  reciprocalYears: 3,
  nearestExpertise: "sibling",
};

describe("the matching policy of a partnership", () => {
  test("is shown in full, with the default for each part that the broker left out", async () => {
    const scene = await setScene(service);
    expect(matchingIn(await scene.get(scene.director, "/partnership"))).toEqual(everywhere);
    const said = { fairness: "worst-first", rotationCostPerLoad: 500 };
    const answer = await put(scene.broker, said);
    expect([answer.status, matchingIn(answer)]).toEqual([200, { ...everywhere, ...said }]);
    expect((await scene.get(scene.director, "/partnership")).body).toEqual(answer.body);
    expect(matchingIn(await put(scene.broker, { stabilityBonus: 50 }))).toEqual({
      ...everywhere,
      stabilityBonus: 50,
    });
  });

  test("leaves its trail once for each change, and sending it again changes nothing", async () => {
    const scene = await setScene(service);
    await put(scene.broker, { fairness: "worst-first" });
    await put(scene.broker, { fairness: "worst-first" });
    expect(await trailOf(scene)).toMatchObject([
      {
        action: "matching-policy-set",
        facts: {
          fairness: "worst-first",
          partsSet: "fairness",
          changes: "fairness: total-fit > worst-first",
        },
      },
    ]);
  });

  test("stays as it is when the partnership's name is changed", async () => {
    const scene = await setScene(service);
    await put(scene.broker, { fairness: "worst-first" });
    const body = { name: "Another name", area: "Testshire", brokerEmail: "broker@example.org" };
    const renamed = await service.ask(scene.broker, { method: "PUT", path: "/partnership", body });
    expect(matchingIn(renamed).fairness).toBe("worst-first");
  });

  test.each([
    ["weights that sum to 99", { weights: { ...weights, phase: 14 } }, "/weights"],
    ["a weight that is not whole", { weights: { ...weights, phase: 14.5, context: 10.5 } }, "/weights/phase"],
    ["a mode that nobody knows", { fairness: "by-lot" }, "/fairness"],
    ["a cost below nothing", { rotationCostPerLoad: -1 }, "/rotationCostPerLoad"],
    ["a part that the engine keeps to itself", { searchCases: 5 }, "/searchCases"],
  ])("is refused with %s, by the field, and the one in force stays", async (_what, body, pointer) => {
    const scene = await setScene(service);
    const refused = await put(scene.broker, body);
    expect([refused.status, problemIn(refused)]).toEqual([422, "invalid-request"]);
    expect(read.problem(refused).errors?.map((each) => each.pointer)).toContain(pointer);
    expect(matchingIn(await scene.get(scene.broker, "/partnership"))).toEqual(everywhere);
  });

  test("is the broker's to write, in a partnership that is set up", async () => {
    const scene = await setScene(service);
    const { homeHead, account } = await scene.addPerson(1);
    const refused = [
      await put(scene.director, {}),
      await put(homeHead, {}),
      await put(account, {}),
      await put(newPartnership(service).broker, {}),
    ];
    expect(refused.map(problemIn)).toEqual(["forbidden", "forbidden", "forbidden", "not-found"]);
  });

  test("written at once with the partnership's name loses neither, and of two policies one stands whole", async () => {
    const scene = await setScene(service);
    const body = { name: "Another name", area: "Testshire", brokerEmail: "broker@example.org" };
    const first = { fairness: "worst-first", rotationCostPerLoad: 100 };
    const second = { fairness: "worst-first-among-best", reciprocalYears: 5 };
    const answers = await Promise.all([
      put(scene.broker, first),
      service.ask(scene.broker, { method: "PUT", path: "/partnership", body }),
      put(scene.broker, second),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const { name, matching } = PartnershipView.parse((await scene.get(scene.broker, "/partnership")).body);
    expect(name).toBe("Another name");
    expect([
      { ...everywhere, ...first },
      { ...everywhere, ...second },
    ]).toContainEqual(matching);
    expect(await trailOf(scene)).toHaveLength(3);
  });
});

describe("a run under the partnership's policy", () => {
  test("looks back for support as far as the rule against reciprocal support reaches", async () => {
    const scene = await setScene(service);
    const person = await scene.addPerson(1);
    const request = await scene.addRequest(0);
    const row = await scene.request(request);
    const [, homeSchoolId] = scene.schools;
    if (!row || !homeSchoolId) throw new Error("The scene has schools and the request");
    const now = service.host.world.now();
    const agreedAt = `${addMonths(dateAt(now), -60)}T09:00:00.000Z`;
    const old = someDeployment(row, { personId: person.personId, homeSchoolId });
    await scene.store.stage(deployments, [{ ...old, agreement: { ...old.agreement, agreedAt } }]);
    expect((await readRows(scene.store, now)).deployments).toEqual([]);
    await put(scene.broker, { reciprocalYears: 6 });
    expect((await readRows(scene.store, now)).deployments).toHaveLength(1);
  });

  test("judges a confirmation by the policy as it is now, which a broker can take back", async () => {
    const scene = await setScene(service);
    const [formerSchool, homeSchool] = scene.schools;
    if (!formerSchool || !homeSchool) throw new Error("The scene has schools");
    const left = addMonths(dateAt(service.host.world.now()), -30);
    const person = await scene.addPerson(1, {
      employment: [
        { schoolId: formerSchool, from: "2010-09-01", to: left },
        { schoolId: homeSchool, from: left, to: null },
      ],
    });
    const request = await scene.addRequest(0);
    const runId = await scene.run();
    await put(scene.broker, { pastEmployerMonths: 60 });
    const refused = await scene.confirm(runId, request, person);
    expect(problemIn(refused)).toBe("out-of-date");
    expect(read.problem(refused).detail).toMatch(/A rule forbids this match since the run\..*employ/);
    await put(scene.broker, {});
    expect((await scene.confirm(runId, request, person)).status).toBe(201);
  });

  const claim = (code: string, level: "can-share" | "can-coach" | "can-lead-review", year: number) => ({
    code,
    level,
    phases: ["primary" as const],
    lastPractisedYear: year,
    evidence: "Led it",
    endorsement: null,
  });

  test("lifts the worst place where worst-first is asked, says what that costs, and is replayed", async () => {
    const scene = await setScene(service);
    const year = Number(service.host.world.now().slice(0, 4));
    const strong = await scene.addPerson(1, {
      capacityDeployments: 1,
      claims: [claim("CT-02", "can-lead-review", year), claim("WF-01", "can-share", year)],
    });
    const rusty = await scene.addPerson(2, {
      capacityDeployments: 1,
      claims: [claim("CT-02", "can-coach", year - 15), claim("WF-01", "can-share", year - 15)],
    });
    const reading = await scene.addRequest(0);
    const staffing = await scene.addRequest(0, { codes: { primary: "WF-01", secondary: [] } });
    const look = async (runId: string) => ({
      proposals: read
        .proposals(await scene.get(scene.broker, `/match-runs/${runId}/proposals`))
        .items.map(({ requestId, personId }) => [requestId, personId]),
      year: read.run(await scene.get(scene.broker, `/match-runs/${runId}`)).summary?.years[0],
    });
    const pairs = (...each: [{ requestId: string }, { personId: string }][]) =>
      expect.arrayContaining(each.map(([{ requestId }, { personId }]) => [requestId, personId]));
    const plainId = await scene.run();
    const plain = await look(plainId);
    expect(plain.proposals).toEqual(pairs([reading, strong], [staffing, rusty]));
    expect(plain.year?.fairness).toMatchObject({ mode: "total-fit", lossInFit: 0 });

    await put(scene.broker, { fairness: "worst-first" });
    const fairId = await scene.run();
    const fair = await look(fairId);
    expect(fair.proposals).toEqual(pairs([staffing, strong], [reading, rusty]));
    expect(fair.year).toMatchObject({ isOptimal: true, fairness: { mode: "worst-first" } });
    expect(fair.year?.fairness?.lossInFit).toBeCloseTo(
      (plain.year?.fit.total ?? 0) - (fair.year?.fit.total ?? 0),
      6,
    );
    expect(fair.year?.fairness?.lossInFit).toBeGreaterThan(0);

    const [change] = read.differences(
      await scene.get(scene.broker, `/match-runs/${fairId}/differences/${plainId}`),
    ).years;
    const cause = change?.inputs.findIndex(({ field }) => field === "fairness") ?? -1;
    expect(change?.inputs[cause]).toMatchObject({ of: "policy", kind: "changed" });
    expect(change?.outcomes.length).toBeGreaterThan(0);
    for (const outcome of change?.outcomes ?? [])
      expect(outcome.cause).toMatchObject({ kind: "alone", changes: [cause] });
    for (const runId of [plainId, fairId])
      expect(read.replay(await scene.get(scene.broker, `/match-runs/${runId}/replay`))).toMatchObject({
        isIdentical: true,
        rowsAreIdentical: true,
      });
  });
});
