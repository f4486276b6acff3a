import { expect, test } from "vitest";
import type { PersonId, RequestId } from "../../shared/domain/ids.ts";
import { addPractitioner, primaryOf, runMatch, submitRequest } from "../harness/area.ts";
import { story } from "./story.ts";

/** What a broker changes of a match run by pages alone, and takes back: each test is the next step of the same story. */
story("steering a match run", 12, async ({ service, area, newReader }) => {
  const persons: PersonId[] = [];
  for (const index of [1, 2, 3])
    persons.push(
      await addPractitioner(service, area, { home: primaryOf(area, index).schoolId, code: "CT-03" }),
    );
  const ask = (index: number, change: object): Promise<RequestId> =>
    submitRequest(service, area, { school: primaryOf(area, index).schoolId, change });
  const requestId = await ask(0, {});
  const wantsTitle = await ask(4, { requiredDesignation: "NLE" });
  const wantsMuch = await ask(5, { daysEach: 20 });
  const { run, proposals } = await runMatch(service, area);
  const proposed = proposals.find((each) => each.requestId === requestId);
  if (!proposed) throw new Error("The run proposes somebody");
  const other = persons.find((each) => each !== proposed.personId);
  if (!other) throw new Error("Three people could come");
  const broker = await newReader();
  const { page, press, sees, open } = broker;
  const at = `/pages/match-runs/${run.runId}`;
  const main = (): Promise<string> => page.locator("main").innerText();
  const inRun = /^What the match run says of a request of /;
  const pair = /^May .* help .*\?$/;
  const follow = (name: string | RegExp): Promise<void> => page.getByRole("link", { name }).first().click();
  /** Opens what is folded away, says why and presses. */
  const decide = async (step: string, button: string, reason: string): Promise<void> => {
    const folded = page.locator("details", { has: page.locator("summary", { hasText: step }) });
    if ((await folded.getAttribute("open")) === null) await folded.locator("summary").click();
    await folded.getByLabel("Why").fill(reason);
    await folded.getByRole("button", { name: button }).click();
  };

  test("a proposal leads to all that the run says of its request: its fit, its rules, and why the next three lost", async () => {
    await broker.openAs(area.broker, `${at}/proposals`);
    await follow(/^More on this request/);
    await sees(inRun);
    for (const told of ["Fit:", "of 40", "none stands against it", "Who comes next, and why not", "of fit"])
      expect(await main()).toContain(told);
    expect(await main()).not.toMatch(/sch_|per_|req_|\bkm\b/);
  });

  test("somebody is pinned with a reason, and the pin is taken back", async () => {
    await follow(/^What the rules say of .* today/);
    await sees(pair);
    expect(await main()).toContain("They may be proposed, with a fit of");
    await decide("Pin them", "Pin them", "");
    await sees(/^Error: May /);
    await follow("Say why, in a few words");
    expect(await page.evaluate("document.activeElement.name")).toBe("reason");
    await decide("Pin them", "Pin them", "The head knows them <well>");
    await sees(pair);
    expect(await main()).toContain("They are pinned: The head knows them <well>");
    await open(`/pages/requests/${requestId}`);
    await sees(/^Request for support of /);
    expect(await main()).toContain("is pinned: The head knows them <well>");
    await page.locator("a", { hasText: /^Practitioner \d+$/ }).click();
    await decide("Take the pin back", "Take the pin back", "The head was wrong");
    await sees(pair);
    expect(await main()).not.toContain("They are pinned");
  });

  test("somebody is excluded, and the exclusion is taken back", async () => {
    await decide("Exclude them", "Exclude them", "They were there last year");
    await sees(pair);
    expect(await main()).toContain("They are excluded: They were there last year");
    expect(await main()).toContain("They may not be proposed: 1 rule stands against it.");
    await decide("Take the exclusion back", "Take the exclusion back", "Long enough ago");
    await sees(pair);
    expect(await main()).toContain("They may be proposed");
  });

  test("an open place leads to who could help, and a rule is set aside for one of them and counts again", async () => {
    await open(`${at}/unmet`);
    await page
      .getByRole("listitem")
      .filter({ hasText: "People without the designation" })
      .getByRole("link", { name: /^What you can do about it/ })
      .click();
    await sees(inRun);
    expect(await main()).toContain("People without the designation");
    await follow(/^What it would change, who could come then/);
    await sees(/^What would help /);
    expect(await main()).toContain("is set aside for one practitioner at a time");
    await follow(/^Practitioner \d+$/);
    await sees(pair);
    await decide("Set this rule aside", "Set the rule aside", "They led such a school");
    await sees(pair);
    expect(await main()).toMatch(/Set aside on .*: They led such a school/);
    expect(await main()).toContain("They may be proposed");
    await decide("Let this rule count again", "Let the rule count again", "The school wants the title");
    await sees(pair);
    expect(await main()).toContain("They may not be proposed");
  });

  test("all practitioners are looked through, whatever they declare, who fits best first", async () => {
    await open(`/pages/requests/${wantsTitle}/verdicts`);
    expect(await main()).toContain("May not be proposed");
    await follow("All practitioners");
    await sees(/^Who could help /);
    expect(await page.getByRole("rowheader").count()).toBe(persons.length);
    await open(`/pages/requests/${requestId}/verdicts?of=all`);
    const fits = await page.locator('td[data-of="Fit of 100"]').allInnerTexts();
    const ranks = fits.map((each) => (each === "none" ? -1 : Number(each)));
    expect(ranks).toEqual(ranks.toSorted((a, b) => b - a));
    expect(new Set(ranks).size).toBeGreaterThan(1);
  });

  test("the offer goes to somebody else, whom the rules may refuse", async () => {
    const swap = `${at}/proposals/${requestId}/${proposed.personId}/swap`;
    await open(swap);
    const title = /^Ask somebody else than /;
    await sees(title);
    await press("Send the offer to them");
    await sees(/^Error: Ask somebody else than /);
    expect(await page.getByRole("alert").innerText()).toContain("Choose who is to be asked");
    await open(`/pages/requests/${requestId}/verdicts/${other}`);
    expect(await main()).toMatch(
      /Ask them in place of .*: the whole run would lose (at (least|most) )?\S.*Your own choice/s,
    );
    await follow(/^Ask them in place of /);
    await sees(title);
    expect(await page.locator("input:checked").inputValue()).toBe(other);
    await page.getByLabel("Why").fill("They asked to go there");
    await press("Send the offer to them");
    await sees(/^The offer to support /);
    await open(`${at}/requests/${requestId}`);
    await sees(inRun);
  });

  test("a proposal is confirmed from among its reasons, and its practitioner reads what the run said of them", async () => {
    await page.getByRole("button", { name: /^Confirm / }).click();
    await sees(/^The offer to support /);
    const practitioner = await newReader();
    await practitioner.openAs(
      area.practitioner(proposed.personId),
      `${at}/practitioners/${proposed.personId}`,
    );
    await practitioner.sees("Why you were asked, and why not");
    const told = await practitioner.page.locator("main").innerText();
    expect(told).not.toMatch(/sch_|per_|req_/);
    await open(`${at}/practitioners/${other}`);
    await sees(/^Why Practitioner \d+ was asked, and why not$/);
  });

  test("a request goes back to the school with what it is to be asked", async () => {
    await open(`${at}/requests/${wantsMuch}`);
    await sees(inRun);
    await page.locator(`a[href$="/relaxations/fewer-days"]`).click();
    await sees(/^What would help /);
    expect(await main()).toContain("20 days now, and 10 days then");
    await page.getByLabel("What you write").fill("");
    await press("Hand the request back");
    await sees(/^Error: What would help /);
    await page.getByLabel("What you write").fill("Would half the days do?");
    await press("Hand the request back");
    await sees(/^Request for support of /);
    expect(await main()).toContain("It came back to be changed: Would half the days do?");
  });

  test("a run is started at once, tells of a pin that it could not follow, and gives the same when made again", async () => {
    await open(`/pages/requests/${wantsTitle}/verdicts/${other}`);
    await decide("Pin them", "Pin them", "They are known there");
    await sees(pair);
    await follow(/^Match runs/);
    await sees("Match runs");
    await press("Start a match run now");
    await sees(/^Match run of /);
    expect(await main()).toContain("What it could not follow");
    await follow(/^Practitioner \d+ for /);
    await sees(pair);
    await page.goBack();
    await follow("Make it again, and see whether it gives the same");
    await sees("The match run, made again");
    expect(await main()).toContain("It gives the same answer again, to the letter.");
  });

  test("of an older run nothing is sent, and it leads to the latest", async () => {
    const { run: later } = await runMatch(service, area);
    await open(`${at}/requests/${wantsTitle}`);
    await sees(inRun);
    await follow("What the latest says of this request");
    await page.waitForURL(`**/pages/match-runs/${later.runId}/requests/${wantsTitle}`);
    await open(`${at}/requests/${wantsMuch}`);
    await sees(inRun);
    expect(await main()).toContain("The latest does not speak of this request.");
    await open(`${at}/unmet`);
    await sees("Places that stay open");
    expect(await main()).not.toMatch(/req_|a request that is not known any more/);
    await open(`${at}/proposals/${requestId}/${proposed.personId}/swap`);
    expect(await page.getByRole("radio").count()).toBe(0);
    await open(`/pages/match-runs/${later.runId}/differences/${run.runId}`);
    await sees("What changed between two match runs");
    expect(await main()).toContain("is proposed no more");
    expect(await main()).toContain("This request");
    expect(await main()).not.toMatch(/sch_|per_|req_/);
  });

  test("a director steers nothing", async () => {
    const director = await newReader(1280);
    await director.openAs(area.director, `${at}/requests/${requestId}`);
    await director.sees("Your account may not do this");
    await director.open(`/pages/requests/${requestId}/verdicts/${other}`);
    await director.sees("Your account may not do this");
    await director.open(`${at}/unmet`);
    await director.sees("Places that stay open");
    expect(await director.page.getByRole("link", { name: /^What you can do/ }).count()).toBe(0);
  });
});
