import { expect, test } from "vitest";
import { PartnershipId } from "../../shared/domain/ids.ts";
import { findArea } from "../../shared/registers/areas.ts";
import { chunksOf } from "../../shared/registers/namedColumns.ts";
import { nationalRegister } from "../../shared/registers/nationalRegister.ts";
import { syntheticRegister } from "../../shared/registers/syntheticRegister.ts";
import { sha256 } from "../../shared/runtime/identity.ts";
import { isRefusal } from "../../shared/runtime/refusal.ts";
import { serviceActor } from "../../shared/runtime/session.ts";
import { importInForce } from "../../shared/store/registerImports.ts";
import { registerImportList, schoolFactsOf } from "../../shared/store/rows/partnership.ts";
import { auditOf, outboxList } from "../../shared/store/rows/trail.ts";
import type { Store } from "../../shared/store/store.ts";
import type { Table } from "../../shared/store/table.ts";
import { moments, workUntilKilled } from "../../test/store/killedTable.ts";
import { memoryTable } from "../../test/store/memoryTable.ts";
import { storesOver } from "../../test/store/memoryWorld.ts";
import { planImport } from "./planImport.ts";
import { putInForce } from "./putInForce.ts";

const now = "2026-09-02T08:00:00.000Z";
const partnershipId = PartnershipId.parse("par_00000001");

const made = syntheticRegister({ area: "Sheffield", schools: 30, seed: 7 });
if (made.kind !== "made") throw new Error("Sheffield is a known area");
const first = made.text;
const second = first.replaceAll("Learning Trust", "Renamed Trust");

const storeOver = (openTable: (prefix: string) => Table): Store => storesOver(openTable, now)(partnershipId);

/** Previews a file and puts it in force, as the two doors do one after the other. */
async function take(store: Store, text: string): Promise<void> {
  const inForce = await importInForce(store);
  const planned = await planImport({ store, now, inForce }, nationalRegister, {
    kind: "establishments",
    area: findArea("Sheffield") ?? null,
    digest: sha256(text),
    open: () => chunksOf(new TextEncoder().encode(text)),
  });
  if (isRefusal(planned)) throw new Error(planned.detail);
  if (inForce?.record.importId === planned.importId) return;
  const flip = { planned, inForce, actor: serviceActor("fetch"), now };
  expect(await store.commit(putInForce(flip))).toBe("committed");
}

/** All that an import leaves behind. */
async function leftBy(store: Store) {
  const inForce = await importInForce(store);
  if (!inForce) throw new Error("A register is in force");
  return {
    importId: inForce.record.importId,
    schools: await store.all(schoolFactsOf(inForce.record.importId)),
    imports: (await store.all(registerImportList)).map(({ importId }) => importId),
    trail: (await store.all(auditOf("partnership"))).map(({ action, facts }) => ({ action, facts })),
    told: new Set((await store.all(outboxList)).map(({ type, subject }) => `${type} ${subject.importId}`)),
  };
}

async function laidOut() {
  const open = memoryTable();
  const store = storeOver(open);
  await take(store, first);
  return { open, store };
}

test.each(moments)(
  "a worker killed %s any call leaves the old register whole, or the new one",
  async (moment) => {
    const { store: unkilled } = await laidOut();
    const before = await leftBy(unkilled);
    await take(unkilled, second);
    const after = await leftBy(unkilled);
    expect(after.schools).not.toEqual(before.schools);
    for (let at = 0; ; at += 1) {
      const { open, store } = await laidOut();
      const end = await workUntilKilled(storeOver, { open, at, moment }, (dying) => take(dying, second));
      const found = await leftBy(store);
      expect([before, after]).toContainEqual(found);
      if (end === "ended") break;
      if (found.importId === before.importId) await take(store, second);
      expect(await leftBy(store)).toEqual(after);
    }
  },
);
