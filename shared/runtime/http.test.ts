import { describe, expect, it } from "vitest";
import { lambdaContext } from "../../infra/local/lambdaContext.ts";
import { eventOf, memoryWorld } from "../../test/store/memoryWorld.ts";
import { routes } from "../contract/manifest.ts";
import { httpFunction } from "./http.ts";
import { type PublicHandler, serveInPublic } from "./serveInPublic.ts";

const world = memoryWorld();
const contract: PublicHandler<"openApi"> = async () => ({ status: 200, body: {} });
const health: PublicHandler<"health"> = async () => ({ status: 200, body: { status: "ok", version: "1" } });
const served = {
  openApi: serveInPublic({ world, routes }, "openApi", contract),
  health: serveInPublic({ world, routes }, "health", health),
};
const ask = (method: string, path: string) =>
  httpFunction("service", served)(eventOf({ method, path }), lambdaContext("service"));

describe("the function of an area", () => {
  it("answers each of its routes by that route's handler", async () => {
    expect(await ask("GET", "/health")).toMatchObject({
      statusCode: 200,
      body: '{"status":"ok","version":"1"}',
    });
    expect(await ask("GET", "/openapi.json")).toMatchObject({ statusCode: 200, body: "{}" });
  });

  it.each([
    ["GET", "/no-such-page"],
    ["POST", "/health"],
    ["GET", "/health/more"],
  ])("answers %s %s, which it does not have, with a problem document", async (method, path) => {
    const answer = await ask(method, path);
    expect(answer).toMatchObject({
      statusCode: 404,
      headers: { "content-type": "application/problem+json" },
    });
    expect(answer.body).toContain("urn:area-brokerage:problem:not-found");
  });

  it("is not made of another area's routes", () => {
    const { openApi } = served;
    const stranger = { ...served.health, route: { ...served.health.route, area: "offers" as const } };
    expect(() => httpFunction("service", { openApi, health: stranger })).toThrow("another area");
  });
});
