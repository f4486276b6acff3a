import middy from "@middy/core";
import httpRouter from "@middy/http-router";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Area } from "../contract/door.ts";
import type { RouteNamesOf } from "../contract/manifest.ts";
import { notFound, problemOf } from "./refusal.ts";
import type { Served } from "./served.ts";

/** The function of one area: middy's router over every route of that area. A missing route does not compile. */
export function httpFunction<A extends Area>(area: A, served: Readonly<Record<RouteNamesOf<A>, Served>>) {
  const all: readonly Served[] = Object.values(served);
  const strangers = all.filter(({ route }) => route.area !== area);
  if (strangers.length > 0) throw new Error(`${area} serves routes of another area`);
  const problem = problemOf(notFound("address"));
  const routing = httpRouter<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>({
    routes: all.map(({ route, handler }) => ({ method: route.method, path: route.path, handler })),
    notFoundResponse: () => ({
      statusCode: problem.status,
      headers: { "content-type": "application/problem+json" },
      body: JSON.stringify(problem),
    }),
  });
  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>().handler(routing);
}
