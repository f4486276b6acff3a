import { expect, test } from "vitest";
import { requests } from "../../shared/store/rows/requests.ts";
import { replace } from "../../shared/store/store.ts";
import { curtailedWork } from "../service/workSteps.ts";
import type { Reader } from "./reader.ts";
import { onStage } from "./story.ts";

/** What came of work, and whether it lasted, by pages alone: each test is the next step of the same story. */
onStage("what changed", async ({ service, newReader }) => {
  const work = await curtailedWork(service);
  const at = `/pages/requests/${work.requestId}/outcomes`;
  const head = await newReader();
  const main = ({ page }: Reader): Promise<string> => page.locator("main").innerText();
  const alert = ({ page }: Reader): Promise<string> => page.getByRole("alert").innerText();
  const changed = /^What changed at /;
  const lasted = /^Has what changed at .* lasted\?$/;
  const fill = async ({ page }: Reader, result: string): Promise<void> => {
    const form = page.locator("details[open] form");
    await form.getByLabel("How is it now?").fill(result);
    await form.getByLabel("4: what is used in practice").check();
    await form.getByLabel("2: two sources").check();
    await form.getByLabel("What changed?").fill("Teaching & planning");
    await form.getByLabel("What did the support do for it?").fill("Coaching");
  };

  test("a head is led to record it, and told what is missing by its field", async () => {
    const { openAs, page, sees } = head;
    await openAs(work.accounts.receiving);
    await page.getByRole("link", { name: "Record what changed" }).click();
    await sees(changed);
    expect(await main(head)).toContain("Nothing is recorded yet");
    await fill(head, "5 of <6>");
    await page
      .locator("details[open]")
      .getByRole("button", { name: /^Record this/ })
      .click();
    await sees(/^Error: What changed at /);
    expect(await alert(head)).toContain("Choose how it is, compared with before");
    await page.getByRole("link", { name: "Choose how it is, compared" }).click();
    expect(await page.evaluate("document.activeElement.name")).toBe("direction");
    const form = page.locator("details[open] form").first();
    expect(await form.getByLabel("How is it now?").inputValue()).toBe("5 of <6>");
    await form.getByLabel("Better").focus();
    await page.keyboard.press("Space");
    await form.getByRole("button", { name: /^Record this/ }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("5 of <6>").first().waitFor();
    await sees(changed);
    expect(await main(head)).toContain("Asked on");
  });

  test("it is put right with a reason, and says what it said before", async () => {
    const { open, page, sees } = head;
    await open(at);
    await page
      .locator("details[open]")
      .evaluateAll((all) => all.forEach((each) => each.removeAttribute("open")));
    await page.getByText("Put this right").click();
    await page.locator("details[open]").getByLabel("No change").check();
    await page.getByRole("button", { name: /^Put it right/ }).click();
    await sees(/^Error: What changed at /);
    expect(await alert(head)).toContain("Say why it is put right");
    await page.getByLabel("Why is it put right?").fill("Two were counted twice");
    await page.getByRole("button", { name: /^Put it right/ }).click();
    await sees(changed);
    expect(await main(head)).toContain("It said before: 5 of <6> (better)");
  });

  test("whether it has lasted is answered once, and what was recorded then stands", async () => {
    const { goTo, open, page, press, sees } = head;
    await open("/");
    await goTo("What lasted");
    await sees("Whether what changed has lasted");
    await page.getByRole("link", { name: /, a term after/ }).click();
    await sees(lasted);
    expect(await main(head)).toContain("you need not wait for that");
    await press("Send this answer");
    await sees(/^Error: Has what changed/);
    for (const told of ["Choose how it is now", "Choose how sure one can be"])
      expect(await alert(head)).toContain(told);
    await page.getByLabel("Worse").check();
    await page.getByLabel("1: one source").check();
    await page.getByLabel("Anything to add").fill("The teacher has left");
    await press("Send this answer");
    await sees(lasted);
    expect(await main(head)).toContain("The teacher has left");
    expect(await page.locator("main form").count()).toBe(0);
    await page.getByRole("link", { name: "What changed" }).click();
    await sees(changed);
    expect(await page.getByText("Put this right").count()).toBe(0);
  });

  test("whoever gave the support reads it, and a broker records in the school's place", async () => {
    const practitioner = await newReader();
    await practitioner.openAs(work.accounts.practitioner, `/pages${work.at()}`);
    await practitioner.page.getByRole("link", { name: "What changed" }).click();
    await practitioner.sees(changed);
    expect(await main(practitioner)).toContain("Teaching & planning");
    expect(await practitioner.page.locator("main form").count()).toBe(0);
    const broker = await newReader(1280);
    await broker.openAs(work.accounts.broker, at);
    await broker.sees(changed);
    await fill(broker, "6 of 6");
    await broker.page.locator("details[open]").getByLabel("Better").check();
    await broker.page
      .locator("details[open]")
      .getByRole("button", { name: /^Record this/ })
      .click();
    await broker.sees(changed);
    await broker.open(`/pages/requests/${work.requestId}`);
    await broker.page.getByRole("link", { name: "What changed" }).click();
    await broker.sees(changed);
    expect(await main(broker)).toContain("6 of 6");
  });

  test("a page leads nobody to what they may not read", async () => {
    const homeHead = await newReader();
    await homeHead.openAs(work.accounts.home, at);
    await homeHead.sees(changed);
    expect(await homeHead.page.getByRole("link", { name: "The request for support" }).count()).toBe(0);
    const { requestId, store } = work;
    const request = await store.get(requests, { requestId });
    if (!request) throw new Error("Work was agreed");
    const leader = work.accounts.otherPerson;
    expect(
      await store.note(replace(requests, { ...request, initiatedBy: "leader", startedBy: leader })),
    ).toBe(true);
    const starter = await newReader();
    await starter.openAs(leader, `/pages/requests/${requestId}`);
    await starter.sees(/^Request for support of /);
    expect(await starter.page.getByRole("link", { name: "What changed" }).count()).toBe(0);
  });

  test("a school without outcomes is told so, and reads no others", async () => {
    const other = await newReader();
    await other.openAs(work.accounts.otherSchool, "/pages/follow-ups");
    await other.sees("Whether what changed has lasted");
    expect(await main(other)).toContain("no outcome is recorded");
    for (const address of [at, `/pages/requests/${work.requestId}/follow-ups/fol_00000000`]) {
      await other.open(address);
      await other.sees("There is nothing here that you can see");
    }
  });
});
