import * as z from "zod";
import { UploadId } from "../../domain/ids.ts";
import { RegisterKind } from "../../domain/schools/registerImport.ts";
import { RegisterUpload } from "../../domain/schools/registerUpload.ts";
import type { Route } from "../door.ts";
import { pageOf, pageQuery } from "./views.ts";

/** An upload as it stands; `expired` where nothing has come and its address takes nothing more. */
export const RegisterUploadView = RegisterUpload.omit({ revision: true })
  .extend({ state: z.enum([...RegisterUpload.shape.state.options, "expired"]) })
  .meta({ id: "RegisterUpload" });

/** Where and how to send the file, once. */
const UploadAddress = z
  .object({
    method: z.literal("PUT"),
    url: z.url(),
    headers: z.record(z.string(), z.string()).describe("To be sent just so: they are part of the signature"),
  })
  .meta({ id: "UploadAddress" });

/** An upload with the address that its file is sent to. */
export const RegisterUploadAsked = RegisterUploadView.extend({ send: UploadAddress }).meta({
  id: "RegisterUploadAsked",
});

export const uploadsRoutes = {
  askRegisterUpload: {
    area: "uploads",
    method: "POST",
    path: "/register-uploads",
    summary:
      "Ask for an address to send a register file to that is too large for POST /register-imports. It takes one " +
      "file of exactly the size that was said, for a short time; once it is there it is read and previewed",
    roles: ["broker"],
    body: z.strictObject({
      kind: RegisterKind.default("establishments"),
      area: z.string().max(80).optional(),
      fileName: RegisterUpload.shape.fileName,
      sizeBytes: RegisterUpload.shape.sizeBytes,
    }),
    idempotent: true,
    replies: { 201: RegisterUploadAsked },
    problems: ["idempotency-key-reused"],
    audit: "register-upload-asked",
  },
  listRegisterUploads: {
    area: "uploads",
    method: "GET",
    path: "/register-uploads",
    summary: "The register files that were sent, or asked an address for, in the last 60 days, newest first",
    roles: ["broker"],
    query: z.strictObject(pageQuery),
    replies: { 200: pageOf(RegisterUploadView) },
    problems: [],
    audit: null,
  },
  getRegisterUpload: {
    area: "uploads",
    method: "GET",
    path: "/register-uploads/{uploadId}",
    summary: "How far an uploaded register file is: waited for, being read, previewed, or refused and why",
    roles: ["broker"],
    params: z.strictObject({ uploadId: UploadId }),
    replies: { 200: RegisterUploadView },
    problems: [],
    audit: null,
  },
} as const satisfies Record<string, Route>;
