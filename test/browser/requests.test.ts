import { expect, test } from "vitest";
import { addDays, dateAt } from "../../shared/domain/calendar/calendar.ts";
import { pageOf, RequestView } from "../../shared/contract/routes/views.ts";
import { expectBody, primaryOf, submitRequest } from "../harness/area.ts";
import type { Reader } from "./reader.ts";
import { story } from "./story.ts";
import { writeDraft } from "./writeDraft.ts";

/** A request from its draft to its withdrawal by pages alone: each test is the next step of the same story. */
story("a request", 9, async ({ service, area, newReader }) => {
  const school = primaryOf(area, 0);
  const account = area.head(school.schoolId);
  const title = `Request for support of ${school.name}`;
  const unfinished = `${title}, not finished`;
  const today = dateAt(service.host.clock.now().toISOString());
  const head = await newReader();
  const { goTo, page, press, sees } = head;
  const notice = (reader: Reader): Promise<string> => reader.page.locator(".notice").innerText();

  test("a head without anything to do is told so, and led to ask", async () => {
    await head.openAs(account);
    await sees("What waits for you");
    expect(await page.locator("main").innerText()).toContain("Nothing waits for you");
    await goTo("Requests");
    await sees("Requests for support");
    await page.getByRole("link", { name: "Ask for support" }).click();
    await sees("Ask for support");
  });

  test("what is not right is told by its field, nothing is saved, and what was written stays", async () => {
    await page
      .getByLabel("In your own words")
      .fill("Our phonics results have fallen, and new staff need coaching.");
    await page.getByLabel("Days of support").fill("2.3");
    await press("Save, and look it over");
    await sees("Error: Ask for support");
    const told = await page.getByRole("alert").innerText();
    expect(told).toContain("nothing was saved");
    expect(told).toContain("Give whole or half days");
    expect(told).not.toContain("Choose a phase");
    expect(await page.getByLabel("By which route?").isVisible()).toBe(false);
    expect(await page.getByLabel("How is it today?").nth(3).isVisible()).toBe(false);
    expect(await page.getByLabel("Days of support").inputValue()).toBe("2.3");
  });

  test("a half filled draft is saved, says what is missing, and is not sent without it", async () => {
    await page.getByLabel("Days of support").fill("2");
    await press("Save, and look it over");
    await sees(unfinished);
    const saved = await page.getByRole("status").innerText();
    expect(saved).toContain("Saved, still missing:");
    for (const each of ["What do you want help with", "For which phase", "First day", "What should change"])
      expect(saved).toContain(each);
    expect(saved).not.toContain("Days of support");
    await page.getByRole("link", { name: "For which phase" }).click();
    expect(await page.evaluate("document.activeElement.name")).toBe("phase");
    await page.getByLabel("First day").fill(addDays(today, 30));
    await press("Save and send");
    await sees(`Error: ${unfinished}`);
    const told = await page.getByRole("alert").innerText();
    expect(told).toContain("It is saved, and not sent yet");
    for (const each of ["Choose what you want help with", "Choose a phase", "Say what should change"])
      expect(told).toContain(each);
    expect(told).not.toContain("First day");
    expect(await page.locator(".wrong", { hasText: "For which phase?" }).innerText()).toContain(
      "Choose a phase",
    );
  });

  test("whoever goes away finds it again where they look, and lets go of one that they do not want", async () => {
    await goTo("To do");
    await sees("What waits for you");
    await page.getByRole("link", { name: "Ask for support", exact: true }).click();
    await sees("Ask for support");
    expect(await notice(head)).toContain("You have 1 draft that you have not sent");
    await press("Save, and look it over");
    await sees(unfinished);
    await page.getByText("Let go of it").first().click();
    await press("Let go of it");
    await sees("Requests for support");
    await page.getByRole("link", { name: /^A request/ }).click();
    await sees(unfinished);
    expect(await page.getByLabel("Days of support").inputValue()).toBe("2");
    expect(await notice(head)).toContain("This is not finished");
  });

  test("the phase is filled in where the register names but one", async () => {
    const only = area.schools.find(({ status, phases }) => status === "open" && phases.length === 1);
    if (!only) throw new Error("Some school has one phase");
    const asking = await newReader();
    await asking.openAs(area.head(only.schoolId), "/pages/requests/new");
    expect([await asking.page.getByLabel("For which phase?").inputValue()]).toEqual(only.phases);
    expect(await page.getByLabel("For which phase?").inputValue()).toBe("");
  });

  test("a draft is kept, changed and sent, and triage says what it is about", async () => {
    const description = "Our phonics results have fallen, and new staff need coaching.";
    await writeDraft(page, { today, description, inDays: 30 });
    await press("Save");
    await sees(title);
    expect(await page.getByRole("status").innerText()).toBe("It is saved.");
    expect(await page.locator("main").innerText()).toContain("This is a draft");
    await page.getByLabel("Days of support").fill("2.5");
    await press("Save and send");
    await service.settle();
    await page.reload();
    await sees(title);
    expect(await notice(head)).toContain("It is open");
    const text = await page.locator("main").innerText();
    for (const told of ["2.5 days by 1 person", "By its words it is about"]) expect(text).toContain(told);
  });

  test("a draft that somebody else saved meanwhile is not written over unseen, and what was typed stays", async () => {
    const at = primaryOf(area, 5);
    const [theirs, mine] = [await newReader(), await newReader()];
    await theirs.openAs(area.head(at.schoolId), "/pages/requests/new");
    const description = "Our new leaders need a hand with writing.";
    await writeDraft(theirs.page, { today, description, inDays: 30 });
    await theirs.press("Save, and look it over");
    const draft = new URL(theirs.page.url()).pathname;
    await mine.openAs(area.broker, draft);
    await mine.page.getByLabel("Days of support").fill("3");
    await theirs.page.getByLabel("How many people?").fill("2");
    await theirs.press("Save");
    await theirs.sees(`Request for support of ${at.name}`);
    await mine.press("Save");
    await mine.sees(`Error: Request for support of ${at.name}`);
    expect(await mine.page.getByRole("alert").innerText()).toContain("Somebody saved this draft after you");
    expect(await mine.page.locator("main").innerText()).toContain("2 days each by 2 people");
    expect(await mine.page.getByLabel("Days of support").inputValue()).toBe("3");
    const held = async () =>
      RequestView.parse((await service.get(area.broker, draft.replace("/pages", ""))).body);
    expect(await held()).toMatchObject({ daysEach: 2, people: 2 });
    await mine.page.getByLabel("How many people?").fill("2");
    await mine.press("Save");
    await mine.sees(`Request for support of ${at.name}`);
    expect(await mine.page.getByRole("status").innerText()).toContain("It is saved.");
    expect(await held()).toMatchObject({ daysEach: 3, people: 2 });
  });

  test("a draft that somebody else sent meanwhile keeps what was typed until it can be saved", async () => {
    const at = primaryOf(area, 6);
    const mine = await newReader();
    await mine.openAs(area.head(at.schoolId), "/pages/requests/new");
    await writeDraft(mine.page, { today, description: "Our new leaders need a hand.", inDays: 30 });
    await mine.press("Save, and look it over");
    await mine.sees(`Request for support of ${at.name}`);
    const path = new URL(mine.page.url()).pathname.replace("/pages", "");
    const typed = "Our new leaders need a hand with leading.";
    await mine.page.getByLabel("In your own words").fill(typed);
    await service.post(area.broker, `${path}/submission`, undefined);
    await mine.press("Save");
    await mine.sees(`Error: Request for support of ${at.name}`);
    expect(await mine.page.getByRole("alert").innerText()).toContain("This was sent or withdrawn after you");
    expect(await mine.page.getByLabel("In your own words").inputValue()).toBe(typed);
    const returned = await service.post(area.broker, `${path}/return`, { message: "As they asked" });
    expect(returned.status).toBe(200);
    await mine.press("Save");
    await mine.sees(`Request for support of ${at.name}`);
    const held = RequestView.parse((await service.get(area.broker, path)).body);
    expect(held).toMatchObject({ state: "draft", description: typed });
  });

  test("it is taken back to be changed, and then withdrawn with a reason", async () => {
    await page.getByText("Take it back to change it").click();
    await press("Take it back");
    await sees(`Error: ${title}`);
    await page.getByLabel("What is to change").fill("We need somebody for Year 2 as well");
    await press("Take it back");
    await sees(title);
    expect(await notice(head)).toContain("It was taken back to be changed: We need");
    await page.getByText("Withdraw this request").first().click();
    await page.getByLabel("Why", { exact: true }).fill("We found somebody ourselves");
    await press("Withdraw this request");
    await sees(title);
    expect(await notice(head)).toContain("It was closed on");
    expect(await page.getByRole("button", { name: "Save" }).count()).toBe(0);
  });

  test("going back and saving again saves the same draft, or says that it exists", async () => {
    const asking = await newReader();
    const at = primaryOf(area, 3);
    const described = (description: string, inDays = 30) =>
      writeDraft(asking.page, { today, description, inDays });
    const draftsOf = async (): Promise<number> => {
      const listed = await service.get(area.head(at.schoolId), "/requests?state=draft");
      return expectBody(listed, 200, pageOf(RequestView)).items.length;
    };
    const draft = `Request for support of ${at.name}`;
    await asking.openAs(area.head(at.schoolId), "/pages/requests/new");
    await described("Our phonics results have fallen, and new staff need coaching.");
    await asking.press("Save, and look it over");
    await asking.sees(draft);
    await asking.page.goBack();
    await asking.sees("Ask for support");
    await described("Our phonics results have fallen, and new staff need coaching.");
    await asking.page.getByLabel("Days of support").fill("3.5");
    await asking.press("Save, and look it over");
    await asking.sees(draft);
    expect(await asking.page.getByLabel("Days of support").inputValue()).toBe("3.5");
    expect(await draftsOf()).toBe(1);
    await asking.page.goBack();
    await described("Our phonics results have fallen in Year 2 alone.", 40);
    await asking.press("Save, and look it over");
    await asking.sees("Error: Ask for support");
    expect(await asking.page.getByRole("alert").innerText()).toContain("you have a draft about the same");
    expect(await draftsOf()).toBe(1);
    await asking.page.locator(".notice").getByRole("link").waitFor();
    await asking.page.getByLabel("Save this as another draft").check();
    await asking.press("Save, and look it over");
    await asking.sees(draft);
    expect(await draftsOf()).toBe(2);
  });

  test("what few requests say stands behind the rest, and is kept and read", async () => {
    const asking = await newReader();
    const at = primaryOf(area, 4);
    await asking.openAs(area.head(at.schoolId), "/pages/requests/new");
    await writeDraft(asking.page, { today, description: "Our new leaders need a hand.", inDays: 30 });
    const route = asking.page.getByLabel("By which route?");
    expect(await route.isVisible()).toBe(false);
    await asking.page.getByText("More that you may say").click();
    expect(await route.inputValue()).toBe("traded-improvement");
    expect(await route.locator('option[value="statutory"]').count()).toBe(0);
    await route.selectOption("collaborative");
    await asking.page.getByLabel("What kind of support?").selectOption("coaching");
    await asking.page.getByLabel("Senior leaders").check();
    await asking.page.getByLabel("Small schools").check();
    await asking.page.getByLabel("How many people?").fill("2");
    await asking.page.getByLabel("How many of them may come from one school?").fill("1");
    await asking.page.getByText("More objectives").click();
    for (const [label, value] of [
      ["What should change?", "Leaders watch each other teach"],
      ["How would you know?", "Visits each half term"],
      ["How is it today?", "None"],
    ] as const)
      for (const index of [1, 2, 3]) await asking.page.getByLabel(label).nth(index).fill(value);
    await asking.press("Save, and look it over");
    await asking.sees(`Request for support of ${at.name}`);
    expect(await asking.page.getByLabel("How is it today?").nth(3).inputValue()).toBe("None");
    expect(await asking.page.getByLabel("How is it today?").nth(3).isVisible()).toBe(true);
    expect(await asking.page.getByLabel("Senior leaders").isVisible()).toBe(true);
    await asking.press("Save and send");
    await service.settle();
    await asking.page.reload();
    await asking.sees(`Request for support of ${at.name}`);
    const text = await asking.page.locator("main").innerText();
    for (const told of ["Coaching", "Senior leaders", "Small schools", "At most 1 person", "Collaboration"])
      expect(text).toContain(told);
  });

  test("a broker reads what triage held, and opens it", async () => {
    const broker = await newReader(1280);
    await broker.openAs(area.broker, "/pages/requests/new");
    await broker.sees("Ask for support");
    await broker.page.getByLabel("For which school?").selectOption(school.schoolId);
    const description = "Tom Smith in Year 2 cannot read yet, and his teacher is new.";
    await writeDraft(broker.page, { today, description, inDays: 2 });
    expect(await broker.page.locator('option[value="statutory"]').count()).toBe(1);
    await broker.press("Save, and look it over");
    await broker.press("Save and send");
    await submitRequest(service, area, { school: primaryOf(area, 1).schoolId, change: { description } });
    await broker.open("/");
    await broker.sees("What waits for you");
    await broker.page
      .getByRole("link", { name: `Look at a request that triage held: ${school.name}` })
      .click();
    await broker.sees(title);
    expect(await notice(broker)).toContain("It waits for you. Open it");
    const most = broker.page.getByLabel("Priority").locator("option").first();
    expect([await most.getAttribute("value"), await most.innerText()]).toEqual(["4", "4: before all others"]);
    await broker.press("Open it: let people be looked for");
    await broker.sees(`Error: ${title}`);
    await broker.page.getByLabel("Why", { exact: true }).first().fill("Looked at with the school");
    await broker.press("Open it: let people be looked for");
    await broker.sees(title);
    expect(await notice(broker)).toContain("It is open: each night we look for 1 person.");
    await broker.page.getByRole("link", { name: "start a match run now" }).waitFor();
    await broker.open("/pages/requests");
    await broker.sees("Requests for support");
    expect(await broker.page.locator("main").innerText()).toContain(school.name);
    expect(await broker.page.getByRole("link", { name: school.name }).count()).toBe(2);
    const open = "Open: people are looked for";
    await broker.page.getByRole("link", { name: open }).click();
    await broker.page.locator("main [aria-current]").getByText(open).waitFor();
    await broker.sees("Requests for support");
    const states = await broker.page.locator('td[data-of="Where it stands"]').allInnerTexts();
    expect(new Set(states)).toEqual(new Set([open]));
  });
});
