import { Agent, request as httpRequest } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GatewayRoute } from "./answer.ts";
import type { GatewayEvent } from "./event.ts";
import { type Gateway, startGateway } from "./startGateway.ts";

const now = () => new Date("2026-03-12T19:03:58Z");
const echo = (event: GatewayEvent) => ({ event });
const never = () => new Promise(() => undefined);
const release: (() => void)[] = [];

const open = (method: string, path: string, handler: GatewayRoute["handler"]): GatewayRoute => ({
  method,
  path,
  handler,
  authorizer: "none",
});

const routes: readonly GatewayRoute[] = [
  open("GET", "/echo/{id}", echo),
  open("GET", "/created", () => ({
    statusCode: 201,
    headers: { "X-Count": 3 },
    cookies: ["a=1; HttpOnly", "b=2"],
    body: "made",
  })),
  open("GET", "/text", () => "plain"),
  open("GET", "/empty", () => ({ statusCode: 204 })),
  open("GET", "/throws", () => {
    throw new Error("secret detail");
  }),
  open("GET", "/malformed", () => ({ statusCode: "many" })),
  open("GET", "/bad-header", () => ({ statusCode: 200, headers: { "x-a": "1\r\nx-b: 2" } })),
  { ...open("GET", "/slow", never), timeoutSeconds: 0.05 },
  open("GET", "/held", () => new Promise((resolve) => release.push(() => resolve({ held: true })))),
  { method: "GET", path: "/me", handler: (event: GatewayEvent) => event.requestContext.authorizer ?? {} },
];

const claims = { sub: "p-1", roles: ["a", "b"], exp: 1_800_000_000, admin: true };
const logged: unknown[] = [];
const start = () =>
  startGateway({
    port: 0,
    routes,
    now,
    authorizeJwt: async (token) => (token === "good" ? claims : undefined),
    local: [{ path: "/local/", handle: (request, response) => void response.end(`local ${request.url}`) }],
    log: (entry) => logged.push(entry),
  });

let gateway: Gateway;
beforeAll(async () => {
  gateway = await start();
});
afterAll(() => gateway.close());

const call = (path: string, init?: RequestInit) => fetch(gateway.origin + path, init);
describe("an answer", () => {
  it("carries its status, headers and one set-cookie per cookie", async () => {
    const answer = await call("/created");
    expect(answer.status).toBe(201);
    expect(answer.headers.get("x-count")).toBe("3");
    expect(answer.headers.get("content-type")).toBe("text/plain;charset=UTF-8");
    expect(answer.headers.get("apigw-requestid")).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.headers.getSetCookie()).toEqual(["a=1; HttpOnly", "b=2"]);
    expect(await answer.text()).toBe("made");
  });

  it("without a status code is inferred to be 200 and JSON", async () => {
    const answer = await call("/text");
    expect(answer.headers.get("content-type")).toBe("application/json");
    expect([answer.status, await answer.text()]).toEqual([200, "plain"]);
  });

  it("of 204 has no body and no type", async () => {
    const answer = await call("/empty");
    expect([answer.status, answer.headers.get("content-type"), await answer.text()]).toEqual([204, null, ""]);
  });

  it.each([
    ["/throws", 500, "Internal Server Error"],
    ["/malformed", 500, "Internal Server Error"],
    ["/bad-header", 500, "Internal Server Error"],
    ["/slow", 503, "Service Unavailable"],
    ["/nowhere", 404, "Not Found"],
    ["/echo/%zz", 400, "Bad Request"],
    ["/echo/1?q=%ff", 400, "Bad Request"],
  ])("to GET %s is %d with a message and no detail", async (path, status, message) => {
    const answer = await call(path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toBe("application/json");
    expect(await answer.text()).toBe(JSON.stringify({ message }));
  });

  it("to a known path with another method is 404, as on API Gateway", async () => {
    expect((await call("/text", { method: "DELETE" })).status).toBe(404);
  });

  it("of a local page bypasses the routes", async () => {
    expect(await call("/local/clock?x=1").then((answer) => answer.text())).toBe("local /local/clock?x=1");
  });

  it("that failed is logged with its route and cause", () => {
    expect(logged).toContainEqual({
      event: "gateway.failed",
      requestId: expect.any(String),
      routeKey: "GET /throws",
      error: new Error("secret detail"),
    });
  });
});

describe("the JWT authoriser", () => {
  it.each(["Bearer good", "bearer good", "good"])(
    "lets in %s, every claim a string",
    async (authorization) => {
      const answer = await call("/me", { headers: { authorization } });
      expect(await answer.json()).toEqual({
        jwt: { claims: { sub: "p-1", roles: "[a b]", exp: "1800000000", admin: "true" }, scopes: null },
      });
    },
  );

  it.each([undefined, "Bearer bad", "Bearer ", "Basic good"])("refuses %s", async (authorization) => {
    const answer = await call("/me", authorization === undefined ? {} : { headers: { authorization } });
    expect([answer.status, await answer.text()]).toEqual([401, '{"message":"Unauthorized"}']);
    expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer/);
  });
});

describe("starting and stopping", () => {
  it("says in one line that a port is in use", async () => {
    const port = Number(new URL(gateway.origin).port);
    const second = startGateway({
      port,
      routes,
      now,
      authorizeJwt: async () => undefined,
      log: () => undefined,
    });
    await expect(second).rejects.toThrow(
      `Port ${port}, wanted by the API, is already in use: stop what uses it or choose another port.`,
    );
  });

  it("answers what is in flight before it closes, then refuses", async () => {
    const own = await start();
    const agent = new Agent({ keepAlive: true });
    const held = new Promise<string>((resolve) => {
      httpRequest(`${own.origin}/held`, { agent }, (answer) => {
        answer.on("data", (chunk: Buffer) => resolve(chunk.toString()));
      }).end();
    });
    await expect.poll(() => release.length, { timeout: 30_000 }).toBe(1);
    const closed = own.close();
    release.forEach((letGo) => letGo());
    expect(await held).toBe('{"held":true}');
    await closed;
    agent.destroy();
    await expect(fetch(`${own.origin}/text`)).rejects.toThrow("fetch failed");
  });
});
