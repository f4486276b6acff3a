import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { EventId } from "../../shared/domain/ids.ts";
import { freshId, sha256 } from "../../shared/runtime/identity.ts";
import type { LogEvent } from "../../shared/runtime/log.ts";
import { chunksOf } from "../../shared/registers/namedColumns.ts";
import type {
  Poster,
  QueueMessage,
  Sender,
  UploadAddresses,
  UploadedFiles,
  World,
} from "../../shared/runtime/world.ts";
import { storeFor } from "../../shared/store/store.ts";
import { memoryTable } from "./memoryTable.ts";

/** A world without a database, a queue or a mailbox, which keeps what it was given to see. */
export interface MemoryWorld extends World, Sender, Poster, UploadAddresses, UploadedFiles {
  readonly logged: LogEvent[];
  /** The files that were sent, by the id of their upload. */
  readonly uploaded: Map<string, Uint8Array>;
  readonly sent: { readonly queue: string; readonly messages: readonly QueueMessage[] }[];
}

/** The store of each partnership over a table, with a clock that stands still. */
export const storesOver = (openTable: Parameters<typeof storeFor>[0]["openTable"], now: string) =>
  storeFor({
    openTable,
    now: () => now,
    newEventId: () => freshId(EventId, Date.parse(now)),
    digest: sha256,
  });

/** A world in memory whose clock stands still. */
export function memoryWorld(now = "2026-09-01T08:00:00.000Z"): MemoryWorld {
  const logged: LogEvent[] = [];
  const sent: MemoryWorld["sent"] = [];
  const uploaded = new Map<string, Uint8Array>();
  const fresh: World["fresh"] = (schema) => freshId(schema, Date.parse(now));
  return {
    logged,
    sent,
    uploaded,
    now: () => now,
    fresh,
    log: (event) => void logged.push(event),
    publicAddress: "https://area.example",
    originSecrets: [],
    directory: { add: async () => undefined, all: async () => [] },
    storeFor: storesOver(memoryTable(), now),
    send: async (queue, messages) => {
      sent.push({ queue, messages });
      return [];
    },
    post: async () => undefined,
    uploadAddress: async ({ uploadId }) => ({
      method: "PUT",
      url: `https://files.example/${uploadId}`,
      headers: {},
    }),
    uploadedBytes: async ({ uploadId }) => uploaded.get(uploadId)?.length,
    openUpload: ({ uploadId }) => chunksOf(uploaded.get(uploadId) ?? new Uint8Array()),
  };
}

export interface AskedOf {
  readonly method: string;
  readonly path: string;
  readonly query?: Record<string, string>;
  readonly params?: Record<string, string>;
  readonly headers?: Record<string, string>;
  readonly body?: string | Uint8Array;
  readonly claims?: Record<string, string>;
}

/** An event as API Gateway hands it to a function (payload format 2.0), bytes as base64. */
export function eventOf(asked: AskedOf): APIGatewayProxyEventV2 {
  const { method, path, query, params, headers = {}, body, claims } = asked;
  const rawQueryString = new URLSearchParams(query).toString();
  const requestContext = {
    accountId: "anonymous",
    apiId: "api",
    domainName: "area.example",
    domainPrefix: "area",
    http: { method, path, protocol: "HTTP/1.1", sourceIp: "192.0.2.1", userAgent: "test" },
    requestId: "request-1",
    routeKey: `${method} ${path}`,
    stage: "$default",
    time: "01/Sep/2026:08:00:00 +0000",
    timeEpoch: 1_788_249_600_000,
    ...(claims ? { authorizer: { jwt: { claims, scopes: [] } } } : {}),
  };
  return {
    version: "2.0",
    routeKey: requestContext.routeKey,
    rawPath: path,
    rawQueryString,
    headers,
    requestContext,
    ...(query ? { queryStringParameters: query } : {}),
    ...(params ? { pathParameters: params } : {}),
    ...(body === undefined
      ? {}
      : { body: typeof body === "string" ? body : Buffer.from(body).toString("base64") }),
    isBase64Encoded: body instanceof Uint8Array,
  };
}
