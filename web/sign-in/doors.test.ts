import { expect, test } from "vitest";
import { answerPage, pagesWorld } from "../serving.ts";
import { configuration, eventOf } from "../testEvent.ts";
import { formTokenOf } from "./cookies.ts";
import { signOut } from "./doors.ts";
import type { OpenId } from "./openid.ts";

const world = pagesWorld(configuration, { log: () => undefined, now: () => new Date() });
const gone = [expect.stringMatching(/^__Host-session=;.*Max-Age=0/)];

/** Signs out where the issuer says this of its own session. */
const leave = (end: OpenId["end"]) =>
  answerPage(
    { ...world, openId: { ...world.openId, end } },
    { name: "signOut", door: signOut },
    eventOf("POST", { formToken: formTokenOf("token") }),
  );

test("signing out goes on at the issuer", async () => {
  const answer = await leave(() => Promise.resolve("https://sign-in.example/end?client_id=web"));
  expect(answer).toMatchObject({ statusCode: 303, cookies: gone });
  expect(answer.headers).toMatchObject({ location: "https://sign-in.example/end?client_id=web" });
});

test("signing out leads to the issuer's own end where a form may not go there by itself", async () => {
  const answer = await leave(() => Promise.resolve("https://elsewhere.example/end?a=b&c=d"));
  expect(answer).toMatchObject({ statusCode: 200, cookies: gone });
  expect(answer.body).toContain('href="https://elsewhere.example/end?a=b&amp;c=d"');
  expect(answer.body).not.toContain('action="/sign-out"');
});

test("signing out ends the session here though the issuer does not answer", async () => {
  const answer = await leave(() => Promise.reject(new Error("No answer")));
  expect(answer).toMatchObject({ statusCode: 303, cookies: gone, headers: { location: "/" } });
});
