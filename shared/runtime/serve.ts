import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { Route } from "../contract/door.ts";
import type { Input, Reply, RouteName, Routes } from "../contract/manifest.ts";
import type { Refusal } from "../contract/problems.ts";
import type { Actor } from "../domain/audit.ts";
import type { Store } from "../store/store.ts";
import { act, type Decision } from "./act.ts";
import { answering } from "./answer.ts";
import { withCursor, withPlace } from "./boundCursor.ts";
import { withoutErased } from "./erasedSession.ts";
import { readInput } from "./input.ts";
import { isRefusal, refuse } from "./refusal.ts";
import type { Doors, Served } from "./served.ts";
import { answered, type AskedOnce, askedOnce, remembering } from "./repeats.ts";
import { actorOf, type Session, sessionOf } from "./session.ts";
import type { World } from "./world.ts";

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

const erased = refuse(
  "forbidden",
  "The practitioner's record that this account stood for was erased. Ask your broker if you are to use the service again.",
);

/** Serves a route that needs a session: authorises, reads the input, answers, and renders by the manifest. */
export function serve<Names extends RouteName, Name extends Names>(
  { world, routes }: Doors<World, Names>,
  name: Name,
  handle: Handler<Name>,
): Served {
  const route: Routes[Name] = routes[name];
  return {
    route,
    handler: (event) =>
      answering({ world, name, route, event }, async () => {
        const signedIn = sessionOf(claimsOf(event));
        if (!signedIn || !mayEnter(route, signedIn))
          return refuse("forbidden", `This needs to be signed in as ${whoMayEnter(route)}.`);
        const store = world.storeFor(signedIn.partnershipId);
        const session = await withoutErased(store, signedIn);
        if (!mayEnter(route, session)) return erased;
        const reading = { route, event, session };
        const input = readInput(route, withPlace(reading));
        if (isRefusal(input)) return input;
        const actor = actorOf(session, rolesOf(route));
        const { idempotent }: Route = route;
        const key = idempotent ? event.headers["idempotency-key"] : undefined;
        if (key === undefined) {
          const given = { world, store, session, actor };
          const reply = await handle(input, { ...given, act: (decide) => act({ store }, decide) });
          return isRefusal(reply) ? reply : withCursor(reading, reply);
        }
        const asked = askedOnce(event, { name, account: session.account, key });
        const known = await answered(store, asked);
        if (known) return known;
        const remember = remembering(world, asked);
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
