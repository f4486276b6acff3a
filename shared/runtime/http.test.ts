import { describe, expect, it } from "vitest";
import { lambdaContext } from "../../infra/local/lambdaContext.ts";
import { eventOf, memoryWorld } from "../../test/store/memoryWorld.ts";
import { httpFunction } from "./http.ts";
import { type PublicHandler, serveInPublic } from "./serve.ts";

const world = memoryWorld();
const page: PublicHandler<"startPage"> = async () => ({ status: 200, body: "<p>Start</p>" });
const contract: PublicHandler<"openApi"> = async () => ({ status: 200, body: {} });
const health: PublicHandler<"health"> = async () => ({ status: 200, body: { status: "ok", version: "1" } });
const served = {
  startPage: serveInPublic(world, "startPage", page),
  openApi: serveInPublic(world, "openApi", contract),
  health: serveInPublic(world, "health", health),
};
const ask = (method: string, path: string) =>
  httpFunction("service", served)(eventOf({ method, path }), lambdaContext("service"));

describe("the function of an area", () => {
  it("answers each of its routes by that route's handler", async () => {
    expect(await ask("GET", "/health")).toMatchObject({
      statusCode: 200,
      body: '{"status":"ok","version":"1"}',
    });
    expect(await ask("GET", "/")).toMatchObject({
      body: "<p>Start</p>",
      headers: { "content-type": "text/html; charset=utf-8" },
    });
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
    const { startPage, openApi } = served;
    const stranger = { ...served.health, route: { ...served.health.route, area: "offers" as const } };
    expect(() => httpFunction("service", { startPage, openApi, health: stranger })).toThrow("another area");
  });
});
