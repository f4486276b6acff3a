import packageDocument from "../../package.json" with { type: "json" };
import openApiDocument from "../../docs/openapi.json" with { type: "json" };
import { httpFunction } from "../../shared/runtime/http.ts";
import { type PublicHandler, serveInPublic } from "../../shared/runtime/serve.ts";
import type { World } from "../../shared/runtime/world.ts";

const contract: PublicHandler<"openApi"> = async () => ({ status: 200, body: openApiDocument });
const health: PublicHandler<"health"> = async () => ({
  status: 200,
  body: { status: "ok", version: packageDocument.version },
});

/** The doors that anybody may open: the contract, and whether the service answers. */
export const serviceFunction = (world: World) =>
  httpFunction("service", {
    openApi: serveInPublic(world, "openApi", contract),
    health: serveInPublic(world, "health", health),
  });
