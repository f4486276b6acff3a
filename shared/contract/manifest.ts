import type * as z from "zod";
import type { Area, Route } from "./door.ts";
import { calendarsRoutes } from "./routes/calendars.ts";
import { claimsRoutes } from "./routes/claims.ts";
import { deploymentsRoutes } from "./routes/deployments.ts";
import { expertiseRoutes } from "./routes/expertise.ts";
import { heldRoutes } from "./routes/held.ts";
import { matchingRoutes } from "./routes/matching.ts";
import { namesRoutes } from "./routes/names.ts";
import { offersRoutes } from "./routes/offers.ts";
import { outcomesRoutes } from "./routes/outcomes.ts";
import { partnershipRoutes } from "./routes/partnership.ts";
import { peopleRoutes } from "./routes/people.ts";
import { proposalsRoutes } from "./routes/proposals.ts";
import { registersRoutes } from "./routes/registers.ts";
import { requestsRoutes } from "./routes/requests.ts";
import { serviceRoutes } from "./routes/service.ts";
import { meRoutes } from "./routes/me.ts";
import { unfinishedRequestsRoutes } from "./routes/unfinishedRequests.ts";
import { tasksRoutes } from "./routes/tasks.ts";
import { uploadsRoutes } from "./routes/uploads.ts";

/** Every HTTP door by its operation id. */
export const routes = {
  ...serviceRoutes,
  ...partnershipRoutes,
  ...registersRoutes,
  ...calendarsRoutes,
  ...peopleRoutes,
  ...claimsRoutes,
  ...heldRoutes,
  ...namesRoutes,
  ...expertiseRoutes,
  ...requestsRoutes,
  ...unfinishedRequestsRoutes,
  ...matchingRoutes,
  ...proposalsRoutes,
  ...offersRoutes,
  ...deploymentsRoutes,
  ...outcomesRoutes,
  ...meRoutes,
  ...tasksRoutes,
  ...uploadsRoutes,
} as const satisfies Record<string, Route>;

export type Routes = typeof routes;
export type RouteName = keyof Routes;
export type RouteNamesOf<A extends Area> = {
  [Name in RouteName]: Routes[Name]["area"] extends A ? Name : never;
}[RouteName];

type Parsed<R, Part extends string, Otherwise> = R extends { [P in Part]: infer S extends z.ZodType }
  ? z.output<S>
  : Otherwise;

type Rendered<S> = S extends z.ZodType ? z.input<S> : string;

/** What a route's handler is given: parsed path, query and body (bytes where the body is CSV). */
export interface Input<R extends Route> {
  readonly params: Parsed<R, "params", Record<string, never>>;
  readonly query: Parsed<R, "query", Record<string, never>>;
  readonly body: R extends { csvBody: true } ? Uint8Array : Parsed<R, "body", undefined>;
}

/** The declared answers of a route: an undeclared status, or a body of another shape, does not compile. */
export type Reply<R extends Route> = {
  [Status in keyof R["replies"] & number]: {
    readonly status: Status;
    readonly body: Rendered<R["replies"][Status]>;
  };
}[keyof R["replies"] & number];
