import { RegisterUpload } from "../../domain/schools/registerUpload.ts";
import { entity, listOf } from "../entity.ts";

const partition = "REGISTER-UPLOADS";
const daysRemembered = 60;

/** Files that brokers send to addresses of their own: what was asked for, and what became of it. */
export const registerUploads = entity("register-upload", {
  schema: RegisterUpload,
  place: (row: { uploadId: RegisterUpload["uploadId"] }) => ({
    partition,
    sort: row.uploadId,
  }),
  expiresAtSeconds: ({ askedAt }) => Math.floor(Date.parse(askedAt) / 1000) + daysRemembered * 86_400,
});
export const registerUploadList = listOf(registerUploads, { partition });
