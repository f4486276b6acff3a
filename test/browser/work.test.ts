import { expect, test } from "vitest";
import { addDays } from "../../shared/domain/calendar/calendar.ts";
import { Me } from "../../shared/contract/routes/me.ts";
import { expectBody } from "../harness/area.ts";
import { agreeWork } from "../service/agreedWork.ts";
import { fieldsOf, type Reader } from "./reader.ts";
import { onStage } from "./story.ts";

/** Work from its first record of visit to what both sides thought of it: each test is the next step of the same story. */
onStage("work in a school", async ({ service, newReader }) => {
  const work = await agreeWork(service);
  const at = `/pages${work.at()}`;
  const practitioner = await newReader();
  const head = await newReader();
  const main = ({ page }: Reader): Promise<string> => page.locator("main").innerText();
  const records = /^Records of visit at /;
  const evaluation = /^Evaluation of the support at /;
  const focus = "Planning phonics lessons";
  const whatHappened = "We taught <b>one</b> lesson each & looked at the plan";
  /** Sends the form of the first record once more, and tells the status of what comes back. */
  let pressAgain = (_more: readonly (readonly [string, string])[]): Promise<number> => Promise.resolve(0);
  /** What waits for somebody, with where it leads. */
  const leads = async ({ open, page }: Reader, name: string): Promise<void> => {
    await open("/");
    await page.getByRole("link", { name }).click();
  };

  test("a practitioner finds what a record lacks told by its field, with all that was typed", async () => {
    const { openAs, page, sees } = practitioner;
    await openAs(work.accounts.practitioner);
    await page.getByRole("link", { name: "Work", exact: true }).click();
    await sees("Work in schools");
    expect(await main(practitioner)).toContain("0 of 4 days delivered");
    await page.locator("main .cards a").click();
    await sees(/^The work at /);
    expect(await main(practitioner)).toMatch(/Get in touch with the school within five working days of/);
    await page.getByRole("link", { name: "Records of visit" }).click();
    await sees(records);
    expect(await main(practitioner)).toContain("0 of 4 days delivered");
    await page.getByLabel("Day of the visit").fill(addDays(work.today, 3));
    await page.getByLabel("What happened").fill(whatHappened);
    await page.getByRole("button", { name: "Save and send to the school" }).click();
    await sees(/^Error: Records of visit/);
    expect(await page.getByRole("alert").innerText()).toContain("Say what it was about");
    const told = page.getByRole("alert").getByRole("link");
    expect(await told.allInnerTexts()).toContainEqual(expect.stringMatching(/^Days: Give the days/));
    await page.getByRole("link", { name: "Give the days" }).click();
    expect(await page.evaluate("document.activeElement.name")).toBe("days");
    expect(await page.getByLabel("What happened").inputValue()).toBe(whatHappened);
  });

  test("a record is sent once, however often it is pressed", async () => {
    const { page, sees } = practitioner;
    await page.getByLabel("Days", { exact: true }).fill("1.5");
    await page.getByLabel("What it was about").fill(focus);
    await page.getByRole("button", { name: "Save and send to the school" }).click();
    await sees(/^Error: Records of visit/);
    expect(await page.getByRole("alert").innerText()).toContain("A visit is recorded once it was made");
    await page.getByLabel("Day of the visit").fill(addDays(work.today, -1));
    const hidden = await fieldsOf(page.locator("form:has(#new-visitedOn) input[type=hidden]"));
    const typed = { visitedOn: addDays(work.today, -1), days: "1.5", focus, whatHappened };
    await page.getByRole("button", { name: "Save as a draft" }).click();
    await sees(records);
    pressAgain = async (more) => {
      const again = await page.request.post(page.url(), {
        headers: { origin: service.origin },
        form: { ...hidden, ...typed, ...Object.fromEntries(more) },
        maxRedirects: 0,
      });
      return again.status();
    };
    expect(await pressAgain([])).toBe(303);
    await page.reload();
    expect(await page.getByRole("heading", { level: 2, name: "1.5 days" }).count()).toBe(1);
    expect(await main(practitioner)).toContain("A draft that is not sent yet");
    expect(await main(practitioner)).toContain(whatHappened);
  });

  test("a draft is there for its author alone, who changes and sends it, by keyboard", async () => {
    await head.openAs(work.accounts.receiving, `${at}/visits`);
    await head.sees(records);
    expect(await main(head)).toContain("There are none yet");
    expect(await head.page.locator("main form").count()).toBe(0);
    const { page, sees } = practitioner;
    await page.getByText("Change or send it").focus();
    await page.keyboard.press("Enter");
    await page.getByLabel("What was agreed").first().fill("Two lessons next week");
    await sees(records);
    await page.getByRole("button", { name: "Save and send to the school" }).first().focus();
    await page.keyboard.press("Enter");
    await page.getByText("Sent: the school has not said yet").waitFor();
    await sees(records);
    expect(await pressAgain([["then", "send"]])).toBe(303);
  });

  test("the school says what is not accurate, and the practitioner reads it and mends it", async () => {
    await service.settle();
    await head.open(at);
    await head.sees(/^The work at /);
    expect(await main(head)).not.toContain("Nothing waits for you here now");
    await head.page.getByRole("link", { name: "Say whether a record of visit is accurate" }).click();
    await head.sees(records);
    expect(await main(head)).toContain("That cannot be taken back.");
    await head.page.getByText("Say what is not accurate").click();
    await head.page.getByRole("button", { name: "Send it back" }).click();
    await head.sees(/^Error: Records of visit/);
    expect(await head.page.getByRole("alert").innerText()).toContain("Say what is inaccurate");
    await head.page.getByLabel("What is not accurate").fill("It was a day, and not more");
    await head.page.getByRole("button", { name: "Send it back" }).click();
    await head.sees(records);
    await leads(practitioner, "Send your record of visit");
    const { page, sees } = practitioner;
    await sees(records);
    expect(await main(practitioner)).toContain("What is not accurate: It was a day, and not more");
    await page.getByText("Change or send it").click();
    await page.getByLabel("Days", { exact: true }).first().fill("1");
    await page.getByRole("button", { name: "Save and send to the school" }).first().click();
    await page.getByText("Sent: the school has not said yet").waitFor();
    await head.open(`${at}/visits`);
    await head.page.getByRole("button", { name: "It is accurate" }).click();
    await head.sees(records);
    expect(await main(head)).toContain("1 of 4 days delivered");
  });

  test("the mid-term review is recorded once, and read by both sides", async () => {
    const { page, press, sees } = head;
    await head.open(at);
    await page.getByText("Record the mid-term review").click();
    await press("Record the review");
    await sees(/^Error: The work at /);
    for (const told of [
      "Choose whether the support works",
      "Say how it ends",
      "Give the last day of the work",
    ])
      expect(await page.getByRole("alert").innerText()).toContain(told);
    await page.getByRole("link", { name: "Choose whether it goes on" }).click();
    expect(await page.evaluate("document.activeElement.name")).toBe("continues");
    for (const yes of await page.getByLabel("Yes").all()) await yes.check();
    await page.getByLabel("How does it end?").fill("Our own lead takes it on");
    await page.getByLabel("Last day of the work").fill(addDays(work.today, 300));
    await press("Record the review");
    await sees(/^Error: The work at /);
    expect(await page.getByRole("alert").innerText()).toContain("The work ends at most");
    await page.getByLabel("Last day of the work").fill(addDays(work.today, 20));
    await press("Record the review");
    await sees(/^The work at /);
    await practitioner.open(at);
    await practitioner.sees(/^The work at /);
    expect(await main(practitioner)).toContain("Our own lead takes it on");
    expect(await main(practitioner)).toContain("it works, and goes on until");
    expect(await practitioner.page.getByText("Record the mid-term review").count()).toBe(0);
  });

  test("work is broken off with a reason", async () => {
    const { page, press, sees } = practitioner;
    await page.getByText("End this work").first().click();
    await press("End this work");
    await sees(/^Error: The work at /);
    await page.getByLabel("Complete: ").check();
    await press("End this work");
    await sees(/^Error: The work at /);
    expect(await page.getByRole("alert").innerText()).toContain("Why: 1 of 4 agreed days delivered");
    await page.getByLabel("Broken off").check();
    await press("End this work");
    await sees(/^Error: The work at /);
    expect(await page.getByRole("alert").innerText()).toContain("Say why it ended early");
    await page.getByLabel("Why").fill("The school found somebody of its own");
    await press("End this work");
    await sees(/^The work at /);
    expect(await main(practitioner)).toContain("Broken off: some of it was done");
    expect(await main(practitioner)).toContain("1 delivered of 4 agreed, 3 not used; 1 charged");
    await page.getByRole("link", { name: "Evaluate the support" }).waitFor();
    await practitioner.open("/pages/deployments");
    await sees("Work in schools");
    expect(await page.locator("main .cards").count()).toBe(0);
    await page.getByRole("link", { name: "Broken off: some of it was done" }).click();
    await sees("Work in schools");
    expect(await main(practitioner)).toContain("1 of 4 days delivered");
  });

  test("each side evaluates before it reads the other, and a concern is for overseers alone", async () => {
    await leads(head, "Evaluate the support");
    const { page, press, sees } = head;
    await sees(evaluation);
    await press("Send this evaluation");
    await sees(/^Error: Evaluation of the support/);
    await page.getByRole("link", { name: "Choose how well it helped" }).click();
    expect(await page.evaluate("document.activeElement.name")).toBe("effectiveness");
    await page.getByRole("group", { name: "How well did it help?" }).getByLabel("4: well").check();
    await page.getByRole("group", { name: "How well did it go in all?" }).getByLabel("5: very well").check();
    await page.getByLabel("What came of it").last().fill("no");
    await page.getByLabel("There is cause for concern").check();
    await press("Send this evaluation");
    await sees(/^Error: Evaluation of the support/);
    await page.getByRole("link", { name: "Write at least 3 characters" }).click();
    expect(await page.evaluate("document.activeElement.name")).toBe(`impact/${work.objectiveIds[1]}`);
    await page.getByLabel("What came of it").last().fill("Lessons follow the plan");
    await press("Send this evaluation");
    await sees(evaluation);
    expect(await main(head)).toContain("By the school");
    expect(await main(head)).toContain("Your evaluation is sent.");
    await practitioner.open(`${at}/evaluations`);
    await practitioner.sees(evaluation);
    expect(await main(practitioner)).not.toContain("Lessons follow the plan");
    for (const box of await practitioner.page.getByLabel("4: well").all()) await box.check();
    await practitioner.press("Send this evaluation");
    await practitioner.sees(evaluation);
    expect(await main(practitioner)).toContain("Lessons follow the plan");
    expect(await main(practitioner)).not.toContain("cause for concern");
    expect(await main(practitioner)).not.toContain("Your evaluation is sent.");
    const broker = await newReader(1280);
    await broker.openAs(work.accounts.broker, `${at}/evaluations`);
    await broker.sees(evaluation);
    expect(await main(broker)).toContain("There is cause for concern");
    await broker.open(`${at}/visits`);
    await broker.sees(records);
    expect(await broker.page.locator("main form").count()).toBe(0);
  });

  test("the head of a school to which the practitioner moves releases them for what goes on", async () => {
    const moved = await agreeWork(service);
    const { otherSchool } = moved.accounts;
    const { school } = expectBody(await service.get(otherSchool, "/me"), 200, Me);
    const move = { homeSchoolId: school?.schoolId, from: addDays(moved.today, 7) };
    const told = await service.put(moved.accounts.broker, `/people/${moved.personId}/move`, { move });
    expect(told.status).toBe(200);
    await service.settle();
    const reader = await newReader();
    await reader.openAs(otherSchool);
    await leads(reader, "Decide whether to release a colleague who comes to your school");
    await reader.sees(/^The work at /);
    expect(await reader.page.getByText("End this work").count()).toBe(0);
    await reader.press("Release them: the work goes on");
    await reader.sees(/^The work at /);
    expect(await main(reader)).toMatch(/Released by another school\s+Yes, from/);
    expect(await reader.page.getByRole("button", { name: /[Rr]elease/ }).count()).toBe(0);
  });

  test("a home head reads where the work stands, and no record; strangers read nothing", async () => {
    const home = await newReader();
    await home.openAs(work.accounts.home, at);
    await home.sees(/^The work at /);
    expect(await home.page.getByRole("link", { name: "Records of visit" }).count()).toBe(0);
    const stranger = await newReader();
    await stranger.openAs(work.accounts.otherSchool, at);
    for (const [reader, path] of [
      [home, "/visits"],
      [home, "/evaluations"],
      [stranger, ""],
      [stranger, "/visits"],
    ] as const) {
      await reader.open(`${at}${path}`);
      await reader.sees("There is nothing here that you can see");
    }
  });
});
