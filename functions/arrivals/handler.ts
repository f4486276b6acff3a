import * as z from "zod";
import { PartnershipId, UploadId } from "../../shared/domain/ids.ts";
import { queueFunction } from "../../shared/runtime/queue.ts";
import type { UploadedFiles, World } from "../../shared/runtime/world.ts";
import { readUpload } from "./readUpload.ts";

const Key = z
  .string()
  .transform((key) => key.split("/"))
  .pipe(z.tuple([PartnershipId, UploadId]))
  .transform(([partnershipId, uploadId]) => ({ partnershipId, uploadId }));

/** What EventBridge tells of a file that arrived in the bucket. */
const FileArrived = z
  .object({ detail: z.object({ object: z.object({ key: Key }) }) })
  .transform(({ detail }) => detail.object.key);

/** Reads each file that arrived at an address which a broker asked for, and previews it or says why it is refused. */
export const arrivalsFunction = (world: World & UploadedFiles) =>
  queueFunction(world, { queue: "arrivals", schema: FileArrived }, (place) => readUpload(world, place));
