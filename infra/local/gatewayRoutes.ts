import { routes } from "../../shared/contract/manifest.ts";
import { pageDoors } from "../../shared/contract/pages.ts";
import type { pagesFunction } from "../../web/handler.ts";
import type { localFunctions } from "./functions.ts";
import type { GatewayRoute } from "./gateway/answer.ts";

type Functions = ReturnType<typeof localFunctions>;
type PagesHandler = ReturnType<typeof pagesFunction>;

/** All pages, as the gateway opens them. */
export const pageRoutes = (pagesHandler: PagesHandler): GatewayRoute[] =>
  pageDoors.map((door): GatewayRoute => ({
    ...door,
    authorizer: "none",
    functionName: "pages",
    handler: (event, context) => pagesHandler(event, context),
  }));

/** Every route of the manifest, and all pages, as the gateway opens them. */
export const gatewayRoutes = (functions: Functions, pagesHandler: PagesHandler): GatewayRoute[] => [
  ...Object.values(routes).map((route): GatewayRoute => ({
    method: route.method,
    path: route.path,
    authorizer: route.roles === "public" ? "none" : "jwt",
    functionName: route.area,
    handler: (event, context) => functions.areas[route.area](event, context),
  })),
  ...pageRoutes(pagesHandler),
];
