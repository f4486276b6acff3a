import { describe, expect, test } from "vitest";
import { recordOver, type RegisterImport } from "../../shared/domain/schools/registerImport.ts";
import { plannedImports, registers, type SchoolFacts } from "../../shared/store/rows/partnership.ts";
import { tasks, tasksIn, tasksOfDeployment } from "../../shared/store/rows/tasks.ts";
import { replace } from "../../shared/store/store.ts";
import { settled } from "../../shared/domain/tasks/task.ts";
import {
  now,
  was,
  is,
  later,
  work,
  urn,
  type Facts,
  supported,
  importOf,
  plannedAs,
  workUnder,
  after,
} from "../../test/harness/workUnderRegisters.ts";

describe("work of which a register changed a school, once its broker was asked", () => {
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
