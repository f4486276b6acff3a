import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { addDays, dateAt } from "../../shared/domain/calendar/calendar.ts";
import { primaryOf } from "../harness/area.ts";
import { story } from "./story.ts";

/** What a broker brings from files, by pages alone. */
story("imports", 4, async ({ service, area, newReader }) => {
  const broker = await newReader();
  const { page, press, sees } = broker;
  const { urn, schoolId } = primaryOf(area, 0);
  const today = dateAt(service.host.clock.now().toISOString());
  const main = (): Promise<string> => page.locator("main").innerText();
  const choose = async (text: string, name = "file.csv"): Promise<void> => {
    await page
      .getByLabel("File", { exact: true })
      .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
    await press("See what it would do");
  };
  const people = (home: string): string =>
    [
      "Person key,Name,Email,Home school URN,Code,Level,Phases,Last practised year",
      `P1,Practitioner 801,p801@example.org,${urn},CT-03,can-coach,primary,2025`,
      `P2,Practitioner 802,p802@example.org,${home},CT-04,can-share,primary,2025`,
    ].join("\n");

  test("a file to fill in is there to be kept", async () => {
    await broker.openAs(area.broker);
    await broker.goTo("People");
    await page.getByRole("link", { name: "Import a file of practitioners" }).click();
    await sees("Import practitioners");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "A file to fill in" }).click(),
    ]);
    expect(file.suggestedFilename()).toBe("people.csv");
    expect(readFileSync(await file.path(), "utf8")).toContain("Person key,Name,Email");
  });

  test("what is wrong is told with its row and column, and nothing is imported", async () => {
    await press("See what it would do");
    await sees("Error: Import practitioners");
    await page.getByRole("link", { name: "Choose the file" }).click();
    expect(await page.evaluate("document.activeElement.name")).toBe("file");
    await choose(people("999999"));
    await sees("Error: Import practitioners");
    for (const told of [
      "Mend what is listed and send the whole file again.",
      "Row 3, column Home school URN: ",
    ])
      expect(await page.getByRole("alert").innerText()).toContain(told);
  });

  test("a file is looked over, imported once, and changes nothing when it comes again", async () => {
    await choose(people(urn));
    await sees("Import practitioners: look it over");
    for (const told of [
      "2 new. Nothing is written yet.",
      "No letter of assurance from the employer is on record",
    ])
      expect(await main()).toContain(told);
    await press("Import these practitioners");
    await sees("Import practitioners: done");
    expect(await page.getByRole("status").innerText()).toContain("It is imported. 2 new.");
    await page.getByRole("link", { name: "P2", exact: true }).click();
    await sees("Practitioner 802");
    await broker.open("/pages/people-imports");
    await choose(people(urn));
    expect(await main()).toContain("2 as they were");
    await page.getByRole("link", { name: "Choose another file" }).click();
    await sees("Import practitioners");
  });

  test("what others changed since a file was looked over is told, and nothing is imported until it was seen", async () => {
    const changed = (year: string) => people(urn).replaceAll(",2025", `,${year}`);
    await choose(changed("2024"));
    await sees("Import practitioners: look it over");
    const said = await service.ask(area.broker, {
      method: "POST",
      path: "/people-imports",
      csv: changed("2023").split("\n").slice(0, 2).join("\n"),
    });
    expect(said.status).toBe(201);
    await press("Import these practitioners");
    await sees("Error: Import practitioners: look it over");
    const alert = await page.getByRole("alert").innerText();
    expect(alert).toContain("Others changed what this file would write over since you looked");
    expect(alert).toContain("Person key P1 is not as you saw it");
    expect(alert).not.toContain("P2");
    await press("Import these practitioners");
    await sees("Import practitioners: done");
  });

  test("whoever is signed out while looking a file over comes back to it, and nothing is done meanwhile", async () => {
    await broker.open("/pages/people-imports");
    await choose(people(urn));
    await sees("Import practitioners: look it over");
    await page.context().clearCookies();
    await press("Import these practitioners");
    await sees("Error: Sign in again to send this");
    const [tab] = await Promise.all([
      page.context().waitForEvent("page"),
      page.getByRole("link", { name: "Sign in, in a new tab" }).click(),
    ]);
    await tab.locator(`button[value="${area.broker}"]`).click();
    await tab.waitForURL(`${service.origin}/**`);
    await tab.close();
    await press("Send it again");
    await sees("Error: Import practitioners: look it over");
    expect(await page.getByRole("alert").innerText()).toContain("You have signed in again");
    expect(await main()).toContain("2 changed. What is new or changed here is not written yet.");
    await press("Import these practitioners");
    await sees("Import practitioners: done");
  });

  test("requests come from a file, each to be read", async () => {
    const columns =
      "Request key,School URN,Primary code,Phase,Description,Objective,Success measure,Baseline,Days each,People," +
      "Window from,Window to,Mode,Urgency,Secondary codes,Initiated by,Route policy,Required designation";
    const row =
      `R1,${urn},CT-02,primary,Coaching for a new subject leader in planning,The leader leads,Subject review,New in post,` +
      `1.5,1,${addDays(today, 20)},${addDays(today, 90)},on-site,this-term,,,,`;
    await broker.goTo("Requests");
    await page.getByRole("link", { name: "Import a file of requests" }).click();
    await sees("Import requests");
    await choose(`${columns}\n${row}\n`);
    await sees("Import requests: look it over");
    await press("Import these requests");
    await sees("Import requests: done");
    await page.getByRole("link", { name: "Row 2" }).click();
    expect(await main()).toContain("Coaching for a new subject leader");
  });

  test("calendars come from a file, and each writing is taken back", async () => {
    await broker.open("/pages/calendar-imports");
    await sees("Import calendars");
    expect(await main()).toContain("No calendar is on record yet");
    await choose(
      `Authority code,School URN,Kind,Name,From,To\n,${urn},inset,Training,2032-09-01,2032-09-01\n`,
    );
    await sees("Import calendars: look it over");
    await press("Import these calendars");
    await sees("Import calendars: done");
    await page.getByRole("link", { name: "Another file" }).click();
    await sees("Import calendars");
    expect(await main()).toContain("1 entry");
    const late = await newReader();
    await late.openAs(area.broker, "/pages/calendar-imports");
    await page.getByRole("button", { name: /^Take the last writing back/ }).click();
    await sees("Import calendars");
    await late.page.getByRole("button", { name: /^Take the last writing back/ }).click();
    await late.sees("Error: Import calendars");
    expect(await late.page.getByRole("alert").innerText()).toContain("Somebody changed these days after you");
    expect(await page.locator("table").innerText()).toContain("Nothing");
  });

  test("an iCalendar file needs to be told whose it is", async () => {
    const ical = [
      "BEGIN:VCALENDAR",
      "BEGIN:VEVENT",
      "SUMMARY:INSET day",
      "DTSTART;VALUE=DATE:20320902",
      "DTEND;VALUE=DATE:20320903",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ].join("\r\n");
    await choose(ical, "days.ics");
    await sees("Error: Import calendars");
    await page.getByLabel("Whose calendar it is").selectOption(schoolId);
    await choose(ical, "days.ics");
    await sees("Import calendars: look it over");
    expect(await main()).toContain("1 changed");
  });

  test("is nobody else's to do", async () => {
    const head = await newReader();
    await head.openAs(area.head(schoolId), "/pages/people-imports");
    await head.sees("Your account may not do this");
    expect(await head.page.getByLabel("File", { exact: true }).count()).toBe(0);
  });
});
