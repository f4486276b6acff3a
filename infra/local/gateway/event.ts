import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type {
  APIGatewayEventRequestContextJWTAuthorizer,
  APIGatewayEventRequestContextV2,
  APIGatewayProxyEventV2WithRequestContext,
} from "aws-lambda";
import type { EventBody } from "./body.ts";

/** An HTTP API event, payload format 2.0. `authorizer` is there only behind a JWT authoriser. */
export type GatewayEvent = APIGatewayProxyEventV2WithRequestContext<
  APIGatewayEventRequestContextV2 & { authorizer?: APIGatewayEventRequestContextJWTAuthorizer }
>;

/** All that an event is made of, once the route is known and the caller let in. */
export type EventParts = {
  readonly request: IncomingMessage;
  readonly routeKey: string;
  readonly path: readonly string[];
  readonly query: string;
  readonly pathParameters: ReadonlyMap<string, string>;
  readonly body: EventBody;
  readonly authorizer: APIGatewayEventRequestContextJWTAuthorizer | undefined;
  readonly requestId: string;
  readonly now: Date;
};

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const two = (value: number): string => String(value).padStart(2, "0");

/** API Gateway's request time: "12/Mar/2026:19:03:58 +0000". */
const requestTime = (at: Date): string =>
  `${two(at.getUTCDate())}/${months[at.getUTCMonth()]}/${at.getUTCFullYear()}` +
  `:${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} +0000`;

/** The query's parameters, decoded, repeated ones joined by commas; undefined when the encoding is malformed. */
export const decodeQuery = (query: string): ReadonlyMap<string, string> | undefined => {
  try {
    decodeURIComponent(query);
  } catch {
    return undefined;
  }
  const values = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(query)) {
    const earlier = values.get(name);
    values.set(name, earlier === undefined ? value : `${earlier},${value}`);
  }
  return values;
};

const sourceAddress = (request: IncomingMessage): string =>
  (request.socket.remoteAddress ?? "").replace(/^::ffff:/, "");

const eventHeaders = ({ request, requestId, now }: EventParts): Record<string, string> => {
  const joined = Object.entries(request.headersDistinct)
    .filter(([name]) => name !== "cookie" && name !== "connection" && name !== "transfer-encoding")
    .map(([name, values]) => [name, (values ?? []).join(",")]);
  const seconds = Math.floor(now.getTime() / 1000).toString(16);
  return {
    "x-amzn-trace-id": `Root=1-${seconds}-${requestId.replaceAll("-", "").slice(0, 24)}`,
    "x-forwarded-for": sourceAddress(request),
    "x-forwarded-port": String(request.socket.localPort ?? ""),
    "x-forwarded-proto": "http",
    ...Object.fromEntries(joined),
  };
};

const requestContext = (parts: EventParts): GatewayEvent["requestContext"] => {
  const { request, now } = parts;
  return {
    accountId: "000000000000",
    apiId: "local",
    ...(parts.authorizer === undefined ? {} : { authorizer: parts.authorizer }),
    domainName: (request.headers.host ?? "localhost").replace(/:\d+$/, ""),
    domainPrefix: "local",
    http: {
      method: request.method ?? "GET",
      path: `/${parts.path.join("/")}`,
      protocol: `HTTP/${request.httpVersion}`,
      sourceIp: sourceAddress(request),
      userAgent: request.headers["user-agent"] ?? "",
    },
    requestId: parts.requestId,
    routeKey: parts.routeKey,
    stage: "$default",
    time: requestTime(now),
    timeEpoch: now.getTime(),
  };
};

/** Builds the event a handler receives; `rawPath` is decoded and `rawQueryString` is not, as on AWS. */
export const buildEvent = (parts: EventParts): GatewayEvent => {
  const cookie = parts.request.headers.cookie;
  const query = decodeQuery(parts.query) ?? new Map<string, string>();
  return {
    version: "2.0",
    routeKey: parts.routeKey,
    rawPath: `/${parts.path.join("/")}`,
    rawQueryString: parts.query,
    ...(cookie === undefined ? {} : { cookies: cookie.split(/;\s*/).filter((pair) => pair !== "") }),
    headers: eventHeaders(parts),
    ...(query.size === 0 ? {} : { queryStringParameters: Object.fromEntries(query) }),
    requestContext: requestContext(parts),
    ...(parts.pathParameters.size === 0 ? {} : { pathParameters: Object.fromEntries(parts.pathParameters) }),
    ...parts.body,
  };
};

/** A new request id, shown to the caller as `apigw-requestid`. */
export const newRequestId = (): string => randomUUID();
