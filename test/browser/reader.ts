import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import { afterAll, expect } from "vitest";
import * as z from "zod";

const axeSource = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const Found = z.object({
  violations: z.array(
    z.object({ id: z.string(), help: z.string(), nodes: z.array(z.object({ html: z.string() })) }),
  ),
});

/** A port that was free a moment ago: pages name the service's own address, which must be known before it starts. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });

/** Fields as they are sent, by name, as far as nobody has typed into them. */
export const fieldsOf = (inputs: Locator): Promise<Record<string, string>> =>
  inputs.evaluateAll((all) =>
    Object.fromEntries(all.map((each) => [each.getAttribute("name"), each.getAttribute("value") ?? ""])),
  );

/** Somebody at a browser of their own. */
export interface Reader {
  readonly page: Page;
  /** Signs in as an account, on the issuer's page, from wherever the service asks for it. */
  readonly signIn: (account: string) => Promise<void>;
  /** Opens an address and signs in on the way to it. */
  readonly openAs: (account: string, address?: string) => Promise<void>;
  readonly open: (address: string) => Promise<void>;
  readonly press: (name: string) => Promise<void>;
  /** Follows a link of the navigation, and ends where it marks the place as the present one. */
  readonly goTo: (place: string) => Promise<void>;
  /** What the page is, by its title and its first heading, once axe found nothing wrong with it. */
  readonly sees: (title: string | RegExp) => Promise<void>;
}

/** The texts of links that lead to several addresses: read alone, as screen readers list them, nobody tells them apart. */
const ambiguous = `(() => {
  const leadsTo = Map.groupBy(document.querySelectorAll("main a[href]"), (link) => link.textContent.trim().replace(/\\s+/g, " "));
  return [...leadsTo].filter(([, links]) => new Set(links.map((link) => link.href)).size > 1).map(([text]) => text);
})()`;

async function looksRight(page: Page): Promise<void> {
  await page.evaluate(axeSource);
  const result: unknown = await page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(levels)} })`);
  const faults = Found.parse(result).violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(" ")}`,
  );
  expect(faults, `axe on ${page.url()}`).toEqual([]);
  expect(await page.evaluate(ambiguous), `${page.url()} has links of the same text`).toEqual([]);
  expect(await page.locator("script").count(), `${page.url()} has script`).toBe(0);
  const wide = await page.evaluate(
    "document.documentElement.scrollWidth > document.documentElement.clientWidth",
  );
  expect(wide, `${page.url()} scrolls sideways`).toBe(false);
}

/** Chromium for the tests of one file; it is closed after them. */
export async function startBrowser(executablePath: string, origin: string) {
  const browser: Browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  afterAll(() => browser.close());
  return async (width = 320): Promise<Reader> => {
    const context = await browser.newContext({
      baseURL: origin,
      viewport: { width, height: 900 },
    });
    const page = await context.newPage();
    const signIn = async (account: string): Promise<void> => {
      await page.locator(`button[value="${account}"]`).click();
      await page.waitForURL(`${origin}/**`);
    };
    return {
      page,
      signIn,
      async openAs(account, address = "/sign-in") {
        await page.goto(address);
        await signIn(account);
      },
      async open(address) {
        await page.goto(address);
      },
      async press(name) {
        await page.getByRole("button", { name, exact: true }).click();
      },
      async goTo(place) {
        const named = page.locator("a").filter({ hasText: new RegExp(`^\\s*${place}\\s*$`) });
        const link = page.locator("nav[aria-label=Places]").locator(named);
        const group = page.locator("nav details", { has: named });
        if ((await group.count()) > 0 && !(await link.isVisible())) await group.locator("summary").click();
        await link.click();
        await page.waitForLoadState();
        expect(await link.getAttribute("aria-current")).toBe("page");
      },
      async sees(title) {
        await page.waitForLoadState();
        const shown = (await page.title()).replace(/ - Area Brokerage$/, "");
        if (typeof title === "string") expect(shown).toBe(title);
        else expect(shown).toMatch(title);
        await looksRight(page);
      },
    };
  };
}
