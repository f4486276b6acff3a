import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Route } from "../contract/door.ts";
import type { RouteName } from "../contract/manifest.ts";
import type { Refusal } from "../contract/problems.ts";
import { UnreadableCursorError } from "../store/cursor.ts";
import { cameThroughEdge } from "./edge.ts";
import { describeError } from "./log.ts";
import { isRefusal, problemOf, refuse } from "./refusal.ts";
import type { World } from "./world.ts";

/** A reply before it is rendered, of whichever route. */
export interface AnyReply {
  readonly status: number;
  readonly body: unknown;
}

/** What answering needs of the world, which is all that a public route does. */
export type PublicWorld = Pick<World, "log" | "originSecrets">;

interface Asking {
  readonly world: PublicWorld;
  readonly name: RouteName;
  readonly route: Route;
  readonly event: APIGatewayProxyEventV2;
}

/** Answers a request whatever becomes of it: renders by the manifest, logs, and says of what was not expected only that it was. */
export async function answering(
  asking: Asking,
  answer: () => Promise<AnyReply | Refusal>,
): Promise<APIGatewayProxyStructuredResultV2> {
  const { world, name, event } = asking;
  const started = performance.now();
  const rendered = cameThroughEdge(world.originSecrets, event.headers)
    ? await settle(asking, answer)
    : renderProblem(aroundTheEdge);
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

const aroundTheEdge = refuse("forbidden", "Ask at the public address of the service.");

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
  { world, name, route }: Asking,
  answer: () => Promise<AnyReply | Refusal>,
): Promise<APIGatewayProxyStructuredResultV2> {
  try {
    const reply = await answer();
    return isRefusal(reply) ? renderProblem(reply) : renderReply({ name, route }, reply);
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

function renderReply(
  { name, route }: Pick<Asking, "name" | "route">,
  reply: AnyReply,
): APIGatewayProxyStructuredResultV2 {
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
