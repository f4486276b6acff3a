import middy from "@middy/core";
import type { PartnershipId } from "../../shared/domain/ids.ts";
import type { RegisterKind } from "../../shared/domain/registerImport.ts";
import { findArea } from "../../shared/registers/areas.ts";
import { nationalRegister } from "../../shared/registers/nationalRegister.ts";
import { describeError } from "../../shared/runtime/log.ts";
import { isRefusal } from "../../shared/runtime/refusal.ts";
import type { RegisterAddresses } from "../../shared/runtime/registerAddresses.ts";
import { serviceActor } from "../../shared/runtime/session.ts";
import type { World } from "../../shared/runtime/world.ts";
import { type ImportInForce, importInForce } from "../../shared/store/registerImports.ts";
import { partnerships } from "../../shared/store/rows/partnership.ts";
import { planImport } from "../partnership/planImport.ts";
import { addressOn, download, type Downloaded } from "./download.ts";

// Successions first: a school that another continues is then followed by the file of schools that has both.
const order: readonly RegisterKind[] = [
  "successions",
  "establishments",
  "memberships",
  "groups",
  "inspections",
];

interface Fetched {
  readonly kind: RegisterKind;
  readonly file: Downloaded;
}

/**
 * The door of the clock that fetches registers where addresses are set, and previews them for every partnership. It
 * puts nothing in force: brokers are told that a preview waits. A file that cannot be had or is refused keeps no
 * other from being looked at, and is raised at the end.
 */
export const fetchFunction = (world: World & RegisterAddresses) =>
  middy<unknown, void>().handler(async () => {
    const failed: unknown[] = [];
    const fetched: Fetched[] = [];
    try {
      for (const kind of order) {
        const address = world.registerAddresses[kind];
        if (address === undefined) continue;
        await download(addressOn(address, world.now())).then(
          (file) => fetched.push({ kind, file }),
          (error: unknown) => failed.push(error),
        );
      }
      if (fetched.length > 0)
        for (const partnershipId of await world.directory.all())
          await previewFor(world, partnershipId, fetched).catch((error: unknown) => failed.push(error));
    } finally {
      for (const { file } of fetched) await file.discard();
    }
    for (const error of failed)
      world.log({ code: "unexpected-error", door: "fetch", ...describeError(error) });
    if (failed.length > 0)
      throw new AggregateError(failed, "Not every register could be fetched and previewed");
  });

/** Previews each file over what the one before it would leave, so that they can be put in force one by one. */
async function previewFor(
  world: World,
  partnershipId: PartnershipId,
  fetched: readonly Fetched[],
): Promise<void> {
  const store = world.storeFor(partnershipId);
  const partnership = await store.get(partnerships, {});
  if (!partnership) return;
  let inForce = await importInForce(store);
  const schoolsOf = inForce?.lineage.find(({ kind }) => kind === "establishments")?.area;
  const area = findArea(schoolsOf ?? partnership.area) ?? null;
  const previewed: RegisterKind[] = [];
  const refused: string[] = [];
  for (const { kind, file } of fetched) {
    if (inForce?.lineage.some((each) => each.kind === kind && each.digest === file.digest)) continue;
    // Only a file of schools can be a partnership's first, and without an area it would take the whole country's.
    if (kind === "establishments" ? area === null : !inForce) continue;
    const planned = await planImport({ store, now: world.now(), inForce }, nationalRegister, {
      kind,
      area,
      ...file,
    });
    if (isRefusal(planned)) {
      world.log({ code: "register-refused", partnershipId, kind, why: planned.detail });
      refused.push(kind);
      continue;
    }
    const { added, changed } = planned.import;
    if (added + changed === 0) continue;
    previewed.push(kind);
    inForce = over(planned.import, inForce);
  }
  if (previewed.length > 0)
    await store.commit({
      chain: "partnership",
      action: "register-previewed",
      actor: serviceActor("fetch"),
      facts: { kinds: previewed.join(" ") },
      writes: [],
      announce: [{ type: "register-previewed", subject: {}, tell: [{ to: "brokers" }] }],
    });
  if (refused.length > 0) throw new Error(`Refused: ${refused.join(", ")}`);
}

const over = (record: ImportInForce["record"], inForce: ImportInForce | undefined): ImportInForce => ({
  register: inForce?.register ?? { importId: record.importId, revision: 0 },
  record,
  lineage: [record, ...(inForce?.lineage ?? [])],
});
