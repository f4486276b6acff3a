import { expect, test } from "vitest";
import { lambdaContext } from "../../infra/local/lambdaContext.ts";
import type { Chain } from "../../shared/domain/audit.ts";
import { idWith, PartnershipId, RunId } from "../../shared/domain/ids.ts";
import { plannedRun } from "../../shared/domain/runs/run.ts";
import { people } from "../../shared/store/rows/people.ts";
import { requests } from "../../shared/store/rows/requests.ts";
import { runs } from "../../shared/store/rows/runs.ts";
import { auditEntries, auditOf } from "../../shared/store/rows/trail.ts";
import { create, type Write } from "../../shared/store/store.ts";
import { numbered, somePerson, someRequest } from "../../test/harness/rows.ts";
import { actionOf } from "../../test/store/ground.ts";
import { memoryWorld } from "../../test/store/memoryWorld.ts";
import { trailsFunction } from "./handler.ts";

const partnershipId = idWith(PartnershipId, "aaaaaaaa");
const runId = idWith(RunId, "00000001");
const run = plannedRun({
  runId,
  trigger: "night",
  startedBy: "night",
  plannedAt: "2026-09-01T02:00:00.000Z",
});
const person = somePerson(1, numbered.school(1));
const request = someRequest(1, numbered.school(2), "2026-09-01");

/** One row of each kind that has a trail of its own. */
const trails: readonly (readonly [Chain, Write[]])[] = [
  ["partnership", []],
  [`run:${runId}`, [create(runs, run)]],
  [`person:${person.personId}`, [create(people, person)]],
  [`request:${request.requestId}`, [create(requests, request)]],
];

/** A partnership with a trail of two entries of each kind. */
async function withTrails() {
  const world = memoryWorld();
  const store = world.storeFor(partnershipId);
  for (const [chain, writes] of trails) {
    await store.commit(actionOf(writes, { chain }));
    await store.commit(actionOf([], { chain }));
  }
  const directory = { ...world.directory, all: async () => [partnershipId] };
  const verify = () => trailsFunction({ ...world, directory })({}, lambdaContext("trails"));
  return { world, store, verify };
}

test("every trail is read to its end, and nothing is told of those that hold", async () => {
  const { world, verify } = await withTrails();
  await verify();
  expect(world.logged).toEqual([{ code: "trails-verified", partnershipId, chains: 4, count: 8 }]);
});

test.each(trails)("an entry of %s that was changed is told of, by where it stands", async (chain) => {
  const { world, store, verify } = await withTrails();
  const [, last] = await store.all(auditOf(chain));
  if (!last) throw new Error("There are two entries");
  await store.stage(auditEntries, [{ ...last, actor: { role: "broker", account: "another" } }]);
  await verify();
  expect(world.logged).toContainEqual({ code: "trail-broken", partnershipId, chain, sequence: 2 });
  expect(world.logged.map(({ code }) => code)).toEqual(["trail-broken", "trails-verified"]);
});

test("a trail with an entry that cannot be read fails the schedule, and the others are read all the same", async () => {
  const { world, store, verify } = await withTrails();
  const [entry] = await store.all(auditOf("partnership"));
  if (!entry) throw new Error("There is an entry");
  const loose = { ...auditEntries, schema: auditEntries.schema.partial(), listings: () => ({}) };
  await store.stage({ ...loose, expiresAtSeconds: () => undefined }, [{ ...entry, hash: undefined }]);
  const [, at] = await store.all(auditOf(`run:${runId}`));
  if (!at) throw new Error("There are two entries");
  await store.stage(auditEntries, [{ ...at, action: "forged" }]);
  await expect(verify()).rejects.toThrow("1 could not be dealt with");
  expect(world.logged.map(({ code }) => code)).toEqual(["trail-broken", "unexpected-error"]);
});
