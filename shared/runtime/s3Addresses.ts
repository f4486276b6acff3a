import { PutObjectCommand } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import type { Environment, HostOptions } from "./aws.ts";
import { uploadKey, uploadsBucket } from "./s3.ts";
import type { UploadAddresses } from "./world.ts";

/**
 * Gives out addresses of S3. Its signature binds the size of the file, and that nothing is there yet: so an address
 * takes one file of that size, once.
 */
export function s3Addresses(environment: Environment, host: HostOptions = {}): UploadAddresses {
  const { client, Bucket } = uploadsBucket(environment, host);
  return {
    async uploadAddress(place, { sizeBytes, at, minutes }) {
      const put = new PutObjectCommand({
        Bucket,
        Key: uploadKey(place),
        ContentLength: sizeBytes,
        IfNoneMatch: "*",
      });
      const url = await getSignedUrl(client, put, { expiresIn: minutes * 60, signingDate: new Date(at) });
      return {
        method: "PUT",
        url,
        headers: { "content-length": String(sizeBytes), "if-none-match": "*" },
      };
    },
  };
}
