import { describe, expect, test } from "vitest";
import { lambdaContext } from "../../infra/local/lambdaContext.ts";
import type { Deployment } from "../../shared/domain/deployment.ts";
import { EventId, PartnershipId, SchoolUrn } from "../../shared/domain/ids.ts";
import type { SchoolSuccession } from "../../shared/domain/registerFacts.ts";
import { PlannedImport, recordOver, type RegisterImport } from "../../shared/domain/registerImport.ts";
import { deployments } from "../../shared/store/rows/deployments.ts";
import { freshId } from "../../shared/runtime/identity.ts";
import { plannedImports, registers, SchoolFacts, schoolFacts } from "../../shared/store/rows/partnership.ts";
import { people } from "../../shared/store/rows/people.ts";
import { requests } from "../../shared/store/rows/requests.ts";
import { tasks, tasksIn, tasksOfDeployment } from "../../shared/store/rows/tasks.ts";
import { auditOf, outboxList } from "../../shared/store/rows/trail.ts";
import { replace } from "../../shared/store/store.ts";
import { settled } from "../../shared/domain/task.ts";
import { numbered, someDeployment, somePerson, someRequest, someSchool } from "../../test/harness/rows.ts";
import { queueRecord } from "../../test/harness/queueRecord.ts";
import { memoryWorld } from "../../test/store/memoryWorld.ts";
import { recheckFunction } from "./handler.ts";

const now = "2026-09-01T08:00:00.000Z";
const [was, is, later] = [numbered.registerImport(1), numbered.registerImport(2), numbered.registerImport(3)];
const person = somePerson(1, numbered.school(2));
const request = someRequest(1, numbered.school(1), "2026-06-01");
const work = someDeployment(request, person);

const urn = SchoolUrn.parse("150001");
type Facts = Partial<SchoolFacts>;
const supported = (facts: Facts, home: Facts = {}) =>
  [facts, home, {}].map((each, index) => SchoolFacts.parse({ ...someSchool(index + 1), ...each }));

const importOf = (importId: RegisterImport["importId"], replacedImportId: RegisterImport["importId"]) => ({
  importId,
  kind: "establishments" as const,
  digest: "",
  area: null,
  rowsRead: 3,
  schoolsRead: 3,
  added: 0,
  changed: 1,
  unchanged: 2,
  absent: 0,
  replacedImportId,
  importedAt: now,
});
const changeLists = [
  "opened",
  "closed",
  "changed",
  "changedTrust",
  "changedFederation",
  "succeeded",
  "absent",
  "concerns",
  "toDecide",
] as const;
const plannedAs = (record: RegisterImport): PlannedImport =>
  PlannedImport.parse({
    ...Object.fromEntries(changeLists.map((list) => [list, []])),
    counts: Object.fromEntries(changeLists.map((list) => [list, 0])),
    warnings: [],
    importId: record.importId,
    import: record,
    appliedAt: now,
  });

type ThreeRegisters = readonly [readonly SchoolFacts[], readonly SchoolFacts[], (readonly SchoolFacts[])?];

/** Work between the first two schools, a register before and one after, and maybe a third that is in force by now. */
async function workUnder(
  [before, now_, meanwhile]: ThreeRegisters,
  state: Deployment["state"] = "in-delivery",
) {
  // Of its own each time: a register in force is remembered under its partnership.
  const partnershipId = freshId(PartnershipId, Date.parse(now));
  const world = memoryWorld(now);
  const store = world.storeFor(partnershipId);
  await store.stage(
    schoolFacts,
    before.map((row) => ({ ...row, importedBy: was })),
  );
  await store.stage(
    schoolFacts,
    now_.map((row) => ({ ...row, importedBy: is })),
  );
  await store.stage(
    schoolFacts,
    (meanwhile ?? []).map((row) => ({ ...row, importedBy: later })),
  );
  const record = importOf(is, was);
  const last = meanwhile ? importOf(later, is) : record;
  await store.stage(plannedImports, [plannedAs(record), ...(meanwhile ? [plannedAs(last)] : [])]);
  await store.stage(registers, [
    { importId: last.importId, record: recordOver(last, undefined), revision: 0 },
  ]);
  await store.stage(people, [person]);
  await store.stage(requests, [request]);
  await store.stage(deployments, [{ ...work, state }]);
  const hear = async (
    importId: RegisterImport["importId"],
    type: "register-imported" | "register-rolled-back" = "register-imported",
  ) => {
    const event = {
      eventId: EventId.parse("evt_00000001"),
      partnershipId,
      type,
      at: now,
    };
    const body = JSON.stringify({ ...event, subject: { importId }, tell: [] });
    const { batchItemFailures } = await recheckFunction(world)(
      { Records: [queueRecord(body)] },
      lambdaContext("recheck"),
    );
    expect(batchItemFailures).toEqual([]);
  };
  return { store, hear };
}

