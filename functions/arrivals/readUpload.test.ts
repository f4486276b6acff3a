import { expect, test } from "vitest";
import { PartnershipId, UploadId } from "../../shared/domain/ids.ts";
import type { RegisterUpload } from "../../shared/domain/schools/registerUpload.ts";
import { syntheticRegister } from "../../shared/registers/syntheticRegister.ts";
import { ComeAgain } from "../../shared/runtime/queue.ts";
import type { UploadedFiles } from "../../shared/runtime/world.ts";
import { plannedImports, schoolFactsOf } from "../../shared/store/rows/partnership.ts";
import { auditOf, outboxList } from "../../shared/store/rows/trail.ts";
import { registerUploads } from "../../shared/store/rows/uploads.ts";
import type { Store } from "../../shared/store/store.ts";
import type { Table } from "../../shared/store/table.ts";
import { moments, workUntilKilled } from "../../test/store/killedTable.ts";
import { memoryTable } from "../../test/store/memoryTable.ts";
import { memoryWorld, storesOver } from "../../test/store/memoryWorld.ts";
import { readUpload } from "./readUpload.ts";

const now = "2026-09-02T08:00:00.000Z";
const place = {
  partnershipId: PartnershipId.parse("par_00000001"),
  uploadId: UploadId.parse("upl_00000001"),
};
const made = syntheticRegister({ area: "Sheffield", schools: 30, seed: 7 });
if (made.kind !== "made") throw new Error("Sheffield is a known area");
const bytes = new TextEncoder().encode(made.text);

const waiting: RegisterUpload = {
  uploadId: place.uploadId,
  kind: "establishments",
  area: "Sheffield",
  fileName: "all.csv",
  sizeBytes: bytes.length,
  askedAt: now,
  addressUntil: now,
  state: "waiting",
  digest: null,
  importId: null,
  refusal: null,
  revision: 0,
};

/** A world with one upload that waits, over a table of its own. */
async function laidOut(upload = waiting, file: Uint8Array | undefined = bytes) {
  const open = memoryTable();
  const storeOver = (openTable: (prefix: string) => Table): Store =>
    storesOver(openTable, now)(place.partnershipId);
  const store = storeOver(open);
  await store.stage(registerUploads, [upload]);
  const world = memoryWorld(now);
  if (file) world.uploaded.set(place.uploadId, file);
  const read = (opened: Store = store, files: Partial<UploadedFiles> = {}) =>
    readUpload({ ...world, storeFor: () => opened, ...files }, place);
  return { open, storeOver, store, read };
}

/** All that reading an upload leaves behind. */
async function leftBy(store: Store) {
  const upload = await store.get(registerUploads, place);
  const planned = upload?.importId
    ? await store.get(plannedImports, { importId: upload.importId })
    : undefined;
  return {
    upload,
    planned,
    schools: planned ? await store.all(schoolFactsOf(planned.importId)) : [],
    trail: (await store.all(auditOf("partnership"))).map(({ action, facts }) => ({ action, facts })),
    told: (await store.all(outboxList)).map(({ type, subject }) => ({ type, subject })),
  };
}

test.each(moments)("a reader killed %s any call is followed by one that leaves the same", async (moment) => {
  const unkilled = await laidOut();
  await unkilled.read();
  const expected = await leftBy(unkilled.store);
  expect(expected).toMatchObject({
    upload: { state: "previewed" },
    planned: { import: { added: 30 } },
    trail: [{ action: "register-upload-previewed" }],
    told: [{ type: "register-previewed", subject: { uploadId: place.uploadId } }],
  });
  for (let at = 0; ; at += 1) {
    const { open, storeOver, store, read } = await laidOut();
    const end = await workUntilKilled(storeOver, { open, at, moment }, read);
    await read();
    expect(await leftBy(store)).toEqual(expected);
    if (end === "ended") break;
  }
});

test("a file that breaks off while it is read comes again, and is told of as being read meanwhile", async () => {
  const { store, read } = await laidOut();
  for (const passesBefore of [0, 1]) {
    let pass = 0;
    const openUpload = async function* () {
      yield bytes.slice(0, 1000);
      if (pass++ === passesBefore) throw new Error("The line went down");
      yield bytes.slice(1000);
    };
    await expect(read(store, { openUpload })).rejects.toThrow("The line went down");
    expect(await leftBy(store)).toMatchObject({ upload: { state: "reading" }, trail: [], told: [] });
  }
  await read();
  expect((await leftBy(store)).upload).toMatchObject({ state: "previewed" });
});

test("of two that read one file at once, one tells what it came to", async () => {
  const { store, read } = await laidOut();
  const readers = await Promise.allSettled([read(), read()]);
  for (const reader of readers)
    expect(reader.status === "fulfilled" || reader.reason instanceof ComeAgain).toBe(true);
  await read();
  expect(await leftBy(store)).toMatchObject({ upload: { state: "previewed" }, told: [{}] });
  expect((await leftBy(store)).trail).toHaveLength(1);
});

test.each([
  ["is there no longer", undefined, "kept no longer"],
  ["is of another size", bytes.slice(1), "were announced"],
])("a file that %s is refused with the reason", async (_how, file, reason) => {
  const { store, read } = await laidOut(waiting, undefined);
  await read(store, { uploadedBytes: async () => file?.length });
  expect(await leftBy(store)).toMatchObject({
    upload: { state: "refused", digest: null, refusal: { detail: expect.stringContaining(reason) } },
    told: [{ type: "register-upload-refused", subject: { uploadId: place.uploadId } }],
  });
});

test("a file that nobody asked to send is a fault, not a preview", async () => {
  const { read } = await laidOut({ ...waiting, uploadId: UploadId.parse("upl_00000002") });
  await expect(read()).rejects.toThrow("nobody asked");
});
