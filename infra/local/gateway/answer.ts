import type { IncomingMessage } from "node:http";
import type { APIGatewayEventRequestContextJWTAuthorizer, Context } from "aws-lambda";
import { type AuthorizeJwt, jwtAuthorizer, tokenOf } from "./authorize.ts";
import { announcesTooMuch, encodeBody, readBody } from "./body.ts";
import { buildEvent, decodeQuery, type GatewayEvent } from "./event.ts";
import { invoke } from "./invoke.ts";
import { inferReply, messageReply, type Reply } from "./reply.ts";
import { type CompiledRoute, decodePath, matchRoute, type RouteMatch } from "./routes.ts";

/**
 * One route of the HTTP API. `method` may be ANY; `path` may be "$default". Without `authorizer` a route
 * wants a token: an open door has to say so. `timeoutSeconds` is at most 30, as API Gateway allows.
 */
export type GatewayRoute = {
  readonly method: string;
  readonly path: string;
  readonly authorizer?: "jwt" | "none";
  readonly timeoutSeconds?: number;
  readonly functionName?: string;
  // A method, not a property: a handler may ask for a narrower event than the one that every route shares.
  handler(event: GatewayEvent, context: Context): unknown;
};

/** What the gateway reports: one line per answered request, and each error it turned into a 500 or 503. */
export type GatewayLog = (
  entry:
    | {
        readonly event: "gateway.answered";
        readonly requestId: string;
        readonly routeKey: string | undefined;
        readonly status: number;
        readonly durationMs: number;
      }
    | {
        readonly event: "gateway.failed";
        readonly requestId: string;
        readonly routeKey: string | undefined;
        readonly error: unknown;
      },
) => void;

/** The gateway's side of one request. */
export type AnswerContext = {
  readonly routes: readonly CompiledRoute<GatewayRoute>[];
  readonly authorizeJwt: AuthorizeJwt;
  readonly log: GatewayLog;
  readonly now: () => Date;
  readonly requestId: string;
};

/** The answer to send; no `reply` when the caller has already gone. */
export type Answer = { readonly reply: Reply | undefined; readonly routeKey: string | undefined };

const maximumTimeoutSeconds = 30;
// Lambda takes 6 MB per synchronous call, the event's JSON and base64 included.
const maximumEventBytes = 6 * 1024 * 1024;
const measureAboveCharacters = 1024 * 1024;

const tooLarge = messageReply(413, "Request Entity Too Large");

const exceedsInvocation = (event: GatewayEvent): boolean =>
  (event.body?.length ?? 0) > measureAboveCharacters &&
  Buffer.byteLength(JSON.stringify(event)) > maximumEventBytes;

const unauthorized = (challenge: string): Reply => {
  const reply = messageReply(401, "Unauthorized");
  return { ...reply, headers: { ...reply.headers, "www-authenticate": challenge } };
};

type Admission =
  | { readonly kind: "admitted"; readonly authorizer: APIGatewayEventRequestContextJWTAuthorizer | undefined }
  | { readonly kind: "refused"; readonly reply: Reply };

const admit = async (
  request: IncomingMessage,
  route: GatewayRoute,
  authorizeJwt: AuthorizeJwt,
): Promise<Admission> => {
  if (route.authorizer === "none") return { kind: "admitted", authorizer: undefined };
  const token = tokenOf(request);
  if (token === undefined) return { kind: "refused", reply: unauthorized("Bearer") };
  const claims = await authorizeJwt(token);
  return claims === undefined
    ? { kind: "refused", reply: unauthorized('Bearer error="invalid_token"') }
    : { kind: "admitted", authorizer: jwtAuthorizer(claims) };
};

const callHandler = async (
  { route, routeKey }: RouteMatch<GatewayRoute>,
  event: GatewayEvent,
  { log, requestId }: AnswerContext,
): Promise<Reply> => {
  const failed = (error: unknown): void => log({ event: "gateway.failed", requestId, routeKey, error });
  const timeoutSeconds = Math.min(route.timeoutSeconds ?? maximumTimeoutSeconds, maximumTimeoutSeconds);
  const outcome = await invoke({
    handler: (given, context) => route.handler(given, context),
    event,
    functionName: route.functionName ?? "local",
    timeoutSeconds,
  });
  if (outcome.kind === "timed-out") {
    failed(new Error(`No answer within ${timeoutSeconds} s.`));
    return messageReply(503, "Service Unavailable");
  }
  try {
    if (outcome.kind === "threw") throw outcome.error;
    return inferReply(outcome.result);
  } catch (error) {
    failed(error);
    return messageReply(500, "Internal Server Error");
  }
};

const splitTarget = (target: string): { path: string; query: string } => {
  const mark = target.indexOf("?");
  return mark < 0
    ? { path: target, query: "" }
    : { path: target.slice(0, mark), query: target.slice(mark + 1) };
};

/** Takes one request through API Gateway's steps: encoding, route, quota, authoriser, body, handler. */
export const answer = async (request: IncomingMessage, context: AnswerContext): Promise<Answer> => {
  const { path: rawPath, query } = splitTarget(request.url ?? "/");
  const path = decodePath(rawPath);
  if (path === undefined || decodeQuery(query) === undefined)
    return { reply: messageReply(400, "Bad Request"), routeKey: undefined };
  const match = matchRoute(context.routes, request.method ?? "GET", path);
  if (match === undefined) return { reply: messageReply(404, "Not Found"), routeKey: undefined };
  const { routeKey, pathParameters, route } = match;
  if (announcesTooMuch(request)) return { reply: tooLarge, routeKey };
  const admission = await admit(request, route, context.authorizeJwt);
  if (admission.kind === "refused") return { reply: admission.reply, routeKey };
  const read = await readBody(request);
  if (read.kind === "aborted") return { reply: undefined, routeKey };
  if (read.kind === "too-large") return { reply: tooLarge, routeKey };
  const event = buildEvent({
    request,
    routeKey,
    path,
    query,
    pathParameters,
    body: encodeBody(read.bytes, request.headers["content-type"]),
    authorizer: admission.authorizer,
    requestId: context.requestId,
    now: context.now(),
  });
  if (exceedsInvocation(event)) return { reply: tooLarge, routeKey };
  return { reply: await callHandler(match, event, context), routeKey };
};
