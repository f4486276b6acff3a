import { expect, test } from "vitest";
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
      const place = page.getByRole("navigation").getByRole("link", { name: "Imports", exact: true });
      expect(await place.getAttribute("aria-current")).toBe("true");
    }
  });

  test("a register is nobody's to see but those who oversee", async () => {
    const head = await newReader();
    await head.openAs(area.head(primaryOf(area, 0).schoolId), "/pages/register-imports");
    await head.sees("Your account may not do this");
    expect(await head.page.getByRole("link", { name: "Imports" }).count()).toBe(0);
  });
});
