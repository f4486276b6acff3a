import { expect, test } from "vitest";
import { calendarsRoutes } from "../../shared/contract/routes/calendars.ts";
import { PartnershipView } from "../../shared/contract/routes/views.ts";
import { academicYearOf, dateAt } from "../../shared/domain/calendar/calendar.ts";
import { primaryOf } from "../harness/area.ts";
import { fieldsOf } from "./reader.ts";
import { story } from "./story.ts";

const Calendars = calendarsRoutes.listCalendars.replies[200];

/** What a partnership decides for itself, by pages alone: each test is the next step of the same story. */
story("settings", 4, async ({ service, area, newReader }) => {
  const broker = await newReader();
  const { page, press, sees } = broker;
  const today = dateAt(service.host.clock.now().toISOString());
  const rules = async () => PartnershipView.parse((await service.get(area.broker, "/partnership")).body);
  const main = (): Promise<string> => page.locator("main").innerText();
  const row = (setting: string): Promise<string> =>
    page.getByRole("row").filter({ hasText: setting }).innerText();

  test("how runs weigh is changed only as far as it can be, and what was typed stays", async () => {
    await broker.openAs(area.broker);
    await broker.goTo("Settings");
    await sees("Settings");
    await page.getByRole("link", { name: "Change how match runs weigh" }).click();
    await sees("How match runs weigh");
    await press("See what changes");
    await sees("Error: How match runs weigh");
    expect(await page.getByRole("alert").innerText()).toContain("Nothing of it differs");
    await page.getByLabel("Points for distance").fill("20");
    await press("See what changes");
    await sees("Error: How match runs weigh");
    expect(await page.getByRole("alert").innerText()).toContain("The seven weights have to sum to 100");
    expect(await page.getByLabel("Points for distance").inputValue()).toBe("20");
  });

  test("what differs is shown before it is saved, and can be changed once more", async () => {
    await page.getByLabel("Points for phase").fill("5");
    await page.getByLabel("After the priorities comes").selectOption("worst-first");
    await page.getByLabel("Points that each piece of work already held costs").fill("4.5");
    await press("See what changes");
    await sees("How match runs weigh: look it over");
    expect(await main()).toContain("Nothing is saved yet");
    expect(await row("Points for distance")).toMatch(/10\s+(As it will be: )?20/);
    expect(await row("Points that each piece")).toMatch(/3\s+4\.5/);
    await press("Change it once more");
    await sees("How match runs weigh");
    expect(await page.getByLabel("Points for phase").inputValue()).toBe("5");
    await press("See what changes");
    await page.getByRole("button", { name: "Save this" }).dblclick();
    await page.waitForURL("**/pages/partnership?saved=yes");
    await sees("Settings");
    expect(await page.getByRole("status").innerText()).toContain("It is saved");
    expect(await page.locator("table").innerText()).toContain(
      "After the priorities comes: the most fit in all became the worst places first",
    );
  });

  test("what somebody else changed meanwhile is not overwritten unseen", async () => {
    const late = await newReader();
    await late.openAs(area.broker, "/pages/partnership/matching-policy");
    await late.page.getByLabel("Points for phase").fill("0");
    await late.page.getByLabel("Points for expertise").fill("45");
    await late.press("See what changes");
    await broker.open("/pages/partnership/matching-policy");
    await page.getByLabel("Years without support in return").fill("2");
    await press("See what changes");
    await press("Save this");
    await sees("Settings");
    await late.press("Save this");
    await late.sees("Error: How match runs weigh: look it over");
    expect(await late.page.getByRole("alert").innerText()).toMatch(
      new RegExp(`You changed these settings on .+ at \\d\\d:\\d\\d, after you looked at them\\.`),
    );
    expect(await late.page.locator("table").first().innerText()).toMatch(
      /Years without support.*\s+.*3\s+.*2/,
    );
    expect(await late.page.locator("table").last().innerText()).toMatch(
      /Years without support.*\s+.*2\s+.*3/,
    );
    await late.press("Change it once more");
    await late.sees("How match runs weigh");
    expect(await late.page.getByLabel("Points for phase").inputValue()).toBe("0");
    await late.page.getByLabel("Years without support in return").fill("2");
    await late.press("See what changes");
    expect(await late.page.locator("table").count()).toBe(1);
    await late.press("Save this");
    await late.sees("Settings");
  });

  test("two routes that are saved at the same moment are both kept", async () => {
    const others = await newReader();
    await others.openAs(area.broker);
    const both = [
      [broker, "statutory"],
      [others, "traded-business"],
    ] as const;
    for (const days of ["6", "7"]) {
      for (const [reader, route] of both) {
        await reader.open(`/pages/partnership/routes/${route}`);
        await reader.page.getByLabel("Working days for the practitioner").fill(days);
        await reader.press("See what changes");
      }
      await Promise.all(both.map(([reader]) => reader.press("Save this")));
      for (const [reader, route] of both) {
        await reader.sees("Settings");
        await reader.open(`/pages/partnership/routes/${route}`);
        expect(await reader.page.getByLabel("Working days for the practitioner").inputValue()).toBe(days);
      }
    }
    await broker.open("/pages/partnership");
  });

  test("a route gets another rate and order, each fault by its field", async () => {
    await page.getByRole("link", { name: "Change collaboration" }).click();
    await sees("Collaboration");
    await page.getByLabel("Day rate").fill("100");
    await page.getByLabel("Working days for their head").fill("0");
    await press("See what changes");
    await sees("Error: Collaboration");
    await page.getByRole("link", { name: "Give the day from which the rate holds" }).click();
    expect(await page.evaluate("document.activeElement.name")).toBe("rate/effectiveFrom");
    await page.getByLabel("From (optional)").fill("2027-04-01");
    await page.getByLabel("Of which for the home school").fill("80.5");
    await page.getByLabel("Working days for their head").fill("4");
    await page.getByLabel("Least share of yes").fill("40");
    await press("See what changes");
    await sees("Collaboration: look it over");
    expect(await main()).toContain("Day rate from 1 April 2027");
    expect(await main()).toContain("£80.50");
    await press("Save this");
    await sees("Settings");
    expect(await page.locator("table").innerText()).toContain(
      "Collaboration. Working days for their head: 5 became 4",
    );
    await page.getByRole("link", { name: "Change collaboration" }).click();
    await page.getByRole("heading", { name: "Day rates" }).waitFor();
    expect(await main()).toMatch(/Day rate from 1 April 2027\s+£100\b/);
    await broker.open("/pages/partnership/routes/another");
    await sees("There are no such settings");
  });

  test("a share that was written to its last digit stays so where nobody touches it", async () => {
    const share = 0.333_333_333_333_333_3;
    const { name, area: called, brokerEmail, policies } = await rules();
    const written = policies.map((each) =>
      each.name === "statutory" ? { ...each, leastAcceptance: share } : each,
    );
    const body = { name, area: called, brokerEmail, policies: written };
    expect((await service.put(area.broker, "/partnership", body)).status).toBe(200);
    await broker.open("/pages/partnership/routes/statutory");
    expect(await page.getByLabel("Least share of yes").inputValue()).toBe("33.333333333333");
    await page.getByLabel("Working days for their head").fill("9");
    await press("See what changes");
    expect(await page.locator("tbody tr").count()).toBe(1);
    await press("Save this");
    await sees("Settings");
    expect((await rules()).policies.find((each) => each.name === "statutory")).toMatchObject({
      leastAcceptance: share,
      consentWorkingDays: { "home-head": 9 },
    });
  });

  test("the partnership's name changes, and the trail says who, but not from what to what", async () => {
    await broker.open("/pages/partnership/details");
    await page.getByLabel("Address of the brokers").fill("nobody");
    await press("See what changes");
    await sees("Error: The partnership");
    await page.getByLabel("Address of the brokers").fill("brokers@example.org");
    await press("See what changes");
    await sees("The partnership: look it over");
    await press("Save this");
    await sees("Settings");
    expect(await main()).toContain("brokers@example.org");
    const told = await page.locator("table").innerText();
    expect(told).toContain("The partnership or its routes: name, area or address");
    expect(told).not.toContain("brokers@example.org");
  });

  test("closed days are added, taken off and taken back", async () => {
    const year = academicYearOf(today);
    await page.getByRole("link", { name: /^Days on which all schools are closed/ }).click();
    await sees(`Days of all schools in ${year}`);
    await press("Add these days");
    await sees(/^Error: Days of all schools/);
    await page.getByRole("link", { name: "Give the first day" }).click();
    expect(await page.evaluate("document.activeElement.name")).toBe("from");
    await page.getByLabel("What is it called?").fill("Day of mourning");
    await page.getByLabel("First day").fill(`20${year.slice(5)}-05-04`);
    await press("Add these days");
    await sees(`Days of all schools in ${year}`);
    expect(await main()).toContain("Closed to everybody: Day of mourning");
    await page.getByRole("button", { name: /^Take off/ }).click();
    await sees(`Days of all schools in ${year}`);
    expect(await main()).toContain("Nothing is said of this year yet");
    await press("Take the last change back");
    await sees(`Days of all schools in ${year}`);
    expect(await main()).toContain("Day of mourning");
    const shown = await newReader();
    await shown.openAs(area.broker, new URL(page.url()).pathname);
    await page.getByRole("button", { name: /^Take off/ }).click();
    await sees(`Days of all schools in ${year}`);
    await shown.press("Take the last change back");
    await shown.sees(/^Error: Days of all schools/);
    expect(await shown.page.locator("main").innerText()).toContain("Nothing is said of this year yet");
    await broker.open("/pages/calendars/partnership/never");
    await sees("There is no such calendar");
  });

  test("days that are sent twice, with somebody else's writing between, are there once or told of", async () => {
    const year = academicYearOf(today);
    const at = `/calendars/partnership/${year}`;
    await broker.open(`/pages${at}`);
    const hidden = await fieldsOf(page.locator("form:has(#add-name) input[type=hidden]"));
    const typed = { kind: "closed", name: "Coronation", from: `20${year.slice(5)}-05-06`, to: "" };
    const send = () =>
      page.request.post(page.url(), {
        headers: { origin: service.origin },
        form: { ...hidden, ...typed },
        maxRedirects: 0,
      });
    expect((await send()).status()).toBe(303);
    const now = async () => {
      const { items } = Calendars.parse(
        (await service.get(area.broker, "/calendars?holder=partnership")).body,
      );
      return items.find((each) => each.academicYear === year);
    };
    const others = {
      kind: "closed",
      name: "Election",
      from: `20${year.slice(5)}-05-07`,
      to: `20${year.slice(5)}-05-07`,
    };
    const said = await now();
    const write = (spans: readonly object[], revision: number | undefined) =>
      service.put(area.broker, at, { spans, revision });
    expect((await write([...(said?.spans ?? []), others], said?.revision)).status).toBe(200);
    expect((await send()).status()).toBe(303);
    expect((await now())?.spans.filter(({ name }) => name === "Coronation")).toHaveLength(1);
    expect((await write([others], (await now())?.revision)).status).toBe(200);
    const late = await send();
    expect(late.status()).toBe(409);
    expect(await late.text()).toContain("Somebody changed these days after you opened this page");
    expect(await late.text()).not.toContain("Idempotency-Key");
    expect((await now())?.spans).toEqual([others]);
  });

  test("a school's days are told by its name, and earlier changes stand behind a link", async () => {
    const { schoolId, name } = primaryOf(area, 1);
    const year = academicYearOf(today);
    const day = `20${year.slice(5)}-05-08`;
    const spans = [{ kind: "inset", name: "Training", from: day, to: day }];
    const set = await service.put(area.broker, `/calendars/${schoolId}/${year}`, { spans, revision: null });
    expect(set.status).toBe(200);
    await broker.open("/pages/partnership");
    await sees("Settings");
    expect(await page.locator("table").innerText()).toContain(`A calendar: of ${name}, ${year}`);
    const { name: called, area: county, brokerEmail } = await rules();
    for (let change = 0; change < 50; change += 1)
      await service.put(area.broker, "/partnership", {
        name: `${called} ${change}`,
        area: county,
        brokerEmail,
      });
    await broker.open("/pages/partnership");
    expect(await page.locator("table").innerText()).not.toContain(name);
    await page.getByRole("link", { name: "Earlier changes" }).click();
    await sees("Earlier changes of settings");
    expect(await page.locator("table").innerText()).toContain(`A calendar: of ${name}, ${year}`);
    await page.getByRole("link", { name: "All settings" }).click();
    await sees("Settings");
  });

  test("heads write their own school's days, and decide nothing else", async () => {
    const head = await newReader();
    const { schoolId, name } = primaryOf(area, 0);
    const year = academicYearOf(today);
    await head.openAs(area.head(schoolId), "/pages/partnership");
    await head.sees("Your account may not do this");
    await head.open(`/pages/calendars/partnership/${year}`);
    await head.sees("Your account may not do this");
    await head.goTo("To do");
    await head.page.getByRole("link", { name: "INSET and closed days of your school" }).click();
    await head.sees(`Days of ${name} in ${year}`);
    expect(await head.page.locator("main").innerText()).toContain("Nothing is said of this year yet");
  });
});
