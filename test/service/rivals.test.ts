import { describe, expect, it } from "vitest";
import { deploymentsFunction } from "../../functions/deployments/handler.ts";
import { outcomesFunction } from "../../functions/outcomes/handler.ts";
import { peopleFunction } from "../../functions/people/handler.ts";
import { tasksFunction } from "../../functions/tasks/handler.ts";
import { lambdaContext } from "../../infra/local/lambdaContext.ts";
import { VisitView } from "../../shared/contract/routes/views.ts";
import { FollowUpId, TaskId } from "../../shared/domain/ids.ts";
import { openTask, settled } from "../../shared/domain/tasks/task.ts";
import type { World } from "../../shared/runtime/world.ts";
import {
  deployments,
  deploymentsOfRequest,
  followUps,
  followUpsIn,
  outcomesOfRequest,
} from "../../shared/store/rows/deployments.ts";
import { peopleList } from "../../shared/store/rows/people.ts";
import { requests } from "../../shared/store/rows/requests.ts";
import { tasks } from "../../shared/store/rows/tasks.ts";
import { eventOf } from "../store/memoryWorld.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { agreeWork, type AgreedWork } from "./agreedWork.ts";
import { claim, profile } from "./groundForPeople.ts";
import { setScene } from "./scene.ts";
import { deliver, endWork, outcomeNote, visitNote } from "./workSteps.ts";

/**
 * Two who act at once. Where one row guards what stands in others, it is to be read before them: here whoever is late
 * reads that row only when all that was asked beside it is answered, and somebody else has acted since.
 */
const service = await serviceForTests();

interface Rivalry {
  /** The kind of row that guards. */
  readonly guard: string;
  readonly rival: () => Promise<unknown>;
}

/** The world as the one sees it who is late. */
function lateWorld({ guard, rival }: Rivalry): World {
  const { world } = service.host;
  let isLate = true;
  return {
    ...world,
    storeFor(partnershipId) {
      const store = world.storeFor(partnershipId);
      const beside: Promise<unknown>[] = [];
      return {
        ...store,
        all: (list) => {
          const found = store.all(list);
          beside.push(found);
          return found;
        },
        async get(rows, key) {
          if (isLate && rows.rowType === guard) {
            isLate = false;
            // All that is asked in the same breath is asked by the next turn.
            await new Promise((turn) => setImmediate(turn));
            await Promise.all(beside);
            await rival();
          }
          return store.get(rows, key);
        },
      };
    },
  };
}

/** The world as the one sees it who has read all, and writes only once somebody else has acted. */
function slowWorld(rival: () => Promise<unknown>): World {
  const { world } = service.host;
  let isSlow = true;
  return {
    ...world,
    storeFor(partnershipId) {
      const store = world.storeFor(partnershipId);
      return {
        ...store,
        async commit(action) {
          const waits = isSlow;
          isSlow = false;
          if (waits) await rival();
          return store.commit(action);
        },
      };
    },
  };
}

type Function = ReturnType<typeof outcomesFunction>;

interface AskedLate {
  readonly account: string;
  readonly method: "POST" | "PUT";
  readonly path: string;
  readonly body: object;
}

/** Asks a function as somebody signed in, and gives the status of its answer. */
async function ask(late: Function, { account, method, path, body }: AskedLate): Promise<number> {
  const [, payload = ""] = (await service.token(account)).split(".");
  const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString());
  const event = eventOf({
    method,
    path,
    body: JSON.stringify(body),
    headers: { "content-type": "application/json" },
  });
  const answer = await late(
    { ...event, requestContext: Object.assign(event.requestContext, { authorizer: { jwt: { claims } } }) },
    lambdaContext("rival"),
  );
  return answer.statusCode ?? 500;
}

const put = (account: string, path: string, body: object): AskedLate => ({
  account,
  method: "PUT",
  path,
  body,
});
const post = (account: string, path: string, body: object): AskedLate => ({
  account,
  method: "POST",
  path,
  body,
});
const asUsual = ({ account, ...asked }: AskedLate) => service.ask(account, asked);
const requestOf = ({ store, requestId }: Pick<AgreedWork, "store" | "requestId">) =>
  store.get(requests, { requestId });

