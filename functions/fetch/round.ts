import type { Refusal } from "../../shared/contract/problems.ts";
import type { PartnershipId } from "../../shared/domain/ids.ts";
import {
  type PlannedImport,
  recordOver,
  type RegisterImport,
  type RegisterKind,
} from "../../shared/domain/schools/registerImport.ts";
import { type Area, findArea } from "../../shared/registers/areas.ts";
import type { Establishment } from "../../shared/registers/establishment.ts";
import type { RegisterSource } from "../../shared/registers/source.ts";
import { isRefusal } from "../../shared/runtime/refusal.ts";
import type { World } from "../../shared/runtime/world.ts";
import { type ImportInForce, importInForce } from "../../shared/store/registerImports.ts";
import { partnerships, schoolFactsOf } from "../../shared/store/rows/partnership.ts";
import type { Store } from "../../shared/store/store.ts";
import { planImport } from "../partnership/planImport.ts";
import { wantedFor } from "../partnership/registerFile.ts";
import type { Downloaded } from "./download.ts";
import { tellOfLack, tellOfPreviews } from "./news.ts";
import { removeStalePreviews } from "./stalePreviews.ts";

/** What a morning has come to in one partnership so far. */
export interface Round {
  readonly store: Store;
  /** Whose schools are taken, null where the partnership's area is none of the known ones. */
  readonly area: Area | null;
  /** What the next preview is compared with: the register in force, or the preview before it. */
  readonly inForce: ImportInForce | undefined;
  /** Whether its preview of a file of schools takes one. */
  readonly wants: (school: Establishment) => boolean;
  readonly previews: readonly PlannedImport[];
  readonly refused: readonly RegisterKind[];
}

/** The beginning of a partnership's round, none before it is set up. */
export async function roundsOf(world: World, partnershipId: PartnershipId): Promise<Round[]> {
  const store = world.storeFor(partnershipId);
  const partnership = await store.get(partnerships, {});
  if (!partnership) return [];
  const inForce = await importInForce(store);
  const schoolsOf = inForce?.record.lastGood.find(({ kind }) => kind === "establishments")?.area;
  const area = findArea(schoolsOf ?? partnership.area) ?? null;
  return [{ store, area, inForce, wants: () => false, previews: [], refused: [] }];
}

/** The round with the schools that its next preview takes: those in its area, and those known to what it is over. */
export async function withWants(round: Round): Promise<Round[]> {
  const { store, area, inForce } = round;
  const before = inForce ? await store.all(schoolFactsOf(inForce.record.importId)) : [];
  return [{ ...round, wants: area === null ? round.wants : wantedFor(area, before) }];
}

interface Fetched {
  readonly kind: RegisterKind;
  readonly file: Downloaded;
  /** Reads the file, whatever it read before. */
  readonly source: RegisterSource;
}

/** Previews a file over what the one before it would leave, so that they can be put in force one by one. */
export async function withPreview(
  world: World,
  round: Round,
  { kind, file, source }: Fetched,
): Promise<Round[]> {
  const { store, area, inForce } = round;
  if (inForce?.record.lastGood.some((each) => each.kind === kind && each.digest === file.digest))
    return [round];
  // Only a file of schools can be a partnership's first, and without an area it would take the whole country's.
  if (kind === "establishments" ? area === null : !inForce) return [round];
  const now = world.now();
  const planned = await planImport({ store, now, inForce }, source, { kind, area, ...file });
  if (isRefusal(planned)) {
    const { partnershipId } = store;
    world.log({ code: "register-refused", partnershipId, kind, ...refusalLogged(planned) });
    return [{ ...round, refused: [...round.refused, kind] }];
  }
  const { added, changed } = planned.import;
  if (added + changed === 0) return [round];
  return [{ ...round, previews: [...round.previews, planned], inForce: over(planned.import, inForce) }];
}

/** Tells brokers what came of the morning, clears away previews that nobody put in force, and answers what was refused. */
export async function endRound(
  world: World,
  { store, previews, refused }: Round,
  missing: readonly RegisterKind[],
): Promise<readonly RegisterKind[]> {
  await tellOfPreviews(store, world.now(), previews);
  await tellOfLack(store, world.now(), [...missing, ...refused]);
  await removeStalePreviews(store, world.now());
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
