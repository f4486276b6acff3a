import { expect, test } from "vitest";
import { story } from "./story.ts";

story("signing in", 6, async ({ service, area, newReader }) => {
  const send = (path: string, init: RequestInit): Promise<Response> =>
    fetch(`${service.origin}${path}`, { redirect: "manual", ...init });

  test("begins at the start page and ends at what waits, as the person that was chosen", async () => {
    const { open, page, signIn, sees } = await newReader();
    await open("/");
    await sees("Bringing schools and practitioners together");
    await page.getByRole("link", { name: "Sign in" }).last().click();
    await signIn(area.broker);
    await sees("What waits for you");
    expect(await page.locator("main").innerText()).toContain("Test Partnership");
    const kept = await page.context().cookies(service.origin);
    expect(kept.filter(({ name }) => name.startsWith("__Host-"))).toMatchObject([
      { name: "__Host-session", httpOnly: true, secure: true, sameSite: "Lax", path: "/" },
    ]);
  });

  test("ends here and at the issuer, so that the next one is asked who they are", async () => {
    const { openAs, page, press, sees } = await newReader(1280);
    await openAs(area.director);
    await sees("What waits for you");
    await press("Sign out");
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL(`${service.origin}/`);
    await sees("Bringing schools and practitioners together");
    await page.getByRole("link", { name: "Sign in" }).last().click();
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Choose who to sign in as");
  });

  test("works by keyboard alone, from the skip link to the button", async () => {
    const { open, page, sees } = await newReader();
    await open("/");
    const focused = () => page.evaluate("document.activeElement.textContent");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("Skip to main content");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("Sign in");
    await page.keyboard.press("Enter");
    await page.locator(`button[value="${area.broker}"]`).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(`${service.origin}/`);
    await sees("What waits for you");
  });

  test("leads to no address but a page of the service", async () => {
    for (const to of [
      "https://elsewhere.example/",
      "//elsewhere.example",
      "/health",
      "/pages/../health",
      "/pages/requests/..",
    ]) {
      const answer = await send(`/sign-in?to=${encodeURIComponent(to)}`, {});
      const [cookie = ""] = answer.headers.getSetCookie();
      const [, value = ""] = /^__Host-sign-in=([^;]+)/.exec(cookie) ?? [];
      expect(JSON.parse(Buffer.from(value, "base64url").toString())).toMatchObject({ to: "/" });
    }
  });

  test("leads to an address that a header can hold", async () => {
    const asked = encodeURIComponent("/pages/requests/a\r\nx-forged: 1?of=ł");
    const [cookie = ""] = (await send(`/sign-in?to=${asked}`, {})).headers.getSetCookie();
    const [, value = ""] = /^__Host-sign-in=([^;]+)/.exec(cookie) ?? [];
    const to = "/pages/requests/ax-forged:%201?of=%C5%82";
    expect(JSON.parse(Buffer.from(value, "base64url").toString())).toMatchObject({ to });
  });

  test("is refused to whoever comes back with another's state, or without having begun", async () => {
    const begun = await send("/sign-in", {});
    const [cookie = ""] = begun.headers.getSetCookie();
    const headers = { cookie: cookie.split(";")[0] ?? "" };
    const forged = await send("/signed-in?code=abc&state=another", { headers });
    const unbegun = await send("/signed-in?code=abc&state=another", {});
    for (const answer of [forged, unbegun]) {
      expect(answer.status).toBe(400);
      expect(answer.headers.getSetCookie()).toEqual([]);
      expect(await answer.text()).toContain("You are not signed in");
    }
  });

  test("that did not work says so on a page, with the way to try again", async () => {
    const { open, page, sees } = await newReader();
    await open("/signed-in?error=access_denied");
    await sees("Error: You are not signed in");
    expect(await page.locator("main a").getAttribute("href")).toBe("/sign-in");
  });

  test("leaves whoever opens an address of nothing a way back, and programs the answer of the gateway", async () => {
    const { open, page, sees } = await newReader();
    for (const address of ["/nowhere", "/pages/requests/a/b/c", "/sign-out"]) {
      await open(address);
      await sees("There is no such page");
    }
    await page.getByRole("link", { name: "Go to the start page" }).click();
    await sees("Bringing schools and practitioners together");
    for (const [address, method] of [
      ["/nowhere", "GET"],
      ["/pages/nowhere", "POST"],
      ["/nowhere", "POST"],
    ] as const) {
      const answer = await send(address, { method });
      expect([answer.status, answer.headers.get("content-type")]).toEqual([404, "application/json"]);
      expect(await answer.text()).toBe('{"message":"Not Found"}');
    }
  });

  test("shows nobody in whose token is not good, and takes its cookie away", async () => {
    const answer = await send("/", { headers: { cookie: "__Host-session=forged" } });
    expect(answer.headers.getSetCookie()).toEqual([expect.stringMatching(/^__Host-session=;.*Max-Age=0/)]);
    expect(await answer.text()).toContain("Bringing the school that asks");
  });

  test("cannot be ended by another site, nor by a form that this session was not shown", async () => {
    const token = await service.token(area.broker);
    const cookie = `__Host-session=${token}`;
    const body = new URLSearchParams({ formToken: "guessed" });
    for (const origin of ["https://elsewhere.example", "null", service.origin]) {
      const answer = await send("/sign-out", { method: "POST", headers: { cookie, origin }, body });
      expect([answer.status, answer.headers.getSetCookie()]).toEqual([403, []]);
    }
  });

  test("sends every page with a policy that lets no script run and no other site frame it", async () => {
    const { headers } = await send("/", {});
    expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("cache-control")).toBe("no-store");
  });
});
