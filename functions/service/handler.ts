import packageDocument from "../../package.json" with { type: "json" };
import openApiDocument from "../../docs/openapi.json" with { type: "json" };
import { serviceRoutes } from "../../shared/contract/routes/service.ts";
import { httpFunction } from "../../shared/runtime/http.ts";
import { type PublicHandler, serveInPublic } from "../../shared/runtime/serveInPublic.ts";
import type { PublicWorld } from "../../shared/runtime/answer.ts";

const contract: PublicHandler<"openApi"> = async () => ({ status: 200, body: openApiDocument });
const health: PublicHandler<"health"> = async () => ({
  status: 200,
  body: { status: "ok", version: packageDocument.version },
});

/** The doors that anybody may open: the contract, and whether the service answers. */
export const serviceFunction = (world: PublicWorld) => {
  const doors = { world, routes: serviceRoutes };
  return httpFunction("service", {
    openApi: serveInPublic(doors, "openApi", contract),
    health: serveInPublic(doors, "health", health),
  });
};
