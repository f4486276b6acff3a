import { createHash } from "node:crypto";
import type { Refusal } from "../../shared/contract/problems.ts";
import type { UploadId } from "../../shared/domain/ids.ts";
import type { PlannedImport } from "../../shared/domain/schools/registerImport.ts";
import {
  isSettled,
  type RegisterUpload,
  settledUpload,
  type UploadOutcome,
} from "../../shared/domain/schools/registerUpload.ts";
import { findArea } from "../../shared/registers/areas.ts";
import { ComeAgain } from "../../shared/runtime/queue.ts";
import { isRefusal, refuse } from "../../shared/runtime/refusal.ts";
import { serviceActor } from "../../shared/runtime/session.ts";
import type { UploadedFiles, UploadPlace, World } from "../../shared/runtime/world.ts";
import { registerUploads } from "../../shared/store/rows/uploads.ts";
import { type Announcement, replace, type Store } from "../../shared/store/store.ts";
import { previewFile } from "../partnership/previewFile.ts";

/**
 * Reads an uploaded file as it streams, first for its digest and then beside the register in force, and keeps what that
 * came to. All that it writes before follows from the file, so that a reader that was killed is followed by another.
 */
export async function readUpload(world: World & UploadedFiles, place: UploadPlace): Promise<void> {
  const store = world.storeFor(place.partnershipId);
  const upload = await begun(store, place.uploadId);
  if (isSettled(upload)) return;
  const { digest, result } = await resultOf(world, store, { upload, place });
  const outcome = outcomeOf(result, digest);
  const committed = await store.commit({
    chain: "partnership",
    action: outcome.state === "previewed" ? "register-upload-previewed" : "register-upload-refused",
    actor: serviceActor("arrivals"),
    facts: {
      uploadId: place.uploadId,
      digest,
      ...(isRefusal(result) ? { problem: result.problem } : { importId: result.importId }),
    },
    writes: [replace(registerUploads, settledUpload(upload, outcome))],
    announce: newsOf(result, upload),
  });
  // Another reader of the same file was faster, or one that was killed had begun meanwhile.
  if (committed !== "committed") throw new ComeAgain();
}

/** The upload as it is, marked as being read if nobody began yet. */
async function begun(store: Store, uploadId: UploadId): Promise<RegisterUpload> {
  const upload = await store.get(registerUploads, { uploadId });
  if (!upload) throw new Error("A file arrived that nobody asked to send");
  if (upload.state !== "waiting") return upload;
  const reading = { ...upload, state: "reading" as const };
  if (!(await store.note(replace(registerUploads, reading)))) throw new ComeAgain();
  return { ...reading, revision: reading.revision + 1 };
}

interface Result {
  readonly digest: string | null;
  readonly result: PlannedImport | Refusal;
}

async function resultOf(
  { openUpload, uploadedBytes, now }: World & UploadedFiles,
  store: Store,
  { upload, place }: { readonly upload: RegisterUpload; readonly place: UploadPlace },
): Promise<Result> {
  const size = await uploadedBytes(place);
  if (size === undefined)
    return { digest: null, result: refuse("file-refused", "The file is kept no longer. Send it again.") };
  if (size !== upload.sizeBytes)
    return {
      digest: null,
      result: refuse(
        "file-refused",
        `The file has ${size} bytes and ${upload.sizeBytes} were announced: send it again.`,
      ),
    };
  const open = () => openUpload(place);
  const hash = createHash("sha256");
  for await (const chunk of open()) hash.update(chunk);
  const digest = hash.digest("hex");
  const area = upload.area === null ? null : (findArea(upload.area) ?? null);
  return { digest, result: await previewFile(store, now(), { kind: upload.kind, area, digest, open }) };
}

function outcomeOf(result: PlannedImport | Refusal, digest: string | null): UploadOutcome {
  if (!isRefusal(result))
    return { state: "previewed", digest: result.import.digest, importId: result.importId };
  const { problem, detail, errors = [] } = result;
  return {
    state: "refused",
    digest,
    refusal: {
      problem,
      detail,
      errors: errors.map(({ detail: fault, row, column }) => ({
        detail: fault,
        ...(row === undefined ? {} : { row }),
        ...(column === undefined ? {} : { column }),
      })),
    },
  };
}

/** Of the file that is in force already there is nothing to tell: nothing waits for anybody. */
function newsOf(result: PlannedImport | Refusal, { uploadId }: RegisterUpload): Announcement[] {
  if (isRefusal(result))
    return [{ type: "register-upload-refused", subject: { uploadId }, tell: [{ to: "brokers" }] }];
  if (result.appliedAt !== null) return [];
  return [{ type: "register-previewed", subject: { uploadId }, tell: [{ to: "brokers" }] }];
}
