import middy from "@middy/core";
import type { Refusal } from "../../shared/contract/problems.ts";
import type { PartnershipId } from "../../shared/domain/ids.ts";
import {
  type PlannedImport,
  recordOver,
  type RegisterImport,
  type RegisterKind,
} from "../../shared/domain/registerImport.ts";
import { findArea } from "../../shared/registers/areas.ts";
import { nationalRegister } from "../../shared/registers/nationalRegister.ts";
import { describeError } from "../../shared/runtime/log.ts";
import { isRefusal } from "../../shared/runtime/refusal.ts";
import type { RegisterAddresses } from "../../shared/runtime/registerAddresses.ts";
import type { World } from "../../shared/runtime/world.ts";
import { type ImportInForce, importInForce } from "../../shared/store/registerImports.ts";
import { partnerships } from "../../shared/store/rows/partnership.ts";
import { planImport } from "../partnership/planImport.ts";
import { addressOn, download, type Downloaded } from "./download.ts";
import { removeStalePreviews } from "./stalePreviews.ts";
import { tellOfLack, tellOfPreviews } from "./news.ts";

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

/** What a morning brought: the files that could be had, and the kinds of those that could not. */
interface Morning {
  readonly fetched: Fetched[];
  readonly missing: RegisterKind[];
}

/**
 * The door of the clock that fetches registers where addresses are set, and previews them for every partnership. It
 * puts nothing in force, and clears away what nobody did for two weeks: brokers are told that a preview waits, or that a file could not be had. Such a file keeps no
 * other from being looked at, and is raised at the end.
 */
export const fetchFunction = (world: World & RegisterAddresses) =>
  middy<unknown, void>().handler(async () => {
    const morning: Morning = { fetched: [], missing: [] };
    let failed = 0;
    try {
      await fetchInto(morning, world);
      failed = morning.missing.length;
      for (const partnershipId of await world.directory.all())
        try {
          failed += (await previewFor(world, partnershipId, morning)).length;
          await removeStalePreviews(world.storeFor(partnershipId), world.now());
        } catch (error) {
          failed += 1;
          world.log({ code: "unexpected-error", door: "fetch", ...describeError(error) });
        }
    } finally {
      for (const { file } of morning.fetched) await file.discard();
    }
    // Raised, so that the schedule comes again; what brokers were told they are not told twice.
    if (failed > 0) throw new Error("Not every register could be fetched and previewed");
  });

async function fetchInto(morning: Morning, world: World & RegisterAddresses): Promise<void> {
  for (const kind of order) {
    const address = world.registerAddresses[kind];
    if (address === undefined) continue;
    const file = await download(addressOn(address, world.now()));
    if ("why" in file) {
      world.log({ code: "register-not-fetched", kind, ...file });
      morning.missing.push(kind);
    } else morning.fetched.push({ kind, file });
  }
}

/**
 * Previews each file over what the one before it would leave, so that they can be put in force one by one, and
 * answers the kinds that were refused.
 */
async function previewFor(
  world: World,
  partnershipId: PartnershipId,
  { fetched, missing }: Morning,
): Promise<readonly RegisterKind[]> {
  if (fetched.length + missing.length === 0) return [];
  const store = world.storeFor(partnershipId);
  const partnership = await store.get(partnerships, {});
  if (!partnership) return [];
  let inForce = await importInForce(store);
  const schoolsOf = inForce?.record.lastGood.find(({ kind }) => kind === "establishments")?.area;
  const area = findArea(schoolsOf ?? partnership.area) ?? null;
  const previews: PlannedImport[] = [];
  const refused: RegisterKind[] = [];
  for (const { kind, file } of fetched) {
    if (inForce?.record.lastGood.some((each) => each.kind === kind && each.digest === file.digest)) continue;
    // Only a file of schools can be a partnership's first, and without an area it would take the whole country's.
    if (kind === "establishments" ? area === null : !inForce) continue;
    const planned = await planImport({ store, now: world.now(), inForce }, nationalRegister, {
      kind,
      area,
      ...file,
    });
    if (isRefusal(planned)) {
      world.log({ code: "register-refused", partnershipId, kind, ...refusalLogged(planned) });
      refused.push(kind);
      continue;
    }
    const { added, changed } = planned.import;
    if (added + changed === 0) continue;
    previews.push(planned);
    inForce = over(planned.import, inForce);
  }
  await tellOfPreviews(store, world.now(), previews);
  await tellOfLack(store, world.now(), [...missing, ...refused]);
  return refused;
}

/** Where a refused file is at fault: the first row and column, null where it is the whole. */
const refusalLogged = ({ problem, detail, errors = [] }: Refusal) => ({
  problem,
  why: detail,
  faults: errors.length,
  row: errors[0]?.row ?? null,
  column: errors[0]?.column ?? null,
});

const over = (record: RegisterImport, inForce: ImportInForce | undefined): ImportInForce => ({
  register: inForce?.register ?? { importId: record.importId, revision: 0 },
  record: recordOver(record, inForce?.record),
});
