import { routes } from "../../shared/contract/manifest.ts";
import { type Page, pages } from "../../shared/contract/pages.ts";
import type { pagesFunction } from "../../web/handler.ts";
import type { localFunctions } from "./functions.ts";
import type { GatewayRoute } from "./gateway/answer.ts";

type Functions = ReturnType<typeof localFunctions>;
type PagesHandler = ReturnType<typeof pagesFunction>;

/** Every page, as the gateway opens it. */
export const pageRoutes = (pagesHandler: PagesHandler): GatewayRoute[] =>
  Object.values<Page>(pages).flatMap(({ path, methods }) =>
    methods.map((method): GatewayRoute => ({
      method,
      path,
      authorizer: "none",
      functionName: "pages",
      handler: (event, context) => pagesHandler(event, context),
    })),
  );

/** Every route and page of the manifest, as the gateway opens it. */
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