describe("of two who act at once, one sees the other", () => {
  it("where they record the last two outcomes: the request is closed", async () => {
    const work = await agreeWork(service);
    await deliver(service, work, 1);
    await endWork(service, work, { as: "curtailed" });
    const [first, last] = work.objectiveIds.map((id) =>
      put(work.accounts.receiving, `${work.at()}/outcomes/${id}`, outcomeNote),
    );
    if (!first || !last) throw new Error("Two objectives were agreed");
    const world = lateWorld({ guard: "request", rival: () => asUsual(first) });
    expect(await ask(outcomesFunction(world), last)).toBe(200);
    expect(await requestOf(work)).toMatchObject({ state: "closed", closure: { as: "met" } });
  });

  it("where they end the last two pieces of work: the request is closed", async () => {
    const work = await agreeWork(service, { people: 2 });
    const ending = { as: "not-started", on: work.today, reason: "The school has closed" };
    const last = post(work.accounts.broker, `${work.at(1)}/ending`, ending);
    const world = lateWorld({ guard: "request", rival: () => endWork(service, work, { as: "not-started" }) });
    expect(await ask(deploymentsFunction(world), last)).toBe(200);
    expect(await requestOf(work)).toMatchObject({ state: "closed", closure: { as: "unmet" } });
  });

  it("where work is handed over of which a record is just sent: its days still wait for the school's word", async () => {
    const work = await agreeWork(service);
    await deliver(service, work, 1);
    const { broker, practitioner } = work.accounts;
    const [deployment] = await work.store.all(deploymentsOfRequest(work.requestId));
    if (!deployment) throw new Error("Work was agreed");
    const { world } = service.host;
    const taskId = world.fresh(TaskId);
    const evidence = { kind: "absent-practitioner", until: work.today } as const;
    await work.store.stage(tasks, [openTask({ ...deployment, taskId, raisedAt: world.now(), evidence })]);
    const visits = `${work.at()}/visits`;
    const drafted = await asUsual(post(practitioner, visits, visitNote(work)));
    const { visitId } = VisitView.parse(drafted.body);
    const rival = () =>
      service.ask(practitioner, { method: "POST", path: `${visits}/${visitId}/submission` });
    const handedOver = { as: "handed-over", reason: "A colleague takes it on" };
    const late = post(broker, `/tasks/${taskId}/settlement`, handedOver);
    expect(await ask(tasksFunction(lateWorld({ guard: "deployment", rival })), late)).toBe(200);
    expect(await work.store.get(deployments, deployment)).toMatchObject({
      state: "curtailed",
      daysUnanswered: 1,
    });
  });

  it("where a question is asked for again as its answer comes: no task waits for it", async () => {
    const work = await agreeWork(service);
    const { broker, receiving } = work.accounts;
    const [deployment] = await work.store.all(deploymentsOfRequest(work.requestId));
    const [objectiveId] = deployment?.agreement.objectives ?? [];
    if (!deployment || !objectiveId) throw new Error("Work was agreed");
    const { world } = service.host;
    const [taskId, followUpId] = [world.fresh(TaskId), world.fresh(FollowUpId)];
    const dueOn = work.today;
    const question = { after: "one-term", dueOn, askedOn: dueOn, state: "asked", answer: null } as const;
    await work.store.stage(followUps, [{ ...deployment, ...question, followUpId, objectiveId, revision: 0 }]);
    const evidence = { kind: "follow-up-unanswered", followUpId, since: dueOn, dueOn } as const;
    const asked = openTask({ ...deployment, taskId, raisedAt: world.now(), evidence });
    const waived = { at: world.now(), by: "broker", reason: "They have told us" };
    await work.store.stage(tasks, [settled(asked, "waived", waived)]);
    const answer = { direction: "better", evidenceStrength: 2, comment: "It goes on" };
    const path = `/requests/${work.requestId}/follow-ups/${followUpId}/answer`;
    const reopening = post(broker, `/tasks/${taskId}/reopening`, { reason: "They had not" });
    const slow = slowWorld(() => asUsual(post(receiving, path, answer)));
    expect(await ask(tasksFunction(slow), reopening)).toBe(409);
    expect(await work.store.get(followUps, { ...work, followUpId })).toMatchObject({ state: "answered" });
    expect(await work.store.get(tasks, { taskId })).toMatchObject({ state: "settled" });
  });

  it("where an outcome is put right as it is answered whether it lasted: what it was then stands", async () => {
    const work = await agreeWork(service);
    const { receiving } = work.accounts;
    await deliver(service, work, 1);
    await endWork(service, work, { as: "curtailed" });
    const [objectiveId] = work.objectiveIds;
    const at = `${work.at()}/outcomes/${objectiveId}`;
    expect((await asUsual(put(receiving, at, outcomeNote))).status).toBe(200);
    const [question] = await work.store.all(followUpsIn("due"));
    if (!question) throw new Error("It is asked later");
    const answer = { direction: "better", evidenceStrength: 2, comment: "It goes on" };
    const path = `/requests/${work.requestId}/follow-ups/${question.followUpId}/answer`;
    const slow = slowWorld(() => asUsual(post(receiving, path, answer)));
    const correction = { ...outcomeNote, direction: "worse", reason: "Two figures were swapped" };
    expect(await ask(outcomesFunction(slow), post(receiving, `${at}/correction`, correction))).toBe(409);
    expect(await work.store.get(followUps, question)).toMatchObject({ state: "answered" });
    expect((await work.store.all(outcomesOfRequest(work.requestId)))[0]).not.toHaveProperty("correction");
  });

  it("where they add two people of one address: one is refused", async () => {
    const scene = await setScene(service);
    const person = {
      ...profile,
      name: "Practitioner 12",
      homeSchoolId: scene.schoolAt(0),
      employedFrom: "2020-09-01",
      claims: [claim],
      designations: [],
      assurance: null,
    };
    const [first, second] = ["kim@example.org", "Kim@Example.org"].map((email) =>
      post(scene.broker, "/people", { ...person, email }),
    );
    if (!first || !second) throw new Error("There are two");
    const slow = slowWorld(() => asUsual(first));
    expect(await ask(peopleFunction(slow), second)).toBe(409);
    const everybody = await scene.store.all(peopleList);
    expect(everybody.map(({ email }) => email)).toEqual(["kim@example.org"]);
  });

  it("where they put leaves of one name: one is refused", async () => {
    const scene = await setScene(service);
    const [first, second] = ["CT-15.WEAVE", "CT-14.WEFT"].map((leaf) =>
      put(scene.broker, `/expertise-leaves/${leaf}`, {
        name: "Weaving",
        isRetired: false,
        revision: null,
      }),
    );
    if (!first || !second) throw new Error("There are two");
    const world = lateWorld({ guard: "partnership", rival: () => asUsual(first) });
    expect(await ask(peopleFunction(world), second)).toBe(409);
  });
});
