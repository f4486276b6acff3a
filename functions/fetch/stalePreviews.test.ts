import { describe, expect, test } from "vitest";
import { addDays } from "../../shared/domain/calendar/calendar.ts";
import { RegisterImportId } from "../../shared/domain/ids.ts";
import { derivedId, sha256 } from "../../shared/runtime/identity.ts";
import { listOf } from "../../shared/store/entity.ts";
import { plannedImports, registerStagingList, schoolFactsOf } from "../../shared/store/rows/partnership.ts";
import { findArea } from "../../shared/registers/areas.ts";
import { chunksOf } from "../../shared/registers/namedColumns.ts";
import { nationalRegister } from "../../shared/registers/nationalRegister.ts";
import type { Store } from "../../shared/store/store.ts";
import type { Table } from "../../shared/store/table.ts";
import { moments, workUntilKilled } from "../../test/store/killedTable.ts";
import { memoryTable } from "../../test/store/memoryTable.ts";
import { storesOver } from "../../test/store/memoryWorld.ts";
import { planImport } from "../partnership/planImport.ts";
import { removeStalePreviews } from "./stalePreviews.ts";
import { morning, partnershipId, registerText, schools } from "../../test/harness/morningFetch.ts";

const today = "2026-09-01T05:30:00.000Z";

describe("a preview that waited for two weeks", () => {
  const late = "2026-09-16T05:30:00.000Z";
  const bothAt = async (store: Store) => {
    const [planned] = await store.all(listOf(plannedImports, { partition: "REGISTER-PLANS" }));
    if (!planned) throw new Error("A file was previewed");
    const { importId, removedAt, hasSchools } = planned;
    const schoolsLeft = (await store.all(schoolFactsOf(importId))).length;
    return { isRemoved: removedAt !== null, hasSchools, schoolsLeft, digest: planned.import.digest };
  };

  test.each(moments)("is removed whole by the next day, by a worker killed %s any call", async (moment) => {
    for (let at = 0; ; at += 1) {
      const open = memoryTable();
      const opened = (table: (prefix: string) => Table): Store => storesOver(table, late)(partnershipId);
      const store = opened(open);
      const { come } = await morning({ establishments: schools }, store);
      await come(today);
      const before = await bothAt(store);
      expect(before).toMatchObject({ isRemoved: false, hasSchools: true, schoolsLeft: 5 });
      const end = await workUntilKilled(opened, { open, at, moment }, (dying) =>
        removeStalePreviews(dying, late),
      );
      await removeStalePreviews(store, late);
      expect(await bothAt(store)).toEqual({ ...before, isRemoved: true, hasSchools: false, schoolsLeft: 0 });
      if (end === "ended") break;
    }
  });
});

describe("a preview that died while it staged", () => {
  const area = findArea("Sheffield") ?? null;
  const file = { kind: "establishments" as const, area, digest: sha256(registerText) };
  const preview = (store: Store, now: string) =>
    planImport({ store, now, inForce: undefined }, nationalRegister, {
      ...file,
      open: () => chunksOf(new TextEncoder().encode(registerText)),
    });
  const idOn = (day: string) =>
    derivedId(RegisterImportId, partnershipId, "establishments", file.digest, "Sheffield", "", day);
  const leftBy = async (store: Store, day: string) => ({
    schools: (await store.all(schoolFactsOf(idOn(day)))).length,
    isPlanned: (await store.get(plannedImports, { importId: idOn(day) })) !== undefined,
    begun: (await store.all(registerStagingList)).length,
  });

  test.each(moments)("leaves nothing from the day after next on, killed %s any call", async (moment) => {
    const seen = new Set<number>();
    for (let at = 0; ; at += 1) {
      const open = memoryTable();
      const opened = (table: (prefix: string) => Table): Store => storesOver(table, today)(partnershipId);
      const store = opened(open);
      const end = await workUntilKilled(opened, { open, at, moment }, (dying) => preview(dying, today));
      const day = today.slice(0, 10);
      const before = await leftBy(store, day);
      if (!before.isPlanned) seen.add(before.schools);
      await removeStalePreviews(store, addDays(day, 1) + today.slice(10));
      expect(await leftBy(store, day)).toEqual(before);
      await removeStalePreviews(store, addDays(day, 2) + today.slice(10));
      const kept = before.isPlanned ? 5 : 0;
      expect(await leftBy(store, day)).toEqual({ ...before, schools: kept, begun: 0 });
      if (end === "ended") break;
    }
    expect(seen).toContain(5);
  });
});
