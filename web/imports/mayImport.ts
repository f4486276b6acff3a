import { type RouteName, routes } from "../../shared/contract/manifest.ts";
import { problems } from "../../shared/contract/problems.ts";
import { type Ending, read, refusedPage, type Visit } from "../visit.ts";

const notTheirs = refusedPage(403, problems.forbidden.title, "Files are the broker's to import.");

/** How a visit ends for whoever may not ask a route of imports. */
export const onlyWho =
  (route: Extract<RouteName, `import${string}`>) =>
  async (visit: Visit): Promise<Ending | undefined> => {
    const { roles } = await read(visit, "getMe", {});
    return routes[route].roles.some((role) => roles.includes(role)) ? undefined : notTheirs;
  };
