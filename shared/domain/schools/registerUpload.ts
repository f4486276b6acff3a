import * as z from "zod";
import { RegisterImportId, UploadId } from "../ids.ts";
import { RegisterKind } from "./registerImport.ts";

/** No register is larger: the national one has some 110 MB. */
export const largestFileBytes = 256 * 1024 * 1024;

/** How long after it was given out an address takes its file. */
export const addressMinutes = 15;

/** Why a file was refused: the code of the problem, one sentence that says what to do, and where the faults lie. */
export const UploadRefusal = z.object({
  problem: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ detail: z.string(), row: z.int().optional(), column: z.string().optional() })),
});
export type UploadRefusal = z.infer<typeof UploadRefusal>;

/** A register file that is too large for a request's body: sent to an address of its own, and read once it is there. */
export const RegisterUpload = z.object({
  uploadId: UploadId,
  kind: RegisterKind,
  /** The area whose schools are taken from the file, null where all are. */
  area: z.string().nullable(),
  fileName: z.string().min(1).max(200),
  sizeBytes: z.int().min(1).max(largestFileBytes),
  askedAt: z.iso.datetime(),
  /** Until when its address takes the file. */
  addressUntil: z.iso.datetime(),
  state: z.enum(["waiting", "reading", "previewed", "refused"]),
  /** SHA-256 of the file's bytes, null until they were read. */
  digest: z.string().nullable(),
  /** The import that the file was made into, to be looked at and put in force; null in every state but `previewed`. */
  importId: RegisterImportId.nullable(),
  refusal: UploadRefusal.nullable(),
  revision: z.int().min(0),
});
export type RegisterUpload = z.infer<typeof RegisterUpload>;

/** What reading an uploaded file came to. */
export type UploadOutcome =
  | { readonly state: "previewed"; readonly digest: string; readonly importId: RegisterImportId }
  | { readonly state: "refused"; readonly digest: string | null; readonly refusal: UploadRefusal };

/** Whether the file was read to its end: nothing changes after that. */
export const isSettled = ({ state }: RegisterUpload): boolean => state === "previewed" || state === "refused";

/** The upload as reading it left it. */
export const settledUpload = (upload: RegisterUpload, outcome: UploadOutcome): RegisterUpload => ({
  ...upload,
  ...outcome,
});
