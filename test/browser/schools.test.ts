import { expect, test } from "vitest";
import { SchoolView } from "../../shared/contract/routes/views.ts";
import { primaryOf } from "../harness/area.ts";
import { story } from "./story.ts";

/** Member schools and codes of the partnership's own, by pages alone: each test is the next step of the same story. */
story("schools and codes", 4, async ({ service, area, newReader }) => {
  const broker = await newReader();
  const { page, press, sees } = broker;
  const { schoolId, name } = primaryOf(area, 0);
  const main = (): Promise<string> => page.locator("main").innerText();
  const address = page.getByLabel("Where the head is written to");
  const held = async () =>
    SchoolView.parse((await service.get(area.broker, `/schools/${schoolId}`)).body).headEmail;

  test("places stand in groups that open by keyboard, and say where one is", async () => {
    await broker.openAs(area.broker);
    const group = page.locator("nav summary", { hasText: "People and schools" });
    await group.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/pages/schools");
    await sees("Member schools");
    expect(await group.textContent()).toContain("you are here");
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(320);
  });

  test("a broker sets how a head is reached, and a wrong address is told beside its field", async () => {
    await page.getByRole("link", { name, exact: true }).click();
    await sees(name);
    await address.fill("head at school");
    await press("Save how the head is reached");
    await sees(`Error: ${name}`);
    expect(await address.inputValue()).toBe("head at school");
    expect(await address.getAttribute("aria-invalid")).toBe("true");
    await address.fill("new-head@school.example");
    await press("Save how the head is reached");
    await sees(name);
    expect(await main()).toContain("It is saved.");
    expect(await held()).toBe("new-head@school.example");
  });

  test("what another broker saved meanwhile is told and not written over", async () => {
    const body = { headEmail: "other@school.example", inCategoryOfConcern: false };
    await service.put(area.broker, `/schools/${schoolId}/contact`, body);
    await address.fill("");
    await press("Save how the head is reached");
    await sees(`Error: ${name}`);
    expect(await main()).toContain("other@school.example");
    expect(await held()).toBe("other@school.example");
    await press("Save how the head is reached");
    await sees(name);
    expect(await main()).toContain("No address of the head");
    expect(await held()).toBeNull();
  });

  test("a director reads of a school and not how its head is reached; a head reads it too", async () => {
    for (const account of [area.director, area.head(schoolId)]) {
      const reader = await newReader(1280);
      await reader.openAs(account, `/pages/schools/${schoolId}`);
      await reader.sees(name);
      expect(await reader.page.getByRole("button", { name: "Save how the head is reached" }).count()).toBe(0);
    }
  });

  test("a code of the partnership's own is added once, under one of the common list", async () => {
    await broker.goTo("Settings");
    await page.getByRole("link", { name: "Codes of your own" }).click();
    await sees("Codes of your own");
    expect(await main()).toContain("There are none yet.");
    await press("Add this code");
    await sees("Error: Codes of your own");
    expect(await page.getByRole("alert").innerText()).toContain("Mark: Give up to 8 letters and digits");
    await page.getByLabel("Part of which expertise?").evaluate((choice) => {
      choice.innerHTML = "<option value='no code'>No code</option>";
    });
    await page.getByLabel("Mark").fill("SSP");
    await press("Add this code");
    await sees("Error: Codes of your own");
    expect(await page.getByRole("alert").innerText()).toContain("Choose of which expertise it is a part");
    const add = async (mark: string, called: string): Promise<void> => {
      await page.getByLabel("Part of which expertise?").selectOption("CT-03");
      await page.getByLabel("Mark").fill(mark);
      await page.getByLabel("Name", { exact: true }).fill(called);
      await press("Add this code");
    };
    await add("ssp", "Phonics our way");
    await sees("Phonics our way");
    await page.getByRole("link", { name: "Codes of your own" }).click();
    expect(await page.getByRole("table").first().innerText()).toContain("CT-03.SSP");
    await add("SSP", "Another way");
    await sees("Error: Codes of your own");
    expect(await page.getByRole("alert").innerText()).toContain("Mark: Another code of yours has this mark");
  });

  test("it is renamed, retired and taken back into use, with who did it", async () => {
    await page.getByRole("link", { name: "Phonics our way" }).click();
    await page.getByLabel("Name", { exact: true }).fill("Phonics, our way");
    await press("Save the name");
    await sees("Phonics, our way");
    await press("Retire this code");
    await sees("Phonics, our way");
    expect(await main()).toContain("Retired");
    await press("Use it again");
    await sees("Phonics, our way");
    const history = await page.getByRole("table").innerText();
    expect(history).toContain("You");
    for (const became of ["added", "retired", "renamed or in use again"]) expect(history).toContain(became);
    await broker.goTo("Settings");
    await sees("Settings");
    expect(await main()).toContain("A code of its own: CT-03.SSP, retired");
    expect(await main()).toContain(`The contact of a school: of ${name}`);
  });

  test("codes are the brokers' to set, and one that is not there is told", async () => {
    await broker.open("/pages/expertise-leaves/CT-03.NONE");
    await sees("There is no such code");
    const director = await newReader(1280);
    await director.openAs(area.director, "/pages/expertise-leaves");
    await director.sees("Your account may not do this");
    expect(await director.page.getByRole("button", { name: "Add this code" }).count()).toBe(0);
  });
});
