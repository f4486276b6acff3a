import { expect, test } from "vitest";
import { newPartnership } from "../harness/service.ts";
import { onStage } from "./story.ts";

onStage("a partnership that begins", async ({ service, newReader }) => {
  const { broker, director } = newPartnership(service);
  const { goTo, open, openAs, page, press, sees } = await newReader();

  test("a broker is led from the first page to where it is set up", async () => {
    await openAs(broker);
    await sees("What waits for you");
    await page.getByRole("link", { name: "Set up your partnership" }).click();
    await sees("Set up your partnership");
    await open("/pages/partnership/matching-policy");
    await sees("Set up your partnership");
    expect(new URL(page.url()).pathname).toBe("/pages/partnership");
  });

  test("what is not right is told at its field, and what was typed stays", async () => {
    await page.getByLabel("Name", { exact: true }).fill("Steel City Partnership");
    await page.getByLabel("Address of the brokers").fill("brokers");
    await press("Set it up");
    await sees("Error: Set up your partnership");
    expect(await page.getByRole("alert").innerText()).toContain(
      "Address of the brokers: Give an e-mail address",
    );
    expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("Steel City Partnership");
  });

  test("once it is set up, settings say what comes before the first match run", async () => {
    await page.getByLabel("Area", { exact: true }).fill("Sheffield");
    await page.getByLabel("Address of the brokers").fill("brokers@steel-city.example");
    await press("Set it up");
    await sees("Settings");
    expect(await page.getByRole("status").innerText()).toContain("It is saved");
    await page.getByRole("heading", { name: "Before the first match run" }).waitFor();
    const steps = page.locator("main ol > li");
    expect(await steps.filter({ hasText: "To do" }).count()).toBe(5);
    expect(await steps.filter({ hasText: "As they began" }).count()).toBe(1);
    const trail = page.getByRole("table", { name: "Who changed what, newest first" });
    expect(await trail.getByRole("cell").first().innerText()).toBe("You");
    for (const link of await page.locator("ol a[href^='#']").all())
      expect(await page.locator((await link.getAttribute("href")) ?? "").count()).toBe(1);
    await page.getByRole("link", { name: "Load the register of schools" }).click();
    await sees("Imports");
    expect(await page.locator("h2:target").innerText()).toBe("Send a register file");
    await goTo("To do");
    expect(await page.getByRole("link", { name: "Set up your partnership" }).count()).toBe(0);
  });

  test("nobody else is asked to set it up", async () => {
    const other = await newReader();
    await other.openAs(director);
    await other.sees("What waits for you");
    expect(await other.page.getByRole("link", { name: "Set up your partnership" }).count()).toBe(0);
  });
});
