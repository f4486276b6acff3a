import { expect, test } from "vitest";
import { lambdaContext } from "../../infra/local/lambdaContext.ts";
import { FollowUpId, PartnershipId } from "../../shared/domain/ids.ts";
import { followUpsIn, followUps } from "../../shared/store/rows/deployments.ts";
import { people, peopleList } from "../../shared/store/rows/people.ts";
import { offers, requests } from "../../shared/store/rows/requests.ts";
import { create } from "../../shared/store/store.ts";
import {
  numbered,
  someDeployment,
  someOffer,
  somePerson,
  somePolicy,
  someRequest,
} from "../../test/harness/rows.ts";
import { loose } from "../../test/harness/loose.ts";
import { queueRecord } from "../../test/harness/queueRecord.ts";
import { memoryWorld } from "../../test/store/memoryWorld.ts";
import { deadlinesFunction } from "./handler.ts";

const partnershipId = PartnershipId.parse("par_00000001");
const longAgo = "2026-04-01T09:00:00.000Z";
const person = somePerson(1, numbered.school(2));
const request = someRequest(1, numbered.school(1), "2026-06-01");
const work = someDeployment(request, person);
/** A question of a request that was due a week ago. */
const dueQuestion = (index: 1 | 2) => ({
  followUpId: FollowUpId.parse(`fol_0000000${index}`),
  requestId: numbered.request(index),
  objectiveId: numbered.objective(index),
  deploymentId: work.deploymentId,
  schoolId: work.schoolId,
  after: "one-term" as const,
  dueOn: "2026-06-01",
  state: "due" as const,
  answer: null,
  revision: 0,
});

/** Questions that are due, and somebody whose move has come, where the step that is written in one chain fails. */
async function looked(broken: string) {
  const world = memoryWorld("2026-06-08T09:00:00.000Z");
  const store = world.storeFor(partnershipId);
  await store.stage(followUps, [dueQuestion(1), dueQuestion(2)]);
  const move = { homeSchoolId: numbered.school(3), from: "2026-06-08" };
  await store.stage(people, [{ ...person, claimsConfirmedOn: "2026-06-01", move }]);
  const storeFor: typeof world.storeFor = (id) => ({
    ...world.storeFor(id),
    commit: async (action) => {
      if (action.chain === broken) throw new Error("A row that nothing can be done with");
      return store.commit(action);
    },
  });
  const message = queueRecord(JSON.stringify({ partnershipId, jobId: "1" }));
  const answer = await deadlinesFunction({ ...world, storeFor })(
    { Records: [message] },
    lambdaContext("deadlines"),
  );
  return {
    failures: answer.batchItemFailures.length,
    logged: world.logged.map(({ code }) => code),
    asked: (await store.all(followUpsIn("asked"))).map(({ requestId }) => requestId),
    homes: (await store.all(peopleList)).map(({ homeSchoolId }) => homeSchoolId),
  };
}

test.each([
  [
    "a question",
    `request:${numbered.request(1)}`,
    { asked: [numbered.request(2)], homes: [numbered.school(3)] },
  ],
  [
    "somebody who moves",
    `person:${person.personId}`,
    { asked: [numbered.request(1), numbered.request(2)], homes: [numbered.school(2)] },
  ],
])(
  "%s that cannot be dealt with keeps no other from its turn, and the job comes again for it",
  async (_what, broken, done) => {
    expect(await looked(broken)).toEqual({ failures: 1, logged: ["message-failed"], ...done });
    expect(await looked("nothing")).toMatchObject({ failures: 0, logged: [] });
  },
);

test("a row that this release cannot read keeps no other from its turn, and the log says which it is", async () => {
  const world = memoryWorld("2026-06-08T09:00:00.000Z");
  const store = world.storeFor(partnershipId);
  const policy = somePolicy();
  const sent = [1, 2].map((index) => ({
    ...someOffer(someRequest(index, numbered.school(1), "2026-04-01"), person, { policy, now: longAgo }),
    offerId: numbered.offer(index),
  }));
  const [strange, late] = sent;
  if (!strange || !late) throw new Error("There are two offers");
  await store.stage(
    requests,
    [1, 2].map((index) => someRequest(index, numbered.school(1), "2026-04-01")),
  );
  await store.stage(offers, [late]);
  await store.note(create(loose(offers), { ...strange, terms: "of another release" }));
  await store.note(create(loose(people), { ...person, homeSchoolId: null }));
  const message = queueRecord(JSON.stringify({ partnershipId, jobId: "1" }));
  await deadlinesFunction(world)({ Records: [message] }, lambdaContext("deadlines"));
  expect(await store.get(offers, late)).toMatchObject({ state: "expired" });
  const failed = world.logged.find(({ code }) => code === "message-failed");
  expect(failed).toMatchObject({
    error: expect.stringContaining(`UnreadableRowError offer P#${partnershipId}#`),
  });
  expect(failed).toMatchObject({ error: expect.stringContaining(`OFFER#${strange.offerId}: terms`) });
});

test("a question whose day cannot be read keeps none after it from being asked", async () => {
  const world = memoryWorld("2026-06-08T09:00:00.000Z");
  const store = world.storeFor(partnershipId);
  const { dueOn: askedBy, ...strange } = dueQuestion(1);
  const asNow = { ...loose(followUps), listings: () => followUps.listings(dueQuestion(1)) };
  await store.note(create(asNow, { ...strange, askedBy }));
  await store.stage(followUps, [dueQuestion(2)]);
  const message = queueRecord(JSON.stringify({ partnershipId, jobId: "1" }));
  await deadlinesFunction(world)({ Records: [message] }, lambdaContext("deadlines"));
  expect(await store.all(followUpsIn("asked"))).toMatchObject([{ requestId: numbered.request(2) }]);
  expect(world.logged.find(({ code }) => code === "message-failed")).toMatchObject({
    error: expect.stringContaining(`FOLLOW-UP#${strange.followUpId}: dueOn`),
  });
});
