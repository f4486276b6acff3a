import { expect, test } from "vitest";
import { syntheticRegister } from "../../shared/registers/syntheticRegister.ts";
import { primaryOf } from "../harness/area.ts";
import { story } from "./story.ts";

/** What came from files, by pages alone. */
story("registers", 4, async ({ area, newReader }) => {
  const broker = await newReader();
  const { page, sees } = broker;

  test("a broker reads which register is in force since when, and what it changed", async () => {
    await broker.openAs(area.broker);
    await broker.goTo("Imports");
    await sees("Imports");
    const main = await page.locator("main").innerText();
    for (const told of ["In force", "4 new, 0 changed, 0 as before"]) expect(main).toContain(told);
    await page.getByRole("link", { name: /^Schools\b/ }).click();
    await sees(/^Schools, /);
    const changes = await page.locator("main").innerText();
    expect(changes).toContain("New schools: 4");
    expect(changes).toContain(primaryOf(area, 0).name);
  });

  test("a broker comes from there to the files of other things, which belong to the same place", async () => {
    for (const [link, title] of [
      ["Practitioners", "Import practitioners"],
      ["Requests for support", "Import requests"],
      ["Calendars of schools", "Import calendars"],
    ] as const) {
      await broker.goTo("Imports");
      await page.locator("main").getByRole("link", { name: link, exact: true }).click();
      await sees(new RegExp(`^${title}`));
      expect(await page.locator("nav [aria-current=true]").textContent()).toBe("Imports");
    }
  });

  const made = syntheticRegister({ area: "Sheffield", schools: 4, seed: 7 });
  const [heads = "", ...rows] = made.kind === "made" ? made.text.trimEnd().split("\r\n") : [];
  const { urn, name } = primaryOf(area, 0);
  const isIts = (line: string): boolean => line.startsWith(`${urn},`);
  const opened = (rows.find(isIts) ?? "").replace(urn, "199999").replace(name, "Newly Opened School");
  const later = [
    heads,
    ...rows.map((line) => (isIts(line) ? line.replace(/,1,Open,/, ",2,Closed,") : line)),
    opened,
  ].join("\r\n");
  const send = async (text: string): Promise<void> => {
    await page
      .getByLabel("Register file")
      .setInputFiles({ name: "register.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
    await broker.press("See what it would change");
  };
  const main = (): Promise<string> => page.locator("main").innerText();

  test("a file that is none, or is cut short, is refused beside its field, and nothing changes", async () => {
    await broker.goTo("Imports");
    expect(await main()).toContain("Nothing waits to be put in force");
    await broker.press("See what it would change");
    await sees("Error: Imports");
    expect(await page.getByRole("alert").innerText()).toContain("Register file: Choose the file");
    await send([heads, rows[0]].join("\r\n"));
    await sees("Error: Imports");
    expect(await page.getByRole("alert").innerText()).toContain("it looks cut short");
  });

  test("a register is looked over before it is in force: who opened and closed, by name", async () => {
    await send(later);
    await sees(/^Schools, /);
    for (const told of ["None of this is in force yet", "Newly Opened School (URN 199999)", `${name} (URN`])
      expect(await main()).toContain(told);
    expect(await main()).toContain("Schools that closed: 1");
    await broker.goTo("Imports");
    await sees("Imports");
    const waits = page.getByRole("table", { name: "Read, and not in force yet, newest first" });
    await waits.getByRole("link", { name: /^Schools/ }).click();
    await broker.press("Put this register in force");
    await sees(/^Schools, /);
    expect(await main()).toContain("In force");
    expect(await main()).not.toContain("None of this is in force yet");
  });

  test("what was put in force is taken back, and the register before holds again", async () => {
    await page.locator("summary", { hasText: "Take this register back" }).click();
    await broker.press("Take it back");
    await sees(/^Schools, /);
    expect(await main()).toContain("None of this is in force yet");
    await broker.goTo("Imports");
    expect(await main()).toContain("Taken back");
  });

  test("a form that is sent for an import that is none is told so", async () => {
    await page.locator("form", { hasText: "See what it would change" }).evaluate((form) => {
      form.setAttribute("action", "/pages/register-imports/nothing");
      form.querySelector("[name=do]")?.setAttribute("value", "apply");
    });
    await broker.press("See what it would change");
    await sees("There is nothing here that you can see");
    expect(await main()).not.toContain("went wrong on our side");
  });

  test("a register is nobody's to see but those who oversee", async () => {
    const head = await newReader();
    await head.openAs(area.head(primaryOf(area, 0).schoolId), "/pages/register-imports");
    await head.sees("Your account may not do this");
    expect(await head.page.locator("a", { hasText: "Imports" }).count()).toBe(0);
  });
});
