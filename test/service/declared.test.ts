import { describe, expect, it } from "vitest";
import { TaskView } from "../../shared/contract/routes/tasks.ts";
import { pageOf } from "../../shared/contract/routes/views.ts";
import { deploymentsOfRequest } from "../../shared/store/rows/deployments.ts";
import { profileOf } from "../../shared/domain/people/profileOf.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { agreeWork, type AgreedWork } from "./agreedWork.ts";
import { personIn } from "./groundForPeople.ts";
import { movesIn } from "./moving.ts";
import { read } from "./read.ts";
import { declareInterests } from "./workSteps.ts";

const service = await serviceForTests();

const { offered, offerNow } = movesIn(service);

const note = "My wife teaches there";
const tasksOf = async ({ accounts }: AgreedWork, query: string) =>
  pageOf(TaskView).parse(
    (await service.ask(accounts.broker, { method: "GET", path: `/tasks?limit=50&${query}` })).body,
  ).items;

describe("an interest that is declared while work goes on, or is offered", () => {
  it("is a conflict for the broker alone, once, until it is declared no more or has ended", async () => {
    const work = await agreeWork(service);
    const [deployment] = await work.store.all(deploymentsOfRequest(work.requestId));
    const schoolId = deployment?.schoolId;
    const interest = { schoolId, kind: "family", since: null, note };
    const before = (await service.letters()).length;
    for (const _time of [1, 2]) await declareInterests(service, work, [interest]);
    const [task, ...others] = await tasksOf(work, "kind=conflict");
    expect(others).toEqual([]);
    expect(task).toMatchObject({
      deploymentId: deployment?.deploymentId,
      evidence: {
        importId: null,
        conflicts: [
          {
            rule: "declared-reason",
            evidence: [{ record: "declared-interest", of: work.personId, what: `family at ${schoolId}` }],
          },
        ],
      },
    });
    const told = (await service.letters()).slice(before);
    expect(told.map(({ to }) => to)).toEqual([[work.mailbox.broker]]);
    expect(JSON.stringify([task, told])).not.toContain(note);
    expect(JSON.stringify(told)).not.toMatch(/family|declared|interest/i);
    for (const account of [work.accounts.practitioner, work.accounts.director, work.accounts.receiving]) {
      const answers = await Promise.all(
        ["/tasks", `/tasks/${task?.taskId}`].map((path) => service.ask(account, { method: "GET", path })),
      );
      expect(answers.map(({ status }) => status)).toEqual([403, 403]);
    }
    const trail = await service.ask(work.accounts.director, {
      method: "GET",
      path: `/requests/${work.requestId}/audit?limit=200`,
    });
    expect(JSON.stringify(trail.body)).not.toMatch(/family|declared|conflict/);
    const ended = { ...interest, until: "2020-07-31" };
    for (const gone of [[], [ended]]) {
      await declareInterests(service, work, gone);
      expect(await tasksOf(work, "kind=conflict")).toEqual([]);
      await declareInterests(service, work, [interest]);
      expect(await tasksOf(work, "kind=conflict")).toMatchObject([{ taskId: task?.taskId }]);
    }
  });

  it("stays as its broker settled it, and another one is asked about by itself", async () => {
    const work = await agreeWork(service);
    const [deployment] = await work.store.all(deploymentsOfRequest(work.requestId));
    const interest = { schoolId: deployment?.schoolId, kind: "governor", since: "2020-09-01" };
    await declareInterests(service, work, [interest]);
    const [task] = await tasksOf(work, "kind=conflict");
    const settled = await service.ask(work.accounts.broker, {
      method: "POST",
      path: `/tasks/${task?.taskId}/settlement`,
      body: { as: "goes-on", reason: "Both governing bodies know of it" },
    });
    expect(settled.status).toBe(200);
    await declareInterests(service, work, [interest, { ...interest, kind: "family" }]);
    const open = await tasksOf(work, "kind=conflict");
    const [other] = open.map(({ evidence }) => (evidence.kind === "conflict" ? evidence.conflicts : []));
    expect([open.length, other]).toMatchObject([1, [{ causes: ["interest family from 2020-09-01"] }]]);
  });

  it("withdraws an open offer of that school, of which nobody hears why", async () => {
    const made = await offered();
    const { scene, person, request, offerPath } = made;
    await scene.post(person.account, `${offerPath}/acceptance`, {});
    await service.settle();
    const known = personIn(await scene.get(scene.broker, `/people/${person.personId}`));
    const { schoolId } = read.offer(await scene.get(scene.broker, offerPath));
    const before = (await service.letters()).length;
    const declare = async (to: string) => {
      const declaredInterests = [{ schoolId: to, kind: "family", since: null, note }];
      const body = { ...profileOf(known), declaredInterests };
      expect((await service.put(person.account, `/people/${person.personId}/profile`, body)).status).toBe(
        200,
      );
      await service.settle();
    };
    await declare(known.homeSchoolId);
    expect(await offerNow(made)).toMatchObject({ state: "accepted" });
    await declare(schoolId);
    expect(await offerNow(made)).toMatchObject({ state: "withdrawn" });
    expect(await scene.request(request)).toMatchObject({ slotsOpen: 1, declinedBy: [] });
    const told = (await service.letters()).slice(before);
    expect(told.filter(({ subject }) => subject.startsWith("An offer was withdrawn"))).toHaveLength(3);
    expect(JSON.stringify(told)).not.toMatch(/family|declared|interest|wife/i);
  });

  it("in another school makes no task", async () => {
    const work = await agreeWork(service);
    const [deployment] = await work.store.all(deploymentsOfRequest(work.requestId));
    await declareInterests(service, work, [
      { schoolId: deployment?.homeSchoolId, kind: "governor", since: null },
    ]);
    expect(await tasksOf(work, "state=open")).toEqual([]);
  });
});
