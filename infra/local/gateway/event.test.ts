import { request as httpRequest } from "node:http";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GatewayRoute } from "./answer.ts";
import type { GatewayEvent } from "./event.ts";
import { type Gateway, startGateway } from "./startGateway.ts";

const now = () => new Date("2026-03-12T19:03:58Z");
const echo = (event: GatewayEvent) => ({ event });
const returnBytes = (event: GatewayEvent) => ({
  statusCode: 200,
  headers: { "content-type": "application/octet-stream" },
  isBase64Encoded: true,
  body: event.isBase64Encoded ? event.body : Buffer.from(event.body ?? "").toString("base64"),
});
const remaining: GatewayRoute["handler"] = (_event, context) => context.getRemainingTimeInMillis();
const routes: readonly GatewayRoute[] = [
  { method: "ANY", path: "/echo/{id}", authorizer: "none", handler: echo },
  { method: "PUT", path: "/bytes", authorizer: "none", handler: returnBytes },
  { method: "GET", path: "/remaining", authorizer: "none", handler: remaining },
];

let gateway: Gateway;
beforeAll(async () => {
  const log = () => undefined;
  gateway = await startGateway({ port: 0, routes, now, authorizeJwt: async () => undefined, log });
});
afterAll(() => gateway.close());

const call = (path: string, init?: RequestInit) => fetch(gateway.origin + path, init);
const eventFor = async (path: string, init?: RequestInit): Promise<GatewayEvent> => {
  const answer: { event: GatewayEvent } = JSON.parse(await call(path, init).then((sent) => sent.text()));
  return answer.event;
};

/** Sends what fetch would not: the path unchanged, a length without a body, chunks. Answers with the status. */
const rawStatus = (
  path: string,
  { length, chunk }: { length?: number; chunk?: Buffer },
): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(gateway.origin);
    const headers = length === undefined ? {} : { "content-length": String(length) };
    const sent = httpRequest({ hostname, port, path, headers, method: "PUT" }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
      sent.destroy();
    });
    sent.on("error", reject);
    if (chunk !== undefined) sent.write(chunk);
    if (length === undefined) sent.end();
    else sent.flushHeaders();
  });

describe("the event", () => {
  it("has the documented shape of payload format 2.0", async () => {
    const event = await eventFor("/echo/a%20b%2Fc?x=1&x=2&y=%26%20z", {
      method: "POST",
      headers: { cookie: "a=1; b=2", "content-type": "application/json", "user-agent": "test" },
      body: '{"é":1}',
    });
    const text = expect.any(String);
    expect(event).toEqual({
      version: "2.0",
      routeKey: "ANY /echo/{id}",
      rawPath: "/echo/a b/c",
      rawQueryString: "x=1&x=2&y=%26%20z",
      cookies: ["a=1", "b=2"],
      headers: expect.objectContaining({
        "content-type": "application/json",
        "content-length": "8",
        "x-forwarded-for": "127.0.0.1",
        "x-forwarded-port": new URL(gateway.origin).port,
        "x-forwarded-proto": "http",
        "x-amzn-trace-id": expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/),
      }),
      queryStringParameters: { x: "1,2", y: "& z" },
      requestContext: {
        accountId: text,
        apiId: text,
        domainName: "localhost",
        domainPrefix: text,
        http: {
          method: "POST",
          path: "/echo/a b/c",
          protocol: "HTTP/1.1",
          sourceIp: "127.0.0.1",
          userAgent: "test",
        },
        requestId: text,
        routeKey: "ANY /echo/{id}",
        stage: "$default",
        time: "12/Mar/2026:19:03:58 +0000",
        timeEpoch: now().getTime(),
      },
      pathParameters: { id: "a b/c" },
      body: '{"é":1}',
      isBase64Encoded: false,
    });
    expect(event.headers).not.toHaveProperty("cookie");
  });

  it("leaves out what the request does not have", async () => {
    const event = await eventFor("/echo/1");
    expect(event).not.toHaveProperty("body");
    expect(event).not.toHaveProperty("cookies");
    expect(event).not.toHaveProperty("queryStringParameters");
    expect(event.isBase64Encoded).toBe(false);
  });

  it("keeps a query parameter called __proto__ as data", async () => {
    const event = await eventFor("/echo/1?__proto__=x");
    expect(Object.entries(event.queryStringParameters ?? {})).toEqual([["__proto__", "x"]]);
  });

  it("joins a repeated header with commas", async () => {
    const event = await eventFor("/echo/1", {
      headers: [
        ["x-multi", "1"],
        ["x-multi", "2"],
      ],
    });
    expect(event.headers["x-multi"]?.replaceAll(" ", "")).toBe("1,2");
  });

  it("tells the handler how much time is left", async () => {
    expect(await call("/remaining").then((answer) => answer.json())).toBeLessThanOrEqual(30_000);
  });
});

