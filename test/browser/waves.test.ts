import { expect, test } from "vitest";
import { PartnershipView } from "../../shared/contract/routes/views.ts";
import { addPractitioner, primaryOf, runMatch, submitRequest } from "../harness/area.ts";
import { story } from "./story.ts";

/** Offers that are sent several at once, by pages alone: each test is the next step of the same story. */
story("waves of offers", 12, async ({ service, area, newReader }) => {
  for (const index of [1, 2, 3])
    await addPractitioner(service, area, { home: primaryOf(area, index).schoolId, code: "CT-03" });
  for (const index of [0, 4, 5])
    await submitRequest(service, area, { school: primaryOf(area, index).schoolId });
  const older = await runMatch(service, area);
  await service.advance({ hours: 1 });
  const { run, proposals } = await runMatch(service, area);
  const broker = await newReader();
  const { page, press, sees, goTo } = broker;
  const at = `/pages/match-runs/${run.runId}/waves`;
  const title = "The next wave of offers";
  const main = (): Promise<string> => page.locator("main").innerText();
  const follow = (name: string | RegExp): Promise<void> => page.getByRole("link", { name }).first().click();
  const allowWaves = async (offersPerWave: number): Promise<void> => {
    const asked = await service.get(area.broker, "/partnership");
    const { name, area: called, brokerEmail, policies } = PartnershipView.parse(asked.body);
    const changed = policies.map((each) => ({ ...each, offersPerWave }));
    const body = { name, area: called, brokerEmail, policies: changed };
    expect((await service.put(area.broker, "/partnership", body)).status).toBe(200);
  };

  test("a run leads to its next wave, which says what to settle first", async () => {
    expect(proposals).toHaveLength(3);
    await broker.openAs(area.broker, `/pages/match-runs/${run.runId}`);
    await follow("Send the most urgent of its proposals in a wave");
    await sees(title);
    expect(await main()).toContain("No route sends offers in waves yet.");
    await follow("Statutory support");
    await sees("Statutory support");
  });

  test("what it would send says how likely a yes is, and can be kept to what is likely", async () => {
    await allowWaves(2);
    await broker.open(`/pages/match-runs/${run.runId}/proposals`);
    await follow("Send the most urgent of them in a wave");
    await sees(title);
    expect(await page.getByRole("checkbox", { checked: true }).count()).toBe(2);
    expect(await main()).toContain("Likely to say yes: 50 %, as they were never asked.");
    expect(await main()).not.toMatch(/sch_|per_|req_|traded-/);
    await page.locator("main summary").click();
    await page.getByLabel("Least chance of a yes").fill("60");
    await press("Show that wave");
    await sees(title);
    expect(await main()).toContain("There is nothing to send");
    expect(await main()).toContain("3 proposals to which a yes is less likely than is asked for");
    await broker.open(at);
  });

  test("nothing is sent before it is looked over, nor where nothing is ticked, by keyboard", async () => {
    for (const box of await page.getByRole("checkbox").all()) {
      await box.focus();
      await page.keyboard.press("Space");
    }
    await press("Look it over");
    await sees(`Error: ${title}`);
    expect(await page.getByRole("checkbox", { checked: true }).count()).toBe(0);
    for (const box of await page.getByRole("checkbox").all()) {
      await box.focus();
      await page.keyboard.press("Space");
    }
    await press("Look it over");
    await sees("Send 2 offers: look it over");
    await press("Change it once more");
    await sees(title);
    await page.getByRole("checkbox").first().uncheck();
    await press("Look it over");
    await sees("Send 1 offer: look it over");
    expect((await service.letters()).map(({ subject }) => subject).join()).not.toContain("offer");
    await page.getByLabel("Why").fill("x");
    await press("Send 1 offer");
    await sees("Error: Send 1 offer: look it over");
    await page.getByLabel("Why").fill("Before half term");
  });

  test("what was looked over is sent and nothing else, and is found among the offers that are out", async () => {
    await press("Send 1 offer");
    await sees("1 offer sent");
    await follow(/^Practitioner \d+: /);
    await sees(/^The offer to support /);
    await goTo("Offers");
    await sees("Offers that are still out");
    expect(await page.getByRole("heading", { level: 3 }).count()).toBe(1);
    expect(await main()).toMatch(/waits for the answer of the practitioner by the end of /);
    await broker.open(at);
    expect(await page.getByRole("checkbox", { checked: true }).count()).toBe(2);
    await press("Look it over");
    await press("Send 2 offers");
    await sees("2 offers sent");
    await follow(title);
    await sees(title);
    expect(await main()).toContain("There is nothing to send");
    await follow("Which offers are still out, and what came back");
    await sees("Offers that are still out");
    expect(await page.getByRole("heading", { level: 3 }).count()).toBe(3);
  });

  test("what came back stands apart, and a practitioner finds their own offers", async () => {
    const [first] = proposals;
    if (!first) throw new Error("The run proposes somebody");
    const practitioner = await newReader(1280);
    await practitioner.openAs(area.practitioner(first.personId), "/pages/offers");
    await practitioner.sees("Offers that are still out");
    await practitioner.page.getByRole("link", { name: /^Support for / }).click();
    await practitioner.page.locator("summary", { hasText: "Say no" }).click();
    await practitioner.page.getByLabel("Why", { exact: true }).selectOption("too-far");
    await practitioner.press("Decline this offer");
    await practitioner.open("/pages/offers");
    await practitioner.sees("Offers that are still out");
    expect(await practitioner.page.getByRole("heading").allInnerTexts()).toEqual([
      "Offers that are still out",
      "What came back",
    ]);
    await practitioner.page.getByRole("link", { name: "see that what you offer is up to date" }).waitFor();
    await page.reload();
    expect(await page.getByRole("heading", { level: 3 }).count()).toBe(2);
    await follow("Somebody said no");
    await sees("Offers: somebody said no");
    expect(await main()).toContain("the practitioner said no");
    await follow("All that is still out");
    await sees("Offers that are still out");
  });

  test("an older run leads to the latest, and a director sends no wave", async () => {
    await broker.open(`/pages/match-runs/${older.run.runId}/waves`);
    await sees(title);
    await follow("The next wave of the latest match run");
    await page.waitForURL((url) => !url.pathname.includes(older.run.runId));
    await sees(title);
    expect(await main()).not.toContain("this is not it");
    const director = await newReader(1280);
    await director.openAs(area.director, at);
    await director.sees("Your account may not do this");
  });
});