/** What the second import's event leads to, heard twice. */
async function after(three: ThreeRegisters, state?: Deployment["state"]) {
  const { store, hear } = await workUnder(three, state);
  await hear(is);
  await hear(is);
  const told = (await store.all(outboxList)).map(({ type, tell }) => [type, tell]);
  const trail = (await store.all(auditOf(`request:${request.requestId}`))).map(({ action }) => action);
  const raised = (await store.all(tasksIn("open")))
    .map(({ evidence, schoolId }) => ({ ...evidence, schoolId }))
    .toSorted((a, b) => b.kind.localeCompare(a.kind));
  return { raised, told, trail };
}

const single: SchoolSuccession = {
  outcome: "single",
  steps: [{ urn: SchoolUrn.parse("100004"), on: "2026-09-01" }],
  choices: [],
  evidence: [],
  decision: null,
};

describe("work at a school that a register changed", () => {
  test("becomes one task when the school academised, told to brokers alone, and goes on", async () => {
    const { raised, told, trail } = await after([supported({}), supported({ urn, trustCode: "7001" })]);
    expect(raised).toMatchObject([
      { kind: "payer-changed", side: "supported", urnBefore: "100002", urnAfter: urn, importId: is },
    ]);
    expect(told).toEqual([["school-changed", [{ to: "brokers" }]]]);
    expect(trail).toEqual(["school-changed"]);
  });

  test("has its conflicts looked for again, as a task of their own: both schools are in one trust now", async () => {
    const home = { trustCode: "7001" };
    const { raised, told } = await after([supported({}, home), supported({ urn, trustCode: "7001" }, home)]);
    const evidence = [work.schoolId, work.homeSchoolId].map((of) => ({
      record: "membership",
      of,
      what: "trust 7001",
      from: null,
      to: null,
    }));
    expect(raised).toMatchObject([
      { kind: "payer-changed" },
      {
        kind: "conflict",
        conflicts: [{ rule: "same-trust", why: expect.stringContaining("7001"), evidence }],
      },
    ]);
    expect(told).toHaveLength(1);
  });

  test("becomes a task when the home school joins the supported school's trust or falls into a category of concern", async () => {
    const own = { trustCode: "7001" };
    const joined = await after([supported(own), supported(own, { trustCode: "7001" })]);
    expect(joined.raised).toMatchObject([
      { kind: "conflict", side: "home", schoolId: work.homeSchoolId, conflicts: [{ rule: "same-trust" }] },
    ]);
    const concern = {
      category: "special-measures" as const,
      since: "2026-08-01",
      publishedOn: null,
      framework: null,
    };
    const concerned = await after([supported({}), supported({}, { concern })]);
    expect(concerned.raised).toMatchObject([
      { kind: "conflict", conflicts: [{ rule: "home-school-in-concern" }] },
    ]);
  });

  test("becomes a task when memberships say that both schools were in one umbrella trust until of late", async () => {
    const umbrella = { kind: "umbrella-trust", code: "77", name: "Shelter", from: "2019-09-01" } as const;
    const supportedNow = { memberships: [{ ...umbrella, to: null }] };
    const home = { memberships: [{ ...umbrella, to: "2026-06-30" }] };
    const { raised } = await after([supported({}), supported(supportedNow, home)]);
    const what = "umbrella-trust Shelter (77)";
    const evidence = [
      { of: work.schoolId, what, from: "2019-09-01", to: null },
      { of: work.homeSchoolId, what, to: "2026-06-30" },
    ];
    expect(raised).toMatchObject([{ kind: "conflict", conflicts: [{ rule: "same-umbrella", evidence }] }]);
    const long = { memberships: [{ ...umbrella, to: "2024-06-30" }] };
    expect((await after([supported({}), supported(supportedNow, long)])).raised).toEqual([]);
  });

  test("is judged as the school that took over, where the supported one closed and the other is a member", async () => {
    const closed = { status: "closed" as const, succession: single };
    const before = supported({}, { federationCode: "55" });
    const third = SchoolFacts.parse({ ...someSchool(3), urn: "100004", federationCode: "55" });
    const now_ = [...supported(closed, { federationCode: "55" }).slice(0, 2), third];
    const { raised } = await after([before, now_]);
    expect(raised).toMatchObject([
      { kind: "payer-changed" },
      { kind: "conflict", conflicts: [{ rule: "same-federation" }] },
    ]);
  });

  test("is judged by the import that the event names, whatever came after it", async () => {
    const home = { trustCode: "7001" };
    const joined = supported({ urn, trustCode: "7001" }, home);
    const { raised } = await after([supported({}, home), supported({ urn }, home), joined]);
    expect(raised.map(({ kind }) => kind)).toEqual(["payer-changed"]);
  });

  test("is asked about again for another conflict only, and not for one that its broker let go on", async () => {
    const joined = (facts: Facts, home: Facts = {}) =>
      supported({ trustCode: "7001", ...facts }, { trustCode: "7001", ...home });
    const before = supported({}, { trustCode: "7001" });
    const openAfter = async (then: readonly SchoolFacts[]) => {
      const { store, hear } = await workUnder([before, joined({}), then]);
      await hear(is);
      const decided = { at: now, by: "broker", reason: "Both heads know of it" };
      for (const task of await store.all(tasksIn("open")))
        await store.note(replace(tasks, settled(task, "goes-on", decided)));
      await hear(later);
      await hear(later);
      return (await store.all(tasksIn("open"))).map(({ evidence }) =>
        evidence.kind === "conflict" ? evidence.conflicts.map(({ rule }) => rule) : [evidence.kind],
      );
    };
    const concern = {
      category: "special-measures",
      since: "2026-08-01",
      publishedOn: null,
      framework: null,
    } as const;
    expect(await openAfter(joined({ urn }))).toEqual([["payer-changed"]]);
    expect(await openAfter(joined({}, { concern }))).toEqual([["home-school-in-concern"]]);
    expect(await openAfter(joined({ federationCode: "55" }, { federationCode: "55" }))).toEqual([
      ["same-federation"],
    ]);
  });

  test("has no conflict any more once a later import ends it, and has it again once that is rolled back", async () => {
    const tied = supported({ trustCode: "7001" }, { trustCode: "7001" });
    const { store, hear } = await workUnder([
      supported({ trustCode: "7001" }),
      tied,
      supported({ trustCode: "7001" }),
    ]);
    const conflicts = async () =>
      (await store.all(tasksOfDeployment(work.deploymentId))).map(({ state, settledAs, decisions }) => [
        state,
        settledAs,
        decisions.length,
      ]);
    const inForce = (importId: RegisterImport["importId"], over: RegisterImport["importId"]) =>
      store.stage(registers, [
        { importId, record: recordOver(importOf(importId, over), undefined), revision: 0 },
      ]);
    await inForce(is, was);
    await hear(is);
    expect(await conflicts()).toEqual([["open", null, 0]]);
    await inForce(later, is);
    // Events of the import before may come late, and change nothing.
    for (const each of [later, later, is]) await hear(each);
    expect(await conflicts()).toEqual([["settled", "no-longer-so", 1]]);
    await inForce(is, was);
    await store.stage(plannedImports, [{ ...plannedAs(importOf(later, is)), appliedAt: null }]);
    await hear(later, "register-rolled-back");
    await hear(later, "register-rolled-back");
    expect(await conflicts()).toEqual([["open", null, 2]]);
  });

  test("is left alone when the import was rolled back by the time its event is heard, or heard again", async () => {
    const { store, hear } = await workUnder([supported({}), supported({ urn })]);
    await store.stage(registers, [
      { importId: was, record: recordOver(importOf(was, later), undefined), revision: 0 },
    ]);
    await store.stage(plannedImports, [{ ...plannedAs(importOf(is, was)), appliedAt: null }]);
    await hear(is);
    expect(await store.all(tasksIn("open"))).toEqual([]);
  });

  test("is left alone when nothing that matters changed, when only a first trust is learned, or when it has ended", async () => {
    const renamed = await after([supported({}), supported({ name: "Another name", pupils: 99 })]);
    const learned = await after([supported({}), supported({ trustCode: "7001" })]);
    const ended = await after([supported({}), supported({ urn })], "curtailed");
    for (const { raised, told } of [renamed, learned, ended]) expect([raised, told]).toEqual([[], []]);
  });
});
