import { expect, test } from "vitest";
import { RunId } from "../../shared/domain/ids.ts";
import { type MatchRun, plannedRun } from "../../shared/domain/runs/run.ts";
import { freshId } from "../../shared/runtime/identity.ts";
import { runs } from "../../shared/store/rows/runs.ts";
import { addPractitioner, primaryOf, runMatch, submitRequest } from "../harness/area.ts";
import { story } from "./story.ts";

/** What a broker makes of a night's run by pages alone: each test is the next step of the same story. */
story("a match run", 12, async ({ service, area, newReader }) => {
  for (const index of [1, 2, 3])
    await addPractitioner(service, area, { home: primaryOf(area, index).schoolId, code: "CT-03" });
  for (const change of [{ people: 2 }, { codes: { primary: "BS-FIN1", secondary: [] } }])
    await submitRequest(service, area, { school: primaryOf(area, 0).schoolId, change });
  const older = await runMatch(service, area);
  await service.advance({ hours: 1 });
  const { run, proposals } = await runMatch(service, area);
  // More runs between the two than the pages read at once; none of them published anything.
  const failed = Array.from({ length: 55 }, (_, minute): MatchRun => {
    const at = Date.parse(older.run.plannedAt) + (minute + 1) * 60_000;
    const runId = freshId(RunId, at);
    const planned = plannedRun({
      runId,
      trigger: "night",
      startedBy: "night",
      plannedAt: new Date(at).toISOString(),
    });
    return { ...planned, state: "failed", failure: "It was stopped" };
  });
  await service.host.world.storeFor(area.partnershipId).stage(runs, failed);
  const broker = await newReader();
  const { goTo, page, press, sees } = broker;
  const at = `/pages/match-runs/${run.runId}`;
  const main = (): Promise<string> => page.locator("main").innerText();

  test("the letter of a run leads to what came of it", async () => {
    await service.settle();
    const letters = (await service.letters()).filter(({ subject }) => subject === "New proposals are ready");
    expect(letters.map(({ text }) => text).join()).toContain(`${service.origin}${at}\n`);
    await broker.openAs(area.broker, at);
    await sees(await page.locator("h1").innerText());
    for (const told of [
      "2 of 3 places filled. The run before filled 2 of 3.",
      "worst fit",
      "where 0 is all alike",
      "miles",
    ])
      expect(await main()).toContain(told);
    await page.getByRole("link", { name: "What sharing the work out costs" }).click();
    await sees("What sharing the work out costs");
    await page.getByRole("link", { name: "The match run" }).click();
    await page.getByRole("link", { name: "What changed since the run before, and why" }).click();
    await sees("What changed between two match runs");
    expect(await main()).toContain("Both runs propose the same people for the same places.");
    await broker.open(at);
    await goTo("Match runs");
    await sees("Match runs");
    await page.getByRole("link", { name: /^What changed since the run before/ }).click();
    await page.waitForURL(`**${at}/differences/${older.run.runId}`);
    await broker.open(`/pages/match-runs/${older.run.runId}`);
    await sees(/^Match run of /);
    expect(await main()).not.toContain("The run before");
  });

  test("nothing is confirmed where nothing is ticked", async () => {
    await broker.open("/");
    await page.getByRole("link", { name: "Look at what the latest match run proposes" }).click();
    await sees("What the match run proposes");
    const confirm = await page.getByRole("button", { name: "Confirm those that are ticked" }).boundingBox();
    expect((confirm?.y ?? Infinity) + (confirm?.height ?? 0)).toBeLessThan(page.viewportSize()?.height ?? 0);
    await press("Confirm those that are ticked");
    await sees("Error: What the match run proposes");
    expect(await page.getByRole("alert").innerText()).toContain("Tick at least one");
  });

  test("of an older run nothing can be ticked, and it leads to the latest", async () => {
    await broker.open(`/pages/match-runs/${older.run.runId}/proposals`);
    await sees("What the match run proposes");
    expect(await page.getByRole("heading", { level: 2 }).count()).toBe(older.proposals.length);
    expect(await page.getByRole("checkbox").count()).toBe(0);
    await page.getByRole("link", { name: "What the latest match run proposes" }).click();
    await page.waitForURL(`**${at}/proposals`);
    expect(await page.getByRole("checkbox").count()).toBe(proposals.length);
    await press("Confirm those that are ticked");
  });

  test("a proposal that no longer stands is told so, and leads to what stands against it", async () => {
    const [proposal] = proposals;
    if (!proposal) throw new Error("The run proposes somebody");
    const { requestId, personId } = proposal;
    const exclusions = `/requests/${requestId}/exclusions`;
    await service.post(area.broker, exclusions, { personId, reason: "They were there last year" });
    await page.locator(`input[value="${requestId} ${personId}"]`).check();
    await press("Confirm those that are ticked");
    await sees("Error: No offer was sent");
    expect(await main()).toContain("was excluded, since this run.");
    await page.getByRole("link", { name: /^What the rules say of .* today/ }).click();
    await sees(/^May .* help .*\?$/);
    await service.post(area.broker, `${exclusions}/${personId}/removal`, { reason: "Long enough ago" });
    await broker.open(`${at}/proposals`);
  });

  test("each proposal says why, and several are confirmed at once, by keyboard", async () => {
    await page.locator("main summary").first().focus();
    await page.keyboard.press("Enter");
    const reasons = await page.locator("main details").first().innerText();
    for (const told of [
      "Fit:",
      "Expertise",
      "of 40",
      "Why the next were not chosen",
      "none stands against it",
    ])
      expect(reasons).toContain(told);
    await sees("What the match run proposes");
    for (const box of await page.getByRole("checkbox").all()) {
      await box.focus();
      await page.keyboard.press("Space");
    }
    await press("Confirm those that are ticked");
    await sees("2 offers sent");
    await page
      .getByRole("listitem")
      .getByRole("link", { name: /^Practitioner / })
      .first()
      .click();
    await sees(/^The offer to support /);
    await broker.open(`${at}/proposals`);
    await sees("What the match run proposes");
    expect(await page.getByText("An offer has been made.").count()).toBe(proposals.length);
    expect(await page.getByRole("checkbox").count()).toBe(0);
  });

  test("open places say what would help, and whom to recruit", async () => {
    await broker.open(`${at}/unmet`);
    await sees("Places that stay open");
    expect(await main()).toContain("1 place open");
    await broker.open(`${at}/recruits`);
    await sees("Where one more practitioner would help most");
    expect(await main()).not.toMatch(/sch_|per_|req_|early-years/);
  });

  test("a director sees runs, open places and recruits, and confirms nothing", async () => {
    const director = await newReader(1280);
    await director.openAs(area.director, "/pages/match-runs");
    await director.sees("Match runs");
    expect(await director.page.getByRole("button", { name: /^Start/ }).count()).toBe(0);
    await director.open(at);
    expect(await director.page.getByRole("link", { name: "What it proposes" }).count()).toBe(0);
    expect(await director.page.getByRole("link", { name: /^What changed/ }).count()).toBe(0);
    await director.open(`${at}/differences/${older.run.runId}`);
    await director.sees("Your account may not do this");
    await director.open(`${at}/recruits`);
    await director.sees("Where one more practitioner would help most");
    await director.open(`${at}/proposals`);
    await director.sees("Your account may not do this");
  });
});
