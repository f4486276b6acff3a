import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { HeldAboutPerson } from "../../shared/contract/routes/held.ts";
import { addDays, dateAt } from "../../shared/domain/calendar/calendar.ts";
import { primaryOf } from "../harness/area.ts";
import { story } from "./story.ts";

/** A broker adds somebody and finds them again, by pages alone: each test is the next step of the same story. */
story("people for their broker", 4, async ({ service, area, newReader }) => {
  const broker = await newReader();
  const { page, press, sees } = broker;
  const home = primaryOf(area, 0);
  const name = "Practitioner Amber Fifty";
  const today = dateAt(service.host.clock.now().toISOString());
  const main = (): Promise<string> => page.locator("main").innerText();

  test("an area without anybody leads to adding the first", async () => {
    await broker.openAs(area.broker);
    await broker.goTo("People");
    await sees("Practitioners");
    expect(await main()).toContain("There are none yet");
    await page.getByRole("link", { name: "Add a practitioner" }).click();
    await sees("Add a practitioner");
  });

  test("what is missing is told by its field, and what was written stays", async () => {
    await page.getByLabel("Name").fill(name);
    await page.getByLabel("Confirmed on").fill(today);
    await page.getByLabel("How far to travel").fill("900");
    await press("Add them");
    await sees("Error: Add a practitioner");
    const told = await page.getByRole("alert").innerText();
    for (const each of [
      "Write their email address",
      "Choose the school that releases them",
      "Give the day since which they are at this school",
      "Give the day until which the letter is good",
      "Give at most 310 miles",
    ])
      expect(told).toContain(each);
    expect(await page.getByLabel("Name").inputValue()).toBe(name);
    await page.getByRole("link", { name: "Write their email address" }).click();
    expect(await page.evaluate("document.activeElement.name")).toBe("email");
  });

  test("somebody is added, with what to do next for them", async () => {
    await page.getByLabel("Email address").fill("amber.fifty@example.org");
    await page.getByLabel("School that releases them").selectOption(home.schoolId);
    await page.getByLabel("At this school since").fill("2020-09-01");
    await page.getByLabel("Good until").fill(addDays(today, 20));
    await page.getByLabel("How far to travel").fill("12");
    await page.getByLabel("Primary").check();
    await press("Add them");
    await sees(name);
    const told = await page.locator(".notice").innerText();
    expect(told).toContain("Nothing is declared yet, so that no request can find them");
    expect(told).toContain("The letter of assurance ends on");
    expect(told).toContain("Ask their head for a new letter, then record it");
    await page.getByRole("link", { name: "Declare it" }).click();
    await sees(`What ${name} can help with`);
    await page.getByLabel("What can they help with?").selectOption("CT-04");
    await page.getByLabel("What can they do with it?").selectOption("can-share");
    await page.getByLabel("In which year").fill(today.slice(0, 4));
    await press("Declare this");
    await sees(`What ${name} can help with`);
  });

  test("they are found by name, school, expertise and their letter, and not by others", async () => {
    const found = () => page.getByRole("link", { name, exact: true }).count();
    await broker.goTo("People");
    await page.getByLabel("Name, or a part of it").fill("amber f");
    await page.getByLabel("School").selectOption(home.schoolId);
    await page.getByLabel("What they can help with").selectOption("CT");
    await page.getByLabel("Missing, ended").check();
    await press("Search");
    await sees("Practitioners");
    expect(await found()).toBe(1);
    expect(await page.getByLabel("Name, or a part of it").inputValue()).toBe("amber f");
    await page.getByLabel("What they can help with").selectOption("CT-05");
    await press("Search");
    await sees("Practitioners");
    expect(await main()).toContain("Nobody is found");
    await page.getByRole("link", { name: "Everybody" }).click();
    await sees("Practitioners");
    expect(await found()).toBe(1);
    await page.getByLabel("School").selectOption(primaryOf(area, 1).schoolId);
    await press("Search");
    expect(await found()).toBe(0);
  });

  test("heads see what to do about a letter, and do not add anybody", async () => {
    const head = await newReader();
    await head.openAs(area.head(home.schoolId), "/pages/people");
    await head.sees("Colleagues who support other schools");
    expect(await head.page.getByRole("link", { name: "Add a practitioner" }).count()).toBe(0);
    await head.page.getByRole("link", { name }).click();
    await head.sees(name);
    expect(await head.page.locator(".notice").innerText()).toContain("Send the broker a new letter");
    await head.open("/pages/people/new");
    await head.sees("Your account may not do this");
  });

  test("all that is held about somebody is a file to keep", async () => {
    await broker.goTo("People");
    await page.getByRole("link", { name }).click();
    await sees(name);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "All that is held about them, as a file" }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^held-about-.+\.json$/);
    const held = HeldAboutPerson.parse(JSON.parse(readFileSync(await file.path(), "utf8")));
    expect(held.name).toBe(name);
    expect(JSON.stringify(held.sections)).toContain("amber.fifty@example.org");
  });

  test("nobody but brokers erases", async () => {
    const head = await newReader();
    const address = new URL(page.url()).pathname;
    await head.openAs(area.head(home.schoolId), address);
    await head.sees(name);
    expect(await head.page.getByRole("link", { name: "Erase" }).count()).toBe(0);
    await head.open(`${address}/erasure`);
    await head.sees("Your account may not do this");
  });

  test("whoever left is erased once their name is typed, and found no more", async () => {
    await page.getByRole("link", { name: `Erase ${name}, if they left` }).click();
    await sees(`Erase ${name}`);
    await press("Erase for good");
    await sees(`Error: Erase ${name}`);
    const told = await page.getByRole("alert").innerText();
    for (const each of ["Choose why they are erased", "Type their name"]) expect(told).toContain(each);
    await page.getByLabel("They left the partnership").check();
    await page.getByLabel("Their name, in full").fill("Practitioner Somebody Else");
    await press("Erase for good");
    await sees(`Error: Erase ${name}`);
    expect(await page.getByRole("alert").innerText()).toContain("This is not their id or their name");
    expect(await page.getByLabel("They left the partnership").isChecked()).toBe(true);
    await page.getByLabel("Their name, in full").fill(name.toLowerCase());
    await press("Erase for good");
    await sees("A person who was erased");
    await service.settle();
    await page.reload();
    await sees("A person who was erased");
    expect(await main()).toContain("What others wrote of them is taken out too");
    await broker.goTo("People");
    await sees("Practitioners");
    expect(await page.getByRole("link", { name }).count()).toBe(0);
  });
});
