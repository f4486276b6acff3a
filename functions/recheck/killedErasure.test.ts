import { expect, test } from "vitest";
import { firstBrokenLink } from "../../shared/domain/audit.ts";
import { sha256 } from "../../shared/runtime/identity.ts";
import {
  deployments,
  evaluationsOf,
  outcomesOfRequest,
  visitsOf,
} from "../../shared/store/rows/deployments.ts";
import { erasedPeople } from "../../shared/store/rows/people.ts";
import { offers, offersOfPerson, requests } from "../../shared/store/rows/requests.ts";
import { tasksIn } from "../../shared/store/rows/tasks.ts";
import { auditOf, deliveriesToPerson } from "../../shared/store/rows/trail.ts";
import type { Store } from "../../shared/store/store.ts";
import { numbered } from "../../test/harness/rows.ts";
import { closed, declined, ended, known, now, open as openRequest } from "../../test/harness/someoneKnown.ts";
import { someoneToErase } from "../../test/harness/someoneToErase.ts";
import { moments, workUntilKilled } from "../../test/store/killedTable.ts";
import { eraseWhatIsLeft } from "./erasure.ts";

const { personId } = known;
const chains = [
  `person:${personId}`,
  `request:${closed.requestId}`,
  `request:${openRequest.requestId}`,
] as const;
const bare = <Row extends { revision: number }>({ revision: _revision, ...row }: Row) => row;

/** All that the worker leaves behind of what it may touch. */
const leftBy = async (store: Store) => ({
  erased: bare((await store.get(erasedPeople, { personId })) ?? { revision: 0 }),
  requests: await Promise.all([closed, openRequest].map((key) => store.get(requests, key))),
  offers: (await store.all(offersOfPerson(personId))).map(bare),
  work: await store.get(deployments, ended),
  visits: (await store.all(visitsOf(ended.requestId, ended.deploymentId))).map(bare),
  evaluations: (await store.all(evaluationsOf(ended.requestId, ended.deploymentId))).map(bare),
  outcomes: await store.all(outcomesOfRequest(ended.requestId)),
  tasks: (await store.all(tasksIn("settled"))).map(bare),
  letters: await store.all(deliveriesToPerson(personId)),
});

const stepsOf = async (store: Store) => Promise.all(chains.map(async (chain) => store.all(auditOf(chain))));

async function laidOut() {
  const laid = await someoneToErase();
  await laid.erase();
  return laid;
}

test("what is left of somebody who was erased is the record of their work by id, and no word of theirs or of them", async () => {
  const { store } = await laidOut();
  await eraseWhatIsLeft({ store, now }, personId);
  const left = await leftBy(store);
  expect(JSON.stringify(left)).not.toMatch(/marked/i);
  expect(left.erased).toMatchObject({ completedAt: now });
  expect(left.work).toEqual(ended);
  expect(left.outcomes).toMatchObject([{ personId, result: "80 %" }]);
  expect(left.visits).toMatchObject([{ state: "accurate", whatHappened: "What the record accurate tells" }]);
  expect(left.evaluations).toMatchObject([
    { comment: "", overall: 4, impact: [{ comment: "It is read more" }] },
    { comment: "", overall: 4 },
  ]);
  expect(left.offers).toMatchObject([{ state: "agreed" }, { state: "declined", declineReason: "personal" }]);
  expect(left.requests[1]).toMatchObject({
    pins: [],
    overrides: [],
    exclusions: [{ reason: "Not these two" }],
    decisions: [{ action: "person-pinned", reason: "" }, { reason: "All is clear" }],
  });
  expect(left.letters).toEqual([]);
});

test("every trail still verifies, with a step that says what was taken out", async () => {
  const { store } = await laidOut();
  const before = await stepsOf(store);
  await eraseWhatIsLeft({ store, now }, personId);
  const after = await stepsOf(store);
  expect(after.map((steps) => firstBrokenLink(steps, sha256))).toEqual([undefined, undefined, undefined]);
  for (const [at, steps] of before.entries()) expect(after[at]?.slice(0, steps.length)).toEqual(steps);
  expect(after.map((steps) => steps.at(-1)?.action)).toEqual([
    "erasure-completed",
    "words-erased",
    "words-erased",
  ]);
});

test("more rows than one transaction takes are erased in several", async () => {
  const { store } = await laidOut();
  await store.stage(
    offers,
    Array.from({ length: 250 }, (_, index) => ({ ...declined, offerId: numbered.offer(100 + index) })),
  );
  await eraseWhatIsLeft({ store, now }, personId);
  expect(JSON.stringify(await leftBy(store))).not.toMatch(/marked/i);
  const steps = await store.all(auditOf(`request:${openRequest.requestId}`));
  expect(steps.flatMap(({ action, facts }) => (action === "words-erased" ? [facts["rows"]] : []))).toEqual([
    90, 90, 72,
  ]);
});

test.each(moments)("a worker killed %s any call is gone on with, and leaves the same", async (moment) => {
  const { store: unkilled } = await laidOut();
  await eraseWhatIsLeft({ store: unkilled, now }, personId);
  const after = await leftBy(unkilled);
  for (let at = 0; ; at += 1) {
    const { open, store, storeOver } = await laidOut();
    const end = await workUntilKilled(storeOver, { open, at, moment }, (dying) =>
      eraseWhatIsLeft({ store: dying, now }, personId),
    );
    await eraseWhatIsLeft({ store, now }, personId);
    const left = await leftBy(store);
    expect({ ...left, requests: left.requests.map((each) => each && bare(each)) }).toEqual({
      ...after,
      requests: after.requests.map((each) => each && bare(each)),
    });
    for (const steps of await stepsOf(store)) expect(firstBrokenLink(steps, sha256)).toBeUndefined();
    if (end === "ended") break;
  }
});
