import { GetObjectCommand, HeadObjectCommand, NotFound } from "@aws-sdk/client-s3";
import type { Environment, HostOptions } from "./aws.ts";
import { uploadKey, uploadsBucket } from "./s3.ts";
import type { UploadedFiles } from "./world.ts";

/** Reads files from S3, as they stream. */
export function s3Files(environment: Environment, host: HostOptions = {}): UploadedFiles {
  const { client, Bucket } = uploadsBucket(environment, host);
  return {
    async uploadedBytes(place) {
      try {
        const { ContentLength } = await client.send(new HeadObjectCommand({ Bucket, Key: uploadKey(place) }));
        return ContentLength;
      } catch (error) {
        if (error instanceof NotFound) return undefined;
        throw error;
      }
    },
    async *openUpload(place) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: uploadKey(place) }));
      if (!Body) throw new Error("S3 answered no body");
      yield* Body.transformToWebStream();
    },
  };
}
