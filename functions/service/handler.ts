import packageDocument from "../../package.json" with { type: "json" };
import openApiDocument from "../../docs/openapi.json" with { type: "json" };
import { httpFunction } from "../../shared/runtime/http.ts";
import { type PublicHandler, serveInPublic } from "../../shared/runtime/serve.ts";
import type { World } from "../../shared/runtime/world.ts";
import { startPage } from "../../web/startPage.ts";

const page: PublicHandler<"startPage"> = async () => ({ status: 200, body: startPage() });
const contract: PublicHandler<"openApi"> = async () => ({ status: 200, body: openApiDocument });
const health: PublicHandler<"health"> = async () => ({
  status: 200,
  body: { status: "ok", version: packageDocument.version },
});

/** The doors that anybody may open: the start page, the contract, and whether the service answers. */
export const serviceFunction = (world: World) =>
  httpFunction("service", {
    startPage: serveInPublic(world, "startPage", page),
    openApi: serveInPublic(world, "openApi", contract),
    health: serveInPublic(world, "health", health),
  });
