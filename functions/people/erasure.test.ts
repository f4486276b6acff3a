import { describe, expect, it } from "vitest";
import { isRefusal } from "../../shared/runtime/refusal.ts";
import { deployments } from "../../shared/store/rows/deployments.ts";

import {
  capacities as capacityRows,
  capacitiesOf,
  erasedPeople,
  people,
  personAddressesList,
} from "../../shared/store/rows/people.ts";

import { offers } from "../../shared/store/rows/requests.ts";
import { tasks } from "../../shared/store/rows/tasks.ts";
import { outboxList } from "../../shared/store/rows/trail.ts";
import type { Store } from "../../shared/store/store.ts";
import { numbered } from "../../test/harness/rows.ts";
import { agreed, ended, known, writeToThem } from "../../test/harness/someoneKnown.ts";
import { openTask } from "../../shared/domain/tasks/task.ts";
import { TaskId } from "../../shared/domain/ids.ts";
import { someoneToErase } from "../../test/harness/someoneToErase.ts";

const { personId } = known;

describe("erasing somebody", () => {
  it("takes their record, address and capacity in one write, keeps their id with the ground, and starts the worker", async () => {
    const { store, erase } = await someoneToErase();
    expect(await erase()).toMatchObject({ status: 200, body: { personId, completedAt: null } });
    expect(await store.get(people, { personId })).toBeUndefined();
    expect(await store.all(personAddressesList)).toEqual([]);
    for (const year of ["2025-26", "2026-27"]) expect(await store.all(capacitiesOf(year))).toEqual([]);
    const kept = await store.get(erasedPeople, { personId });
    expect(kept).toMatchObject({ ground: "has-left", by: "account-of-the-broker" });
    expect(await store.all(outboxList)).toMatchObject([{ type: "person-erased", subject: { personId } }]);
  });

  it("asks for their id or their name, and takes either however it is spaced or written", async () => {
    for (const typed of [personId, "marked  NAME "]) {
      const { erase } = await someoneToErase();
      expect(await erase(typed)).toMatchObject({ status: 200 });
    }
    const { store, erase } = await someoneToErase();
    expect(await erase("Practitioner 2")).toMatchObject({
      problem: "invalid-request",
      errors: [{ pointer: "/confirmation" }],
    });
    expect(await store.get(people, { personId })).toEqual(known);
  });

  it("starts the rest again where it is asked for again before all of it is done", async () => {
    const { store, erase } = await someoneToErase();
    await erase();
    const again = await erase();
    expect(again).toMatchObject({ status: 200, body: { personId } });
    expect(await store.all(outboxList)).toHaveLength(2);
    expect(await erase("Marked Name")).toMatchObject({ problem: "invalid-request" });
  });

  it("is refused while they hold what others must take over, and says what to do about each", async () => {
    const { store, erase } = await someoneToErase();
    await writeToThem(store);
    await store.stage(offers, [{ ...agreed, offerId: numbered.offer(9), state: "sent" }]);
    await store.stage(deployments, [{ ...ended, state: "in-delivery" }]);
    const open = openTask({
      taskId: TaskId.parse("tsk_00000009"),
      raisedAt: "2026-10-15T09:00:00.000Z",
      schoolId: numbered.school(1),
      personId,
      evidence: { kind: "absent-practitioner", until: "2099-01-01" },
    });
    await store.stage(tasks, [open]);
    const refusal = await erase();
    if (!isRefusal(refusal)) throw new Error("They hold much");
    expect(refusal.problem).toBe("wrong-state");
    expect(refusal.errors?.map(({ detail }) => detail)).toEqual([
      `An offer to them on request ${agreed.requestId} is open: withdraw it`,
      `Their work on request ${ended.requestId} goes on: end it, or hand it over`,
      "Task tsk_00000009 about them is open: settle it",
      "Letters to School 2 go to their address: give the school another contact",
      "Letters to brokers go to their address: give the partnership another address for these",
    ]);
    expect(await store.get(people, { personId })).toEqual(known);
  });

  it("is refused while a record of ended work waits for the school's word", async () => {
    const { store, erase } = await someoneToErase();
    await store.stage(deployments, [{ ...ended, daysUnanswered: 1 }]);
    expect(await erase()).toMatchObject({ problem: "wrong-state" });
    expect(await store.all(outboxList)).toEqual([]);
  });

  const offerTo = async (store: Store): Promise<void> => {
    const [capacity] = await store.all(capacitiesOf("2026-27"));
    if (!capacity) throw new Error("They have capacity");
    const offer = { ...agreed, offerId: numbered.offer(9), state: "sent" as const };
    await store.stage(offers, [offer]);
    const { requestId, offerId } = offer;
    await store.stage(capacityRows, [
      { ...capacity, offered: [{ requestId, offerId }], revision: capacity.revision + 1 },
    ]);
  };

  it("is decided afresh where an offer was made before it was written", async () => {
    const { store, erase, beforeCommit } = await someoneToErase();
    beforeCommit(() => offerTo(store));
    expect(await erase()).toMatchObject({ problem: "wrong-state" });
  });

  it("sees an offer that is made while it reads, whatever it has read by then", async () => {
    const passedOver: number[] = [];
    let reads = 0;
    for (let isMade = true; isMade; reads++) {
      const { store, erase, beforeRead } = await someoneToErase();
      isMade = false;
      beforeRead(reads, async () => {
        isMade = true;
        await offerTo(store);
      });
      const isErased = !isRefusal(await erase());
      if (isErased && isMade) passedOver.push(reads);
    }
    expect(passedOver).toEqual([]);
    expect(reads).toBeGreaterThan(8);
  });
});
