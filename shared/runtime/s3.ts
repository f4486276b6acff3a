import { S3Client } from "@aws-sdk/client-s3";
import { type Environment, type HostOptions, sdkOptions } from "./aws.ts";
import { readConfiguration, uploadsBucketName } from "./configuration.ts";
import type { UploadPlace } from "./world.ts";

/** A client of S3 with the bucket of files that brokers send, as the environment names it. */
export function uploadsBucket(environment: Environment, host: HostOptions) {
  const Bucket = environment[uploadsBucketName];
  if (!Bucket) throw new Error(`${uploadsBucketName} is not set`);
  const configuration = readConfiguration(environment);
  const endpoint = configuration.S3_ENDPOINT;
  const client = new S3Client({
    ...sdkOptions(configuration, host, endpoint),
    // Else an address would promise a checksum of a file that nobody has seen yet.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    forcePathStyle: endpoint !== undefined,
  });
  return { client, Bucket };
}

/** Where a file stands in the bucket; the partnership comes first, as in every key of the table. */
export const uploadKey = ({ partnershipId, uploadId }: UploadPlace): string => `${partnershipId}/${uploadId}`;
