import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { expect, test } from "vitest";
import type { LogEvent } from "../shared/runtime/log.ts";
import { answerPage, type PageDoor, pagesWorld, work } from "./serving.ts";
import { formTokenOf } from "./sign-in/cookies.ts";
import { configuration, eventOf } from "./testEvent.ts";

const logged: LogEvent[] = [];
const world = pagesWorld(configuration, {
  log: (event) => void logged.push(event),
  now: () => new Date("2026-11-26T12:00:00Z"),
});

const fail = (): Promise<never> => Promise.reject(new Error("The service does not answer"));
const failing: PageDoor = work({ show: fail, answer: fail });
const answer = (event: APIGatewayProxyEventV2) => answerPage(world, { name: "ask", door: failing }, event);

test("what was sent while the service failed stays in the page, to be sent again under its key", async () => {
  const typed = {
    formToken: formTokenOf("token"),
    key: "key-1",
    description: 'Year 2 <b>reads</b> "little"',
  };
  const { statusCode, body } = await answer(eventOf("POST", typed));
  expect(statusCode).toBe(500);
  expect(body).toContain("<title>Error: Something went wrong on our side");
  expect(body).toContain('name="key" value="key-1"');
  expect(body).toContain('value="Year 2 &lt;b&gt;reads&lt;/b&gt; &quot;little&quot;"');
});

test("a page that fails says so, and the log says nothing that anybody wrote", async () => {
  const { statusCode, body } = await answer(eventOf("GET"));
  expect(statusCode).toBe(500);
  expect(body).not.toContain("Send it again");
  expect(logged.filter(({ code }) => code === "unexpected-error")).toHaveLength(2);
  expect(JSON.stringify(logged)).not.toMatch(/does not answer|reads/);
});

test("a page is shown only to who came through the edge, where there is one", async () => {
  const seen: string[] = [];
  const open: PageDoor = async () => {
    seen.push("opened");
    return { kind: "message", status: 200, message: "shown" };
  };
  const behindEdge = { ...world, configuration: { ...configuration, originSecrets: ["the secret"] } };
  const shown = async (headers: Readonly<Record<string, string>>): Promise<number | undefined> => {
    const event = eventOf("GET");
    const asked = { ...event, headers: { ...event.headers, ...headers } };
    return (await answerPage(behindEdge, { name: "ask", door: open }, asked)).statusCode;
  };
  expect(await shown({ "x-origin-secret": "the secret" })).toBe(200);
  expect(await shown({ "x-origin-secret": "a secret" })).toBe(403);
  expect(await shown({})).toBe(403);
  expect(seen).toEqual(["opened"]);
});
