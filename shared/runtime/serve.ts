import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Route } from "../contract/door.ts";
import { type Input, type Reply, type RouteName, routes, type Routes } from "../contract/manifest.ts";
import type { Refusal } from "../contract/problems.ts";
import type { Actor } from "../domain/audit.ts";
import { UnreadableCursorError } from "../store/cursor.ts";
import { answers } from "../store/rows/trail.ts";
import type { Store } from "../store/store.ts";
import { act, type Decision } from "./act.ts";
import { sha256 } from "./identity.ts";
import { bytesOf, readInput } from "./input.ts";
import { describeError } from "./log.ts";
import { isRefusal, keyReused, problemOf, refuse } from "./refusal.ts";
import { actorOf, type Session, sessionOf } from "./session.ts";
import type { World } from "./world.ts";

/** The Idempotency-Key of a caller, and the digest of what was asked with it. */
export interface AskedOnce {
  readonly key: string;
  readonly bodyHash: string;
}

/** What a handler works with: who asks, their partnership's store, and the world. */
export interface Context<R extends Route> {
  readonly world: World;
  readonly store: Store;
  readonly session: Session;
  readonly actor: Actor;
  /** Decides and commits, remembering the answer where the caller sent an Idempotency-Key. */
  readonly act: (decide: () => Promise<Decision<Reply<R>> | Refusal>) => Promise<Reply<R> | Refusal>;
  /** For what takes more than one action, so that a repeat goes on where the first stopped. */
  readonly askedOnce?: AskedOnce;
}

export type Handler<Name extends RouteName> = (
  input: Input<Routes[Name]>,
  context: Context<Routes[Name]>,
) => Promise<Reply<Routes[Name]> | Refusal>;

export type PublicHandler<Name extends RouteName> = (
  input: Input<Routes[Name]>,
) => Promise<Reply<Routes[Name]> | Refusal>;

export type LambdaHandler = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

/** One served route, with the method and path that the function's router matches. */
export interface Served {
  readonly route: Route;
  readonly handler: LambdaHandler;
}

/** Serves a route that needs a session: authorises, reads the input, answers, and renders by the manifest. */
export function serve<Name extends RouteName>(world: World, name: Name, handle: Handler<Name>): Served {
  const route: Routes[Name] = routes[name];
  return {
    route,
    handler: (event) =>
      answering({ world, name, event }, async () => {
        const session = sessionOf(claimsOf(event));
        if (!session || !mayEnter(route, session))
          return refuse("forbidden", `This needs to be signed in as ${whoMayEnter(route)}.`);
        const input = readInput(route, event);
        if (isRefusal(input)) return input;
        const store = world.storeFor(session.partnershipId);
        const actor = actorOf(session, rolesOf(route));
        const { idempotent }: Route = route;
        const key = idempotent ? event.headers["idempotency-key"] : undefined;
        if (key === undefined)
          return handle(input, { world, store, session, actor, act: (decide) => act({ store }, decide) });
        const asked = { name, account: session.account, key, bodyHash: digestOf(event) };
        const known = await answered(store, asked);
        if (known) return known;
        const remember = (reply: { readonly status: number; readonly body: unknown }) => ({
          route: name,
          account: session.account,
          key,
          bodyHash: asked.bodyHash,
          status: reply.status,
          body: deflateRawSync(JSON.stringify(reply.body)).toString("base64"),
          answeredAt: world.now(),
        });
        const reply = await handle(input, {
          world,
          store,
          session,
          actor,
          act: (decide) => act({ store, remember }, decide),
          askedOnce: asked,
        });
        // A repeat that overlaps the first may be refused on what the first has done: it hears the first's answer.
        return isRefusal(reply) ? ((await answered(store, asked)) ?? reply) : reply;
      }),
  };
}

/** Serves a route that anybody may open. */
export function serveInPublic<Name extends RouteName>(
  world: World,
  name: Name,
  handle: PublicHandler<Name>,
): Served {
  const route: Routes[Name] = routes[name];
  return {
    route,
    handler: (event) =>
      answering({ world, name, event }, async () => {
        const input = readInput(route, event);
        return isRefusal(input) ? input : handle(input);
      }),
  };
}

interface Asked extends AskedOnce {
  readonly name: RouteName;
  readonly account: string;
}

