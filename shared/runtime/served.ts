import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Route } from "../contract/door.ts";
import type { RouteName, Routes } from "../contract/manifest.ts";

export type LambdaHandler = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

/** Where routes are served: the world, and the routes of an area, so that its function carries no other's. */
export interface Doors<W, Names extends RouteName> {
  readonly world: W;
  readonly routes: Pick<Routes, Names>;
}

/** One served route, with the method and path that the function's router matches. */
export interface Served {
  readonly route: Route;
  readonly handler: LambdaHandler;
}
