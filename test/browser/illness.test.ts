import { expect, test } from "vitest";
import { agreeWork } from "../service/agreedWork.ts";
import type { Reader } from "./reader.ts";
import { onStage } from "./story.ts";

/** Work that cannot go on as agreed, by pages alone: each test is the next step of the same story. */
onStage("work that cannot go on", async ({ service, newReader }) => {
  const work = await agreeWork(service);
  const at = `/pages${work.at()}`;
  const practitioner = await newReader();
  const home = await newReader();
  const broker = await newReader(1280);
  const main = ({ page }: Reader): Promise<string> => page.locator("main").innerText();
  const theWork = /^The work at /;
  const asked = (who: string) => new RegExp(`^${who} asks how work is to go on: `);
  const words = "I cannot come to the next <visit>, nor until Easter";

  test("a practitioner who falls ill asks the broker, by keyboard, and reads that it waits", async () => {
    const { openAs, page, press, sees } = practitioner;
    await openAs(work.accounts.practitioner, at);
    await sees(theWork);
    await page.locator("summary", { hasText: "I am ill" }).focus();
    await page.keyboard.press("Enter");
    expect(await main(practitioner)).toContain("where a visit falls out, write to them yourself too");
    await press("Ask the broker");
    await sees(/^Error: The work at /);
    expect(await page.getByRole("alert").innerText()).toContain("Say what has changed");
    await page.getByLabel("What has changed, and from when?").fill(words);
    await press("Ask the broker");
    await sees(theWork);
    expect(await main(practitioner)).toContain(words);
    expect(await main(practitioner)).toContain("The broker has not decided yet.");
    expect(await page.locator("summary", { hasText: "I am ill" }).count()).toBe(0);
  });

  test("neither school reads it; the home head, who cannot end the work, asks too", async () => {
    const school = await newReader();
    await school.openAs(work.accounts.receiving, at);
    await school.sees(theWork);
    expect(await main(school)).not.toContain("Easter");
    await school.page.locator("summary", { hasText: "End this work" }).click();
    expect(await main(school)).toContain("the broker hands it over instead");
    const { goTo, openAs, page, press, sees } = home;
    await openAs(work.accounts.home);
    await goTo("Work");
    await sees("Work in schools");
    expect(await main(home)).toMatch(/By Practitioner \d+ of /);
    await goTo("People");
    await page.getByRole("link", { name: /^Practitioner \d+$/ }).click();
    await sees(/^Practitioner \d+$/);
    expect(await main(home)).toMatch(/Promised already\s.*: 0 of 4 days delivered/s);
    await page.getByRole("link", { name: /, number 1$/ }).click();
    await sees(theWork);
    expect(await main(home)).not.toContain("Easter");
    expect(await page.locator("summary", { hasText: "End this work" }).count()).toBe(0);
    await page.locator("summary", { hasText: "I cannot release my colleague as agreed" }).click();
    await page.getByLabel("What has changed, and from when?").fill("We have nobody for her class");
    await press("Ask the broker");
    await sees(theWork);
  });

  test("the broker lets it go on for one, and hands it over for the other", async () => {
    const { goTo, openAs, page, press, sees } = broker;
    await openAs(work.accounts.broker);
    await sees("What waits for you");
    await page.getByRole("link", { name: /^The practitioner asks how work is to go on/ }).click();
    await sees(asked("The practitioner"));
    expect(await main(broker)).toContain(`The practitioner wrote: ${words}`);
    await page.getByLabel("The work goes on as it is").check();
    await page.getByLabel("Why").fill("Back after Easter");
    await press("Settle this task");
    await sees(asked("The practitioner"));
    await practitioner.open(at);
    await practitioner.sees(theWork);
    expect(await main(practitioner)).toContain("The work goes on as it is.");
    expect(await main(practitioner)).not.toContain("Back after Easter");
    await goTo("Tasks");
    await page.locator("main .cards a").first().click();
    await page.getByLabel("Hand it over").check();
    await page.getByLabel("Why").fill("They need her");
    await press("Settle this task");
    await sees(asked("The practitioner's own head"));
    await service.settle();
    await home.open(at);
    await home.sees(theWork);
    for (const told of ["The work was handed over: somebody else is looked for", "The work has ended."])
      expect(await main(home)).toContain(told);
    expect(await home.page.getByRole("button", { name: "Ask the broker" }).count()).toBe(0);
  });

  test("the school reads on its request that somebody else is looked for, and for how many days", async () => {
    const school = await newReader();
    await school.openAs(work.accounts.receiving, `/pages/requests/${work.requestId}`);
    await school.sees(/^Request for support of /);
    expect(await main(school)).toContain("somebody else is looked for");
    expect(await main(school)).toContain("4 days");
  });

  test("a broker who was told by telephone writes it down and decides", async () => {
    const other = await agreeWork(service);
    const reader = await newReader(1280);
    await reader.openAs(other.accounts.broker, `/pages${other.at()}`);
    await reader.page.locator("summary", { hasText: "Somebody cannot go on with it" }).click();
    await reader.page.getByLabel("What has changed, and from when?").fill("She rang: three weeks");
    await reader.press("Write it down");
    await reader.sees(asked("A broker"));
    expect(await main(reader)).toContain("A broker wrote: She rang: three weeks");
  });
});
