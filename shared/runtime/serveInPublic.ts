import type { Input, Reply, RouteName, Routes } from "../contract/manifest.ts";
import type { Refusal } from "../contract/problems.ts";
import { answering, type PublicWorld } from "./answer.ts";
import { readInput } from "./input.ts";
import { isRefusal } from "./refusal.ts";
import type { Doors, Served } from "./served.ts";

export type PublicHandler<Name extends RouteName> = (
  input: Input<Routes[Name]>,
) => Promise<Reply<Routes[Name]> | Refusal>;

/** Serves a route that anybody may open. */
export function serveInPublic<Names extends RouteName, Name extends Names>(
  { world, routes }: Doors<PublicWorld, Names>,
  name: Name,
  handle: PublicHandler<Name>,
): Served {
  const route: Routes[Name] = routes[name];
  return {
    route,
    handler: (event) =>
      answering({ world, name, route, event }, async () => {
        const input = readInput(route, event);
        return isRefusal(input) ? input : handle(input);
      }),
  };
}