interface AnyReply {
  readonly status: number;
  readonly body: unknown;
}

/** Of the body and of where it is sent: one key with one body at two addresses asks for two things. */
const digestOf = (event: APIGatewayProxyEventV2): string =>
  sha256(JSON.stringify([event.rawPath, event.rawQueryString, sha256(bytesOf(event))]));

async function answered(store: Store, asked: Asked): Promise<AnyReply | Refusal | undefined> {
  const { name, account, key, bodyHash } = asked;
  if (!/^[\x21-\x7e]{1,255}$/.test(key))
    return refuse("invalid-request", "Idempotency-Key takes 1 to 255 printable characters without spaces.");
  const known = await store.get(answers, { route: name, account, key });
  if (!known) return undefined;
  if (known.bodyHash !== bodyHash) return keyReused;
  const body: unknown = JSON.parse(inflateRawSync(Buffer.from(known.body, "base64")).toString());
  return { status: known.status, body };
}

const claimsOf = (event: APIGatewayProxyEventV2): unknown => {
  const context: unknown = event.requestContext;
  if (typeof context !== "object" || context === null || !("authorizer" in context)) return undefined;
  const authorizer: unknown = context.authorizer;
  if (typeof authorizer !== "object" || authorizer === null || !("jwt" in authorizer)) return undefined;
  const jwt: unknown = authorizer.jwt;
  return typeof jwt === "object" && jwt !== null && "claims" in jwt ? jwt.claims : undefined;
};

const rolesOf = (route: Route) => (route.roles === "public" ? [] : route.roles);
const mayEnter = (route: Route, session: Session): boolean =>
  rolesOf(route).some((role) => session.roles.includes(role));
const whoMayEnter = (route: Route): string => rolesOf(route).join(" or ");

interface Asking {
  readonly world: World;
  readonly name: RouteName;
  readonly event: APIGatewayProxyEventV2;
}

async function answering(
  { world, name, event }: Asking,
  answer: () => Promise<AnyReply | Refusal>,
): Promise<APIGatewayProxyStructuredResultV2> {
  const started = performance.now();
  const rendered = await settle(world, name, answer);
  world.log({
    code: "request-served",
    route: `${name}`,
    status: rendered.statusCode ?? 500,
    milliseconds: Math.round(performance.now() - started),
  });
  return {
    ...rendered,
    headers: { ...rendered.headers, ...safeHeaders, "x-request-id": event.requestContext.requestId },
  };
}

/** What every answer is sent with: nothing that it holds runs as a script, loads anything or stands in another's frame. */
const safeHeaders = {
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "cache-control": "no-store",
  "strict-transport-security": "max-age=63072000; includeSubDomains",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
};

async function settle(
  world: World,
  name: RouteName,
  answer: () => Promise<AnyReply | Refusal>,
): Promise<APIGatewayProxyStructuredResultV2> {
  try {
    const reply = await answer();
    return isRefusal(reply) ? renderProblem(reply) : renderReply(name, reply);
  } catch (error) {
    if (error instanceof UnreadableCursorError)
      return renderProblem(
        refuse("invalid-request", "Take the cursor from the page before, unchanged.", [
          { detail: error.message, parameter: "cursor" },
        ]),
      );
    world.log({ code: "unexpected-error", door: name, ...describeError(error) });
    return renderProblem(refuse("internal", "Try again; if it happens again, tell your broker when it did."));
  }
}

function renderReply(name: RouteName, reply: AnyReply): APIGatewayProxyStructuredResultV2 {
  const route: Route = routes[name];
  const schema = route.replies[reply.status];
  if (schema === undefined)
    throw new Error(`${name} answered ${reply.status}, which the manifest does not declare`);
  if (typeof schema === "string")
    return {
      statusCode: reply.status,
      headers: { "content-type": `${schema}; charset=utf-8` },
      body: String(reply.body),
    };
  return {
    statusCode: reply.status,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(schema.parse(reply.body)),
  };
}

function renderProblem(refusal: Refusal): APIGatewayProxyStructuredResultV2 {
  const problem = problemOf(refusal);
  return {
    statusCode: problem.status,
    headers: { "content-type": "application/problem+json" },
    body: JSON.stringify(problem),
  };
}
