import { afterAll, expect, test } from "vitest";
import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import type { LogEvent } from "../../shared/runtime/log.ts";
import { notFound, problemOf } from "../../shared/runtime/refusal.ts";
import { startGateway } from "../../infra/local/gateway/startGateway.ts";
import { pageRoutes } from "../../infra/local/gatewayRoutes.ts";
import { pagesFunction } from "../../web/handler.ts";
import { freePort, startBrowser } from "./reader.ts";
import { inChromium } from "./story.ts";
import { writeDraft } from "./writeDraft.ts";

let incomplete: readonly string[] = [];
const me = () => ({
  account: "head",
  roles: ["school"],
  partnership: { partnershipId: "par_testarea", name: "Test Partnership" },
  school: { schoolId: "sch_testschool", name: "Test School" },
  practitioner: null,
  waiting: [],
  waitingCount: 0,
  incomplete,
});
const noSchool = () => ({
  statusCode: 404,
  headers: { "content-type": "application/problem+json" },
  body: JSON.stringify(problemOf(notFound("school"))),
});
const logged: LogEvent[] = [];
const now = (): Date => new Date("2026-11-26T12:00:00Z");

/** The pages before an API that answers who somebody is, that there are no requests and no school, and nothing else, and an issuer that never asks anybody. */
async function startPages(tokenOfIssuer: () => string): Promise<string> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const pages = pagesFunction({
    configuration: {
      publicAddress: origin,
      apiAddress: origin,
      originSecrets: [],
      issuer: origin,
      clientId: "web",
      scope: "openid",
    },
    openId: {
      begin: (to) =>
        Promise.resolve({
          address: `${origin}/signed-in?code=1`,
          underway: { state: "", nonce: "", verifier: "", to },
        }),
      finish: () => Promise.resolve({ token: tokenOfIssuer(), seconds: 300 }),
      end: () => Promise.resolve(undefined),
    },
    log: (event) => void logged.push(event),
    now,
  });
  const gateway = await startGateway({
    port,
    routes: [
      ...pageRoutes(pages),
      { method: "GET", path: "/me", handler: me },
      { method: "GET", path: "/requests", handler: () => ({ items: [], nextCursor: null }) },
      { method: "GET", path: "/unfinished-requests", handler: () => ({ items: [] }) },
      { method: "GET", path: "/schools/{schoolId}", handler: noSchool },
      { method: "GET", path: "/match-runs", handler: () => Promise.reject(new Error("No database")) },
    ],
    authorizeJwt: (token) => Promise.resolve(token === "good" ? {} : undefined),
    log: () => undefined,
    now,
  });
  afterAll(() => gateway.close());
  return origin;
}

inChromium("a service that is out of order", async (executable) => {
  let token = "of another service";
  const newReader = await startBrowser(executable, await startPages(() => token));

  test("whoever is given a token that the API refuses is told so, and not sent to sign in for ever", async () => {
    const { open, page, sees } = await newReader();
    await open("/pages/match-runs");
    await sees("Error: Your account does not open this service");
    expect(await page.locator("main a, main button").count()).toBe(0);
    expect(await page.context().cookies()).toMatchObject([{ name: "__Host-sign-in" }]);
  });

  test("a page that the service fails on says so", async () => {
    token = "good";
    const { open, page, sees } = await newReader();
    await open("/sign-in?to=/pages/match-runs");
    await sees("Something went wrong on our side");
    await page.getByRole("link", { name: "See what waits for you" }).click();
    await sees("What waits for you");
    expect(logged.filter(({ code }) => code === "unexpected-error")).toHaveLength(1);
  });

  test("what waits is not told to be all where the service could not read some of it", async () => {
    const { open, page, sees } = await newReader();
    await open("/sign-in?to=/");
    expect(await page.locator("main").innerText()).toContain("Nothing waits for you.");
    incomplete = ["calendar", "offer"];
    await page.reload();
    await sees("What waits for you");
    const shown = await page.locator("main").innerText();
    incomplete = [];
    expect(shown).toMatch(/could not be read.*calendars of schools.*offers.*ask your broker/s);
    expect(shown).not.toContain("Nothing waits for you.");
  });

  test("a form that the service fails on is kept, and may be sent again", async () => {
    const { open, page, press, sees } = await newReader();
    await open("/sign-in?to=/pages/requests/new");
    const description = 'Our "phonics" results have fallen';
    await writeDraft(page, { today: dateAt(now().toISOString()), description, inDays: 30 });
    await press("Save, and look it over");
    await sees("Error: Something went wrong on our side");
    const typed = await page.locator('input[name="description"]').inputValue();
    expect(typed).toBe(description);
    await press("Send it again");
    await sees("Error: Something went wrong on our side");
    await page.context().clearCookies();
    await press("Send it again");
    await sees("Error: Sign in again to send this");
    expect(await page.locator('input[name="description"]').inputValue()).toBe(description);
  });
});