describe("a body", () => {
  const types = [
    "application/json",
    "text/csv",
    "text/csv; charset=iso-8859-1",
    "text/csv;charset=UTF-8",
    "application/octet-stream",
    "application/x-www-form-urlencoded",
  ];

  it("comes back byte for byte, or as text with U+FFFD for what is no UTF-8 where its type is a text type", () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(...types), async (bytes, type) => {
        const answer = await call("/bytes", {
          method: "PUT",
          headers: { "content-type": type },
          body: Buffer.from(bytes),
        });
        const isText = /^(text\/|application\/(json|xml|javascript)(;|$))/.test(type);
        const sent = Buffer.from(bytes);
        const expected = isText ? Buffer.from(sent.toString("utf8")) : sent;
        expect(Buffer.from(await answer.arrayBuffer())).toEqual(expected);
      }),
      { numRuns: 150 },
    ));

  const latin1 = Buffer.from("Ecole,Café", "latin1");
  const utf8 = Buffer.from("Ecole,Café", "utf8");
  it.each([
    { of: "text in UTF-8", type: "text/csv", bytes: utf8, base64: false },
    { of: "JSON", type: "application/json; charset=utf-8", bytes: utf8, base64: false },
    { of: "Latin-1 bytes with a text type", type: "text/csv", bytes: latin1, base64: false },
    { of: "UTF-8 bytes declared as Latin-1", type: "text/csv; charset=latin1", bytes: utf8, base64: false },
    { of: "a form", type: "application/x-www-form-urlencoded", bytes: Buffer.from("a=1"), base64: true },
    { of: "a problem document", type: "application/problem+json", bytes: Buffer.from("{}"), base64: true },
    { of: "a type that only begins like text", type: "application/jsonx", bytes: utf8, base64: true },
  ])("of $of has base64: $base64", async ({ type, bytes, base64 }) => {
    const init = { method: "POST", headers: { "content-type": type }, body: new Uint8Array(bytes) };
    const event = await eventFor("/echo/1", init);
    expect(event.isBase64Encoded).toBe(base64);
    expect(event.body).toBe(bytes.toString(base64 ? "base64" : "utf8"));
  });

  it("announced above 10 MB is refused before one byte of it is sent", async () => {
    expect(await rawStatus("/bytes", { length: 10 * 1024 * 1024 + 1 })).toBe(413);
  });

  it("that grows above 10 MB without announcing its size is refused", async () => {
    expect(await rawStatus("/bytes", { chunk: Buffer.alloc(11 * 1024 * 1024) })).toBe(413);
  });

  it("whose event would be above Lambda's 6 MB is refused as the real gateway refuses it", async () => {
    const answer = await call("/bytes", { method: "PUT", body: Buffer.alloc(5 * 1024 * 1024) });
    expect(answer.status).toBe(413);
    expect(await answer.json()).toEqual({ message: "Request Entity Too Large" });
  });
});
