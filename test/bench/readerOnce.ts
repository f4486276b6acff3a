import { readUpload } from "../../functions/arrivals/readUpload.ts";
import { PartnershipId, UploadId } from "../../shared/domain/ids.ts";
import { s3Files } from "../../shared/runtime/s3Files.ts";
import { registerUploads } from "../../shared/store/rows/uploads.ts";
import { memoryWorld } from "../store/memoryWorld.ts";

// A process of its own, so that its peak of memory is that of one reader; what it stages is in it too, not in a database.
const [partnership, upload, size, area = ""] = process.argv.slice(2);
const place = { partnershipId: PartnershipId.parse(partnership), uploadId: UploadId.parse(upload) };
const credentials = { accessKeyId: "local", secretAccessKey: "local" };
const world = { ...memoryWorld(), ...s3Files(process.env, { credentials }) };
const store = world.storeFor(place.partnershipId);
await store.stage(registerUploads, [
  {
    uploadId: place.uploadId,
    kind: "establishments",
    area,
    fileName: "register.csv",
    sizeBytes: Number(size),
    askedAt: world.now(),
    addressUntil: world.now(),
    state: "waiting",
    digest: null,
    importId: null,
    refusal: null,
    revision: 0,
  },
]);
const began = performance.now();
await readUpload(world, place);
const { state } = (await store.get(registerUploads, place)) ?? {};
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
process.stdout.write(
  JSON.stringify({
    state,
    seconds: (performance.now() - began) / 1000,
    processorSeconds: (userCPUTime + systemCPUTime) / 1e6,
    peakMegabytes: maxRSS / 1024,
  }),
);
