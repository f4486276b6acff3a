import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { listen } from "../gateway/ports.ts";
import { type FileFolder, fileFolder } from "./folder.ts";
import { checkSignature, type Credentials } from "./signature.ts";

export interface FileEndpoint {
  readonly endpoint: string;
  readonly close: () => Promise<void>;
}

interface FileEndpointOptions {
  /** Holds a folder for each bucket. */
  readonly folder: string;
  readonly bucket: string;
  /** Port on 127.0.0.1; 0 takes any free one. */
  readonly port: number;
  /** The clock that can be moved: the time of an address passes by it. */
  readonly now: () => Date;
  readonly credentials: Credentials;
  /** Tells whoever hears of files that one is there; more than once does no harm. */
  readonly tell: (bucket: string, key: string) => Promise<void>;
  /** Told of bugs; the client gets a 500 without their text. */
  readonly onError: (error: unknown) => void;
}

interface Asked extends FileEndpointOptions {
  readonly files: FileFolder;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/**
 * Serves the part of S3 that the service uses: a file is put once at an address that was signed for it, and read by
 * requests that are signed. Files that were there before are told of again, as one of them may have been told of to
 * nobody when the service was stopped.
 */
export async function startFileEndpoint(options: FileEndpointOptions): Promise<FileEndpoint> {
  const { bucket, port, tell, onError } = options;
  const files = fileFolder(join(options.folder, bucket));
  await files.tidy(Date.now());
  for (const key of files.keys()) await tell(bucket, key);
  const server = createServer((request, response) => {
    answer({ ...options, files, request, response }).catch((error: unknown) => {
      // Whoever broke off hears nothing more, and knows it.
      if (!request.errored) onError(error);
      if (request.errored || response.headersSent) response.destroy();
      else refuse(response, 500, "InternalError");
    });
  });
  const used = await listen(server, { port, purpose: "files" });
  return {
    endpoint: `http://127.0.0.1:${used}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function answer(asked: Asked): Promise<void> {
  const { request, response, credentials, bucket } = asked;
  const checked = checkSignature(request, credentials, asked.now());
  if (checked === "wrong") return refuse(response, 403, "SignatureDoesNotMatch");
  if (checked === "expired") return refuse(response, 403, "AccessDenied");
  const key = /^\/(\w+)\/(\w+(?:\/\w+)*)(?:\?|$)/.exec(request.url ?? "");
  if (key?.[1] !== bucket || key[2] === undefined) return refuse(response, 404, "NoSuchBucket");
  if (request.method === "PUT") return take(asked, key[2]);
  return show(asked, key[2]);
}

async function take({ request, response, files, bucket, tell }: Asked, key: string): Promise<void> {
  if (request.headers["if-none-match"] !== "*") return refuse(response, 501, "NotImplemented");
  const isNew = await files.keep(key, request);
  // Told of before it is answered, so that a caller who hears that it is there can wait for its preview.
  if (isNew) await tell(bucket, key);
  if (isNew) response.writeHead(200).end();
  else refuse(response, 412, "PreconditionFailed");
}

async function show({ request, response, files }: Asked, key: string): Promise<void> {
  const size = await files.sizeOf(key);
  if (size === undefined) return refuse(response, 404, "NoSuchKey");
  response.writeHead(200, { "content-length": size, "content-type": "application/octet-stream" });
  if (request.method === "HEAD") response.end();
  else await pipeline(files.open(key), response);
}

/** Refuses as S3 does; what is left of the body is read to its end, so that the caller comes to hear it. */
function refuse(response: ServerResponse, status: number, code: string): void {
  response.req.resume();
  response.writeHead(status, { "content-type": "application/xml" });
  response.end(`<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code></Error>`);
}
